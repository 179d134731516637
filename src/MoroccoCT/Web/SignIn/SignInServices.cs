using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using MoroccoCT.People;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Web.SignIn;

/// <summary>Finds out who calls, and lets nobody do what he may not.</summary>
internal static class SignInServices
{
    public const string Address = "/sign-in";

    private const string ByCall = "by call";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ExternalSignInOptions.Section);
        services.AddOptions<ExternalSignInOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        var authentication = services.AddAuthentication(ByCall)
            .AddPolicyScheme(ByCall, ByCall, scheme => scheme.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, SoloHandler>(SoloHandler.Name, null)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Name, null);
        if (section.Get<ExternalSignInOptions>() is { IsOn: true } external)
            ExternalSignIn.AddTo(authentication, external);
        services.AddAuthorization(Policies.AddTo);
        services.AddSingleton<Access>();
        services.AddSingleton<CallerLookup>();
        services.AddSingleton<BrowserSession>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ShortNote>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Caller());
        services.AddScoped<PersonNames>();
        services.AddPasskeys();
    }

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>();
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // It names its owner, and asks him for his finger or PIN: then it is worth a password and a second factor.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
        });
    }

    private static string SchemeOf(HttpContext context) => context.RequestServices.GetRequiredService<Access>() switch
    {
        { IsShared: false } => SoloHandler.Name,
        _ when CallerLookup.IsByKey(context) => KeyHandler.Name,
        _ => SessionHandler.Name,
    };
}
