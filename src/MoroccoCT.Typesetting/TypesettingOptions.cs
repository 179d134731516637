using System.ComponentModel.DataAnnotations;

namespace MoroccoCT.Typesetting;

/// <summary>How many engines set documents, and what each may cost; settings section <c>Typesetting</c>.</summary>
public sealed class TypesettingOptions
{
    public const string Section = "Typesetting";

    /// <summary>Engine processes at most; they start when first needed. Each takes one core and up to <see cref="MemoryLimitMiB"/>.</summary>
    [Range(1, 64)]
    public int Engines { get; set; } = Math.Min(Environment.ProcessorCount, 64);

    /// <summary>Documents that may wait for an engine; the next one is refused with the advice to come back.</summary>
    [Range(0, 10_000)]
    public int QueueLimit { get; set; } = 64;

    /// <summary>From the call to the finished document, waiting included. A 200-page document takes about 4 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For an engine process to report that it is ready; it takes about 0.3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan StartDeadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After so many documents an engine makes way for a fresh one.</summary>
    [Range(1, 1_000_000)]
    public int RecycleAfterDocuments { get; set; } = 500;

    /// <summary>An engine that holds more memory (MiB) than this after a document makes way for a fresh one.</summary>
    [Range(128, 65_536)]
    public int RecycleAboveMiB { get; set; } = 768;

    /// <summary>Memory (MiB) at which the operating system refuses more and the engine ends. A 200-page document needs about 1,500.</summary>
    [Range(256, 65_536)]
    public int MemoryLimitMiB { get; set; } = 2048;

    /// <summary>The largest document (MiB) that is taken from an engine.</summary>
    [Range(1, 1024)]
    public int ResultLimitMiB { get; set; } = 64;

    /// <summary>
    /// Documents for which an unused part of a layout stays in an engine's cache: 0 keeps nothing, larger
    /// values make similar documents faster and engines larger.
    /// </summary>
    [Range(0, 1000)]
    public int KeptCacheAge { get; set; } = 40;

    /// <summary>The Node.js program, version 20.12 or newer: a path, or a name that is looked up on the PATH.</summary>
    [Required]
    public string NodePath { get; set; } = "node";

    /// <summary>The engine's host program; it comes with this library.</summary>
    [Required]
    public string HostScript { get; set; } = Path.Combine(AppContext.BaseDirectory, "host", "host.mjs");

    /// <summary>The folder with the only fonts that engines see.</summary>
    [Required]
    public string FontsFolder { get; set; } = Path.Combine(AppContext.BaseDirectory, "fonts");
}
