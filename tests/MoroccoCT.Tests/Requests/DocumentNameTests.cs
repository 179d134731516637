using MoroccoCT.Requests;

namespace MoroccoCT.Tests.Requests;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("Cooperation with the United States", "TLP:CLEAR", "MCT-2026-0042_Cooperation-with-the-United-States_en_TLP-CLEAR.pdf")]
    [InlineData("a/b\\..\\c: \"d\" <e>", "TLP:AMBER+STRICT", "MCT-2026-0042_a-b-c-d-e_en_TLP-AMBER-STRICT.pdf")]
    [InlineData("!!!", "TLP:RED", "MCT-2026-0042_en_TLP-RED.pdf")]
    public void A_name_tells_number_title_language_and_marking(string title, string marking, string name) =>
        DocumentName.Of("MCT-2026-0042", title, "en", marking).ShouldBe(name);

    [Fact]
    public void A_long_title_is_cut_so_that_every_file_system_takes_the_name()
    {
        var name = DocumentName.Of("MCT-2026-0042", new string('漢', 160), "ar", "TLP:AMBER+STRICT");

        System.Text.Encoding.UTF8.GetByteCount(name).ShouldBeLessThan(255);
    }

    [Fact]
    public void A_title_in_another_script_is_kept_for_clients_that_can_read_it()
    {
        var header = DocumentName.Header("MCT-2026-0042", "Sécurité", "fr", "TLP:CLEAR");

        header.ShouldBe("inline; filename=MCT-2026-0042_fr_TLP-CLEAR.pdf; filename*=UTF-8''MCT-2026-0042_S%C3%A9curit%C3%A9_fr_TLP-CLEAR.pdf");
    }
}
