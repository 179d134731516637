using MoroccoCT.Cli;
using MoroccoCT.Verification;

namespace MoroccoCT.Tests.Cli;

public sealed class VerifyCommandTests
{
    public static TheoryData<ChangeKind> Kinds => [.. Enum.GetValues<ChangeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void There_are_words_for_each_kind_of_change(ChangeKind kind) =>
        VerifyCommand.Text(new(kind, "MCT-W-2026-47-2", "2015", "2016")).ShouldContain("MCT-W-2026-47-2");
}
