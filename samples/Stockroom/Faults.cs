using Microsoft.AspNetCore.Http.HttpResults;

namespace Stockroom;

/// <summary>What is wrong with a body and can be seen only beside the path or the stock.</summary>
internal static class Faults
{
    public static ValidationProblem Of(string member, string fault) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [member] = [fault] });
}
