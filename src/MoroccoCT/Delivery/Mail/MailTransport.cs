using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MoroccoCT.Delivery.Transport;

namespace MoroccoCT.Delivery.Mail;

/// <summary>Hands one mail at a time to the mail server, each over a connection of its own.</summary>
internal sealed class MailTransport(MailOptions options, HouseAuthority authority, TimeProvider time)
{
    /// <summary>For a token, and for saying good-bye.</summary>
    private static readonly TimeSpan aside = TimeSpan.FromSeconds(20);

    private const int FirstRefusal = 500;

    /// <param name="handingOver">
    /// Called when the server is ready, before it is told anything of the mail. False calls it off: somebody else has it by now.
    /// </param>
    public async Task<SendResult> SendAsync(MimeMessage mail, Func<CancellationToken, Task<bool>> handingOver, CancellationToken cancellationToken)
    {
        using var way = new HandOver(options.Timeout, options.AnswerTimeout, time, cancellationToken);
        var client = NewClient();
        var isReady = false;
        try
        {
            await ConnectAsync(client, way, cancellationToken);
            isReady = true;
            if (!await handingOver(cancellationToken))
                return new(SendOutcome.Interrupted, "somebody else has taken it over");
            way.Step();
            var said = await client.SendAsync(FormatOptions.Default, mail, mail.From.Mailboxes.First(), mail.To.Mailboxes, way.Token, way);
            return new(SendOutcome.Accepted, ServerWords.Of(said));
        }
        catch (SmtpCommandException refusal) when (isReady)
        {
            var words = ServerWords.Of(string.Create(CultureInfo.InvariantCulture, $"{(int)refusal.StatusCode} {refusal.Message}"));
            return new((int)refusal.StatusCode >= FirstRefusal ? SendOutcome.Refused : SendOutcome.Later, words);
        }
        catch (Exception fault) when (IsOfTheWay(fault))
        {
            return Lost(fault, way, cancellationToken);
        }
        finally
        {
            // What the server said is to be written down before anything else is said to it.
            _ = LeaveAsync(client);
        }
    }

    private SmtpClient NewClient()
    {
        var client = new SmtpClient
        {
            CheckCertificateRevocation = false,
            Timeout = (int)Math.Max(options.Timeout.TotalMilliseconds, options.AnswerTimeout.TotalMilliseconds) * 2,
        };
        client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => authority.Trusts(certificate, chain, errors);
        return client;
    }

    private async Task ConnectAsync(SmtpClient client, HandOver way, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(options.Host!, options.Port, Socket(options.Security), way.Token);
        if (options.User is null)
            return;
        if (options.TokenCommand.Length > 0)
        {
            var token = await TokenCommand.RunAsync(options.TokenCommand, aside, time, cancellationToken);
            way.Step();
            var isNew = client.AuthenticationMechanisms.Contains("OAUTHBEARER");
            await client.AuthenticateAsync(
                isNew ? new SaslMechanismOAuthBearer(options.User, token) : new SaslMechanismOAuth2(options.User, token), way.Token);
        }
        else
        {
            way.Step();
            await client.AuthenticateAsync(options.User, await PasswordAsync(cancellationToken), way.Token);
        }
    }

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private async Task<string> PasswordAsync(CancellationToken cancellationToken) => options.PasswordFile is { } file
        ? (await File.ReadAllTextAsync(file, cancellationToken)).Split('\n')[0].TrimEnd('\r')
        : options.Password!;

    /// <summary>Faults of the server, the line and the settings; any other is a mistake of ours.</summary>
    private static bool IsOfTheWay(Exception fault) => fault is
        CommandException or ProtocolException or IOException or SocketException or OperationCanceledException or AuthenticationException
        or System.Security.Authentication.AuthenticationException or SslHandshakeException or TimeoutException or NotSupportedException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or TokenCommandException or UnauthorizedAccessException;

    private SendResult Lost(Exception fault, HandOver way, CancellationToken cancellationToken)
    {
        if (way.IsComplete)
            return new(SendOutcome.Uncertain, "the connection ended, or the time, after all of the mail was handed over and before an answer came");
        if (cancellationToken.IsCancellationRequested)
            return new(SendOutcome.Interrupted, "the service was stopped");
        var words = fault switch
        {
            _ when way.IsOutOfTime => string.Create(CultureInfo.InvariantCulture, $"the mail server took more than {options.Timeout.TotalSeconds:0.#} s"),
            SslHandshakeException => "the mail server's certificate is not trusted, or it speaks no TLS that is spoken here",
            AuthenticationException or ServiceNotAuthenticatedException => $"signing in to the mail server failed: {fault.Message}",
            UnauthorizedAccessException => "the password file cannot be read",
            _ => fault.Message,
        };
        return new(SendOutcome.Later, ServerWords.Of(words));
    }

    private async Task LeaveAsync(SmtpClient client)
    {
        using var soon = new CancellationTokenSource(aside, time);
        try
        {
            await client.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception fault) when (IsOfTheWay(fault))
        {
            // It is gone either way.
        }
        finally
        {
            client.Dispose();
        }
    }
}
