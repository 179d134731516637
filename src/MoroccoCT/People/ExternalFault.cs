namespace MoroccoCT.People;

/// <summary>Why somebody did not come in by the provider.</summary>
public enum ExternalFault
{
    /// <summary>It could not be reached.</summary>
    Away,

    /// <summary>It said no, or what came back was not right.</summary>
    Refused,

    /// <summary>He is in none of the groups that belong here, or is kept out.</summary>
    NotHere,

    /// <summary>Somebody else is here under that name.</summary>
    NameTaken,
}
