using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using MoroccoCT.Storage;
using MoroccoCT.Web.Addresses;

namespace MoroccoCT.Hosting;

/// <summary>
/// Where the keys lie that protect open forms, steps of a sign-in and the secrets of apps: with the data, so that all of that still works after a restart.
/// </summary>
internal static class ProtectionKeys
{
    private const UnixFileMode FolderForUs = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode FileForUs = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="UsageException">The folder or the certificate for the keys cannot be used.</exception>
    public static void AddProtectionKeys(this IServiceCollection services, string data, IConfiguration settings)
    {
        var protection = services.AddDataProtection().SetApplicationName("MoroccoCT");
        if (LedgerOptions.Of(settings).IsPostgres)
        {
            services.AddOptions<KeyManagementOptions>()
                .Configure<IDbContextFactory<LedgerContext>>((keys, ledger) => keys.XmlRepository = new LedgerKeys(ledger));
        }
        else
        {
            protection.PersistKeysToFileSystem(new(Folder(data)));
        }

        var web = WebOptions.Of(settings);
        if (web.KeyCertificate is { Length: > 0 } file)
        {
            var setting = $"{WebOptions.Section}:{nameof(WebOptions.KeyCertificate)}";
            protection.ProtectKeysWithCertificate(ServiceCertificate.Read(setting, file, web.KeyCertificateKey, web.KeyCertificatePassword).Own);
        }
    }

    /// <summary>Nobody else may read it, nor what earlier versions have put there.</summary>
    private static string Folder(string data)
    {
        var folder = DataFolder.Create(Path.Combine(data, BackupContent.Keys));
        if (OperatingSystem.IsWindows())
            return folder;
        try
        {
            File.SetUnixFileMode(folder, FolderForUs);
            foreach (var key in Directory.EnumerateFiles(folder))
                File.SetUnixFileMode(key, FileForUs);
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"--data: '{folder}' cannot be closed to others: {fault.Message.TrimEnd('.')}. It must belong to the user who runs the service.");
        }
    }
}
