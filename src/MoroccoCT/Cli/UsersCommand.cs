using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Hosting;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Cli;

/// <summary><c>users</c>: who may come in, for whoever runs the program on the ledger's machine. It works beside a running service.</summary>
internal sealed class UsersCommand(TextWriter output)
{
    private readonly Option<string> data = DataFolder.OfTheService();
    private readonly Argument<string> name = new("name") { Description = "What the person signs in with." };

    public static Command Create(TextWriter output)
    {
        var users = new UsersCommand(output);
        var command = new Command("users", "Let people in, and keep them out.");
        Command[] all =
        [
            users.Add(), users.List(), users.ChangeRole(), users.ChangeClearance(), users.ChangeDesk(), users.ChangeEmail(),
            users.Reset(), users.Disable(), users.Enable(), users.Delete(),
        ];
        foreach (var sub in all)
            command.Subcommands.Add(sub);
        return command;
    }

    private Command Add()
    {
        var role = new Option<string>("--role") { Description = $"One of: {string.Join(", ", RoleNames.All)}.", DefaultValueFactory = _ => RoleNames.All[1] };
        var clearance = new Option<string?>("--clearance")
        {
            Description = "The highest marking the person may see, such as TLP:AMBER. "
                + "The first administrator sees all; anybody else TLP:CLEAR, if nothing is said.",
        };
        var desk = new Option<string>("--desk") { Description = "Whose requests the person shares.", DefaultValueFactory = _ => NewPerson.FirstDesk };
        var shown = new Option<string?>("--display-name") { Description = "What others see; the name, if nothing is said." };
        var email = new Option<string?>("--email") { Description = "Where briefings reach the person by mail." };
        var command = Named("add", "Add a person, and print a link for the first sign-in.", role, clearance, desk, shown, email);
        Run(command, async (services, parsed, cancellationToken) =>
        {
            var accounts = services.GetRequiredService<Accounts>();
            var wanted = RoleNames.Of(parsed.GetValue(role)!);
            var isFirst = await accounts.FirstAdministratorAsync(cancellationToken) is null && wanted == Role.Administrator;
            var highest = parsed.GetValue(clearance) is { } label ? Clearances.Of(label) : isFirst ? Marking.All[^1] : Marking.Clear;
            var person = await accounts.AddAsync(
                new(parsed.GetValue(name)!, wanted, highest, parsed.GetValue(desk)!, parsed.GetValue(shown), parsed.GetValue(email)), Actor.CommandLine,
                cancellationToken);
            if (isFirst)
                await services.GetRequiredService<RequestOwnership>().SettleAsync(cancellationToken);
            await output.WriteLineAsync(Line(person));
            await InviteAsync(services, person, cancellationToken);
        });
        return command;
    }

    private Command List()
    {
        var command = new Command("list", "Show who there is.");
        command.Options.Add(data);
        Run(command, async (services, _, cancellationToken) =>
        {
            foreach (var person in await services.GetRequiredService<Accounts>().ListAsync(cancellationToken))
            {
                var last = person.LastSignInAt is { } moment
                    ? string.Create(CultureInfo.InvariantCulture, $"last {moment:yyyy-MM-dd HH:mm}Z")
                    : "never signed in";
                await output.WriteLineAsync($"{Line(person)}  {last}{(person.IsDisabled ? "  kept out" : "")}");
            }
        });
        return command;
    }

    private Command ChangeRole()
    {
        var role = new Argument<string>("role") { Description = $"One of: {string.Join(", ", RoleNames.All)}." };
        return Changing("role", "Give a person another role.", role, text => new() { Role = RoleNames.Of(text) });
    }

    private Command ChangeClearance()
    {
        var clearance = new Argument<string>("clearance") { Description = $"One of: {string.Join(", ", Marking.All.Select(marking => marking.Label))}." };
        return Changing("clearance", "Change the highest marking a person may see.", clearance, text => new() { Clearance = Clearances.Of(text) });
    }

