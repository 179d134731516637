namespace MoroccoCT.Typesetting;

/// <summary>The names under which files are mapped into the engine's workspace.</summary>
internal static class ShadowPath
{
    /// <summary>Refuses a name that is not a plain relative path inside the workspace.</summary>
    public static void Check(string name, string parameter)
    {
        var plain = name.Length is > 0 and <= 200
            && !name.Any(character => char.IsControl(character) || character is '\\' or ':')
            && name.Split('/').All(part => part is not ("" or "." or ".."));
        if (!plain)
            throw new ArgumentException($"\"{name}\" is no file name inside the workspace: relative, with forward slashes and without '..'.", parameter);
    }
}
