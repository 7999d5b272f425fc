using Microsoft.OpenApi;

namespace Storefront;

/// <summary>The store's description, one document for each version.</summary>
internal static class Description
{
    public static void AddStoreDescription(this IServiceCollection services) => services.AddSwaggerGen(swagger =>
    {
        swagger.SwaggerDoc("v1", new OpenApiInfo { Title = "Storefront", Version = "1" });
        swagger.SwaggerDoc("v2", new OpenApiInfo { Title = "Storefront", Version = "2" });
        swagger.DocInclusionPredicate((document, api) => api.GroupName is null || api.GroupName == document);
        swagger.AddSecurityDefinition("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
    });
}
