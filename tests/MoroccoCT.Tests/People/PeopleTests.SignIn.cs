using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private const string Wrong = "onze grenades sur le toit";

    private PasswordSignIn Passwords => One.Get<PasswordSignIn>();

    [Fact]
    public async Task The_right_password_lets_in()
    {
        var amina = await AddWithPasswordAsync("Amina");

        (await Passwords.TryAsync("amina", Good, by, default)).ShouldNotBeNull().Id.ShouldBe(amina.Id);
    }

    [Fact]
    public async Task A_password_is_the_same_however_its_letters_are_composed()
    {
        var amina = await AddAsync("Amina");
        await Accounts.SetPasswordAsync(amina.Id, "fene\u0302tre zaytoun me\u0301cano", by, default);

        (await Passwords.TryAsync("Amina", "fenêtre zaytoun mécano", by, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_is_not_let_in_learns_nothing_and_costs_the_same()
    {
        await AddAsync("Root", Role.Administrator);
        await AddWithPasswordAsync("Amina");
        await AddWithPasswordAsync("Locked");
        await AddWithPasswordAsync("Out");
        await AddAsync("Invited");
        await Accounts.ChangeAsync((await Accounts.FindAsync("Out", default))!.Id, new() { IsDisabled = true }, by, default);
        await FailAsync("Locked", 5);

        var answers = new List<(int Hashed, int Verified, string Told, string Door)>();
        foreach (var (name, password) in new[]
        {
            ("Amina", Wrong), ("Nobody", Good), ("Locked", Good), ("Out", Good), ("Invited", Good), ("<b>", Good), ("", ""),
        })
        {
            var (hashed, verified) = (hasher.Hashed, hasher.Verified);
            var entries = await EntriesOfAsync(async () => (await Passwords.TryAsync(name, password, by, default)).ShouldBeNull(name));
            entries.Count.ShouldBe(1, name);
            entries[0].Subject.ShouldBe(name);
            answers.Add((hasher.Hashed - hashed, hasher.Verified - verified, entries[0].What, entries[0].Door));
        }

        answers.Distinct().ShouldBe([(0, 1, "signInFailed", "form")]);
    }

    [Fact]
    public async Task What_is_typed_for_a_name_may_be_anything()
    {
        var long256 = new string('x', 255) + "😀";
        foreach (var name in new[] { long256, "\ud800", new string('é', 100_000), "a\0b", "\u202Enimda", "=1+1" })
            (await Passwords.TryAsync(name, name, by, default)).ShouldBeNull();

        (await One.AuditAsync()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Four_mistakes_are_free_and_the_next_ones_lock_for_twice_as_long_each_time()
    {
        await AddWithPasswordAsync("Amina");
        await FailAsync("Amina", 4);
        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldNotBeNull("four mistakes lock nobody out");

        await FailAsync("Amina", 4);
        foreach (var seconds in new[] { 30, 60, 120, 240, 480, 960, 1920, 3600, 3600 })
        {
            (await ToldByAsync(() => FailAsync("Amina", 1))).ShouldBe(
                [("signInFailed", "Amina", "{}"), ("lockedOut", "Amina", $$"""{"seconds":"{{seconds}}"}""")]);
            time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            (await Passwords.TryAsync("Amina", Good, by, default)).ShouldBeNull("also the right password waits");
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldNotBeNull("the pause is over");
        await FailAsync("Amina", 4);
        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldNotBeNull("the count began anew");
    }

    [Fact]
    public async Task Nobody_keeps_the_owner_out_for_ever_by_trying_on_while_it_is_locked()
    {
        await AddWithPasswordAsync("Amina");
        await FailAsync("Amina", 25);

        time.Advance(TimeSpan.FromSeconds(30));

        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldNotBeNull();
    }

    /// <summary>Otherwise whoever tries many at once has as many tries as he likes.</summary>
    [Fact]
    public async Task Of_many_guesses_at_once_no_more_count_than_one_after_the_other()
    {
        await AddWithPasswordAsync("Amina");
        await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => processes[i % 2].Get<PasswordSignIn>().TryAsync("Amina", Wrong, by, default))));

        (await FindAsync((await Accounts.FindAsync("Amina", default))!)).Failures.ShouldBe(5);
        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_password_that_was_looked_at_before_the_lock_lets_nobody_in_after_it()
    {
        var amina = await AddWithPasswordAsync("Amina");
        hasher.Meanwhile = async () =>
        {
            hasher.Meanwhile = null;
            await FailAsync("Amina", 5);
        };

        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldBeNull();

        (await FindAsync(amina)).LockedUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_password_that_was_changed_while_it_was_looked_at_lets_nobody_in()
    {
        var amina = await AddWithPasswordAsync("Amina");
        hasher.Meanwhile = () =>
        {
            hasher.Meanwhile = null;
            return Accounts.SetPasswordAsync(amina.Id, Wrong, by, default);
        };

        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_password_ends_a_lock()
    {
        var amina = await AddWithPasswordAsync("Amina");
        await FailAsync("Amina", 5);

        await Accounts.SetPasswordAsync(amina.Id, Wrong, by, default);

        (await Passwords.TryAsync("Amina", Wrong, by, default)).ShouldNotBeNull();
    }

    private async Task FailAsync(string name, int times)
    {
        for (var i = 0; i < times; i++)
            (await Passwords.TryAsync(name, Wrong, by, default)).ShouldBeNull();
    }
}
