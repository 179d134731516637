namespace MoroccoCT.People;

/// <summary>One thing wrong with what somebody wants of a person's account. Each door has its own words for it.</summary>
/// <param name="Field">Member of a form or option of a command, such as <c>name</c>.</param>
/// <param name="Arguments">What a sentence about it names, as <see cref="PersonFault"/> says. What was given is made safe to be quoted.</param>
public sealed record PersonProblem(string Field, PersonFault Fault, params string[] Arguments)
{
    /// <summary>For the log.</summary>
    public override string ToString() => $"{Field}: {Fault}";
}

/// <summary>What can be wrong, each with what is told of it.</summary>
public enum PersonFault
{
    /// <summary>A name is empty.</summary>
    Blank,

    /// <summary>Characters allowed.</summary>
    TooLong,

    /// <summary>A name holds what no name holds: the character or its code.</summary>
    Character,

    /// <summary>A name has letters of alphabets that look alike.</summary>
    MixedAlphabets,

    /// <summary>Somebody has the name already: the name.</summary>
    NameTaken,

    /// <summary>Nobody has the name: the name.</summary>
    NobodyOfThatName,

    /// <summary>What was given, then what is valid.</summary>
    Unknown,

    /// <summary>Characters needed.</summary>
    PasswordTooShort,

    /// <summary>Characters allowed.</summary>
    PasswordTooLong,

    /// <summary>It is made of what everybody's passwords are made of.</summary>
    PasswordCommon,

    /// <summary>The present password that was typed is not the right one.</summary>
    PasswordWrong,

    /// <summary>The code is wrong, or was used before.</summary>
    CodeWrong,

    /// <summary>Nobody could let people in any more.</summary>
    LastAdministrator,

    /// <summary>A number lies outside its range: lowest, highest.</summary>
    Range,

    /// <summary>A key would be good for more than its owner's role: the scope, the role.</summary>
    ScopeBeyondRole,

    /// <summary>It is not one plain mail address: what was given.</summary>
    NoMailAddress,

    /// <summary>Somebody who may not come in cannot be given a key or link: the name.</summary>
    NotActive,
}

/// <summary>What was asked for cannot be done as it stands; nothing was changed.</summary>
public sealed class PersonRejectedException(params IReadOnlyList<PersonProblem> problems) : Exception(string.Join("; ", problems))
{
    public IReadOnlyList<PersonProblem> Problems { get; } = problems;
}
