using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    private ApiKeys Keys => One.Get<ApiKeys>();

    [Fact]
    public async Task A_key_is_found_by_itself_alone_and_the_ledger_keeps_its_hash_only()
    {
        var amina = await AddAsync("Amina");

        var (key, row) = await KeyAsync(amina, "orders", "read");

        key.ShouldStartWith("mct_");
        row.Scopes.ShouldBe(["read", "orders"]);
        (await Keys.FindAsync(key, default)).ShouldNotBeNull().Owner.Id.ShouldBe(amina.Id);
        (await One.CountAsync($"SELECT COUNT(*) FROM api_keys WHERE hash = '{Token.Hash(key)}' AND hash <> '{key}'")).ShouldBe(1);
        foreach (var other in new[] { "", key[4..], row.Hash, "mct_" + row.Hash, key + "x", key.ToUpperInvariant(), "\ud800" })
            (await Keys.FindAsync(other, default)).ShouldBeNull(other);
    }

    [Theory]
    [InlineData(Role.Reader, "orders")]
    [InlineData(Role.Reader, "admin")]
    [InlineData(Role.Requester, "admin")]
    [InlineData(Role.Editor, "admin")]
    [InlineData(Role.Approver, "admin")]
    public async Task No_key_is_good_for_more_than_its_owners_role(Role role, string scope)
    {
        var amina = await AddAsync("Amina", role);

        (await RefusedAsync(() => KeyAsync(amina, "read", scope))).ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.ScopeBeyondRole);
    }

    [Fact]
    public async Task A_key_that_will_not_do_is_refused_field_by_field()
    {
        await AddAsync("Root", Role.Administrator);
        var amina = await AddAsync("Amina");

        (await RefusedAsync(() => Keys.CreateAsync(amina.Id, " ", ["write"], 366, by, default)))
            .Select(problem => (problem.Field, problem.Fault))
            .ShouldBe([("key", PersonFault.Blank), ("scopes", PersonFault.Unknown), ("days", PersonFault.Range)]);
        (await RefusedAsync(() => Keys.CreateAsync(amina.Id, "script", [], 0, by, default)))
            .Select(problem => (problem.Field, problem.Fault)).ShouldBe([("scopes", PersonFault.Unknown), ("days", PersonFault.Range)]);
        await Accounts.ChangeAsync(amina.Id, new() { IsDisabled = true }, by, default);
        (await RefusedAsync(() => KeyAsync(amina, "read"))).ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.NotActive);
        (await Keys.CreateAsync(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "script", ["read"], 1, by, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_ends_after_its_days()
    {
        var (key, _) = await KeyAsync(await AddAsync("Amina"), "read");

        time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        (await Keys.FindAsync(key, default)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromMilliseconds(1));
        (await Keys.FindAsync(key, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_its_owners_other_keys_do()
    {
        var amina = await AddAsync("Amina");
        var (key, row) = await KeyAsync(amina, "read");
        time.Advance(TimeSpan.FromMilliseconds(1));
        var (other, _) = await KeyAsync(amina, "read");

        (await Keys.RevokeAsync(row.Id, Guid.CreateVersion7(DateTimeOffset.UnixEpoch), by, default)).ShouldBeFalse("it is not theirs");
        (await Keys.FindAsync(key, default)).ShouldNotBeNull();
        (await Keys.RevokeAsync(row.Id, amina.Id, by, default)).ShouldBeTrue();

        (await Keys.FindAsync(key, default)).ShouldBeNull();
        (await Keys.FindAsync(other, default)).ShouldNotBeNull();
        (await Keys.RevokeAsync(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), ownerId: null, by, default)).ShouldBeFalse();
        (await Keys.ListAsync(amina.Id, default)).Select(one => one.RevokedAt is not null).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_key_is_good_for_as_long_as_its_owner_may_come_in()
    {
        await AddAsync("Root", Role.Administrator);
        var amina = await AddAsync("Amina");
        var (key, _) = await KeyAsync(amina, "read");

        await Accounts.ChangeAsync(amina.Id, new() { IsDisabled = true }, by, default);
        (await Keys.FindAsync(key, default)).ShouldBeNull();
        await Accounts.ChangeAsync(amina.Id, new() { IsDisabled = false }, by, default);
        (await Keys.FindAsync(key, default)).ShouldNotBeNull();
        await Accounts.DeleteAsync(amina.Id, by, default);
        (await Keys.FindAsync(key, default)).ShouldBeNull();
    }

    [Fact]
    public async Task When_a_key_was_last_used_is_seen_to_the_minute()
    {
        var amina = await AddAsync("Amina");
        var (key, row) = await KeyAsync(amina, "read");
        row.LastUsedAt.ShouldBeNull();

        await Keys.FindAsync(key, default);
        var first = time.GetUtcNow();
        time.Advance(TimeSpan.FromSeconds(59));
        await Keys.FindAsync(key, default);
        (await Keys.ListAsync(null, default))[0].LastUsedAt.ShouldBe(first);
        time.Advance(TimeSpan.FromSeconds(1));
        await Keys.FindAsync(key, default);

        (await Keys.ListAsync(null, default))[0].LastUsedAt.ShouldBe(time.GetUtcNow());
    }

    private async Task<(string Key, ApiKey Row)> KeyAsync(Person owner, params string[] scopes) =>
        (await Keys.CreateAsync(owner.Id, "script", scopes, 30, by, default)).ShouldNotBeNull();
}
