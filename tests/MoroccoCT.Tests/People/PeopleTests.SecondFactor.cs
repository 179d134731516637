using MoroccoCT.People;
using OtpNet;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private SecondFactor Factor => One.Get<SecondFactor>();

    [Fact]
    public async Task An_app_counts_once_a_code_of_it_came_back()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var secret = SecondFactor.NewSecret();

        (await Factor.EnrolAsync(amina.Id, secret, "000000", by, default)).ShouldBeNull();
        (await FindAsync(amina)).HasSecondFactor.ShouldBeFalse();

        var told = await ToldByAsync(async () => (await Factor.EnrolAsync(amina.Id, secret, Code(secret), by, default)).ShouldNotBeNull().Count.ShouldBe(8));
        told.ShouldBe([("secondFactorChanged", "Amina", """{"app":"on"}""")]);
        var enrolled = await FindAsync(amina);
        enrolled.HasSecondFactor.ShouldBeTrue();
        enrolled.TotpSecret!.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_code_of_the_app_is_good_once()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var (secret, _) = await EnrolAsync(amina);

        (await Factor.TryAsync(amina.Id, Code(secret), by, default)).ShouldBeNull("it was used when the app was added");
        time.Advance(TimeSpan.FromSeconds(30));
        var code = Code(secret);
        (await Factor.TryAsync(amina.Id, $" {code[..3]} {code[3..]}", by, default)).ShouldNotBeNull();
        (await Factor.TryAsync(amina.Id, code, by, default)).ShouldBeNull("it was used");
        (await Factor.TryAsync(amina.Id, Code(secret, TimeSpan.FromSeconds(-30)), by, default)).ShouldBeNull("nor is one from before it good");
    }

    [Fact]
    public async Task A_clock_may_be_a_step_behind_or_ahead_and_no_further()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var (secret, _) = await EnrolAsync(amina);

        time.Advance(TimeSpan.FromMinutes(5));
        (await Factor.TryAsync(amina.Id, Code(secret, TimeSpan.FromSeconds(-60)), by, default)).ShouldBeNull();
        (await Factor.TryAsync(amina.Id, Code(secret, TimeSpan.FromSeconds(60)), by, default)).ShouldBeNull();
        (await Factor.TryAsync(amina.Id, Code(secret, TimeSpan.FromSeconds(-30)), by, default)).ShouldNotBeNull();
        (await Factor.TryAsync(amina.Id, Code(secret, TimeSpan.FromSeconds(30)), by, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task One_code_tried_by_many_at_once_lets_one_in()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var (_, recovery) = await EnrolAsync(amina);
        await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            i => Task.Run(() => processes[i % 2].Get<SecondFactor>().TryAsync(amina.Id, recovery[0], by, default))));

        answers.Count(answer => answer is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_on_paper_stands_in_for_the_app_once()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var (_, recovery) = await EnrolAsync(amina);

        (await Factor.TryAsync(amina.Id, recovery[3].ToUpperInvariant().Replace('-', ' '), by, default)).ShouldNotBeNull();
        (await Factor.TryAsync(amina.Id, recovery[3], by, default)).ShouldBeNull();
        (await Factor.TryAsync(amina.Id, recovery[4], by, default)).ShouldNotBeNull();
        (await FindAsync(amina)).RecoveryCodes.ShouldNotContain(recovery[0].Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do_and_a_right_password_does_not_clear_them()
    {
        var amina = await AddWithPasswordAsync("Amina");
        var (_, recovery) = await EnrolAsync(amina);
        for (var i = 0; i < 5; i++)
        {
            (await Passwords.TryAsync("Amina", Good, by, default)).ShouldNotBeNull();
            (await Factor.TryAsync(amina.Id, "123456", by, default)).ShouldBeNull();
        }

        (await Passwords.TryAsync("Amina", Good, by, default)).ShouldBeNull();
        (await Factor.TryAsync(amina.Id, recovery[0], by, default)).ShouldBeNull();
        time.Advance(TimeSpan.FromSeconds(30));
        (await Factor.TryAsync(amina.Id, recovery[0], by, default)).ShouldNotBeNull();
        (await FindAsync(amina)).Failures.ShouldBe(0);
    }

    /// <summary>Whoever sits down at an open browser could put his own in its place.</summary>
    [Fact]
    public async Task An_app_is_not_replaced_before_it_is_taken_away()
    {
        var amina = await AddWithPasswordAsync("Amina");
        await EnrolAsync(amina);
        var another = SecondFactor.NewSecret();

        (await Factor.EnrolAsync(amina.Id, another, Code(another), by, default)).ShouldBeNull();

        (await ToldByAsync(() => Factor.RemoveAsync(amina.Id, by, default))).ShouldBe([("secondFactorChanged", "Amina", """{"app":"off"}""")]);
        (await FindAsync(amina)).HasSecondFactor.ShouldBeFalse();
        (await Factor.EnrolAsync(amina.Id, another, Code(another), by, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_who_is_kept_out_or_has_no_app_comes_in_by_a_code()
    {
        await AddAsync("Root", Role.Administrator);
        var amina = await AddWithPasswordAsync("Amina");
        (await Factor.TryAsync(amina.Id, "123456", by, default)).ShouldBeNull();

        var (_, recovery) = await EnrolAsync(amina);
        await Accounts.ChangeAsync(amina.Id, new() { IsDisabled = true }, by, default);
        (await Factor.TryAsync(amina.Id, recovery[0], by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_typed_for_a_code_may_be_anything()
    {
        var amina = await AddWithPasswordAsync("Amina");
        await EnrolAsync(amina);

        foreach (var code in new[] { "", "\ud800", new string('9', 100_000), "١٢٣٤٥٦", "-1", "1e5" })
            (await Factor.TryAsync(amina.Id, code, by, default)).ShouldBeNull(code);
    }

    private string Code(string secret, TimeSpan apart = default) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp((time.GetUtcNow() + apart).UtcDateTime);

    private async Task<(string Secret, IReadOnlyList<string> Recovery)> EnrolAsync(Person person)
    {
        var secret = SecondFactor.NewSecret();
        return (secret, (await Factor.EnrolAsync(person.Id, secret, Code(secret), by, default)).ShouldNotBeNull());
    }
}
