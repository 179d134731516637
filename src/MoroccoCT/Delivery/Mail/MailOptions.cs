using System.ComponentModel.DataAnnotations;
using System.Net;
using MimeKit;
using MoroccoCT.People;

namespace MoroccoCT.Delivery.Mail;

/// <summary>How the line to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>It begins in the open and is encrypted before anything is said; without that nothing is sent. Port 587.</summary>
    StartTls,

    /// <summary>Encrypted from its first byte. Port 465.</summary>
    Tls,

    /// <summary>Not at all: only to this machine, unless <see cref="MailOptions.AllowPlain"/>.</summary>
    None,
}

/// <summary>The mail server that mails are handed to; settings section <c>Delivery:Mail</c>.</summary>
public sealed class MailOptions
{
    internal const string Place = "Delivery:Mail";

    /// <summary>The mail server's name.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Whether mails may go to another machine in the open.</summary>
    public bool AllowPlain { get; set; }

    /// <summary>Name to sign in with; null for a server that asks for none.</summary>
    public string? User { get; set; }

    /// <summary>A secret.</summary>
    public string? Password { get; set; }

    /// <summary>File whose first line is the password; read each time.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>
    /// Program and its arguments, in the order in which they are given to it, that prints an OAuth2 access token; run for each connection, without a shell.
    /// </summary>
    public string[] TokenCommand { get; set; } = [];

    /// <summary>Sender: <c>briefings@example.org</c> or <c>The Desk &lt;briefings@example.org&gt;</c>. Bounces go there too.</summary>
    public string? From { get; set; }

    /// <summary>Where answers go, and requests to be sent nothing more; null takes <see cref="From"/>.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>For each step up to the last byte of a mail.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For the answer once all of a mail was handed over. Short times make mails uncertain that were taken: RFC 5321 asks for ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:30:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of a PDF that is attached; a larger one is linked to. 0 attaches none.</summary>
    [Range(0L, 50L << 20)]
    public long AttachUpTo { get; set; } = 10L << 20;

    /// <summary>To which domains mail goes, and up to which marking; nowhere else.</summary>
    public MailDomain[] Domains { get; set; } = [];

    internal MailboxAddress Sender => Mailbox(From)!;

    internal MailboxAddress AnswerTo => Mailbox(ReplyTo) ?? Sender;

    /// <summary>The domain that message ids end in.</summary>
    internal string SenderDomain => Sender.Address[(Sender.Address.LastIndexOf('@') + 1)..];

    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Host) || Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            yield return $"{Place}:{nameof(Host)} is no name of a server. Write one such as mail.example.org.";
        else if (Security == MailSecurity.None && !AllowPlain && !IsThisMachine(Host))
            yield return $"{Place}:{nameof(Security)} is None, and '{Host}' is another machine. Write StartTls or Tls; or {nameof(AllowPlain)}: true, "
                + "if the line to it is private by other means.";
        if (Mailbox(From) is null)
            yield return $"{Place}:{nameof(From)} is no sender. Write one such as briefings@example.org, or The Desk <briefings@example.org>.";
        if (ReplyTo is not null && Mailbox(ReplyTo) is null)
            yield return $"{Place}:{nameof(ReplyTo)} is no mail address. Write one such as desk@example.org, or leave it out.";
        foreach (var fault in SignInFaults().Concat(MailDomain.Faults(Domains)))
            yield return fault;
    }

    private IEnumerable<string> SignInFaults()
    {
        var ways = (Password is null ? 0 : 1) + (PasswordFile is null ? 0 : 1) + (TokenCommand.Length > 0 ? 1 : 0);
        if (ways > 1)
            yield return $"{Place}: give one of {nameof(Password)}, {nameof(PasswordFile)} and {nameof(TokenCommand)}.";
        if (User is null != (ways == 0))
            yield return $"{Place}:{nameof(User)} goes with one of {nameof(Password)}, {nameof(PasswordFile)} and {nameof(TokenCommand)}: give both, or none.";
        if (User is not null && Security == MailSecurity.None && Host is not null && !IsThisMachine(Host))
            yield return $"{Place}:{nameof(User)} would be sent in the open. Write StartTls or Tls as {nameof(Security)}.";
        if (PasswordFile is not null && !File.Exists(PasswordFile))
            yield return $"{Place}:{nameof(PasswordFile)}: there is no file '{PasswordFile}'.";
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static MailboxAddress? Mailbox(string? text) =>
        text is not null && !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var parsed) && MailAddress.Of(parsed.Address) is { } address
            ? new(parsed.Name, address)
            : null;
}
