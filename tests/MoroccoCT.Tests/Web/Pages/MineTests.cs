using MoroccoCT.Tests.Web.SignIn;

namespace MoroccoCT.Tests.Web.Pages;

/// <summary>The list where there are others.</summary>
[Collection(SharedCollection.Name)]
public sealed class MineTests(SharedService shared)
{
    private const string Desk = "desk of the lists";

    [Fact]
    public async Task The_desks_and_ones_own_are_looked_through_with_the_same_words()
    {
        var (amina, zoe) = (await shared.AddAsync(desk: Desk), await shared.AddAsync(desk: Desk));
        var (hers, others) = (await shared.SubmitAsync(amina), await shared.SubmitAsync(zoe));
        using var browser = await shared.BrowserAsync(amina);

        var all = await browser.GetStringAsync("/requests?q=mct&state=queued");
        var own = await browser.GetStringAsync("/requests?q=mct&state=queued&by=me");

        (all.Contains(hers.Number), all.Contains(others.Number), own.Contains(hers.Number), own.Contains(others.Number)).ShouldBe((true, true, true, false));
        all.ShouldContain("href=\"/requests?q=mct&amp;state=queued&amp;by=me\"");
        own.ShouldContain("href=\"/requests?q=mct&amp;state=queued\"");
        (await browser.GetStringAsync("/requests?mine=true")).ShouldNotContain(others.Number);
    }
}