    private Command ChangeDesk() =>
        Changing("desk", "Move a person to another desk.", new Argument<string>("desk") { Description = "Its name." }, text => new() { Desk = text });

    private Command ChangeEmail() => Changing(
        "email", "Set where briefings reach a person by mail.",
        new Argument<string>("address") { Description = "One plain mail address; '-' takes it away." }, text => new() { Email = text == "-" ? "" : text });

    private Command Reset()
    {
        var command = Named("reset", "Print a link with which a person chooses a new password or passkey; sessions stay until then.");
        Run(command, async (services, parsed, cancellationToken) =>
            await InviteAsync(services, await FindAsync(services, parsed, cancellationToken), cancellationToken));
        return command;
    }

    private Command Disable() => Keeping("disable", "Keep a person out, at once; everything of him stays.", isOut: true);

    private Command Enable() => Keeping("enable", "Let a person in again.", isOut: false);

    private Command Delete()
    {
        var command = Named("delete", "Forget a person; the requests stay, under a number.");
        Run(command, async (services, parsed, cancellationToken) =>
        {
            var person = await FindAsync(services, parsed, cancellationToken);
            var gone = await services.GetRequiredService<Accounts>().DeleteAsync(person.Id, Actor.CommandLine, cancellationToken);
            await output.WriteLineAsync($"{person.Name} is now {gone?.DisplayName ?? person.Name}");
        });
        return command;
    }

    private Command Changing(string verb, string about, Argument<string> value, Func<string, PersonChange> change)
    {
        var command = Named(verb, about);
        command.Arguments.Add(value);
        Run(command, (services, parsed, cancellationToken) => ChangeAsync(services, parsed, change(parsed.GetValue(value)!), cancellationToken));
        return command;
    }

    private Command Keeping(string verb, string about, bool isOut)
    {
        var command = Named(verb, about);
        Run(command, (services, parsed, cancellationToken) => ChangeAsync(services, parsed, new() { IsDisabled = isOut }, cancellationToken));
        return command;
    }

    private async Task ChangeAsync(IServiceProvider services, ParseResult parsed, PersonChange change, CancellationToken cancellationToken)
    {
        var seen = await FindAsync(services, parsed, cancellationToken);
        var person = await services.GetRequiredService<Accounts>().ChangeAsync(seen.Id, change, Actor.CommandLine, cancellationToken) ?? seen;
        await output.WriteLineAsync($"{Line(person)}{(person.IsDisabled ? "  kept out" : "")}");
    }

    private async Task InviteAsync(IServiceProvider services, Person person, CancellationToken cancellationToken)
    {
        var token = await services.GetRequiredService<OneTimeLinks>().InviteAsync(person.Id, Actor.CommandLine, cancellationToken);
        var web = services.GetRequiredService<IOptions<WebOptions>>().Value;
        var address = web.PublicAddress ?? new(new Uri(ListenAddresses.DefaultUrls), web.Base.ToUriComponent());
        await output.WriteLineAsync(WelcomeLink.Of(address, token!));
    }

    private async Task<Person> FindAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var wanted = parsed.GetValue(name)!;
        return await services.GetRequiredService<Accounts>().FindAsync(wanted, cancellationToken)
            ?? throw new PersonRejectedException(new PersonProblem("name", PersonFault.NobodyOfThatName, PlainLine.Shown(wanted)));
    }

    private static string Line(Person person) =>
        $"{person.Name}  {RoleNames.All[(int)person.Role]}  {Marking.All[person.Clearance].Label}  {person.Desk}";

    private Command Named(string verb, string about, params IEnumerable<Option> options)
    {
        var command = new Command(verb, about);
        command.Arguments.Add(name);
        foreach (var option in options.Append(data))
            command.Options.Add(option);
        return command;
    }

    private void Run(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task> act) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await PeopleLedger.OpenAsync(parsed.GetValue(data)!, cancellationToken);
            await act(services, parsed, cancellationToken);
            return ExitCode.Success;
        });
}
