namespace Stockroom;

/// <summary>What keeps the stockroom from starting, as a sentence for the person who started it.</summary>
internal sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
