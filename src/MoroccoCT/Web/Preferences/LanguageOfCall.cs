using Microsoft.Extensions.Options;
using MoroccoCT.Web.Addresses;
using MoroccoCT.Web.Language;
using MoroccoCT.Web.SignIn;

namespace MoroccoCT.Web.Preferences;

/// <summary>In which language a call is answered. It decides over the pages alone: the language of a briefing is a matter of its order.</summary>
internal static class LanguageOfCall
{
    /// <summary>
    /// What the person has chosen, then what the browser was told here, then what it says its reader understands, then what the service is set to.
    /// </summary>
    public static Words Of(HttpContext context) =>
        Words.Find(context.Caller().Person?.Language)
        ?? Words.Find(LanguageCookie.Read(context))
        ?? AcceptedLanguages.Best([.. context.Request.Headers.AcceptLanguage.OfType<string>()])
        ?? Words.Find(context.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value.Language)
        ?? Words.English;
}
