using Microsoft.Extensions.Hosting.Systemd;

namespace MoroccoCT.Hosting;

/// <summary>Tells systemd, where it started the service (<c>Type=notify</c>), when that can be reached and when it stops.</summary>
internal static class ServiceManager
{
    public static void Tell(WebApplication app)
    {
        var systemd = new SystemdNotifier();
        systemd.Notify(ServiceState.Ready);
        app.Lifetime.ApplicationStopping.Register(() => systemd.Notify(ServiceState.Stopping));
    }
}
