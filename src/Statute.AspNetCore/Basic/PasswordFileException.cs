namespace Statute.AspNetCore.Basic;

/// <summary>A password file that cannot be used, with all that is wrong with it. It never quotes a hash or a password.</summary>
public sealed class PasswordFileException : Exception
{
    internal PasswordFileException(string path, IReadOnlyList<string> faults)
        : base($"The password file '{path}' has {(faults.Count == 1 ? "a fault" : faults.Count + " faults")}:"
            + Environment.NewLine + "  " + string.Join(Environment.NewLine + "  ", faults))
    {
        Path = path;
        Faults = faults;
    }

    /// <summary>The file, as it was named by the caller.</summary>
    public string Path { get; }

    /// <summary>One sentence for each fault, in the order of the file: <c>line 3: what is wrong; what cures it</c>.</summary>
    public IReadOnlyList<string> Faults { get; }
}
