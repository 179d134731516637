using System.Reflection;
using MoroccoCT.Briefings.Composition;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Rendering;

/// <summary>Which program makes the documents: a change of its code may change their bytes.</summary>
internal static class ProgramVersion
{
    /// <summary>Product and version, such as <c>MoroccoCT Briefings 1.2.0</c>.</summary>
    public static string Name { get; } =
        $"{typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyProductAttribute>()!.Product} "
        + typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The compiler gives a module an id made from all that goes into it, so that equal sources have equal ids.</summary>
    public static IReadOnlyList<Guid> Modules { get; } =
        [.. new[] { typeof(Briefing), typeof(EnginePool), typeof(ProgramVersion) }.Select(type => type.Module.ModuleVersionId)];
}
