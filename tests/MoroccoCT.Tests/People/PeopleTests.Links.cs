using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private OneTimeLinks Links => One.Get<OneTimeLinks>();

    [Fact]
    public async Task An_invitation_is_good_once()
    {
        var amina = await AddAsync("Amina");
        var token = (await Links.InviteAsync(amina.Id, by, default)).ShouldNotBeNull();
        (await Links.FindAsync(token, default)).ShouldNotBeNull().Person.ShouldNotBeNull().Id.ShouldBe(amina.Id);

        var entries = await EntriesOfAsync(async () => (await Links.UseAsync(token, null, Good, by, default)).ShouldNotBeNull().Id.ShouldBe(amina.Id));

        entries.Select(entry => (entry.What, entry.Who, entry.WhoId)).ShouldBe([("passwordChanged", "Amina", $"{amina.Id}")]);
        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldNotBeNull();
        (await Links.FindAsync(token, default)).ShouldBeNull();
        (await Links.UseAsync(token, null, Wrong, by, default)).ShouldBeNull();
        (await Links.UseAsync(token, by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_ledger_keeps_a_links_hash_only()
    {
        var token = await Links.InviteAsync((await AddAsync("Amina")).Id, by, default);

        (await One.CountAsync($"SELECT COUNT(*) FROM one_time_links WHERE token_hash = '{Token.Hash(token!)}'")).ShouldBe(1);
        (await Links.FindAsync(Token.Hash(token!), default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_invitation_is_good_for_a_week()
    {
        var amina = await AddAsync("Amina");
        var token = (await Links.InviteAsync(amina.Id, by, default))!;

        time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        (await Links.FindAsync(token, default)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromMilliseconds(1));

        (await Links.FindAsync(token, default)).ShouldBeNull();
        (await Links.UseAsync(token, null, Good, by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_newer_invitation_takes_the_place_of_the_one_before_and_so_does_a_new_password()
    {
        var amina = await AddAsync("Amina");
        var first = (await Links.InviteAsync(amina.Id, by, default))!;
        var second = (await Links.InviteAsync(amina.Id, by, default))!;
        (await Links.UseAsync(first, null, Good, by, default)).ShouldBeNull();
        (await Links.FindAsync(second, default)).ShouldNotBeNull();

        await Accounts.SetPasswordAsync(amina.Id, Good, by, default);

        (await Links.FindAsync(second, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_password_that_will_not_do_leaves_the_link_good()
    {
        var token = (await Links.InviteAsync((await AddAsync("Amina")).Id, by, default))!;

        (await RefusedAsync(() => Links.UseAsync(token, null, "short", by, default))).ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.PasswordTooShort);

        (await Links.UseAsync(token, null, Good, by, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_who_is_kept_out_is_invited_or_comes_in_by_an_old_invitation()
    {
        await AddAsync("Root", Role.Administrator);
        var amina = await AddAsync("Amina");
        var token = (await Links.InviteAsync(amina.Id, by, default))!;
        await Accounts.ChangeAsync(amina.Id, new() { IsDisabled = true }, by, default);

        (await Links.FindAsync(token, default)).ShouldBeNull();
        (await Links.UseAsync(token, null, Good, by, default)).ShouldBeNull();
        (await RefusedAsync(() => Links.InviteAsync(amina.Id, by, default))).ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.NotActive);
        (await Links.InviteAsync(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_who_use_one_link_at_once_one_comes_in()
    {
        await StartAsync();
        var token = (await Links.InviteAsync((await AddAsync("Amina")).Id, by, default))!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            i => Task.Run(() => processes[i % 2].Get<OneTimeLinks>().UseAsync(token, null, $"{Good} {i}", by, default))));

        answers.Count(answer => answer is not null).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_administrator_is_made_once()
    {
        var first = (await Links.SetUpAsync(default)).ShouldNotBeNull();
        var token = (await Links.SetUpAsync(default)).ShouldNotBeNull();
        (await Links.FindAsync(first, default)).ShouldBeNull("a later start takes its place");
        (await Links.FindAsync(token, default)).ShouldNotBeNull().IsSetUp.ShouldBeTrue();
        (await RefusedAsync(() => Links.UseAsync(token, "<root>", "admin", by, default))).Select(problem => problem.Field).ShouldBe(["name", "password"]);

        var root = (await Links.UseAsync(token, "Root", Good, by, default)).ShouldNotBeNull();

        (root.Name, root.Role, root.Clearance, root.Desk).ShouldBe(("Root", Role.Administrator, red.Level, "main"));
        (await Links.UseAsync(token, "Another", Good, by, default)).ShouldBeNull();
        (await Links.SetUpAsync(default)).ShouldBeNull();
        (await One.AuditAsync()).Select(entry => (entry.What, entry.Who, entry.Subject)).ShouldBe(
            [("personAdded", "Root", "Root"), ("passwordChanged", "Root", "Root")]);
    }

    [Fact]
    public async Task A_set_up_link_is_good_no_more_once_there_is_an_administrator()
    {
        var token = (await Links.SetUpAsync(default))!;
        await AddAsync("Root", Role.Administrator);

        (await Links.FindAsync(token, default)).ShouldBeNull();
        (await Links.UseAsync(token, "Another", Good, by, default)).ShouldBeNull();
    }

    /// <summary>Two processes that start at once may have printed one each.</summary>
    [Fact]
    public async Task Of_two_set_up_links_used_at_once_one_makes_an_administrator()
    {
        await StartAsync();
        for (var round = 0; round < 5; round++)
        {
            await One.ExecuteAsync("DELETE FROM people");
            string[] tokens = [(await Links.SetUpAsync(default))!, $"the other one {round}"];
            await One.ExecuteAsync($"INSERT INTO one_time_links (token_hash, expires_at) SELECT '{Token.Hash(tokens[1])}', expires_at FROM one_time_links");

            var answers = await Task.WhenAll(tokens.Select(
                (token, i) => Task.Run(() => processes[i].Get<OneTimeLinks>().UseAsync(token, $"Root {i}", Good, by, default))));

            answers.Count(answer => answer is not null).ShouldBe(1);
            (await Accounts.ListAsync(default)).Count.ShouldBe(1);
        }
    }
}
