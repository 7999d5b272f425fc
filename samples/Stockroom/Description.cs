using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace Stockroom;

/// <summary>The API's own description, with what it does not say by itself: that a user name and password are needed.</summary>
internal static class Description
{
    private const string Scheme = "Basic";

    public static void AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Stockroom";
                document.AddComponent(Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic" });
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
                {
                    operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
                }

                return Task.CompletedTask;
            });
        });
}
