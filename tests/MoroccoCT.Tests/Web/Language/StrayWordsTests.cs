using MoroccoCT.Tests.Briefings;

namespace MoroccoCT.Tests.Web.Language;

/// <summary>Every word of the interface stands in a file of words, one for each language, and nowhere else.</summary>
public sealed class StrayWordsTests
{
    private static readonly string web = Path.Combine(TestLibrary.RepositoryRoot(), "src", "MoroccoCT", "Web");

    /// <summary>Folders with code that pages are made of. Answers to programs are English: see docs/decisions.</summary>
    private static readonly string[] behindPages = ["Pages", "Language", "Preferences"];

    public static TheoryData<string> Pages => Files("Pages", "*.cshtml");

    public static TheoryData<string> Code => new(behindPages.SelectMany(folder => Paths(folder, "*.cs")));

    public static TheoryData<string> Scripts => Files("wwwroot", "*.js");

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_word_stands_in_a_page(string file) => StrayWords.OfPage(Read(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Code))]
    public void No_word_stands_in_the_code_behind_pages(string file) => StrayWords.OfCode(Read(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void No_word_stands_in_a_script(string file) => StrayWords.OfScript(Read(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Welcome</p>", "Welcome")]
    [InlineData("<p>@Model.Name: ready</p>", "\uFFFC: ready")]
    [InlineData("<img alt=\"A picture\">", "A picture")]
    [InlineData("<input placeholder=\"Name\" value=\"@Model.Name\">", "Name")]
    [InlineData("<button aria-label='Remove @(key.Name)'>×</button>", "Remove \uFFFC")]
    [InlineData("@if (a < b)\n{\n  <p>Less</p>\n}\nelse\n{\n  <p>@Words.More</p>\n}\n", "Less")]
    [InlineData("@foreach (var a in b)\n{\n  @:and more\n}\n", "and more")]
    [InlineData("<p>@(isLate ? \"You are late.\" : Words.Fine)</p>", "You are late.")]
    [InlineData("@{\n  ViewData[\"Title\"] = \"All requests\";\n}\n<p>@Words.Fine</p>", "All requests")]
    [InlineData("<form data-busy=\"Please wait\"></form>", "Please wait")]
    public void A_word_in_a_page_is_found(string page, string word) => StrayWords.OfPage(page).ShouldBe([word]);

    [Theory]
    [InlineData("@page \"/people\"\n@model PeopleModel\n@* A remark. *@\n<h1 class=\"a b\" id=\"title\">@Words.People.Title</h1>")]
    [InlineData("<code>/health/ready</code> · @Words.Time(Desk.Local(a.B)) – &amp; 3")]
    [InlineData("@switch (x)\n{\n  case A.B:\n    <p>@c</p>\n    break;\n  default:\n    <br>\n    break;\n}\n")]
    [InlineData("<a href=\"~/?from=@id\" aria-label=\"@Words.A: @b.C\">@Words.List([Words.Pages(1), b ?? \"x\"])</a>")]
    public void What_is_no_word_in_a_page_is_left_alone(string page) => StrayWords.OfPage(page).ShouldBeEmpty();

    [Theory]
    [InlineData("Told = \"The key was made.\";", "The key was made.")]
    [InlineData("var a = $\"{count} pages\";", "\uFFFC pages")]
    [InlineData("error.AddModelError(nameof(file), \"Choose a file\");", "Choose a file")]
    public void A_word_in_code_is_found(string code, string word) => StrayWords.OfCode(code).ShouldBe([word]);

    [Theory]
    [InlineData("// It's a remark with \"words in it\"\nvar a = \"data-key\";")]
    [InlineData("throw new InvalidOperationException($\"There are no words for {problem} (yet).\");")]
    [InlineData("log.LogInformation(\"Somebody came in\", who);")]
    public void What_nobody_reads_on_a_page_is_left_alone(string code) => StrayWords.OfCode(code).ShouldBeEmpty();

    [Theory]
    [InlineData("button.textContent = \"Saving…\";", "Saving…")]
    [InlineData("place.textContent = `about ${pages} pages`;", "about $\uFFFC pages")]
    public void A_word_in_a_script_is_found(string script, string word) => StrayWords.OfScript(script).ShouldBe([word]);

    private static TheoryData<string> Files(string folder, string pattern) => new(Paths(folder, pattern));

    private static IEnumerable<string> Paths(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(web, folder), pattern, SearchOption.AllDirectories).Select(path => Path.GetRelativePath(web, path)).Order();

    private static string Read(string file) => File.ReadAllText(Path.Combine(web, file));
}
