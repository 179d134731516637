using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MoroccoCT.Desk;
using MoroccoCT.Library;
using MoroccoCT.Rendering;
using MoroccoCT.Typesetting;

namespace MoroccoCT.Tests.Rendering;

public sealed class RenderingServicesTests
{
    [Theory]
    [InlineData("Desk:TimeZone", "Morocco time", "Desk:TimeZone is no IANA time zone, such as Africa/Casablanca.")]
    [InlineData("Desk:TimeZone", "", "TimeZone")]
    [InlineData("Desk:Name", "", "'Desk:Name' is empty. Write a text, or leave the setting out.")]
    [InlineData("Desk:Contact", "  ", "'Desk:Contact' is empty. Write a text, or leave the setting out.")]
    [InlineData("Desk:Name", "The\u0007desk", "'Desk:Name' holds the control character U+0007. Write it as one line of plain text.")]
    [InlineData("Desk:Contact", "desk@example.org\nRabat", "'Desk:Contact' holds the control character U+000A. Write it as one line of plain text.")]
    [InlineData("Desk:Name", "会议", "'Desk:Name' holds '会' (U+4F1A), which the fonts cannot print.")]
    [InlineData("Library:LookEvery", "00:00:00", "LookEvery")]
    [InlineData("Typesetting:Engines", "0", "Engines")]
    public void A_setting_that_cannot_be_is_refused_by_its_name(string setting, string value, string message) =>
        Should.Throw<OptionsValidationException>(() => Settings((setting, value))).Message.ShouldContain(message);

    [Fact]
    public void Name_and_contact_have_a_length_each()
    {
        Should.NotThrow(() => Settings(("Desk:Name", new('n', 120)), ("Desk:Contact", new('c', 200))));
        var message = Should.Throw<OptionsValidationException>(() => Settings(("Desk:Name", new('n', 121)), ("Desk:Contact", new('c', 201)))).Message;
        message.ShouldContain("'Desk:Name' has 121 characters; 120 are allowed.");
        message.ShouldContain("'Desk:Contact' has 201 characters; 200 are allowed.");
    }

    [Fact]
    public void Settings_are_read_from_their_sections()
    {
        var (desk, library) = Settings(
            ("Desk:TimeZone", "Asia/Tokyo"), ("Desk:Name", "A desk"), ("Desk:Contact", "desk@example.org"), ("Library:LookEvery", "00:00:10"));

        (desk.Zone.Id, desk.Name, desk.Contact, library.LookEvery).ShouldBe(("Asia/Tokyo", "A desk", "desk@example.org", TimeSpan.FromSeconds(10)));
    }

    private static (DeskOptions Desk, LibraryOptions Library) Settings(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        using var services = new ServiceCollection().AddLogging().AddDesk(configuration).AddLibrary(configuration).AddRendering(configuration)
            .BuildServiceProvider();
        _ = services.GetRequiredService<IOptions<TypesettingOptions>>().Value;
        return (services.GetRequiredService<IOptions<DeskOptions>>().Value, services.GetRequiredService<IOptions<LibraryOptions>>().Value);
    }
}
