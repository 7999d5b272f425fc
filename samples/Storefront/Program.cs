using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using FluentValidation;
using Microsoft.AspNetCore.Authentication.JwtBearer;
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
services.AddSingleton(TimeProvider.System).AddSingleton<TokenService>().AddSingleton<ReportQueue>();
services.AddValidatorsFromAssemblyContaining<Program>(includeInternalTypes: true);

services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["service"] = "storefront");
services.AddExceptionHandler<StoreExceptionHandler>();
services.AddControllers().AddJsonOptions(json => json.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
services.AddApiVersioning(versioning => versioning.ReportApiVersions = true)
    .AddMvc()
    .AddApiExplorer(explorer => (explorer.GroupNameFormat, explorer.SubstituteApiVersionInUrl) = ("'v'V", true));
services.AddStoreDescription();

services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
{
    jwt.MapInboundClaims = false;
    jwt.TokenValidationParameters = TokenService.Validation(builder.Configuration);
});
services.AddAuthorization();
services.AddCors(cors => cors.AddDefaultPolicy(policy =>
    policy.WithOrigins("https://shop.example").AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("Location", "ETag")));
services.AddSignalR();
services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
services.AddOutputCache();
services.AddResponseCompression();
services.AddRateLimiter(limiter =>
{
    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limiter.OnRejected = (rejected, cancellation) =>
    {
        rejected.HttpContext.Response.Headers.RetryAfter = "60";
        return new ValueTask(rejected.HttpContext.Response.WriteAsJsonAsync(new StoreError("TOO_MANY", "Ask again in a minute."), cancellation));
    };
    limiter.AddPolicy(SearchEndpoints.LimitPolicy, context => RateLimitPartition.GetFixedWindowLimiter(
        context.Request.Headers["X-Client"].ToString(),
        _ => new FixedWindowRateLimiterOptions { PermitLimit = 3, Window = TimeSpan.FromHours(1) }));
});
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
app.MapCoupons();
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
