using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Existing;

/// <summary>An application whose clients know its codes: rows and answers of the table keep them.</summary>
public sealed class ApplicationThatKeepsItsCodes
{
    private const string Valid = """{"name":"long enough"}""";

    private static readonly Dictionary<string, string[]> Faults = new() { ["name"] = ["It is wrong."] };

    [Theory]
    [InlineData("/coded", """{"name":""}""", 400, "/problems/invalid-content")]
    [InlineData("/coded", """{"name":7}""", 400, "/problems/invalid-content")]
    [InlineData("/minimal", "{}", 400, "/problems/invalid-content")]
    [InlineData("/minimal", """{"name":7}""", 400, "/problems/invalid-content")]
    [InlineData("/minimal", Valid, 422, "/problems/invalid-content")]
    [InlineData("/said", Valid, 422, "/problems/422")]
    public async Task Answers_broken_constraints_with_400_and_422_where_it_says_so(string path, string content, int status, string type)
    {
        await using var app = await StartAsync(options => options.Table = options.Table.Answer(ProblemType.InvalidContent, 400));
        var answer = await AskAsync(app, $"POST {path}", content);
        Assert.Equal((status, type, $"{status}"), (answer.Status, answer.Problem("type"), answer.Problem("status")));
    }

    [Theory]
    [InlineData("/coded/declared", false, 404)]
    [InlineData("/coded/declared", true, 204)]
    [InlineData("/coded/silent", true, 404)]
    public async Task Answers_null_with_204_where_it_declares_it_and_the_table_has_it(string path, bool hasRow, int status)
    {
        await using var app = await StartAsync(options =>
            options.Table = hasRow ? options.Table.Add(204, "No Content") : options.Table);
        Assert.Equal(status, (await AskAsync(app, $"GET {path}")).Status);
    }

    [Fact]
    public async Task Names_what_is_missing_by_the_endpoint_whose_exception_it_has_handled()
    {
        await using var app = await StartAsync(_ => { });
        var answer = await AskAsync(app, "GET /missing");
        Assert.Equal((404, "/problems/resource-not-found", "E4"), (answer.Status, answer.Problem("type"), answer.Problem("code")));
    }

    private static Task<RunningApp> StartAsync(Action<StatuteOptions> configure) => RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute(configure);
            builder.Services.AddExceptionHandler<MissingHandler>().AddProblemDetails();
            TheseControllers.AddTo(builder.Services, typeof(CodedController));
        },
        app =>
        {
            app.UseStatute();
            app.UseExceptionHandler();
            app.MapPost("/minimal", IResult (CodedModel model) => model.Name.Length == 0
                ? TypedResults.ValidationProblem(Faults)
                : TypedResults.Problem(new HttpValidationProblemDetails(Faults) { Status = StatusCodes.Status422UnprocessableEntity }));
            app.MapPost("/said", (CodedModel _) => TypedResults.Problem("It is taken.", statusCode: 422));
            app.MapGet("/missing", int () => throw new KeyNotFoundException());
            app.MapControllers();
        });

    private static async Task<RawAnswer> AskAsync(RunningApp app, string request, string content = "")
    {
        using var connection = app.Connect();
        return await connection.AskAsync(
            $"{request} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {content.Length}\r\n\r\n{content}");
    }

    private sealed class MissingHandler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            await httpContext.Response.WriteAsJsonAsync(new { code = "E4" }, cancellationToken);
            return true;
        }
    }
}

/// <summary>A controller whose model is validated, and which may have nothing to say.</summary>
[ApiController]
[Route("coded")]
public sealed class CodedController : ControllerBase
{
    [HttpPost]
    public string Take(CodedModel model) => model.Name;

    [HttpGet("declared")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public string? Declared() => null;

    [HttpGet("silent")]
    public string? Silent() => null;
}

/// <summary>A model with a constraint.</summary>
public sealed class CodedModel
{
    [System.ComponentModel.DataAnnotations.MinLength(2)]
    public string Name { get; init; } = "";
}
