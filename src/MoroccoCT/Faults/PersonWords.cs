using System.Globalization;
using MoroccoCT.Language;
using MoroccoCT.People;

namespace MoroccoCT.Faults;

/// <summary>What is wrong with an account, and what would be right: the same sentences at every door.</summary>
public sealed class PersonWords(Texts texts) : WordGroup(texts, "PersonProblem")
{
    /// <summary>For programs, the command line and the log.</summary>
    public static PersonWords English { get; } = new(Texts.English);

    public string Sentence(PersonProblem problem) => (problem.Fault, problem.Arguments) switch
    {
        (PersonFault.Blank or PersonFault.MixedAlphabets, _) => Text($"{problem.Fault}", ("field", Field(problem.Field))),
        (PersonFault.TooLong, [var most]) => Counted(Parse(most), "TooLong", ("field", Field(problem.Field))),
        (PersonFault.NoMailAddress, [var given]) => Text("NoMailAddress", ("given", given)),
        (PersonFault.Character, [var character]) => Text("Character", ("field", Field(problem.Field)), ("character", character)),
        (PersonFault.NameTaken or PersonFault.NobodyOfThatName or PersonFault.NotActive, [var name]) => Text($"{problem.Fault}", ("name", name)),
        (PersonFault.Unknown, [var given, .. var valid]) => Unknown(problem.Field, given, Texts.List(valid)),
        (PersonFault.PasswordTooShort or PersonFault.PasswordTooLong, [var length]) => Counted(Parse(length), $"{problem.Fault}"),
        (PersonFault.PasswordCommon or PersonFault.PasswordWrong or PersonFault.CodeWrong or PersonFault.LastAdministrator, _) => Text($"{problem.Fault}"),
        (PersonFault.Range, [var least, var most]) => Text("Range", ("field", Field(problem.Field)), ("least", least), ("most", most)),
        (PersonFault.ScopeBeyondRole, [var scope, var role]) => Text("ScopeBeyondRole", ("scope", scope), ("role", role)),
        _ => throw new InvalidOperationException($"There are no words for {problem}."),
    };

    private string Unknown(string field, string given, string valid) => field is "role" or "clearance" or "scopes"
        ? Text($"Unknown.{field}", ("given", given), ("valid", valid))
        : Text("UnknownValue", ("field", field), ("given", given), ("valid", valid));

    private string Field(string field) => field switch
    {
        "name" or "displayName" or "desk" or "role" or "clearance" or "key" or "scopes" or "days" or "passkeyName" => Text($"Field.{field}"),
        _ => field,
    };

    private static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
}
