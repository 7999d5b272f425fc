using System.Runtime.InteropServices;

namespace Statute.Schemas.Evaluating;

internal ref partial struct Run
{
    /// <summary>
    /// What the string stands for. An escaped one is written into the arena, where it stays until the arena grows or is given back.
    /// </summary>
    public ReadOnlySpan<byte> TextOf(StringToken token)
    {
        var written = Json.Slice(token.Start, token.Length);
        if (!token.Escaped)
        {
            return written;
        }

        // Whoever goes on asks for a step, and is refused if this has taken the last one.
        Spend(token.Length >> 3);
        var words = (token.Length + 7) >> 3;
        var text = MemoryMarshal.AsBytes(Arena.Slice(Arena.Take(words), words));
        return text[..Escapes.Decode(written, text)];
    }

    /// <summary>The hash of the text that the string stands for.</summary>
    public ulong HashOf(StringToken token)
    {
        var top = Arena.Top;
        var hash = NameHash.Of(TextOf(token));
        Arena.Top = top;
        return hash;
    }

    public bool IsSameText(StringToken a, StringToken b)
    {
        if (!a.Escaped && !b.Escaped)
        {
            return Json.Slice(a.Start, a.Length).SequenceEqual(Json.Slice(b.Start, b.Length));
        }

        // Room for both at once: the arena may move while the second is written.
        var top = Arena.Top;
        Arena.Take(((a.Length + 7) >> 3) + ((b.Length + 7) >> 3));
        Arena.Top = top;
        return TextOf(a).SequenceEqual(TextOf(b));
    }

    /// <summary>Notes a violation and goes on, or answers no where only the verdict counts.</summary>
    public bool Tell(Explaining.Keyword keyword, SchemaNode node, int at, int number = -1)
    {
        if (Violations is null || Fault != RunFault.None)
        {
            return false;
        }

        return Violations.Add(new Explaining.Finding(keyword, node, at, number)) || End(RunFault.Violations);
    }
}
