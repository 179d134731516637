using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Typesetting;

public sealed class EngineCommandTests : IDisposable
{
    private readonly EngineFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_engine_inherits_nothing_from_the_environment_of_the_service()
    {
        var environment = Command(new Version(20, 12)).Environment;

        string[] own =
        [
            "PATH", "HOME", "TMPDIR", "FONTCONFIG_FILE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY",
            "MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_",
        ];
        environment.Keys.ShouldBe(own, ignoreOrder: true);
    }

    [Fact]
    public void Every_way_out_leads_to_a_port_on_which_nothing_can_listen()
    {
        var environment = Command(new Version(20, 12)).Environment;

        foreach (var proxy in (string[])["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]) environment[proxy].ShouldBe("http://127.0.0.1:0");
    }

    [Fact]
    public void Memory_is_limited_in_bytes_of_data_and_a_crash_leaves_no_core()
    {
        var arguments = Command(new Version(20, 12)).ArgumentList;

        arguments.ShouldContain($"--data={2048L * 1024 * 1024}");
        arguments.ShouldContain("--core=0");
    }

    [Theory]
    [InlineData("20.12.0", "--experimental-permission")]
    [InlineData("22.11.0", "--experimental-permission")]
    [InlineData("24.0.0", "--permission")]
    public void The_permission_option_has_the_name_that_the_version_knows(string version, string option) =>
        Command(Version.Parse(version)).ArgumentList.ShouldContain(option);

    private System.Diagnostics.ProcessStartInfo Command(Version version) =>
        EngineCommand.Create(new TypesettingOptions(), new NodeRuntime("/usr/bin/node", version), folder);
}
