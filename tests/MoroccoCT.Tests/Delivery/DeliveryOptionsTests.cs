using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Delivery;
using MoroccoCT.Delivery.Mail;

namespace MoroccoCT.Tests.Delivery;

public sealed class DeliveryOptionsTests
{
    private static readonly Dictionary<string, string?> good = new()
    {
        ["Delivery:Mail:Host"] = "mail.example.org",
        ["Delivery:Mail:From"] = "The \"Desk\" <briefings@example.org>",
        ["Delivery:Mail:Domains:0:Domain"] = "example.org",
        ["Delivery:Mail:Domains:0:Marking"] = "TLP:AMBER",
        ["Delivery:Webhooks:0:Name"] = "intranet",
        ["Delivery:Webhooks:0:Url"] = "https://hooks.example.org/briefings?x=1",
        ["Delivery:Webhooks:0:Secret"] = HttpReceiver.Secret,
        ["Delivery:Webhooks:0:Marking"] = "TLP:GREEN",
    };

    [Fact]
    public void With_nothing_set_nothing_leaves()
    {
        new DeliveryOptions().IsOn.ShouldBeFalse();
        Faults([]).ShouldBeEmpty();
    }

    [Fact]
    public void Good_settings_are_taken() => Faults(good).ShouldBeEmpty();

    [Theory]
    [InlineData("Mail:Host", null, "Delivery:Mail:Host is no name")]
    [InlineData("Mail:Host", "a b", "Delivery:Mail:Host is no name")]
    [InlineData("Mail:Security", "None", "another machine")]
    [InlineData("Mail:From", "nobody", "Delivery:Mail:From is no sender")]
    [InlineData("Mail:From", "a@b.example, c@d.example", "Delivery:Mail:From is no sender")]
    [InlineData("Mail:From", "a@b.example\r\nBcc: c@d.example", "Delivery:Mail:From is no sender")]
    [InlineData("Mail:ReplyTo", "desk@", "Delivery:Mail:ReplyTo")]
    [InlineData("Mail:User", "desk", "goes with one of")]
    [InlineData("Mail:Password", "x", "goes with one of")]
    [InlineData("Mail:PasswordFile", "/does/not/exist", "there is no file")]
    [InlineData("Mail:Timeout", "00:00:00", "Timeout")]
    [InlineData("Mail:Domains:0:Domain", "exa mple.org", "Domains:0:Domain is no domain")]
    [InlineData("Mail:Domains:1:Domain", "EXAMPLE.org", "once more")]
    [InlineData("Mail:Domains:0:Marking", "AMBER", "Domains:0:Marking is no marking")]
    [InlineData("Webhooks:0:Name", "In Tranet", "Webhooks:0:Name is no name")]
    [InlineData("Webhooks:1:Name", "intranet", "is taken by an earlier webhook")]
    [InlineData("Webhooks:0:Url", "http://hooks.example.org", "Webhooks:0:Url is no address with https")]
    [InlineData("Webhooks:0:Url", "https://user:word@hooks.example.org", "Webhooks:0:Url")]
    [InlineData("Webhooks:0:Url", "file:///etc/passwd", "Webhooks:0:Url")]
    [InlineData("Webhooks:0:Secret", "whsec_YQ==", "Webhooks:0:Secret is none")]
    [InlineData("Webhooks:0:Secret", null, "give one of Secret and SecretFile")]
    [InlineData("Webhooks:0:SecretFile", "/does/not/exist", "give one of Secret and SecretFile")]
    [InlineData("Webhooks:0:Marking", null, "Webhooks:0:Marking is no marking")]
    [InlineData("RetryDelays:0", "1.00:00:00", "RetryDelays")]
    [InlineData("CertificateAuthority", "/does/not/exist", "CertificateAuthority")]
    [InlineData("Parallel", "0", "Parallel")]
    [InlineData("MaxAge", "00:00:01", "MaxAge")]
    public void A_wrong_setting_is_named_and_said_what_would_be_right(string setting, string? value, string words)
    {
        var faults = Faults(new(good) { [$"Delivery:{setting}"] = value });

        faults.ShouldContain(fault => fault.Contains(words, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Fact]
    public void No_fault_shows_a_secret()
    {
        const string Secret = "s3cret-word";
        var faults = Faults(new(good) { ["Delivery:Mail:Password"] = Secret, ["Delivery:Webhooks:0:Secret"] = Secret });

        faults.Count.ShouldBeGreaterThan(1);
        faults.ShouldAllBe(fault => !fault.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a@example.org", "TLP:GREEN")]
    [InlineData("a@sub.example.org", "TLP:AMBER")]
    [InlineData("a@deep.sub.example.org", "TLP:RED")]
    [InlineData("a@notexample.org", null)]
    [InlineData("a@example.org.evil.example", null)]
    [InlineData("a@xn--bcher-kva.example", "TLP:CLEAR")]
    public void A_domain_stands_for_itself_a_dot_for_all_below_and_the_nearest_counts(string address, string? highest)
    {
        MailDomain[] domains =
        [
            new() { Domain = ".example.org", Marking = "TLP:AMBER" }, new() { Domain = "example.org", Marking = "TLP:GREEN" },
            new() { Domain = ".sub.example.org", Marking = "TLP:RED" }, new() { Domain = "Bücher.example", Marking = "TLP:CLEAR" },
        ];

        MailDomain.HighestFor(address, domains).ShouldBe(highest is null ? null : Marking.Find(highest));
        MailDomain.HighestFor(address, []).ShouldBeNull();
    }

    [Fact]
    public void A_pause_grows_and_is_another_for_each_delivery_within_its_bounds()
    {
        TimeSpan[] delays = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

        var pauses = Enumerable.Range(1, 40).Select(i => After(i, attempts: 1)).ToList();

        pauses.ShouldAllBe(pause => pause >= delays[0] && pause <= delays[0] * 1.2);
        pauses.Distinct().Count().ShouldBeGreaterThan(30);
        After(1, attempts: 1).ShouldBe(pauses[0], "asked again, the same");
        After(1, attempts: 9).ShouldBeInRange(delays[1], delays[1] * 1.2);
        After(1, attempts: 1, TimeSpan.FromSeconds(5)).ShouldBeInRange(delays[0], delays[0] * 1.2);
        After(1, attempts: 1, TimeSpan.FromHours(1)).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(1.2));
        After(1, attempts: 1, TimeSpan.FromDays(999)).ShouldBeInRange(TimeSpan.FromHours(6), TimeSpan.FromHours(7.2));

        TimeSpan After(int seed, int attempts, TimeSpan? wish = null) =>
            DeliveryPauses.After(Deliverable.Row with { Id = new(seed, 0, 0, new byte[8]), Attempts = attempts }, delays, wish);
    }

    private static IReadOnlyList<string> Faults(Dictionary<string, string?> settings)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(DeliveryOptions.Section).Get<DeliveryOptions>() ?? new();
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), found, validateAllProperties: true);
        return [.. found.Concat(options.Validate(new(options))).Select(result => result.ErrorMessage!).Distinct()];
    }
}
