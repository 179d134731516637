using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MoroccoCT.Audit;
using MoroccoCT.Storage;

namespace MoroccoCT.People;

public static class PeopleServices
{
    /// <summary>Of PBKDF2 with SHA-512, as OWASP advises.</summary>
    private const int HashIterations = 210_000;

    /// <summary>Who may come in, and how he proves who he is.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PeopleOptions>().Bind(configuration.GetSection(PeopleOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddSingleton(provider => new Accounts(
            Of<LedgerStore>(provider), Of<AuditTrail>(provider), Of<IPasswordHasher<Person>>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new Sessions(
            Of<LedgerStore>(provider), Of<AuditTrail>(provider), Of<IOptions<PeopleOptions>>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new PasswordSignIn(
            Of<LedgerStore>(provider), Of<AuditTrail>(provider), Of<Accounts>(provider), Of<IPasswordHasher<Person>>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new SecondFactor(
            Of<Accounts>(provider), Of<AuditTrail>(provider), Of<IDataProtectionProvider>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new OneTimeLinks(
            Of<LedgerStore>(provider), Of<AuditTrail>(provider), Of<Accounts>(provider), Of<IPasswordHasher<Person>>(provider),
            Of<IOptions<PeopleOptions>>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new ApiKeys(
            Of<LedgerStore>(provider), Of<AuditTrail>(provider), Of<Accounts>(provider), Of<IOptions<PeopleOptions>>(provider), Of<TimeProvider>(provider)));
        services.AddSingleton(provider => new ExternalAccounts(Of<LedgerStore>(provider), Of<Accounts>(provider)));
        services.AddSingleton(provider => new Passkeys(
            Of<LedgerStore>(provider), Of<AuditTrail>(provider), Of<Accounts>(provider), Of<TimeProvider>(provider)));
        return services;
    }

    private static T Of<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
