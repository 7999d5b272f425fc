namespace Statute.JobCases;

/// <summary>A neighbour on the same disk, who has some of it, and then takes all that is free.</summary>
internal sealed class Hog
{
    private const int AtFirst = 1024 * 1024;

    private readonly string _path;

    internal Hog(string folder)
    {
        _path = Path.Combine(folder, "hog");
        File.WriteAllBytes(_path, new byte[AtFirst]);
    }

    internal Task FillAsync()
    {
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var bytes = new byte[4096]; ;)
            {
                file.Write(bytes);
            }
        }
        catch (IOException)
        {
            return Task.CompletedTask;
        }
    }

    internal Task FreeAsync()
    {
        File.Delete(_path);
        return Task.CompletedTask;
    }
}
