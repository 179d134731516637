using MoroccoCT.Briefings.Content;
using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private Sessions Sessions => One.Get<Sessions>();

    /// <summary>What ends all sessions of somebody.</summary>
    public static TheoryData<string> Ends => ["role", "clearance", "desk", "disabled", "password", "deleted", "everywhere", "link"];

    [Fact]
    public async Task A_session_is_found_by_its_token_and_the_ledger_keeps_the_tokens_hash_only()
    {
        var amina = await AddWithPasswordAsync("Amina");

        var told = await ToldByAsync(() => OpenAsync(amina));
        var token = await OpenAsync(amina);

        told.ShouldBe([("signIn", "Amina", """{"method":"Password"}""")]);
        var (session, person) = (await Sessions.FindAsync(token, default)).ShouldNotBeNull();
        (person.Id, session.Method, session.Address).ShouldBe((amina.Id, SignInMethod.Password, "192.0.2.7"));
        person.LastSignInAt.ShouldBe(time.GetUtcNow());
        (await One.CountAsync($"SELECT COUNT(*) FROM sessions WHERE token_hash = '{token}'")).ShouldBe(0);
        foreach (var other in new[] { "", session.TokenHash, token + "x", token.ToUpperInvariant() })
            (await Sessions.FindAsync(other, default)).ShouldBeNull();
        (await Sessions.ListAsync(amina.Id, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_session_in_which_nothing_is_done_ends()
    {
        var token = await OpenAsync(await AddWithPasswordAsync("Amina"));

        time.Advance(TimeSpan.FromHours(7.9));
        (await Sessions.FindAsync(token, default)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromHours(7.9));
        (await Sessions.FindAsync(token, default)).ShouldNotBeNull("it was used meanwhile");
        time.Advance(TimeSpan.FromHours(8));
        (await Sessions.FindAsync(token, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_session_ends_after_a_week_whatever_is_done_in_it()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var token = await OpenAsync(amina);

        for (var hours = 0; hours < 7 * 24; hours += 7)
        {
            (await Sessions.FindAsync(token, default)).ShouldNotBeNull();
            time.Advance(TimeSpan.FromHours(Math.Min(7, (7 * 24) - hours)));
        }

        (await Sessions.FindAsync(token, default)).ShouldBeNull();
        await OpenAsync(amina);
        (await Sessions.ListAsync(amina.Id, default)).Count.ShouldBe(1, "what is over is swept away");
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task All_sessions_of_somebody_end_at_once_and_nobody_elses(string end)
    {
        var root = await AddWithPasswordAsync("Root", Role.Administrator);
        var amina = await AddWithPasswordAsync("Amina");
        string[] hers = [await OpenAsync(amina), await OpenAsync(amina)];
        var other = await OpenAsync(root);

        await EndAsync(amina, end);

        foreach (var token in hers)
            (await Sessions.FindAsync(token, default)).ShouldBeNull();
        (await Sessions.FindAsync(other, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_that_takes_and_gives_nothing_ends_no_session()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var token = await OpenAsync(amina);

        await Accounts.ChangeAsync(amina.Id, new() { Role = amina.Role, Clearance = Marking.Clear, Desk = "main", DisplayName = "A." }, by, default);

        (await Sessions.FindAsync(token, default)).ShouldNotBeNull().Person.DisplayName.ShouldBe("A.");
    }

    [Fact]
    public async Task Signing_out_ends_one_session_and_is_entered_once()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var (token, other) = (await OpenAsync(amina), await OpenAsync(amina));
        var session = (await Sessions.FindAsync(token, default))!.Value.Session;

        var told = await ToldByAsync(async () =>
        {
            await Sessions.EndAsync(session.Id, by, default);
            await Sessions.EndAsync(session.Id, by, default);
        });

        told.ShouldBe([("signOut", "Admin", "{}")]);
        (await Sessions.FindAsync(token, default)).ShouldBeNull();
        (await Sessions.FindAsync(other, default)).ShouldNotBeNull();
    }

    /// <summary>A row that came in while its owner was kept out opens nothing.</summary>
    [Fact]
    public async Task A_session_of_somebody_who_is_kept_out_opens_nothing()
    {
        await AddAsync("Root", Role.Administrator);
        var amina = await AddWithPasswordAsync("Amina");
        await Accounts.ChangeAsync(amina.Id, new() { IsDisabled = true }, by, default);

        (await Sessions.FindAsync(await OpenAsync(amina), default)).ShouldBeNull();
    }

    private Task<string> OpenAsync(Person person) => Sessions.OpenAsync(person, SignInMethod.Password, by, default);

    private async Task EndAsync(Person person, string end)
    {
        await (end switch
        {
            "role" => Accounts.ChangeAsync(person.Id, new() { Role = Role.Reader }, by, default),
            "clearance" => Accounts.ChangeAsync(person.Id, new() { Clearance = green }, by, default),
            "desk" => Accounts.ChangeAsync(person.Id, new() { Desk = "legal" }, by, default),
            "disabled" => Accounts.ChangeAsync(person.Id, new() { IsDisabled = true }, by, default),
            "password" => Accounts.SetPasswordAsync(person.Id, Wrong, by, default),
            "deleted" => Accounts.DeleteAsync(person.Id, by, default),
            "everywhere" => Accounts.EndSessionsAsync(person.Id, by, default),
            _ => Links.UseAsync((await Links.InviteAsync(person.Id, by, default))!, null, Wrong, by, default),
        });
    }
}
