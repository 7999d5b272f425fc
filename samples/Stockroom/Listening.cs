namespace Stockroom;

/// <summary>The start of the server, with the two faults that a person can make there.</summary>
internal static class Listening
{
    public static async Task ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (fault is IOException or FormatException)
        {
            throw new CannotStartException($"cannot listen: {fault.Message} Name another address with --urls URL.", fault);
        }
    }
}
