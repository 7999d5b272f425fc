using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>One route, query or header parameter of a minimal API's handler.</summary>
internal sealed class HandlerParameter
{
    private static readonly string[] MethodsWithoutContent = ["GET", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

    private readonly ParameterSource _source;
    private readonly string _name;
    private readonly Type _type;
    private readonly bool _isOptional;
    private readonly Lazy<BinderProbe> _probe;

    private HandlerParameter(IParameterBindingMetadata parameter, ParameterSource source, string? name)
    {
        _source = source;
        _name = name ?? parameter.Name;
        _type = parameter.ParameterInfo.ParameterType;
        _isOptional = parameter.IsOptional;
        _probe = new Lazy<BinderProbe>(() => new BinderProbe(_type, _source));
    }

    /// <summary>The name that the caller knows.</summary>
    internal string Name => _name;

    /// <summary>The parameter, or null where it is read from somewhere else, or by the type's own BindAsync.</summary>
    internal static HandlerParameter? Of(Endpoint endpoint, IParameterBindingMetadata parameter)
    {
        foreach (var attribute in parameter.ParameterInfo.GetCustomAttributes(inherit: true))
        {
            switch (attribute)
            {
                case IFromRouteMetadata route:
                    return new HandlerParameter(parameter, ParameterSource.Route, route.Name);
                case IFromQueryMetadata query:
                    return new HandlerParameter(parameter, ParameterSource.Query, query.Name);
                case IFromHeaderMetadata header:
                    return new HandlerParameter(parameter, ParameterSource.Header, header.Name);
                case IFromBodyMetadata or IFromFormMetadata or IFromServiceMetadata or AsParametersAttribute:
                case Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute:
                    return null;
            }
        }

        return IsReadFromText(endpoint, parameter)
            ? new HandlerParameter(parameter, IsInRoute(endpoint, parameter.Name) ? ParameterSource.Route : ParameterSource.Query, null)
            : null;
    }

    internal ProblemError? FaultOf(HttpContext context)
    {
        var values = _source switch
        {
            ParameterSource.Route => RouteValue(context),
            ParameterSource.Query => context.Request.Query[_name],
            ParameterSource.Header => context.Request.Headers[_name],
        };
        if (values.Count == 0)
        {
            // An array that nobody sent is empty.
            return _isOptional || _type.IsArray ? null : ParameterFault.Missing(_source, _name, _type);
        }

        if (_type == typeof(string) || _probe.Value.CanRead(values))
        {
            return null;
        }

        return _type.IsArray
            ? ParameterFault.UnreadableAmong(_source, _name, Unreadable(values), _type.GetElementType()!)
            : ParameterFault.Unreadable(_source, _name, values.ToString(), _type);
    }

    private string Unreadable(StringValues values)
    {
        foreach (var value in values)
        {
            if (!_probe.Value.CanRead(value))
            {
                return value ?? "";
            }
        }

        return values.ToString();
    }

    private StringValues RouteValue(HttpContext context) =>
        context.Request.RouteValues[_name]?.ToString() is { } value ? new StringValues(value) : StringValues.Empty;

    /// <summary>The binder's rule for parameters that nobody marked; lists are content where the method may have content.</summary>
    private static bool IsReadFromText(Endpoint endpoint, IParameterBindingMetadata parameter)
    {
        var type = parameter.ParameterInfo.ParameterType;
        if (parameter.HasBindAsync)
        {
            return false;
        }

        return type == typeof(string) || parameter.HasTryParse
            || ((type == typeof(StringValues) || type == typeof(StringValues?) || (type.IsArray && IsTextOrNumber(type.GetElementType()!)))
                && IsWithoutContent(endpoint));
    }

    private static bool IsTextOrNumber(Type element) => element == typeof(string) || ExpectedValue.Of(element) is not null;

    private static bool IsWithoutContent(Endpoint endpoint)
    {
        foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
        {
            if (MethodsWithoutContent.Contains(method, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInRoute(Endpoint endpoint, string name) =>
        endpoint is RouteEndpoint route && route.RoutePattern.GetParameter(name) is not null;
}
