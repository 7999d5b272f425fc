namespace Statute.SchemaCases;

/// <summary>Names that no schema lists, and many schemas for the same value: patterns of names, conditions, the unevaluated.</summary>
internal static class SettingSchema
{
    internal const string Text = """
        {
          "type": "object",
          "required": ["version"],
          "properties": { "version": { "const": 3 } },
          "propertyNames": { "maxLength": 40 },
          "patternProperties": { "^(host|job)\\.[0-9]+$": { "$ref": "#/$defs/setting" } },
          "additionalProperties": false,
          "$defs": {
            "setting": {
              "allOf": [{ "$ref": "#/$defs/named" }],
              "anyOf": [{ "required": ["address"] }, { "required": ["command"] }],
              "if": { "required": ["command"] },
              "then": { "properties": { "retries": { "type": "integer", "maximum": 9 } }, "required": ["retries"] },
              "else": { "properties": { "address": { "anyOf": [{ "format": "ipv4" }, { "format": "ipv6" }, { "format": "hostname" }] } } },
              "properties": { "command": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 } },
              "dependentRequired": { "until": ["since"] },
              "unevaluatedProperties": { "type": "boolean" }
            },
            "named": {
              "type": "object",
              "properties": {
                "title": { "type": "string", "minLength": 1, "maxLength": 60 },
                "since": { "type": "string", "format": "date" },
                "until": { "type": "string", "format": "date" }
              },
              "required": ["title"]
            }
          }
        }
        """;

    internal static readonly (string Text, string Broken)[] Breaches =
    [
        ("\"version\":3", "\"version\":4"),
        ("\"primary\":true", "\"primary\":\"yes\""),
        ("10.0.0.7", "10 0 0 7"),
        ("\"retries\"", "\"tries\""),
        ("\"title\"", "\"name\""),
        ("\"since\"", "\"until\""),
    ];

    internal static string Setting(int number) => number % 2 == 0
        ? Workload.Text($$"""
            "host.{{number}}":{"title":"Host number {{number}}","address":"10.0.{{number % 256}}.7","since":"2025-11-02","primary":true}
            """)
        : Workload.Text($$"""
            "job.{{number}}":{"title":"Job number {{number}}","command":["backup","--to","/srv/{{number}}"],
            "retries":{{number % 9}},"paused":false}
            """);
}
