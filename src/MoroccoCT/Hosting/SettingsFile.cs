using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace MoroccoCT.Hosting;

/// <summary>One file of settings. What is wrong with it is said in one sentence that names the file and, where there is one, the line.</summary>
internal sealed class SettingsFile(string path, bool isRequired) : IConfigurationSource
{
    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(path, isRequired);

    internal sealed class Provider(string path, bool isRequired) : JsonConfigurationProvider(new() { Path = path })
    {
        public override void Load()
        {
            if (Read() is not { } text)
                return;
            try
            {
                using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                    throw Fault("it is no group of settings. Write { \"Desk\": { \"Name\": \"…\" } } or the like.");
                Load(new MemoryStream(strict.GetBytes(text)));
            }
            catch (JsonException fault)
            {
                throw Fault(
                    $"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}: it is no JSON from there on. Mend it, or move "
                    + "the file away to do without.");
            }
            catch (FormatException fault)
            {
                throw Fault($"{(fault.InnerException ?? fault).Message.TrimEnd('.')}. Write each setting once; capitals do not count.");
            }
        }

        public override string ToString() => path;

        private string? Read()
        {
            try
            {
                if (Directory.Exists(path))
                    throw Fault("it is a folder. Put a file in its place, or move it away.");
                var bytes = File.ReadAllBytes(path);
                return strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
            }
            catch (DecoderFallbackException)
            {
                throw Fault("it is not UTF-8. Save it as UTF-8.");
            }
            catch (Exception fault) when (!isRequired && fault is (FileNotFoundException or DirectoryNotFoundException)
                && new FileInfo(path).LinkTarget is null)
            {
                return null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw Fault($"it cannot be read: {fault.Message.TrimEnd('.')}. Let this user read it, or move it away.");
            }
        }

        private UsageException Fault(string what) => new($"The settings in {path} cannot be used: {what}");
    }
}
