namespace MoroccoCT.Hosting;

/// <summary>The command line is wrong. The message is one line that names the option and says what is valid.</summary>
internal sealed class UsageException(string message) : Exception(message);
