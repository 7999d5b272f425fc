using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Statute.Judging;

namespace Statute.AspNetCore.Content;

/// <summary>
/// MVC reads JSON to a depth of 32 by default, minimal APIs to 64. What is not too deep for the table must not be too deep for its reader.
/// </summary>
internal sealed class DeepJson(IOptions<StatuteOptions> statute) : IPostConfigureOptions<JsonOptions>
{
    private const int DefaultOfMvc = 32;

    public void PostConfigure(string? name, JsonOptions options)
    {
        if (options.JsonSerializerOptions.MaxDepth == DefaultOfMvc && statute.Value.Profile != StatuteProfile.Observe)
        {
            options.JsonSerializerOptions.MaxDepth = JsonScan.MaxDepth;
        }
    }
}
