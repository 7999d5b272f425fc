using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Whether there is room for new jobs. There is until a write finds none; then new ones are refused and those that wait are not begun,
/// while what ends jobs may use the ballast, until the ballast could be filled again, or as much is free within the file.
/// </summary>
internal sealed class Room(Ballast ballast, long reserve, string path, StoreClock clock, ILogger log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private TimeSpan _looked;

    internal bool IsShort { get; private set; }

    /// <summary>Notes that a write found no room.</summary>
    internal void RunShort()
    {
        if (!IsShort)
        {
            IsShort = true;
            _looked = clock.Elapsed;
            log.RanOutOfRoom(path);
        }
    }

    /// <summary>Makes room for a write that frees some, or ends something. False where there is none left.</summary>
    internal bool Release() => ballast.Release();

    /// <summary>Whether it is time to find out whether there is room again.</summary>
    internal bool IsLookDue => IsShort && clock.Elapsed - _looked >= BetweenLooks;

    /// <summary>Finds it out.</summary>
    internal void Look(StoreTable store)
    {
        _looked = clock.Elapsed;
        if (ballast.Fill() || ballast.Length + store.FreeBytes >= reserve)
        {
            IsShort = false;
            log.HasRoomAgain(path);
        }
    }

    /// <summary>Takes the ballast at the opening. Where there is no room for it, there is none for new jobs.</summary>
    internal void Reserve()
    {
        if (!ballast.Fill())
        {
            RunShort();
        }
    }

    internal JobStoreFullException Refusal(Exception? inner = null) => new(
        $"There is no room in '{path}': new jobs, and large answers, are refused until {reserve} bytes are free on its disk, or within "
        + "it, and those that wait are begun then. "
        + "Free some, or forget jobs that have ended.", inner);
}
