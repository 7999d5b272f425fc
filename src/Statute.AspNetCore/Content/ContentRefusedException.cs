namespace Statute.AspNetCore.Content;

/// <summary>Ends the reading of content that is over the limit or the budget. What was wrong is noted with the content.</summary>
internal sealed class ContentRefusedException() : IOException("The content is refused; reading it has ended.");
