using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Declarations;

/// <summary>
/// The rows by which Statute itself may refuse a call of an operation. What every request may meet (a malformed head, a method that
/// does not work, a failure) is not an operation's to declare.
/// </summary>
internal sealed class RefusalRows(IdentityNeeds identity, IOptions<StatuteOptions> options)
{
    private readonly StatusTable _table = options.Value.Table;

    internal IEnumerable<StatusRow> Of(RouteEndpoint endpoint, EndpointRules rules, ApiDescription operation) =>
        ProblemsOf(endpoint, rules, operation).Select(_table.RowOf).DistinctBy(row => row.Code);

    private IEnumerable<ProblemType> ProblemsOf(RouteEndpoint endpoint, EndpointRules rules, ApiDescription operation)
    {
        if (rules.IsWithdrawn)
        {
            return [ProblemType.Withdrawn];
        }

        return rules.IsNotBuilt
            ? [ProblemType.NotBuilt]
            :
            [
                .. OfIdentity(endpoint), .. OfContent(rules, operation), .. OfParameters(operation),
                .. OfHandler(endpoint, rules, operation), .. endpoint.Metadata.GetMetadata<IRequestDemands>()?.Refusals ?? [],
            ];
    }

    private IEnumerable<ProblemType> OfIdentity(RouteEndpoint endpoint)
    {
        var (known, allowed) = identity.Of(endpoint);
        if (known)
        {
            yield return ProblemType.Unauthorized;
        }

        if (allowed)
        {
            yield return ProblemType.Forbidden;
        }
    }

    private static IEnumerable<ProblemType> OfContent(EndpointRules rules, ApiDescription operation)
    {
        if (rules.Accepts.IsDeclared)
        {
            yield return ProblemType.UnsupportedMediaType;
        }

        if (rules.Accepts.IsDeclared || operation.ParameterDescriptions.Any(p => IsContent(p.Source)))
        {
            yield return ProblemType.ContentLengthOverLimit;
        }

        if (rules.Content is { Json: not null } or { ReadsForm: true })
        {
            yield return ProblemType.MalformedContent;
        }

        if (rules.Content is { Json: not null })
        {
            yield return ProblemType.InvalidContent;
        }
    }

    private static IEnumerable<ProblemType> OfParameters(ApiDescription operation)
    {
        var parameters = operation.ParameterDescriptions.Where(p => !IsContent(p.Source) && p.Source != BindingSource.Services).ToList();
        if (parameters.Any(MayBeUnreadable))
        {
            yield return ProblemType.InvalidParameter;
        }

        if (parameters.Any(p => p.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: { } parameter }
            && parameter.GetCustomAttributes<ValidationAttribute>().Any()))
        {
            yield return ProblemType.InvalidContent;
        }
    }

    private static IEnumerable<ProblemType> OfHandler(RouteEndpoint endpoint, EndpointRules rules, ApiDescription operation)
    {
        var isNullMissing = NullHandlers.ContainAction(endpoint)
            ? !rules.MayHaveNoContent
            : endpoint.Metadata.GetMetadata<HeldAttribute>() is not null && NullHandlers.Contain(endpoint);
        if (isNullMissing)
        {
            yield return ProblemType.ResourceNotFound;
        }

        var isRead = operation.HttpMethod is null || HttpMethods.IsGet(operation.HttpMethod) || HttpMethods.IsHead(operation.HttpMethod);
        if (!isRead && endpoint.Metadata.GetMetadata<VersionMetadata>() is not null)
        {
            yield return ProblemType.EditConflict;
        }
    }

    /// <summary>Any text is a text, and a path that lacks a value is another path.</summary>
    private static bool MayBeUnreadable(ApiParameterDescription parameter) =>
        parameter.Type != typeof(string) || (parameter.IsRequired && parameter.Source != BindingSource.Path);

    private static bool IsContent(BindingSource source) =>
        source == BindingSource.Body || source == BindingSource.Form || source == BindingSource.FormFile;
}
