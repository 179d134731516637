using MoroccoCT.Briefings.Composition;
using MoroccoCT.Briefings.Orders;
using MoroccoCT.Library;

namespace MoroccoCT.Rendering;

/// <summary>All that decides a document, from one look at the library: what is left to do is to typeset it.</summary>
/// <param name="Order">In canonical form.</param>
/// <param name="Fingerprint">A hash of all that decides the bytes of the document: two orders with the same one get the same file.</param>
public sealed record PreparedBriefing(LibrarySnapshot Snapshot, BriefingOrder Order, string Fingerprint, Briefing Briefing, BriefingManifest Manifest);
