using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

/// <summary>Hashes as the service does, quickly, and counts: what takes the same work takes the same time.</summary>
internal sealed class CountingHasher : IPasswordHasher<Person>
{
    private readonly PasswordHasher<Person> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
    private int hashed;
    private int verified;

    public int Hashed => hashed;

    public int Verified => verified;

    /// <summary>What happens while a password is being looked at.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public string HashPassword(Person user, string password)
    {
        Interlocked.Increment(ref hashed);
        return hasher.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        Meanwhile?.Invoke().GetAwaiter().GetResult();
        return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
