using System.Text;
using MimeKit;
using MoroccoCT.Delivery;
using MoroccoCT.Delivery.Mail;
using MoroccoCT.Language;

namespace MoroccoCT.Tests.Delivery;

/// <summary>The mail as its recipient gets it: written out, and read back.</summary>
public sealed class BriefingMailTests
{
    private static readonly MailOptions options = new() { From = "مكتب <briefings@desk.example>", ReplyTo = "desk@desk.example" };

    [Fact]
    public async Task It_says_what_it_carries_in_plain_text_and_in_HTML()
    {
        var mail = await ReadBackAsync(BriefingMail.Of(options, Deliverable.Row, Deliverable.Document));

        mail.Subject.ShouldBe("[TLP:AMBER] MCT-2026-0042: Cooperation <b>&amp; \"more\"");
        string[] told = ["TLP:AMBER", "MCT-2026-0042", "22 November 2026", "English", "5 pages", new('a', 64), "https://briefings.example/"];
        foreach (var text in told)
        {
            mail.TextBody.ShouldNotBeNull().ShouldContain(text);
            mail.HtmlBody.ShouldNotBeNull().ShouldContain(text);
        }

        mail.TextBody.ShouldNotBeNull().ShouldStartWith("TLP:AMBER\nCooperation <b>&amp;");
        mail.TextBody.ShouldNotBeNull().ShouldContain("desk@desk.example", customMessage: "how to be sent nothing more");
        var pdf = mail.Attachments.ShouldHaveSingleItem().ShouldBeOfType<MimePart>();
        pdf.FileName.ShouldBe("MCT-2026-0042_Cooperation_en_TLP-AMBER.pdf");
        using var content = new MemoryStream();
        await pdf.Content!.DecodeToAsync(content);
        content.ToArray().ShouldBe(Deliverable.Document.Content.ToArray());
    }

    [Fact]
    public async Task Its_HTML_is_readable_by_ear_holds_texts_as_data_and_fetches_nothing()
    {
        var html = (await ReadBackAsync(BriefingMail.Of(options, Deliverable.Row, Deliverable.Document))).HtmlBody.ShouldNotBeNull();

        html.ShouldContain("<html lang=\"en\" dir=\"ltr\">");
        html.ShouldContain("<h1 style=\"font-size:1.4rem\" lang=\"en\" dir=\"auto\">Cooperation &lt;b&gt;&amp;amp; &quot;more&quot;</h1>");
        html.ShouldContain("<th scope=\"row\"");
        foreach (var foreign in new[] { "<img", "<script", "<link", "url(", "src=", "<b>", "@import" })
            html.ShouldNotContain(foreign, Case.Insensitive);
    }

    [Theory]
    [InlineData("fr", "ltr", "La note est jointe", "22 novembre 2026")]
    [InlineData("ar", "rtl", "المذكرة مرفقة", "22 نونبر 2026")]
    public async Task It_speaks_the_recipients_language(string language, string direction, string sentence, string day)
    {
        var mail = await ReadBackAsync(BriefingMail.Of(options, Deliverable.Row with { Language = language }, Deliverable.Document));

        var subject = mail.Subject.ShouldNotBeNull();
        subject.ShouldContain("MCT-2026-0042");
        subject.ShouldNotContain("\\");
        mail.TextBody.ShouldNotBeNull().ShouldContain(sentence);
        mail.TextBody.ShouldNotBeNull().ShouldContain(day);
        mail.HtmlBody.ShouldNotBeNull().ShouldContain($"<html lang=\"{language}\" dir=\"{direction}\">");
        mail.BodyParts.OfType<TextPart>().Select(part => part.Headers["Content-Language"]).ShouldBe([language, language]);
    }

    [Fact]
    public async Task Headers_say_that_a_machine_sent_it_and_the_id_and_date_are_the_same_at_each_try()
    {
        var mails = new List<MimeMessage>();
        for (var attempt = 1; attempt <= 2; attempt++)
            mails.Add(await ReadBackAsync(BriefingMail.Of(options, Deliverable.Row with { Attempts = attempt }, Deliverable.Document)));

        mails.Select(mail => mail.MessageId).ShouldBe(["0123.0@desk.example", "0123.0@desk.example"]);
        mails.Select(mail => mail.Date).Distinct().ShouldBe([Deliverable.Row.CreatedAt]);
        mails[0].Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mails[0].Headers["List-Unsubscribe"].ShouldBe("<mailto:desk@desk.example?subject=Unsubscribe>");
        mails[0].From.Mailboxes.Single().Name.ShouldBe("مكتب");
        var ofTheHouse = BriefingMail.Of(options, Deliverable.Row with { PersonId = Guid.Empty }, Deliverable.Document);
        ofTheHouse.Headers.Contains(HeaderId.ListUnsubscribe).ShouldBeFalse();
    }

    [Fact]
    public async Task A_large_document_is_linked_to_and_not_attached()
    {
        var small = new MailOptions { From = options.From, AttachUpTo = Deliverable.Document.Content.Length - 1 };

        var mail = await ReadBackAsync(BriefingMail.Of(small, Deliverable.Row, Deliverable.Document));

        mail.Attachments.ShouldBeEmpty();
        mail.TextBody.ShouldNotBeNull().ShouldContain("asks you to sign in");
        mail.HtmlBody.ShouldNotBeNull().ShouldContain("<a href=\"https://briefings.example/requests/MCT-2026-0042\">");
    }

    [Theory]
    [InlineData("Amina \"the boss\" <x@evil.example>, other")]
    [InlineData("أمينة بنعلي")]
    [InlineData("A\r\nBcc: other@evil.example")]
    [InlineData("\u202Eevil")]
    public async Task A_name_is_a_name_whatever_it_holds(string name)
    {
        var mail = BriefingMail.Of(options, Deliverable.Row with { Name = name }, Deliverable.Document with { Title = $"{name}\r\nBcc: other@evil.example" });
        var source = await WriteAsync(mail);
        var read = await ReadBackAsync(mail);

        read.To.Mailboxes.Single().Address.ShouldBe("amina@ministry.example");
        read.To.Mailboxes.Single().Name.ShouldBe(VisibleText.Escape(name));
        read.Bcc.ShouldBeEmpty();
        Encoding.UTF8.GetString(source).Split("\r\n\r\n")[0].Split("\r\n").ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_name_of_a_file_in_any_script_survives()
    {
        var document = Deliverable.Document with { FileName = "MCT-2026-0042_مذكرة-حول-التعاون_ar_TLP-CLEAR.pdf" };

        var mail = await ReadBackAsync(BriefingMail.Of(options, Deliverable.Row, document));

        mail.Attachments.Single().ContentDisposition!.FileName.ShouldBe(document.FileName);
    }

    private static async Task<byte[]> WriteAsync(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        await mail.WriteToAsync(format, bytes);
        return bytes.ToArray();
    }

    private static async Task<MimeMessage> ReadBackAsync(MimeMessage mail)
    {
        using var bytes = new MemoryStream(await WriteAsync(mail));
        var read = await MimeMessage.LoadAsync(bytes);
        return read;
    }
}
