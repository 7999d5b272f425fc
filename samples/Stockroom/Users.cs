using Statute.AspNetCore.Basic;

namespace Stockroom;

/// <summary>The two users of a new stockroom. Whoever changes the file afterwards keeps the changes.</summary>
internal static class Users
{
    public const string Manager = "manager";

    public static void MakeOnce(string file)
    {
        if (File.Exists(file))
        {
            return;
        }

        PasswordFile.Set(file, "clerk", "clerk", []);
        PasswordFile.Set(file, "manager", "manager", [Manager]);
    }
}
