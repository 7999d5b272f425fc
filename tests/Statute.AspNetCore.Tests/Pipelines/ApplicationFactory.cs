using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Statute.AspNetCore.Tests.Basic;
using Statute.AspNetCore.Tests.Order;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.AspNetCore.Tests.Pipelines;

/// <summary>An application's own integration tests see the same rows: WebApplicationFactory, without a socket.</summary>
public sealed class ApplicationFactory : WebApplicationFactory<ApplicationFactory>
{
    private const string Requests = """
        # request                  user     type              length  => status  type
        FOO    /controller/orders     manager  application/json  12      501  unknown-method
        POST   /controller/nowhere    manager  application/json  12      404  not-found
        DELETE /controller/orders     manager  application/json  12      405  method-not-allowed
        POST   /controller/withdrawn  manager  application/json  12      503  withdrawn
        POST   /controller/unbuilt    manager  application/json  12      501  not-built
        POST   /controller/orders     -        application/json  12      401  unauthorized
        POST   /controller/orders     clerk    application/json  12      403  forbidden
        POST   /controller/orders     manager  text/plain        12      415  unsupported-media-type
        POST   /controller/orders     manager  application/json  1001    413  content-length-over-limit
        POST   /controller/orders     manager  application/json  1000    200  -
        POST   /controller/queued     manager  application/json  1000    202  -
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Shows_the_same_rows()
    {
        using var client = CreateClient();
        foreach (var cells in Requests.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(cells[0]), cells[1])
            {
                Content = new StringContent("{\"name\":\"b\"}".PadRight(int.Parse(cells[4])), Encoding.UTF8, cells[3]),
            };
            request.Headers.Authorization = cells[2] == "-" ? null : new AuthenticationHeaderValue("Test", cells[2]);
            using var answer = await client.SendAsync(request);
            Assert.Equal((cells[1], cells[5]), (cells[1], $"{(int)answer.StatusCode}"));
            if (cells[6] != "-")
            {
                var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
                Assert.Equal($"/problems/{cells[6]}", problem.GetProperty("type").GetString());
                Assert.Equal(problem.GetProperty("title").GetString(), answer.ReasonPhrase);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override IHostBuilder CreateHostBuilder() => Host.CreateDefaultBuilder().ConfigureWebHostDefaults(web => web
        .ConfigureServices(services => TwinApi.AddServices(services, new SqliteJobStore(_folder.File("jobs.db"))))
        .Configure(app => app.UseStatute().UseRouting().UseAuthorization().UseEndpoints(TwinApi.Map)));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseContentRoot(AppContext.BaseDirectory);
}
