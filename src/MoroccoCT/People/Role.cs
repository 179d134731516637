namespace MoroccoCT.People;

/// <summary>What a person is here for. Each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>Sees and downloads what the desk has ordered, and checks files.</summary>
    Reader,

    /// <summary>Orders briefings.</summary>
    Requester,

    /// <summary>Writes.</summary>
    Editor,

    /// <summary>Releases what others wrote.</summary>
    Approver,

    /// <summary>Lets people in and out, and sees the audit and the jobs.</summary>
    Administrator,
}
