namespace MoroccoCT.Web.Errors;

/// <summary>The request cannot be read, and its status alone does not tell why. The message is for the client: why, and what to send instead.</summary>
internal sealed class UnreadableRequestException(int status, string message, Exception? cause = null)
    : BadHttpRequestException(message, status, cause!);
