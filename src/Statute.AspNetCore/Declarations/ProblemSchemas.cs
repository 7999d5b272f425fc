using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Statute.AspNetCore.Declarations;

/// <summary>
/// Lets an application's serializer know the schemas of problems, also where it knows only the types that were generated for it: otherwise
/// Microsoft.AspNetCore.OpenApi would fail for the whole document.
/// </summary>
[JsonSerializable(typeof(StatuteProblem))]
[JsonSerializable(typeof(StatuteProblemByName))]
internal sealed partial class ProblemSchemas : JsonSerializerContext, IPostConfigureOptions<HttpJson>
{
    public void PostConfigure(string? name, HttpJson options)
    {
        if (!options.SerializerOptions.IsReadOnly)
        {
            options.SerializerOptions.TypeInfoResolverChain.Add(Default);
        }
    }
}
