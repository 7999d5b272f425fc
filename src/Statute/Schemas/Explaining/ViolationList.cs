namespace Statute.Schemas.Explaining;

/// <summary>The violations of a run, up to a number.</summary>
internal sealed class ViolationList(int limit)
{
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether there was room.</summary>
    public bool Add(Finding finding)
    {
        if (_findings.Count >= limit)
        {
            return false;
        }

        _findings.Add(finding);
        return true;
    }
}
