using MoroccoCT.People;
using MoroccoCT.Requests;

namespace MoroccoCT.Web.Pages;

/// <summary>How a finished briefing can be handed on by whoever looks at it.</summary>
/// <param name="Link">The whole address of its page.</param>
/// <param name="Citation">One line of plain text.</param>
/// <param name="Colleagues">To whom it can be sent; null where nobody is known by name.</param>
/// <param name="Languages">The same briefing in other languages.</param>
/// <param name="AllLanguages">Address of all of them as one file; null when there is only this one.</param>
/// <param name="Received">By whom it was sent to whoever looks, newest first.</param>
/// <param name="Sent">To whom he sent it, newest first.</param>
public sealed record HandOnView(
    string Link, string Citation, IReadOnlyList<Person>? Colleagues, IReadOnlyList<BriefingRequest> Languages, string? AllLanguages,
    IReadOnlyList<Handover> Received, IReadOnlyList<Handover> Sent)
{
    /// <summary>Why it was not sent.</summary>
    public string? Refusal { get; init; }

    /// <summary>What was chosen and typed when it was refused.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    public string? Note { get; init; }
}
