using System.CommandLine;
using Microsoft.Extensions.Options;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Delivery;
using MoroccoCT.Hosting;
using MoroccoCT.Language;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Cli;

/// <summary><c>deliver test</c>: does what the settings say of mail and webhooks work?</summary>
internal static class DeliverCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("deliver", "Mail and webhooks.");
        command.Subcommands.Add(Test(output));
        return command;
    }

    private static Command Test(TextWriter output)
    {
        var to = new Option<string>("--to") { Description = "A mail address, or the name of a webhook of the settings.", Required = true };
        var language = new Option<string>("--language")
        {
            Description = $"Of the mail: one of {string.Join(", ", Texts.All.Select(texts => texts.Tag))}.",
            DefaultValueFactory = _ => Texts.English.Tag,
        };
        var data = DataFolder.OfTheService();
        var command = new Command(
            "test", "Send a short test, and tell what the other side said. Exits 0 when it was accepted, 1 otherwise. It works beside a running service.");
        foreach (var option in new Option[] { to, language, data })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Texts.Find(parsed.GetValue(language)) is not { } texts)
                throw new UsageException($"--language: '{PlainLine.Shown(parsed.GetValue(language))}' is no language of the mails. "
                    + $"Write one of: {string.Join(", ", Texts.All.Select(known => known.Tag))}.");
            await using var services = LedgerServices.Looking(
                parsed.GetValue(data)!, templates: null, (more, settings) => more.AddAddresses(settings).AddDelivery(settings));
            var options = services.GetRequiredService<IOptions<DeliveryOptions>>().Value;
            var result = await services.GetRequiredService<Notices>()
                .TestAsync(Recipient(parsed.GetValue(to)!, options) with { Language = texts.Tag }, cancellationToken);
            await output.WriteLineAsync($"{result.Outcome}: {result.Words}");
            return result.IsAccepted ? ExitCode.Success : ExitCode.Failed;
        });
        return command;
    }

    private static Recipient Recipient(string to, DeliveryOptions options)
    {
        if (!options.IsOn)
            throw new UsageException("Delivery: neither mail nor a webhook is set up. Write the settings Delivery:Mail or Delivery:Webhooks.");
        if (options.Webhook(to) is not null)
            return new(DeliveryChannel.Webhook, to);
        return MailAddress.Of(to) is { } address
            ? new(DeliveryChannel.Mail, address)
            : throw new UsageException(
                $"--to: '{PlainLine.Shown(to)}' is neither one plain mail address, such as name@example.org, nor a webhook of the settings.");
    }
}
