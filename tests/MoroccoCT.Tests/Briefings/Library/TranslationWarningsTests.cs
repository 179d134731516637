using MoroccoCT.Briefings.Library;

namespace MoroccoCT.Tests.Briefings.Library;

public sealed class TranslationWarningsTests : IDisposable
{
    private const string English = "sections/lights/en.md";
    private const string French = "sections/lights/fr.md";

    private readonly TestLibrary library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public void A_translation_that_nobody_confirmed_is_told_once() => Warnings().ShouldBe(
    [
        "sections/keepers/fr.md:1: nobody has ever confirmed that this translation says what the original says – "
            + "compare it with sections/keepers/en.md, then run 'MoroccoCT library confirm fr keepers'",
        "sections/lights/fr.md:1: nobody has ever confirmed that this translation says what the original says – "
            + "compare it with sections/lights/en.md, then run 'MoroccoCT library confirm fr lights'",
    ]);

    [Fact]
    public void What_is_behind_is_told_with_both_places_and_what_to_do()
    {
        TranslatedPartTests.Confirm(library);
        library.Replace(English, "sounds in fog", "sounds in mist");

        Warnings().ShouldBe([library.At(French, "{#fog-signal}", "'fog-signal' is behind: the original has changed since the translation was confirmed – "
            + $"compare it with {library.At(English, "{#fog-signal}", "").Split(": ")[0]}, then run 'MoroccoCT library confirm fr lights#fog-signal'")]);
    }

    [Fact]
    public void A_new_part_of_a_confirmed_translation_is_told_by_itself_and_one_that_is_gone_too()
    {
        TranslatedPartTests.Confirm(library);
        library.Write(French, library.Read(French).Replace("  fog-signal: ", "  horn: ", StringComparison.Ordinal));

        Warnings().ShouldBe(
        [
            library.At(French, "{#fog-signal}", "nobody has ever confirmed that the translation of 'fog-signal' says what the original says – "
                + $"compare it with {library.At(English, "{#fog-signal}", "").Split(": ")[0]}, then run 'MoroccoCT library confirm fr lights#fog-signal'"),
            library.At(French, "translated-from:", "'translated-from' names 'horn', which is no topic of this section – "
                + "run 'MoroccoCT library confirm fr lights', which leaves it out, when the translation is complete"),
        ]);
    }

    private IEnumerable<string> Warnings() => TranslationWarnings.Of(library.Load()).Select(warning => warning.ToString());
}
