namespace Statute.SchemaCases;

/// <summary>What an API mostly gets: objects of known members, patterns, formats, enumerations, and a choice by one member.</summary>
internal static class OrderSchema
{
    internal const string Text = """
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["batch", "orders"],
          "properties": {
            "batch": { "type": "string", "format": "uuid" },
            "orders": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/order" } }
          },
          "$defs": {
            "order": {
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "placed", "buyer", "lines", "payment"],
              "properties": {
                "id": { "type": "integer", "minimum": 1 },
                "placed": { "type": "string", "format": "date-time" },
                "gift": { "type": "boolean" },
                "remark": { "type": ["string", "null"], "maxLength": 200 },
                "buyer": { "$ref": "#/$defs/buyer" },
                "lines": { "type": "array", "minItems": 1, "maxItems": 50, "items": { "$ref": "#/$defs/line" } },
                "payment": { "oneOf": [{ "$ref": "#/$defs/card" }, { "$ref": "#/$defs/invoice" }] }
              }
            },
            "buyer": {
              "type": "object",
              "additionalProperties": false,
              "required": ["name", "email", "address"],
              "properties": {
                "name": { "type": "string", "minLength": 1, "maxLength": 80 },
                "email": { "type": "string", "format": "email" },
                "phone": { "type": "string", "pattern": "^\\+[0-9]{7,15}$" },
                "address": {
                  "type": "object",
                  "required": ["street", "city", "code", "country"],
                  "properties": {
                    "street": { "type": "string", "minLength": 1 },
                    "city": { "type": "string", "minLength": 1 },
                    "code": { "type": "string", "pattern": "^[0-9]{5}(-[0-9]{4})?$" },
                    "country": { "enum": ["DE", "FR", "GB", "NL", "PL", "SE", "US"] }
                  }
                }
              }
            },
            "line": {
              "type": "object",
              "additionalProperties": false,
              "required": ["sku", "qty", "price"],
              "properties": {
                "sku": { "type": "string", "pattern": "^[A-Z]{2}-[0-9]{4,8}$" },
                "qty": { "type": "integer", "minimum": 1, "maximum": 1000 },
                "price": { "type": "number", "exclusiveMinimum": 0, "multipleOf": 0.01 }
              }
            },
            "card": {
              "type": "object",
              "required": ["by", "last4"],
              "properties": { "by": { "const": "card" }, "last4": { "type": "string", "pattern": "^[0-9]{4}$" } }
            },
            "invoice": {
              "type": "object",
              "required": ["by", "due"],
              "properties": { "by": { "const": "invoice" }, "due": { "type": "string", "format": "date" } }
            }
          }
        }
        """;

    internal const string Head = """
        {"batch":"7d9f3c52-04a1-4f6e-9c0b-5a6f2f1f9e10","orders":[
        """;

    internal static readonly (string Text, string Broken)[] Breaches =
    [
        ("7d9f3c52-", "7-"),
        ("\"id\":1000", "\"id\":0"),
        ("T09:30:00Z", " at nine"),
        ("\"gift\":true", "\"gift\":1"),
        ("\"remark\":null", "\"remark\":7"),
        ("\"Ada Lovelace\"", "\"\""),
        ("ada.0@example.org", "ada"),
        ("+49301234567", "none"),
        ("\"street\":", "\"way\":"),
        ("\"DE\"", "\"XX\""),
        ("\"qty\":2", "\"qty\":2.5"),
        ("\"price\":12.95", "\"price\":12.955"),
        ("\"price\":12.95", "\"price\":0"),
        ("\"by\":\"card\"", "\"by\":\"cash\""),
        ("2026-04-30", "2026-04-31"),
        ("\"gift\"", "\"other\""),
    ];

    internal static string Order(int number)
    {
        var remark = number % 2 == 0 ? "null" : "\"Leave it at the back door.\"";
        var payment = number % 2 == 0 ? "\"by\":\"card\",\"last4\":\"4242\"" : "\"by\":\"invoice\",\"due\":\"2026-04-30\"";
        return Workload.Text($$"""
            {"id":{{1000 + number}},"placed":"2026-03-{{(number % 28) + 1:00}}T09:30:00Z","gift":true,"remark":{{remark}},
            "buyer":{"name":"Ada Lovelace","email":"ada.{{number}}@example.org","phone":"+49301234567",
            "address":{"street":"Unter den Linden {{number % 90}}","city":"Berlin","code":"10117","country":"DE"} },
            "lines":[{"sku":"AB-{{1000 + (number % 9000)}}","qty":{{(number % 20) + 1}},"price":12.95},
            {"sku":"CD-004711","qty":2,"price":{{(number % 100) + 1}}.5}],"payment":{ {{payment}} } }
            """);
    }
}
