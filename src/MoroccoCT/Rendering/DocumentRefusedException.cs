namespace MoroccoCT.Rendering;

/// <summary>The engine made a file, but a check on it failed, so it is not issued. The same order would fail again.</summary>
public class DocumentRefusedException(string message) : Exception(message);
