namespace MoroccoCT.Requests;

/// <summary>Why an attempt ended without a result that can be told.</summary>
public enum Setback
{
    /// <summary>Something outside the order: an engine or worker killed, the machine short of something, the database away.</summary>
    Outside,

    /// <summary>A fresh engine ended over this very document.</summary>
    EngineDeath,
}
