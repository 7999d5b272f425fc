using System.Text;
using System.Text.Json;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>Runs a folder of JSON-Schema-Test-Suite: each of its tests by the verdict and by the explanation.</summary>
internal sealed class SchemaSuite(string folder, SchemaOptions options)
{
    private const string Remotes = "http://localhost:1234/";

    private readonly string _suite = Suites.Folder("json-schema");
    private readonly List<string> _wrong = [];

    public int Tests { get; private set; }

    /// <summary>Tests of groups that were left out.</summary>
    public int Left { get; private set; }

    public IReadOnlyList<string> Wrong => _wrong;

    /// <param name="leave">Which groups to leave out, by their names and schemas; none otherwise.</param>
    public SchemaSuite Run(Func<string, JsonElement, bool>? leave = null)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_suite, "tests", folder), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            foreach (var group in JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray())
            {
                var count = group.GetProperty("tests").GetArrayLength();
                var description = group.GetProperty("description").GetString()!;
                if (leave?.Invoke(description, group.GetProperty("schema")) == true)
                {
                    Left += count;
                    continue;
                }

                Tests += count;
                Judge(group, $"{name}: {description}");
            }
        }

        return this;
    }

    private void Judge(JsonElement group, string name)
    {
        JsonSchema schema;
        try
        {
            schema = JsonSchema.Compile(group.GetProperty("schema"), options with { Resolver = Remote });
        }
        catch (SchemaLoadException e)
        {
            _wrong.Add($"{name}: {e.Message}");
            return;
        }

        foreach (var test in group.GetProperty("tests").EnumerateArray())
        {
            var data = Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText());
            var expected = test.GetProperty("valid").GetBoolean();
            var report = schema.Explain(data);
            if (schema.IsValid(data) != expected
                || schema.IsValid(Segments.Of(data, 3)) != expected
                || report.Verdict != (expected ? SchemaVerdict.Valid : SchemaVerdict.Invalid)
                || (report.Violations.Count == 0) != expected)
            {
                _wrong.Add($"{name}: {test.GetProperty("description")}: {report.Verdict}, {report.Violations.Count} violations");
            }
        }
    }

    private ReadOnlyMemory<byte>? Remote(string uri)
    {
        var file = uri.StartsWith(Remotes, StringComparison.Ordinal) ? Path.Combine(_suite, "remotes", uri[Remotes.Length..]) : "";
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
