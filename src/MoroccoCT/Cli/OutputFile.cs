using MoroccoCT.Hosting;

namespace MoroccoCT.Cli;

/// <summary>A file that appears whole or not at all: it is written beside its place under another name and then moved.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string path;
    private readonly string unfinished;
    private readonly FileStream stream;

    private OutputFile(string path, string unfinished, FileStream stream)
    {
        this.path = path;
        this.unfinished = unfinished;
        this.stream = stream;
    }

    /// <summary>Claims the place before the work is done, so that nobody waits for a file that cannot be written.</summary>
    /// <exception cref="UsageException">The place cannot be written to.</exception>
    public static OutputFile Create(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new UsageException($"--output: '{path}' is a folder. Name a file in it.");
        var partial = $"{full}.{Environment.ProcessId}.part";
        try
        {
            return new(full, partial, new FileStream(partial, FileMode.Create, FileAccess.Write));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var reason = fault switch
            {
                DirectoryNotFoundException => "its folder does not exist",
                UnauthorizedAccessException => "you may not write there",
                _ => fault.Message,
            };
            throw new UsageException($"--output: '{path}' cannot be written: {reason}. Name a file in a folder that exists and that you may write to.");
        }
    }

    public async Task CompleteAsync(byte[] content, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(content, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        stream.Close();
        File.Move(unfinished, path, overwrite: true);
    }

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(unfinished);
    }
}
