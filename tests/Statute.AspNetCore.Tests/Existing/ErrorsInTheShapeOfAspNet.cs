using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;
using Statute.Problems;

namespace Statute.AspNetCore.Tests.Existing;

/// <summary>Clients of an existing service read <c>errors</c> as ASP.NET writes it: an object, by .NET's names of the places.</summary>
public sealed class ErrorsInTheShapeOfAspNet : IAsyncLifetime
{
    // request ## content ## status ## errors
    private const string Rows = """
        POST /lines ## {"lines":[{"sku":"toolong","qty":1}]} ## 422 ## {"Lines[0].Sku":["The field Sku must be a string or array type with a maximum length of '3'."]}
        POST /lines ## {"lines":[{"sku":7,"qty":"x"}]} ## 422 ## {"$.lines[0].sku":["The value is a number; it must be a string."],"$.lines[0].qty":["The value is a string; it must be a whole number."]}
        POST /lines ## null ## 422 ## {"$":["The content is null; a value is needed here."]}
        POST /problem ## {"lines":[]} ## 422 ## {"Lines":["too few","too short"],"Note":["missing"]}
        GET /number/x ##  ## 400 ## {"number":["'number' is 'x'; it must be a whole number."]}
        POST /shaped ## {"lines":[{"sku":"toolong","qty":1}]} ## 422 ## {"Lines[0].Sku":["The field Sku must be a string or array type with a maximum length of '3'."]}
        GET /refused ##  ## 409 ## {"$.a/b.c[2]":["taken"],"X-Key":["used"]}
        """;

    private RunningApp _app = null!;

    public static TheoryData<string> Lines => [.. Rows.Split('\n')];

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder =>
        {
            builder.Services.AddStatute(options => options.Errors = ErrorShape.AspNet);
            Validation.Add(builder.Services);
            TheseControllers.AddTo(builder.Services, typeof(ShapedController));
        },
        app =>
        {
            app.UseStatute();
            app.MapPost("/lines", (Order order) => order);
            app.MapPost("/problem", (Order _) => TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["Lines"] = ["too few", "too short"], ["Note"] = ["missing"] }));
            app.MapGet("/number/{number}", (int number) => number);
            app.MapGet("/refused", () => new Refusal(409)
            {
                Errors = [new ProblemError("taken", Pointer: "#/a~1b/c/2"), new ProblemError("used", Header: "X-Key")],
            });
            app.MapControllers();
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Stand_under_the_names_of_their_places(string line)
    {
        var cells = line.Split("##", StringSplitOptions.TrimEntries);
        using var connection = _app.Connect();
        var answer = await connection.AskAsync(
            $"{cells[0]} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {cells[1].Length}\r\n\r\n{cells[1]}");
        Assert.Equal((int.Parse(cells[2]), cells[3]), (answer.Status, answer.Problem("errors")));
    }
}

/// <summary>What is ordered.</summary>
public sealed class Order
{
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];
}

/// <summary>A line of it.</summary>
public sealed class OrderLine
{
    [MaxLength(3)]
    public string Sku { get; init; } = "";

    public int Qty { get; init; }
}

/// <summary>A controller whose model is validated.</summary>
[ApiController]
[Route("shaped")]
public sealed class ShapedController : ControllerBase
{
    [HttpPost]
    public Order Take(Order order) => order;
}
