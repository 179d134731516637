using MoroccoCT.People;

namespace MoroccoCT.Faults;

/// <summary>What is wrong with an account, and what would be right: the same sentences at every door.</summary>
public sealed record PersonWords
{
    public static PersonWords English { get; } = new();

    public string Rejected { get; init; } = "The account cannot be like that";

    public string Sentence(PersonProblem problem) => (problem.Fault, problem.Arguments) switch
    {
        (PersonFault.Blank, _) => $"{Field(problem.Field)} is empty. Write one.",
        (PersonFault.TooLong, [var most]) => $"{Field(problem.Field)} is too long: {most} characters are allowed.",
        (PersonFault.Character, [var character]) => $"{Field(problem.Field)} holds '{character}'. Use letters, digits, spaces and . _ - @ + '.",
        (PersonFault.MixedAlphabets, _) => $"{Field(problem.Field)} mixes alphabets whose letters look alike, such as Latin and Cyrillic. Use one.",
        (PersonFault.NameTaken, [var name]) => $"Somebody is called '{name}' already. Choose another name.",
        (PersonFault.NobodyOfThatName, [var name]) => $"Nobody is called '{name}'. 'MoroccoCT users list' shows who there is.",
        (PersonFault.Unknown, [var given, .. var valid]) => $"Unknown {Field(problem.Field).ToLowerInvariant()} '{given}'. Valid: {string.Join(", ", valid)}.",
        (PersonFault.PasswordTooShort, [var least]) => $"The password is too short: it needs {least} characters.",
        (PersonFault.PasswordTooLong, [var most]) => $"The password is too long: {most} characters are allowed.",
        (PersonFault.PasswordCommon, _) => "The password is made of words, names, years or rows of keys that everybody tries first. "
            + "Take several words that do not belong together.",
        (PersonFault.PasswordWrong, _) => "The present password is not right.",
        (PersonFault.CodeWrong, _) => "The code is not right, or was used before. Wait for the next one.",
        (PersonFault.LastAdministrator, _) => "This is the last administrator: nobody could let people in any more. Make somebody else one first.",
        (PersonFault.Range, [var least, var most]) => $"{Field(problem.Field)}: write a number from {least} to {most}.",
        (PersonFault.ScopeBeyondRole, [var scope, var role]) => $"A key of somebody in the role {role} cannot be good for '{scope}'.",
        (PersonFault.NotActive, [var name]) => $"'{name}' is kept out. Let that person in again first.",
        _ => throw new InvalidOperationException($"There are no words for {problem}."),
    };

    private static string Field(string field) => field switch
    {
        "name" => "The name",
        "displayName" => "The name that others see",
        "desk" => "The desk",
        "role" => "Role",
        "clearance" => "Clearance",
        "key" => "The key's name",
        "scopes" => "Scope",
        "days" => "Days",
        "passkeyName" => "The passkey's name",
        _ => field,
    };
}
