namespace Statute.AspNetCore.Basic;

/// <summary>What may be written is what the reader takes and what a client can send, no more.</summary>
internal static class WriterRules
{
    public static string Name(string name)
    {
        var fault = string.IsNullOrWhiteSpace(name) ? "is empty; give the user a name"
            : PlainText.Fault(name, "name") is { } control ? "cannot be used: " + control
            : name.Contains(':', StringComparison.Ordinal) ? $"'{name}' contains a colon, which ends a name; choose another"
            : name[0] == '#' ? $"'{name}' begins with #, which marks a comment; choose another"
            : null;
        return fault is null ? PlainText.Normal(name) : throw new ArgumentException($"The name {fault}.", nameof(name));
    }

    public static string Password(string password)
    {
        // The position of a character is not told: it would be a fact about the password.
        var fault = string.IsNullOrEmpty(password) ? "is empty; choose one of at least one character"
            : !PlainText.IsPlain(password) ? "contains a control character, and Basic cannot send one; choose another"
            : null;
        return fault is null ? PlainText.Normal(password) : throw new ArgumentException($"The password {fault}.", nameof(password));
    }

    public static string[] Roles(IEnumerable<string> roles)
    {
        var kept = new List<string>();
        foreach (var role in roles)
        {
            var text = role.Trim(' ');
            var fault = text.Length == 0 ? "is empty; leave it out"
                : PlainText.Fault(text, "role") is { } control ? "cannot be used: " + control
                : text.AsSpan().ContainsAny(':', ',') ? $"'{text}' contains a colon or a comma, which part the file; choose another"
                : null;
            kept.Add(fault is null ? text : throw new ArgumentException($"A role {fault}.", nameof(roles)));
        }

        return [.. kept];
    }
}
