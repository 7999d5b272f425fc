using System.Text;
using Statute.Schemas;

namespace Statute.Tests.Schemas;

/// <summary>Schemas and content as texts.</summary>
internal static class Compiled
{
    public static JsonSchema Schema(string text, SchemaOptions? options = null) =>
        JsonSchema.Compile(Encoding.UTF8.GetBytes(text), options ?? new SchemaOptions { AssertFormat = true });

    public static SchemaReport Explain(this JsonSchema schema, string content) => schema.Explain(Encoding.UTF8.GetBytes(content));

    public static bool IsValid(this JsonSchema schema, string content) => schema.IsValid(Encoding.UTF8.GetBytes(content));

    public static SchemaVerdict Judge(this JsonSchema schema, string content) => schema.Judge(Encoding.UTF8.GetBytes(content));

    /// <summary>The faults of a schema that does not compile.</summary>
    public static IReadOnlyList<SchemaFault> Faults(string text, SchemaOptions? options = null) =>
        Assert.Throws<SchemaLoadException>(() => Schema(text, options)).Faults;
}
