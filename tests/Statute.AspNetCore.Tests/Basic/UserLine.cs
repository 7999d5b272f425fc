using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Tests.Basic;

/// <summary>A line of a password file with a cheap hash, so that the tests need not pay for dear ones.</summary>
internal static class UserLine
{
    public static string Of(string name, string password, string roles = "", int iterations = 10) =>
        $"{name}:{roles}:{Hash(password, iterations)}";

    public static string Hash(string password, int iterations = 10)
    {
        var options = Options.Create(new PasswordHasherOptions { IterationCount = iterations });
        return new PasswordHasher<object>(options).HashPassword(new object(), password);
    }

    public static int IterationsOf(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
