using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public abstract partial class PeopleTests
{
    [Theory]
    [InlineData("Amina@Ministry.example", "amina@ministry.example")]
    [InlineData("not an address", null)]
    [InlineData(null, null)]
    public async Task Whoever_comes_by_the_provider_for_the_first_time_brings_an_address_and_later_none(string? claimed, string? kept)
    {
        var external = One.Get<ExternalAccounts>();
        var identity = new ExternalIdentity("https://login.example", "s1", "amina", "Amina", Role.Reader, null, null, claimed);

        (await external.OfAsync(identity, by, default)).ShouldNotBeNull().Email.ShouldBe(kept);
        (await external.OfAsync(identity with { Email = "other@ministry.example" }, by, default)).ShouldNotBeNull().Email.ShouldBe(kept);
    }

    [Fact]
    public async Task Of_somebody_who_is_deleted_no_address_is_left()
    {
        var amina = await Accounts.AddAsync(new("amina", Role.Reader, green, Email: "amina@ministry.example"), by, default);

        (await Accounts.DeleteAsync(amina.Id, by, default)).ShouldNotBeNull().Email.ShouldBeNull();
        (await One.CountAsync("SELECT count(*) FROM people WHERE email IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_address_changes_nothing()
    {
        var amina = await Accounts.AddAsync(new("amina", Role.Reader, green), by, default);

        var rejected = await Should.ThrowAsync<PersonRejectedException>(
            () => Accounts.ChangeAsync(amina.Id, new() { Desk = "legal", Email = "a@b.example\r\nBcc: c@d.example" }, by, default));

        rejected.Problems.ShouldHaveSingleItem().Fault.ShouldBe(PersonFault.NoMailAddress);
        (await Accounts.FindAsync(amina.Id, default)).ShouldNotBeNull().Desk.ShouldBe("main");
    }
}
