namespace Statute;

/// <summary>The words for each <see cref="RepeatRule"/>.</summary>
internal static class RepeatRules
{
    /// <summary>The word in a table and in a problem's <c>repeat</c>; null where the table is silent.</summary>
    internal static string? Word(this RepeatRule rule) => rule switch
    {
        RepeatRule.Silent => null,
        RepeatRule.Modified => "modified",
        RepeatRule.Credentials => "credentials",
        RepeatRule.After => "after",
    };

    /// <summary>The rule of a word; null where there is none.</summary>
    internal static RepeatRule? Of(string? word)
    {
        foreach (var rule in Enum.GetValues<RepeatRule>())
        {
            if (word is not null && rule.Word() == word)
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The rule in a sentence.</summary>
    internal static string Sentence(this RepeatRule rule) => rule switch
    {
        RepeatRule.Silent => "The table says nothing about sending the request again; a client does not do so by itself.",
        RepeatRule.Modified => "Do not send the request again unless it was modified.",
        RepeatRule.Credentials => "Check the credentials before you send the request again.",
        RepeatRule.After => "Send the request again only where the answer carries Retry-After, and after that delay.",
    };
}
