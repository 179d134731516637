using MoroccoCT.Briefings.Content;
using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    [Fact]
    public async Task Somebody_who_is_added_is_found_by_any_way_of_writing_the_name()
    {
        var added = await Accounts.AddAsync(new("  Inès  Müller ", Role.Reader, amber, "legal", "I. Müller"), by, default);

        foreach (var written in new[] { "Inès Müller", "INÈS MÜLLER", "Ine\u0300s Mu\u0308ller", " inès   müller" })
            (await Accounts.FindAsync(written, default)).ShouldBe(added, written);
        (added.Name, added.DisplayName, added.Role, added.Clearance, added.Desk, added.Number).ShouldBe(
            ("Inès Müller", "I. Müller", Role.Reader, amber.Level, "legal", 1));
    }

    [Theory]
    [InlineData("AMINA")]
    [InlineData(" amina ")]
    public async Task A_name_that_somebody_has_is_not_given_again(string other)
    {
        await AddAsync("Amina");

        (await RefusedAsync(() => AddAsync(other))).ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.NameTaken);
        (await Accounts.ListAsync(default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_take_a_name_at_once_one_gets_it()
    {
        await StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            try
            {
                return (await processes[i % 2].Get<Accounts>().AddAsync(new("Amina", Role.Reader, Marking.Clear), by, default)).Name;
            }
            catch (PersonRejectedException refused)
            {
                return refused.Problems[0].Fault.ToString();
            }
        })));

        outcomes.Count(outcome => outcome == "Amina").ShouldBe(1);
        outcomes.Count(outcome => outcome == nameof(PersonFault.NameTaken)).ShouldBe(9);
    }

    [Fact]
    public async Task Each_change_of_a_person_is_entered_with_what_was_before()
    {
        var amina = await AddAsync("Amina");
        await AddAsync("Root", Role.Administrator);

        var told = await ToldByAsync(() => Accounts.ChangeAsync(
            amina.Id, new() { Role = Role.Editor, Clearance = red, Desk = "legal", DisplayName = "A.", IsDisabled = true }, by, default));

        told.ShouldBe(
        [
            ("roleChanged", "Amina", """{"after":"Editor","before":"Requester"}"""),
            ("clearanceChanged", "Amina", """{"after":"TLP:RED","before":"TLP:CLEAR"}"""),
            ("deskChanged", "Amina", """{"after":"legal","before":"main"}"""),
            ("displayNameChanged", "Amina", """{"after":"A.","before":"Amina"}"""),
            ("personDisabled", "Amina", "{}"),
        ]);
        var entry = (await One.AuditAsync())[^1];
        (entry.Who, entry.WhoId, entry.Door, entry.Address, entry.RequestId).ShouldBe(("Admin", by.Id.ToString(), "form", "192.0.2.7", "trace"));
    }

    [Fact]
    public async Task What_people_and_keys_go_through_is_entered_in_a_word_each()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var key = (await One.Get<ApiKeys>().CreateAsync(amina.Id, "script", ["read"], 7, by, default)).ShouldNotBeNull().Row;
        await One.Get<ApiKeys>().RevokeAsync(key.Id, amina.Id, by, default);
        await One.Get<ApiKeys>().RevokeAsync(key.Id, amina.Id, by, default);
        await Accounts.EndSessionsAsync(amina.Id, by, default);
        await One.Get<OneTimeLinks>().InviteAsync(amina.Id, by, default);
        await Accounts.DeleteAsync(amina.Id, by, default);

        (await One.AuditAsync()).Select(entry => (entry.What, entry.Subject, entry.Details)).ShouldBe(
        [
            ("personAdded", "Amina", """{"clearance":"TLP:CLEAR","desk":"main","role":"Requester"}"""),
            ("passwordChanged", "Amina", "{}"),
            ("keyCreated", "script", """{"person":"Amina","scopes":"read","until":"2026-11-29"}"""),
            ("keyRevoked", "script", "{}"),
            ("sessionsRevoked", "Amina", "{}"),
            ("invited", "Amina", "{}"),
            ("personDeleted", "person 1", "{}"),
        ]);
    }

    [Fact]
    public async Task What_cannot_be_entered_in_the_audit_is_not_done()
    {
        var amina = await AddWithPasswordAsync("Amina");
        await One.ExecuteAsync("DROP TABLE audit");

        var deeds = new Func<Task>[]
        {
            () => AddAsync("Another"),
            () => Accounts.ChangeAsync(amina.Id, new() { Role = Role.Administrator }, by, default),
            () => Accounts.SetPasswordAsync(amina.Id, "onze grenades sur le toit", by, default),
            () => Accounts.DeleteAsync(amina.Id, by, default),
            () => One.Get<ApiKeys>().CreateAsync(amina.Id, "script", ["read"], 7, by, default),
            () => One.Get<OneTimeLinks>().InviteAsync(amina.Id, by, default),
            () => One.Get<Sessions>().OpenAsync(amina, SignInMethod.Password, by, default),
            () => EnrolAsync(amina),
        };
        foreach (var deed in deeds)
            await Should.ThrowAsync<System.Data.Common.DbException>(deed);

        (await Accounts.ListAsync(default)).ShouldHaveSingleItem().ShouldBe(amina);
        (await One.CountAsync("SELECT (SELECT COUNT(*) FROM sessions) + (SELECT COUNT(*) FROM api_keys) + (SELECT COUNT(*) FROM one_time_links)")).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_administrator_is_neither_demoted_nor_kept_out_nor_deleted()
    {
        var root = await AddAsync("Root", Role.Administrator);
        var other = await AddAsync("Other", Role.Administrator);
        await Accounts.ChangeAsync(other.Id, new() { IsDisabled = true }, by, default);

        foreach (var deed in new Func<Task>[]
        {
            () => Accounts.ChangeAsync(root.Id, new() { Role = Role.Approver }, by, default),
            () => Accounts.ChangeAsync(root.Id, new() { IsDisabled = true }, by, default),
            () => Accounts.DeleteAsync(root.Id, by, default),
        })
            (await RefusedAsync(deed)).ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.LastAdministrator);

        await Accounts.ChangeAsync(other.Id, new() { IsDisabled = false }, by, default);
        (await Accounts.ChangeAsync(root.Id, new() { Role = Role.Reader }, by, default)).ShouldNotBeNull().Role.ShouldBe(Role.Reader);
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one()
    {
        await StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var two = await Task.WhenAll(AddAsync($"One {round}", Role.Administrator), AddAsync($"Two {round}", Role.Administrator));
            foreach (var old in (await Accounts.ListAsync(default)).Where(person => !two.Any(one => one.Id == person.Id)))
                await Accounts.DeleteAsync(old.Id, by, default);

            await Task.WhenAll(two.Select((person, i) => Task.Run(async () =>
            {
                try
                {
                    await processes[i].Get<Accounts>().ChangeAsync(person.Id, new() { Role = Role.Reader }, by, default);
                }
                catch (PersonRejectedException)
                {
                    // The other one was faster.
                }
            })));

            (await Accounts.ListAsync(default)).Count(person => person.Role == Role.Administrator).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Changes_of_one_person_at_once_are_all_made()
    {
        await StartAsync();
        var amina = await AddAsync("Amina");

        await Task.WhenAll(
            Task.Run(() => processes[0].Get<Accounts>().ChangeAsync(amina.Id, new() { Role = Role.Editor }, by, default)),
            Task.Run(() => processes[1].Get<Accounts>().ChangeAsync(amina.Id, new() { Clearance = amber }, by, default)),
            Task.Run(() => processes[0].Get<Accounts>().ChangeAsync(amina.Id, new() { Desk = "legal" }, by, default)),
            Task.Run(() => processes[1].Get<Accounts>().SetPasswordAsync(amina.Id, Good, by, default)));

        var now = await FindAsync(amina);
        (now.Role, now.Clearance, now.Desk).ShouldBe((Role.Editor, amber.Level, "legal"));
        now.PasswordHash.ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_is_deleted_leaves_a_number_and_nothing_else()
    {
        await AddAsync("Root", Role.Administrator);
        var amina = await AddWithPasswordAsync("Amina");
        await EnrolAsync(amina);
        await One.Get<ApiKeys>().CreateAsync(amina.Id, "script", ["read"], 7, by, default);
        await One.Get<Sessions>().OpenAsync(amina, SignInMethod.Password, by, default);
        await One.Get<OneTimeLinks>().InviteAsync(amina.Id, by, default);
        var request = await One.Ledger.SubmitAsync(Requests.LedgerProcess.Order, new(by with { Id = amina.Id }, Viewer: Viewer.Of(amina)));

        await Accounts.DeleteAsync(amina.Id, by, default);

        (await Accounts.FindAsync(amina.Id, default)).ShouldBeNull();
        (await Accounts.FindAsync("Amina", default)).ShouldBeNull();
        (await One.CountAsync($"SELECT COUNT(*) FROM people WHERE name = 'person {amina.Number}' AND display_name = 'person {amina.Number}' "
            + "AND password_hash IS NULL AND totp_secret IS NULL AND recovery_codes = '' AND last_sign_in_at IS NULL")).ShouldBe(1);
        (await One.CountAsync("SELECT (SELECT COUNT(*) FROM sessions) + (SELECT COUNT(*) FROM api_keys) + (SELECT COUNT(*) FROM one_time_links)")).ShouldBe(0);
        (await One.Ledger.FindAsync(request)).PersonId.ShouldBe(amina.Id, "the requests stay");
        (await Accounts.NamesAsync(default))[amina.Id].ShouldBe($"person {amina.Number}");
        (await AddAsync("Amina")).Id.ShouldNotBe(amina.Id, "the name is free again");
        (await Accounts.DeleteAsync(amina.Id, by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_that_will_not_do_is_refused_field_by_field()
    {
        var problems = await RefusedAsync(() => Accounts.AddAsync(new("a<b>", Role.Reader, Marking.Clear, "\u202Edesk", ""), by, default));

        problems.Select(problem => (problem.Field, problem.Fault)).ShouldBe(
            [("name", PersonFault.Character), ("displayName", PersonFault.Blank), ("desk", PersonFault.Character)]);
    }

    [Fact]
    public async Task A_role_of_a_newer_version_counts_as_the_least()
    {
        var amina = await AddAsync("Amina", Role.Approver);
        await One.ExecuteAsync("UPDATE people SET role = 'emperor'");

        (await FindAsync(amina)).Role.ShouldBe(Role.Reader);
    }
}
