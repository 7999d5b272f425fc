using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Statute.Problems;

/// <summary>Writes a problem as UTF-8 JSON.</summary>
public static class ProblemWriter
{
    // The answer is application/problem+json with nosniff rules of its own: quotes and angle brackets need no escaping to be safe.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a problem. Any text can be written: half a surrogate pair becomes the replacement character.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="output">Receives the JSON.</param>
    /// <param name="errors">The shape of <c>errors</c>.</param>
    public static void Write(Problem problem, IBufferWriter<byte> output, ErrorShape errors = ErrorShape.Pointers)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("type", problem.Type);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        WriteOptional(json, "detail", problem.Detail);
        WriteOptional(json, "instance", problem.Instance);
        WriteOptional(json, "repeat", problem.Repeat);
        WriteErrors(json, problem, errors);
        foreach (var (name, value) in problem.Extensions)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, Problem problem, ErrorShape shape)
    {
        if (problem.Errors.Count == 0)
        {
            return;
        }

        switch (shape)
        {
            case ErrorShape.Pointers:
                WriteList(json, problem.Errors);
                break;
            case ErrorShape.AspNet:
                WriteByName(json, problem.Errors);
                break;
        }

        if (problem.ErrorsOmitted > 0)
        {
            json.WriteNumber("errorsOmitted", problem.ErrorsOmitted);
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<ProblemError> errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("detail", error.Detail);
            WriteOptional(json, "pointer", error.Pointer);
            WriteOptional(json, "parameter", error.Parameter);
            WriteOptional(json, "header", error.Header);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteByName(Utf8JsonWriter json, IEnumerable<ProblemError> errors)
    {
        json.WriteStartObject("errors");
        foreach (var place in errors.GroupBy(ErrorNames.Of))
        {
            json.WriteStartArray(place.Key);
            foreach (var error in place)
            {
                json.WriteStringValue(error.Detail);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
