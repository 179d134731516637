using MimeKit;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.Delivery.Transport;
using MoroccoCT.Tests.Hosting;
using SmtpServer.Protocol;

namespace MoroccoCT.Tests.Delivery;

/// <summary>One mail to real servers: good ones, refusing ones, and those that stall, hang up or answer too late.</summary>
public sealed class MailTransportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mail-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_is_handed_over_once_and_the_servers_words_are_kept()
    {
        await using var server = await MailServer.StartAsync();

        var result = await SendAsync(Options(server.Port));

        result.ShouldBe(new SendResult(SendOutcome.Accepted, "Ok"));
        server.Mails.ShouldHaveSingleItem().MessageId.ShouldBe("test.0@desk.example");
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task The_line_is_encrypted_and_the_servers_certificate_looked_at(MailSecurity security)
    {
        using var certificate = TestCertificate.Make();
        await using var server = await MailServer.StartAsync(certificate, isTls: security == MailSecurity.Tls, signIn: true);
        var options = Options(server.Port, security);
        (options.User, options.Password) = (MailServer.User, MailServer.Password);
        var authority = TestCertificate.Write(folder.FullName, "ca.pem", certificate.ExportCertificatePem());

        var stranger = await SendAsync(options);
        var known = await SendAsync(options, authority: authority);
        await using var elsewhere = await MailServer.StartAsync(certificate, isTls: security == MailSecurity.Tls, signIn: true, address: "127.0.0.2");
        (options.Host, options.Port) = ("127.0.0.2", elsewhere.Port);
        var otherName = await SendAsync(options, authority: authority);

        stranger.Outcome.ShouldBe(SendOutcome.Later);
        stranger.Words.ShouldContain("not trusted");
        known.IsAccepted.ShouldBeTrue(known.Words);
        otherName.Words.ShouldContain("not trusted");
        elsewhere.Mails.ShouldBeEmpty();
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_encryption_nothing_is_said_where_it_is_wanted()
    {
        await using var server = await MailServer.StartAsync();

        var result = await SendAsync(Options(server.Port, MailSecurity.StartTls));

        result.Outcome.ShouldBe(SendOutcome.Later);
        result.Words.ShouldContain("STARTTLS");
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_password_comes_from_the_settings_or_a_file_and_a_wrong_one_is_no_fault_of_the_mail()
    {
        await using var server = await MailServer.StartAsync(signIn: true);
        var options = Options(server.Port);
        (options.User, options.Password) = (MailServer.User, "wrong");

        var wrong = await SendAsync(options);
        options.Password = null;
        options.PasswordFile = TestCertificate.Write(folder.FullName, "password", $"{MailServer.Password}\n");
        var right = await SendAsync(options);

        wrong.Outcome.ShouldBe(SendOutcome.Later);
        wrong.Words.ShouldContain("signing in");
        wrong.Words.ShouldNotContain(MailServer.Password);
        right.IsAccepted.ShouldBeTrue(right.Words);
    }

    [Fact]
    public async Task A_token_comes_from_a_program_and_goes_to_the_server_as_it_is()
    {
        await using var server = new RudeMailServer(Rudeness.DropsAfterData);
        var options = Options(server.Port);
        (options.User, options.TokenCommand) = ("desk@desk.example", ["/bin/echo", "to ken; $(id)"]);

        await SendAsync(options);

        server.Authentication.ShouldBe("user=desk@desk.example\u0001auth=Bearer to ken; $(id)\u0001\u0001");
    }

    [Theory]
    [InlineData("cannot be started", "/does/not/exist")]
    [InlineData("ended with 1", "/bin/false")]
    [InlineData("no token", "/bin/true")]
    [InlineData("more than a token", "/usr/bin/head", "-c", "100000", "/dev/zero")]
    [InlineData("took more than", "/bin/sleep", "60")]
    public async Task Without_a_token_nothing_is_sent_and_it_is_said_why(string words, params string[] command)
    {
        var patience = TimeSpan.FromSeconds(command[0].EndsWith("sleep", StringComparison.Ordinal) ? 0.2 : 20);

        var fault = await Should.ThrowAsync<TokenCommandException>(() => TokenCommand.RunAsync(command, patience, TimeProvider.System, default));

        fault.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData(SmtpReplyCode.MailboxUnavailable, SendOutcome.Refused)]
    [InlineData(SmtpReplyCode.Unavailable, SendOutcome.Later)]
    public async Task A_recipient_who_is_refused_is_refused_for_good_or_for_now(SmtpReplyCode code, SendOutcome outcome)
    {
        await using var server = await MailServer.StartAsync();
        server.Refuses = _ => new(code, "no such\tmailbox\u0007");

        var result = await SendAsync(Options(server.Port));

        result.Outcome.ShouldBe(outcome);
        result.Words.ShouldStartWith($"{(int)code} no such mailbox");
        result.Words.ShouldNotContain("\u0007");
        server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SmtpReplyCode.TransactionFailed, SendOutcome.Refused)]
    [InlineData(SmtpReplyCode.InsufficientStorage, SendOutcome.Later)]
    public async Task A_mail_that_is_refused_at_its_end_was_certainly_not_taken(SmtpReplyCode code, SendOutcome outcome)
    {
        await using var server = await MailServer.StartAsync();
        server.Answers = () => Task.FromResult(new SmtpResponse(code, "content refused"));

        (await SendAsync(Options(server.Port))).ShouldBe(new SendResult(outcome, $"{(int)code} content refused"));
    }

    [Theory]
    [InlineData("SilentGreeting", SendOutcome.Later)]
    [InlineData("BusyGreeting", SendOutcome.Later)]
    [InlineData("Babbles", SendOutcome.Later)]
    [InlineData("DropsInData", SendOutcome.Later)]
    [InlineData("StallsInData", SendOutcome.Later)]
    [InlineData("DropsAfterData", SendOutcome.Uncertain)]
    [InlineData("SilentAfterData", SendOutcome.Uncertain)]
    public async Task What_breaks_off_is_tried_again_unless_the_server_had_all_of_it(string rudeness, SendOutcome outcome)
    {
        await using var server = new RudeMailServer(Enum.Parse<Rudeness>(rudeness));

        var isSilent = rudeness.StartsWith('S');

        var result = await SendAsync(Options(server.Port, seconds: isSilent ? 2 : 60), Mail(bytes: 20_000_000));

        result.Outcome.ShouldBe(outcome, result.Words);
        result.Words.ShouldNotBeNullOrEmpty();
        server.Complete.ShouldBe(outcome == SendOutcome.Uncertain ? 1 : 0);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_leaves_it_open_whether_the_mail_was_taken()
    {
        await using var server = await MailServer.StartAsync();
        var late = new TaskCompletionSource<SmtpResponse>();
        server.Answers = () => late.Task;

        var result = await SendAsync(Options(server.Port, seconds: 2));
        late.SetResult(SmtpResponse.Ok);

        result.Outcome.ShouldBe(SendOutcome.Uncertain);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (server.Mails.Count == 0)
            await Task.Delay(10, patience.Token);
    }

    [Fact]
    public async Task Nobody_there_is_a_reason_to_try_again() =>
        (await SendAsync(Options(MailServer.FreePort()))).Outcome.ShouldBe(SendOutcome.Later);

    [Fact]
    public async Task What_somebody_else_has_taken_over_is_not_sent()
    {
        await using var server = await MailServer.StartAsync();

        var result = await SendAsync(Options(server.Port), handingOver: _ => Task.FromResult(false));

        result.Outcome.ShouldBe(SendOutcome.Interrupted);
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_stops_ends_a_try_that_nobody_can_have_taken()
    {
        await using var server = new RudeMailServer(Rudeness.StallsInData);
        using var stop = new CancellationTokenSource();
        var options = Options(server.Port);

        var sending = SendAsync(options, Mail(bytes: 20_000_000), handingOver: _ => { stop.CancelAfter(200); return Task.FromResult(true); }, stop: stop.Token);

        (await sending).Outcome.ShouldBe(SendOutcome.Interrupted);
    }

    /// <param name="seconds">For each step: few for servers that let one wait, and enough for good ones on a busy machine.</param>
    private static MailOptions Options(int port, MailSecurity security = MailSecurity.None, int seconds = 60) => new()
    {
        Host = "localhost",
        Port = port,
        Security = security,
        From = "briefings@desk.example",
        Timeout = TimeSpan.FromSeconds(seconds),
        AnswerTimeout = TimeSpan.FromSeconds(seconds),
    };

    private static MimeMessage Mail(int bytes = 0) => MailMessage.Compose(
        new() { From = "briefings@desk.example" }, "amina@ministry.example", null, "A test",
        new("en", "ltr", null, "A test", "en", ["Nothing."], [], []), "test.0", DateTimeOffset.UnixEpoch, null, ("test.pdf", new byte[bytes]));

    private static Task<SendResult> SendAsync(
        MailOptions options, MimeMessage? mail = null, string? authority = null, Func<CancellationToken, Task<bool>>? handingOver = null,
        CancellationToken stop = default) =>
        new MailTransport(options, new(authority), TimeProvider.System).SendAsync(mail ?? Mail(), handingOver ?? (_ => Task.FromResult(true)), stop);
}
