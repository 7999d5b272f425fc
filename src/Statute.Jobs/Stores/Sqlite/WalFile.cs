using System.Buffers.Binary;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The log of changes (https://sqlite.org/fileformat2.html#walformat). SQLite reads it up to the first frame whose checksum is wrong, and
/// forgets what comes behind: right where a power cut has torn the last transaction, wrong where what it had told is damaged.
/// </summary>
internal static class WalFile
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private const uint Magic = 0x377F0682;

    /// <summary>Its name beside the store's.</summary>
    internal static string PathOf(string store) => store + "-wal";

    /// <summary>Finds out what state the log of a store is in. One that is not there is whole.</summary>
    internal static WalState Find(string store) => File.Exists(PathOf(store)) ? Check(PathOf(store)) : WalState.Whole;

    private static WalState Check(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1024 * 1024);
        Span<byte> header = stackalloc byte[HeaderSize];
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
        {
            return WalState.Whole;
        }

        var magic = Number(header, 0);
        var sum = new Checksum((magic & 1) == 1);
        sum.Add(header[..24]);
        var isWhole = (magic & ~1u) == Magic && sum.Is(header[24..]);
        var pageSize = (int)Number(header, 8);
        return isWhole ? Check(file, header.Slice(16, 8), sum, pageSize) : CheckWithoutHeader(file);
    }

    // Frames of an earlier round may stand behind those of this one: the salt tells them apart.
    private static WalState Check(FileStream file, ReadOnlySpan<byte> salt, Checksum sum, int pageSize)
    {
        var frame = new byte[FrameHeaderSize + pageSize];
        var (isWhole, lostCommits) = (true, 0);
        int length;
        while ((length = file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false)) == frame.Length)
        {
            var isOfThisRound = salt.SequenceEqual(frame.AsSpan(8, 8));
            sum.Add(frame.AsSpan(0, 8));
            sum.Add(frame.AsSpan(FrameHeaderSize));
            isWhole &= isOfThisRound && sum.Is(frame.AsSpan(16, 8));
            lostCommits += !isWhole && isOfThisRound && Number(frame, 4) != 0 ? 1 : 0;
        }

        // Half a frame is the beginning of one that was to come, or the rest of one that was there.
        return lostCommits switch { 0 when length == 0 => WalState.Whole, 0 or 1 => WalState.TornAtTheEnd, _ => WalState.Damaged };
    }

    // The header is synced before the first frame is written.
    private static WalState CheckWithoutHeader(FileStream file) => file.Length > HeaderSize ? WalState.Damaged : WalState.TornAtTheEnd;

    private static uint Number(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);

    private struct Checksum(bool isBigEndian)
    {
        private uint _first;
        private uint _second;

        internal void Add(ReadOnlySpan<byte> bytes)
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                _first += Word(bytes) + _second;
                _second += Word(bytes[4..]) + _first;
            }
        }

        internal readonly bool Is(ReadOnlySpan<byte> expected) => Number(expected, 0) == _first && Number(expected, 4) == _second;

        private readonly uint Word(ReadOnlySpan<byte> bytes) =>
            isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
