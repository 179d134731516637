namespace MoroccoCT.Verification;

public static class VerificationServices
{
    /// <summary>Checks files against the ledger and the present library.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services) => services.AddSingleton<BriefingVerifier>();
}
