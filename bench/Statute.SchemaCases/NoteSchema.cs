namespace Statute.SchemaCases;

/// <summary>Mostly text: long strings, escapes, letters beyond ASCII, and lengths that must be counted.</summary>
internal static class NoteSchema
{
    internal const string Text = """
        {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["title", "text"],
            "properties": {
              "title": { "type": "string", "minLength": 5, "maxLength": 60 },
              "text": { "type": "string", "minLength": 100, "maxLength": 2000, "pattern": "\\S" },
              "link": { "type": "string", "format": "uri" }
            }
          }
        }
        """;

    internal static readonly (string Text, string Broken)[] Breaches =
    [
        ("\"title\":\"Grüße aus Köln, 0\"", "\"title\":\"G\""),
        ("\"title\":\"Grüße", "\"title\":7,\"other\":\"Grüße"),
        ("\"text\"", "\"words\""),
        ("https://example.org", "no link"),
    ];

    internal static string Note(int number) => Workload.Text($$"""
        {"title":"Grüße aus Köln, {{number}}","text":"First line.\nThe second one says \"yes\", and the third is longer than
         anybody reads: ein Satz mit Umlauten wie in Übergröße, dann ein Zeichen jenseits von allem 🎈, und zuletzt eine Zahl, {{number}}.",
        "link":"https://example.org/notes/{{number}}?view=full#top"}
        """);
}
