using System.Text;
using System.Text.Json;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>JSON-Schema-Test-Suite: every required test of 2020-12, and its tests of the formats that are claimed.</summary>
public sealed class SuiteOfJsonSchema
{
    private const string Remotes = "http://localhost:1234/";

    [Fact]
    public void OfDraft202012IsPassedWhole() => Run("draft2020-12", "*.json", new SchemaOptions(), 1299);

    [Fact]
    public void OfItsFormatsIsPassedWhole() => Run("draft2020-12/format", "*.json", new SchemaOptions { AssertFormat = true }, 529);

    private static void Run(string folder, string pattern, SchemaOptions options, int expected)
    {
        var suite = Suites.Folder("json-schema");
        options = options with { Resolver = uri => Remote(suite, uri) };
        var wrong = new List<string>();
        var count = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(suite, "tests", folder), pattern).Order(StringComparer.Ordinal))
        {
            foreach (var group in JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray())
            {
                count += group.GetProperty("tests").GetArrayLength();
                wrong.AddRange(Wrong(group, options).Select(text => $"{Path.GetFileName(file)}: {text}"));
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count} differ:\n{string.Join('\n', wrong)}");
        Assert.Equal(expected, count);
    }

    private static IEnumerable<string> Wrong(JsonElement group, SchemaOptions options)
    {
        var name = group.GetProperty("description").GetString();
        JsonSchema schema;
        try
        {
            schema = JsonSchema.Compile(group.GetProperty("schema"), options);
        }
        catch (SchemaLoadException e)
        {
            return [$"{name}: {e.Message}"];
        }

        return group.GetProperty("tests").EnumerateArray().SelectMany(test => Wrong(schema, test)).Select(text => $"{name}: {text}");
    }

    private static IEnumerable<string> Wrong(JsonSchema schema, JsonElement test)
    {
        var name = test.GetProperty("description").GetString();
        var data = Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText());
        var expected = test.GetProperty("valid").GetBoolean();
        if (schema.IsValid(data) != expected)
        {
            yield return $"{name}: valid is {!expected}";
        }

        var report = schema.Explain(data);
        if (report.Verdict != (expected ? SchemaVerdict.Valid : SchemaVerdict.Invalid) || (report.Violations.Count == 0) != expected)
        {
            yield return $"{name}: explained as {report.Verdict} with {report.Violations.Count} violations";
        }
    }

    private static ReadOnlyMemory<byte>? Remote(string suite, string uri)
    {
        var file = uri.StartsWith(Remotes, StringComparison.Ordinal) ? Path.Combine(suite, "remotes", uri[Remotes.Length..]) : "";
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
