namespace Statute.SchemaCases;

/// <summary>Mostly numbers: tuples, bounds, exact steps, and items that must differ.</summary>
internal static class ReadingSchema
{
    internal const string Text = """
        {
          "type": "object",
          "required": ["station", "readings"],
          "properties": {
            "station": { "type": "string", "pattern": "^[a-z]+-[0-9]+$" },
            "readings": {
              "type": "array",
              "uniqueItems": true,
              "items": {
                "type": "array",
                "prefixItems": [
                  { "type": "integer", "minimum": 0 },
                  { "type": "number", "minimum": -90, "maximum": 60, "multipleOf": 0.01 },
                  { "type": "number", "minimum": 0, "maximum": 1 },
                  { "enum": [0, 1, 2, 3] }
                ],
                "items": false,
                "minItems": 4
              }
            }
          }
        }
        """;

    internal static readonly (string Text, string Broken)[] Breaches =
    [
        ("north-7", "North"),
        ("[1700000000,", "[-1,"),
        ("-5.00", "-5.001"),
        ("0.000", "2"),
        ("0.000,0]", "0.000,7]"),
        ("0.000,0]", "0.000,0,0]"),
        ("0.000,0]", "0.000]"),
        ("[1700000060,-4.01,0.001,1]", "[1700000000,-5.00,0.000,0]"),
    ];

    internal static string Reading(int number) =>
        Workload.Text($"[{1700000000 + (60 * number)},{(number % 30) - 5}.{number % 100:00},0.{number % 1000:000},{number % 4}]");
}
