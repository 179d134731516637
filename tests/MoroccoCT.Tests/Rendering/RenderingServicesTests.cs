using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MoroccoCT.Rendering;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Rendering;

public sealed class RenderingServicesTests
{
    [Theory]
    [InlineData("Desk:TimeZone", "Morocco time", "Desk:TimeZone is no IANA time zone, such as Africa/Casablanca.")]
    [InlineData("Desk:TimeZone", "", "TimeZone")]
    [InlineData("Library:LookEvery", "00:00:00", "LookEvery")]
    [InlineData("Typesetting:Engines", "0", "Engines")]
    public void A_setting_that_cannot_be_is_refused_by_its_name(string setting, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Settings((setting, value))).Message.ShouldContain(message);

    [Fact]
    public void Settings_are_read_from_their_sections()
    {
        var (desk, library) = Settings(("Desk:TimeZone", "Asia/Tokyo"), ("Desk:Name", "A desk"), ("Desk:Contact", "desk@example.org"), ("Library:LookEvery", "00:00:10"));

        (desk.Zone.Id, desk.Name, desk.Contact, library.LookEvery).ShouldBe(("Asia/Tokyo", "A desk", "desk@example.org", TimeSpan.FromSeconds(10)));
    }

    private static (DeskOptions Desk, LibraryOptions Library) Settings(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        using var services = new ServiceCollection().AddLogging().AddRendering(configuration).BuildServiceProvider();
        _ = services.GetRequiredService<IOptions<TypesettingOptions>>().Value;
        return (services.GetRequiredService<IOptions<DeskOptions>>().Value, services.GetRequiredService<IOptions<LibraryOptions>>().Value);
    }
}
