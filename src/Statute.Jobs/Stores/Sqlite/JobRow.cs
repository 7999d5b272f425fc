using System.Text;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>One row of the table of jobs.</summary>
internal sealed record JobRow
{
    /// <summary>Its number: jobs that were accepted later have a larger one.</summary>
    internal long Seq { get; init; }

    /// <summary>The job, as it is shown.</summary>
    internal required Job Job { get; init; }

    /// <summary>How often it was claimed.</summary>
    internal long Fence { get; init; }

    /// <summary>The age of the store when it ended, in milliseconds.</summary>
    internal long? EndedAge { get; init; }

    /// <summary>See <see cref="JobKey"/>.</summary>
    internal byte[]? KeyScope { get; init; }

    /// <summary>See <see cref="JobKey"/>.</summary>
    internal byte[]? KeyFingerprint { get; init; }

    /// <summary>See <see cref="NewJob.Exclusive"/>.</summary>
    internal string? Exclusive { get; init; }

    /// <summary>The checksum of the stored request.</summary>
    internal required long RequestSum { get; init; }

    /// <summary>The checksum of the stored answer; null where there is none.</summary>
    internal long? AnswerSum { get; init; }

    /// <summary>The checksum of all of it but the number.</summary>
    internal long Seal()
    {
        using var bytes = new MemoryStream(512);
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        to.Write(Job.Id.ToByteArray());
        Write(to, Job.Owner);
        Write(to, Job.Operation);
        Write(to, Job.Target);
        to.Write((int)Job.State);
        Write(to, Job.CreatedAt);
        Write(to, Job.StartedAt);
        Write(to, Job.EndedAt);
        to.Write(Job.Attempts);
        Write(to, Job.CancelRequestedAt);
        Write(to, Job.Status);
        Write(to, Job.ContentType);
        Write(to, Job.ContentLength);
        to.Write(Fence);
        Write(to, EndedAge);
        Write(to, KeyScope);
        Write(to, KeyFingerprint);
        Write(to, Exclusive);
        to.Write(RequestSum);
        Write(to, AnswerSum);
        to.Flush();
        return Checksum.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    // Each value says first whether it is there, and its length where that varies: no two rows are written alike.
    private static void Write(BinaryWriter to, string? value)
    {
        to.Write(value != null);
        to.Write(value ?? "");
    }

    private static void Write(BinaryWriter to, byte[]? value)
    {
        to.Write(value?.Length ?? -1);
        to.Write(value ?? []);
    }

    private static void Write(BinaryWriter to, long? value)
    {
        to.Write(value != null);
        to.Write(value ?? 0);
    }

    private static void Write(BinaryWriter to, DateTimeOffset? value) => Write(to, value?.ToUnixTimeMilliseconds());
}
