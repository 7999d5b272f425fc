using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RequestDecompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>What content an endpoint accepts, by its own declaration or by that of the readers that stand before it.</summary>
internal sealed class AcceptedContent(IOptions<MvcOptions> mvc, IServiceProvider services)
{
    private static readonly string[] FormTypes = ["multipart/form-data", "application/x-www-form-urlencoded"];

    /// <summary>The value of Accept-Encoding on a refusal: what the application's decompression undoes, or only identity.</summary>
    internal string Codings { get; } = CodingsOf(services);

    internal MediaTypeSet TypesOf(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts)
        {
            return new MediaTypeSet(accepts.ContentTypes);
        }

        if (endpoint.Metadata.GetMetadata<ActionDescriptor>() is { } action)
        {
            return new MediaTypeSet(action.Parameters.SelectMany(TypesOf));
        }

        return MediaTypeSet.Any;
    }

    private IEnumerable<string> TypesOf(ParameterDescriptor parameter)
    {
        var source = parameter.BindingInfo?.BindingSource;
        if (source == BindingSource.Body)
        {
            return mvc.Value.InputFormatters.OfType<IApiRequestFormatMetadataProvider>()
                .SelectMany(f => f.GetSupportedContentTypes(null!, parameter.ParameterType) ?? []);
        }

        return source == BindingSource.Form || source == BindingSource.FormFile ? FormTypes : [];
    }

    private static string CodingsOf(IServiceProvider services)
    {
        if (services.GetService<IRequestDecompressionProvider>() is null)
        {
            return "identity";
        }

        var providers = services.GetRequiredService<IOptions<RequestDecompressionOptions>>().Value.DecompressionProviders;
        return string.Join(", ", providers.Keys.Append("identity"));
    }
}
