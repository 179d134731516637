using System.CommandLine;
using System.Globalization;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Hosting;
using MoroccoCT.People;

namespace MoroccoCT.Cli;

/// <summary><c>keys</c>: what lets programs in.</summary>
internal sealed class KeysCommand(TextWriter output)
{
    private const int DefaultDays = 90;

    private readonly Option<string> data = DataFolder.OfTheService();

    public static Command Create(TextWriter output)
    {
        var keys = new KeysCommand(output);
        var command = new Command("keys", "Make and revoke keys for programs.");
        command.Subcommands.Add(keys.Make());
        command.Subcommands.Add(keys.List());
        command.Subcommands.Add(keys.Revoke());
        return command;
    }

    private Command Make()
    {
        var name = new Option<string>("--name") { Description = "Who acts with the key; a program that nobody knows yet is added.", Required = true };
        var role = new Option<string?>("--role") { Description = $"What the key is good for, at most: one of {string.Join(", ", RoleNames.All)}." };
        var clearance = new Option<string?>("--clearance") { Description = "The highest marking a new program may see; TLP:CLEAR, if nothing is said." };
        var desk = new Option<string>("--desk") { Description = "The desk of a new program.", DefaultValueFactory = _ => NewPerson.FirstDesk };
        var days = new Option<int>("--days") { Description = "How many days it is good for.", DefaultValueFactory = _ => DefaultDays };
        var command = new Command("create", "Make a key and print it: one line, the key. It is shown only this once.");
        foreach (var option in new Option[] { name, role, clearance, desk, days, data })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await PeopleLedger.OpenAsync(parsed.GetValue(data)!, cancellationToken);
            var accounts = services.GetRequiredService<Accounts>();
            var wanted = parsed.GetValue(role) is { } text ? RoleNames.Of(text) : (Role?)null;
            var owner = await accounts.FindAsync(parsed.GetValue(name)!, cancellationToken)
                ?? await accounts.AddAsync(
                    new(
                        parsed.GetValue(name)!,
                        wanted ?? Role.Requester,
                        Clearances.Of(parsed.GetValue(clearance) ?? Marking.Clear.Label),
                        parsed.GetValue(desk)!),
                    Actor.CommandLine,
                    cancellationToken);
            var made = await services.GetRequiredService<ApiKeys>().CreateAsync(
                owner.Id, owner.Name, KeyScopes.Of(wanted ?? owner.Role), parsed.GetValue(days), Actor.CommandLine, cancellationToken);
            await output.WriteLineAsync(made!.Value.Key);
            return ExitCode.Success;
        });
        return command;
    }

    private Command List()
    {
        var command = new Command("list", "Show the keys there are; the keys themselves nobody can read.");
        command.Options.Add(data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await PeopleLedger.OpenAsync(parsed.GetValue(data)!, cancellationToken);
            var people = (await services.GetRequiredService<Accounts>().ListAsync(cancellationToken)).ToDictionary(person => person.Id, person => person.Name);
            foreach (var key in await services.GetRequiredService<ApiKeys>().ListAsync(personId: null, cancellationToken))
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{key.Id}  {people.GetValueOrDefault(key.PersonId)}  {key.Name}  {key.ScopeWords}  {State(key)}"));
            return ExitCode.Success;
        });
        return command;

        static string State(ApiKey key) => key.RevokedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"revoked {at:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"until {key.ExpiresAt:yyyy-MM-dd}");
    }

    private Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "As 'keys list' shows it." };
        var command = new Command("revoke", "Revoke a key, at once.");
        command.Arguments.Add(id);
        command.Options.Add(data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await PeopleLedger.OpenAsync(parsed.GetValue(data)!, cancellationToken);
            var wanted = parsed.GetValue(id)!;
            if (!Guid.TryParse(wanted, out var key)
                || !await services.GetRequiredService<ApiKeys>().RevokeAsync(key, ownerId: null, Actor.CommandLine, cancellationToken))
                throw new UsageException($"id: there is no key '{PlainLine.Shown(wanted)}'. 'MoroccoCT keys list' shows those there are.");
            await output.WriteLineAsync($"{key}  revoked");
            return ExitCode.Success;
        });
        return command;
    }
}
