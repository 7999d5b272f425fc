using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Storefront;
using Storefront.Accounts;
using Storefront.Carts;
using Storefront.Coupons;
using Storefront.Data;
using Storefront.Errors;
using Storefront.Files;
using Storefront.Legacy;
using Storefront.Operations;
using Storefront.Orders;
using Storefront.Reports;
using Storefront.Reviews;
using Storefront.Searching;
using Storefront.Stock;
using Storefront.Webhooks;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;

services.AddSingleton<Database>();
services.AddDbContext<StoreDb>((provider, db) => db.UseSqlite(provider.GetRequiredService<Database>().ConnectionString));
services.AddSingleton(TimeProvider.System).AddSingleton<ReportQueue>();
services.AddValidatorsFromAssemblyContaining<Program>(includeInternalTypes: true);

services.AddProblemDetails(options =>
    options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["service"] = "storefront");
services.AddExceptionHandler<StoreExceptionHandler>();
services.AddControllers().AddJsonOptions(json => json.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
services.AddApiVersioning(versioning => versioning.ReportApiVersions = true)
    .AddMvc()
    .AddApiExplorer(explorer => (explorer.GroupNameFormat, explorer.SubstituteApiVersionInUrl) = ("'v'V", true));
services.AddStoreDescription();

services.AddTokens(builder.Configuration);
services.AddCors(cors => cors.AddDefaultPolicy(policy =>
    policy.WithOrigins("https://shop.example").AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("Location", "ETag")));
services.AddSignalR();
services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
services.AddOutputCache();
services.AddResponseCompression();
services.AddSearchLimit();
builder.AddAdopted();

var app = builder.Build();
app.UseAdopted();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseResponseCompression();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseSwagger();
app.UseSwaggerUI(ui =>
{
    ui.SwaggerEndpoint("/swagger/v1/swagger.json", "Storefront 1");
    ui.SwaggerEndpoint("/swagger/v2/swagger.json", "Storefront 2");
});
app.UseCors();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseOutputCache();

app.MapControllers();
app.MapReviews();
app.MapCarts();
app.MapCoupons().AddAdopted(app.Configuration);
app.MapSearch();
app.MapStock();
app.MapFiles();
app.MapLegacy();
app.MapWebhooks();
app.MapOperations();
app.MapHub<OrderHub>("/hubs/orders");
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready");
app.MapFallbackToFile("/shop/{*path:nonfile}", "index.html");

await Database.FillAsync(app.Services);
await app.RunAsync();
