using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoroccoCT.Audit;
using MoroccoCT.Briefings.Content;
using MoroccoCT.People;
using MoroccoCT.Requests;
using MoroccoCT.Tests.People;

namespace MoroccoCT.Tests.Web.SignIn;

/// <summary>The service with sign-in, and people who come in.</summary>
public sealed class SharedService : IAsyncLifetime
{
    public const string Password = "lanterne sous neuf oliviers";

    internal static readonly Actor By = new(Doors.CommandLine, "test");

    private readonly TestService service;
    private int count;

    public SharedService()
        : this([])
    {
    }

    internal SharedService(Dictionary<string, string?> settings) => service = new(
        settings,
        services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(Hasher)),
        isShared: true);

    internal CountingHasher Hasher { get; } = new();

    internal TestService Service => service;

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    /// <summary>Somebody nobody knew before.</summary>
    public Task<Person> AddAsync(Role role = Role.Requester, int clearance = 0, string desk = "main", string? displayName = null) =>
        service.Get<Accounts>().AddAsync(new($"person{Interlocked.Increment(ref count)}", role, Marking.All[clearance], desk, displayName), By, default);

    public async Task<Person> AddWithPasswordAsync(Role role = Role.Requester) =>
        (await service.Get<Accounts>().SetPasswordAsync((await AddAsync(role)).Id, Password, By, default)).ShouldNotBeNull();

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<HttpClient> BrowserAsync(Person person) => service.Browser(Cookies(await SessionAsync(person)));

    public Task<string> SessionAsync(Person person) => service.Get<Sessions>().OpenAsync(person, SignInMethod.Password, By, default);

    /// <summary>A browser with a cookie that claims to be a session's.</summary>
    public CookieContainer Cookies(string token)
    {
        var cookies = new CookieContainer();
        cookies.Add(service.Address, new Cookie("moroccoct-session", token, "/"));
        return cookies;
    }

    public async Task<HttpClient> ProgramAsync(Person owner, params string[] scopes)
    {
        var client = service.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await KeyAsync(owner, scopes));
        return client;
    }

    public async Task<string> KeyAsync(Person owner, params string[] scopes) =>
        (await service.Get<ApiKeys>().CreateAsync(owner.Id, "script", scopes, 30, By, default)).ShouldNotBeNull().Key;

    public Task<BriefingRequest> SubmitAsync(Person person, int marking = 0) => service.Ledger.SubmitAsync(
        new() { Sections = ["domestic"], Marking = Marking.All[marking].Label },
        new(By with { Id = person.Id, Name = person.Name }, Viewer: Viewer.Of(person)));

    public async Task<BriefingRequest> FinishedAsync(Person person, int marking = 0) => await service.FinishAsync(await SubmitAsync(person, marking));
}

/// <summary>One service for all tests that can share it.</summary>
[CollectionDefinition(Name)]
public sealed class SharedCollection : ICollectionFixture<SharedService>
{
    public const string Name = "shared";
}
