using Microsoft.AspNetCore.Identity;
using Statute.AspNetCore.Basic;

namespace Statute.AspNetCore.Tests.Basic;

/// <summary>ASP.NET's hasher, with a count of its checks and of those that ran side by side.</summary>
internal sealed class CountingHasher : IPasswordHasher<BasicUser>
{
    private readonly PasswordHasher<BasicUser> _hasher = new();
    private int _calls;
    private int _running;
    private int _peak;

    public int Calls => Volatile.Read(ref _calls);

    public int Peak => Volatile.Read(ref _peak);

    public List<int> IterationsSeen { get; } = [];

    /// <summary>Runs inside each check.</summary>
    public Action During { get; set; } = () => { };

    public string HashPassword(BasicUser user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(BasicUser user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _calls);
        lock (IterationsSeen)
        {
            _peak = Math.Max(_peak, ++_running);
            IterationsSeen.Add(UserLine.IterationsOf(hashedPassword));
        }

        During();
        var result = _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        lock (IterationsSeen)
        {
            _running--;
        }

        return result;
    }
}
