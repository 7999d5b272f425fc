namespace Statute.Schemas.Evaluating;

/// <summary>Steps through an array or object outside of its judgement.</summary>
internal static class Containers
{
    /// <summary>Goes to the next element. After the last one the run stands behind the container.</summary>
    /// <param name="run">The run, at the opening bracket or behind an element.</param>
    /// <param name="close">The closing bracket.</param>
    /// <param name="first">Whether the opening bracket is still ahead.</param>
    public static bool Next(ref Run run, char close, ref bool first)
    {
        var opens = first;
        first = false;
        run.At += opens ? 1 : 0;
        var next = run.Fault == RunFault.None ? run.Peek() : close;
        if (next == close)
        {
            run.At++;
            return false;
        }

        if (opens)
        {
            return true;
        }

        run.At++;
        return next == ',' || run.End(RunFault.Syntax);
    }

    /// <summary>Reads the name of a member and its colon.</summary>
    public static bool Name(ref Run run, out StringToken name)
    {
        name = default;
        if (run.Peek() != '"')
        {
            return run.End(RunFault.Syntax);
        }

        if (!run.ReadString(out name))
        {
            return false;
        }

        if (run.Peek() != ':')
        {
            return run.End(RunFault.Syntax);
        }

        run.At++;
        return true;
    }
}
