using MoroccoCT.Typesetting;
using static MoroccoCT.Tests.Typesetting.TestEngines;

namespace MoroccoCT.Tests.Typesetting;

public sealed class LayoutSetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("layout-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_are_named_relative_to_the_folder_with_forward_slashes()
    {
        Write("briefing.typ", "= A");
        Write("parts/title.typ", "= B");

        LayoutSet.Load(folder).Files.Keys.ShouldBe(["briefing.typ", "parts/title.typ"]);
    }

    [Fact]
    public void Hidden_files_stay_outside()
    {
        Write("briefing.typ", "");
        Write(".briefing.typ.swp", "");

        LayoutSet.Load(folder).Files.Keys.ShouldBe(["briefing.typ"]);
    }

    [Fact]
    public void The_hash_depends_on_names_and_contents_but_not_on_the_order_of_files()
    {
        var layout = Layout(("a.typ", "1"), ("b.typ", "2"));

        Layout(("b.typ", "2"), ("a.typ", "1")).Hash.ShouldBe(layout.Hash);
        Layout(("a.typ", "1"), ("b.typ", "3")).Hash.ShouldNotBe(layout.Hash);
        Layout(("a.typ", "1"), ("c.typ", "2")).Hash.ShouldNotBe(layout.Hash);
        Layout(("a.typ", "1b.typ\0" + "2")).Hash.ShouldNotBe(layout.Hash);
        layout.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void A_layout_does_not_change_with_the_bytes_it_was_made_from()
    {
        var bytes = "= A"u8.ToArray();
        var layout = LayoutSet.Create([KeyValuePair.Create("a.typ", new ReadOnlyMemory<byte>(bytes))]);

        bytes[0] = (byte)'#';

        layout.Files["a.typ"].Span[0].ShouldBe((byte)'=');
    }

    [Fact]
    public void A_symbolic_link_to_a_file_is_refused_by_name()
    {
        Write("briefing.typ", "");
        File.CreateSymbolicLink(Path.Combine(folder, "secret.txt"), "/etc/passwd");

        Should.Throw<LayoutRejectedException>(() => LayoutSet.Load(folder)).Message.ShouldContain("secret.txt is a symbolic link to /etc/passwd");
    }

    [Fact]
    public void A_symbolic_link_to_a_folder_is_refused()
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, "system"), "/etc");

        Should.Throw<LayoutRejectedException>(() => LayoutSet.Load(folder)).Message.ShouldContain("symbolic link");
    }

    [Theory]
    [InlineData("#import \"@preview/cetz:0.3.0\"")]
    [InlineData("#let name = \"@local/house:1.0.0\"")]
    public void A_package_import_is_refused_with_file_and_line(string line)
    {
        Write("parts/title.typ", $"= Title\n\n{line}\n");

        var fault = Should.Throw<LayoutRejectedException>(() => LayoutSet.Load(folder)).Diagnostics.ShouldHaveSingleItem();

        fault.File.ShouldBe("parts/title.typ");
        fault.Line.ShouldBe(3);
        fault.Hints.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_that_is_added_counts_and_takes_the_place_of_one_of_its_name()
    {
        var layout = Layout(("a.typ", "1"), ("b.typ", "2"));

        layout.With("c.typ", Utf8("3")).Files.Keys.ShouldBe(["a.typ", "b.typ", "c.typ"]);
        layout.With("c.typ", Utf8("3")).Hash.ShouldBe(Layout(("a.typ", "1"), ("b.typ", "2"), ("c.typ", "3")).Hash);
        layout.With("b.typ", Utf8("3")).Hash.ShouldBe(Layout(("a.typ", "1"), ("b.typ", "3")).Hash);
        layout.Hash.ShouldBe(Layout(("a.typ", "1"), ("b.typ", "2")).Hash);
        Should.Throw<ArgumentException>(() => layout.With("../c.typ", Utf8("")));
    }

    [Fact]
    public void A_file_that_another_program_holds_is_refused_in_words()
    {
        Write("briefing.typ", "= A");
        using var held = new FileStream(Path.Combine(folder, "briefing.typ"), FileMode.Open, FileAccess.Read, FileShare.None);

        Should.Throw<LayoutRejectedException>(() => LayoutSet.Load(folder)).Message.ShouldStartWith($"The layout in {folder} cannot be read. ");
    }

    [Fact]
    public void A_name_that_no_layout_can_have_is_refused_in_words()
    {
        Write("line\nbreak.typ", "= A");

        Should.Throw<LayoutRejectedException>(() => LayoutSet.Load(folder)).Message.ShouldContain("is no file name inside the workspace");
    }

    [Fact]
    public void A_missing_folder_is_refused_by_name() =>
        Should.Throw<LayoutRejectedException>(() => LayoutSet.Load("/no/such/folder")).Message.ShouldContain("/no/such/folder");

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../outside.typ")]
    [InlineData("a//b.typ")]
    [InlineData("a\\b.typ")]
    [InlineData("line\nbreak.typ")]
    [InlineData("")]
    public void A_name_that_leaves_the_workspace_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => Layout((name, "")));

    [Theory]
    [InlineData("colors.json")]
    [InlineData("more.typ")]
    [InlineData("../data.json")]
    public async Task A_data_file_can_neither_replace_the_layout_nor_add_code_to_it(string name)
    {
        await using var pool = Start();
        var job = new TypesettingJob
        {
            Layout = Layout(("main.typ", Head), ("colors.json", "{}")),
            Main = "main.typ",
            Files = new Dictionary<string, ReadOnlyMemory<byte>> { [name] = Utf8("{}") },
        };

        await Should.ThrowAsync<ArgumentException>(() => pool.TypesetAsync(job, None));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
