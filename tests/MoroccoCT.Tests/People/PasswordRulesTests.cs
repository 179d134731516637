using MoroccoCT.People;

namespace MoroccoCT.Tests.People;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("k7#mQ2!vR9x")]
    [InlineData("أبجدهوزحطيك")]
    [InlineData("😀😁😂🤣😃😄😅😆😉😊😋")]
    public void It_has_at_least_12_characters(string password) => Fault(password).ShouldBe(PersonFault.PasswordTooShort);

    [Fact]
    public void It_has_at_most_256()
    {
        var words = string.Join(' ', Enumerable.Range(0, 26).Select(i => $"{(char)('a' + i)}{(char)('z' - i)}mot{i}{(char)('k' + (i % 9))}"));

        Fault(words.PadRight(256, 'w')[..256]).ShouldBeNull();
        Fault(words.PadRight(257, 'w')).ShouldBe(PersonFault.PasswordTooLong);
        Fault(new string('x', 1_000_000)).ShouldBe(PersonFault.PasswordTooLong);
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("Administrator!!")]
    [InlineData("motdepasse2026")]
    [InlineData("MotDePasse123!")]
    [InlineData("bonjourbonjour")]
    [InlineData("azertyuiop123")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("poiuytrewq123")]
    [InlineData("asdfghjklzxcv")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklm")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("xyzxyzxyzxyzxyz")]
    [InlineData("201920202021")]
    [InlineData("Casablanca2030")]
    [InlineData("morocco morocco")]
    [InlineData("inshallah2026!")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("............!!!!")]
    [InlineData("كلمة السر كلمة السر")]
    [InlineData("كلمةالمرور2026")]
    [InlineData("ضصثقفغعهخحج123")]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢")]
    [InlineData("1qaz2wsx3edc4rfv")]
    public void What_everybody_tries_first_is_refused(string password) => Fault(password).ShouldBe(PersonFault.PasswordCommon);

    [Theory]
    [InlineData("amina-benali-1")]
    [InlineData("AminaBenali!!!")]
    [InlineData("ａｍｉｎａbenali123")]
    [InlineData("4m1n4b3n4l1!!!!")]
    public void The_own_name_is_no_secret(string password) =>
        PasswordRules.Fault(password, "amina", "Amina Benali").ShouldNotBeNull().Fault.ShouldBe(PersonFault.PasswordCommon);

    [Theory]
    [InlineData("lanterne sous neuf oliviers")]
    [InlineData("le chat gris dort au jardin")]
    [InlineData("قمر فوق جبل الزيتون")]
    [InlineData("correct mule battery nine lakes")]
    [InlineData("xK7vQm2RtZ9w")]
    [InlineData("Zaytoun-Fenêtre-Mécano")]
    public void Good_ones_are_taken_in_every_language(string password) => PasswordRules.Fault(password, "amina", "Amina Benali").ShouldBeNull();

    private static PersonFault? Fault(string password) => PasswordRules.Fault(password)?.Fault;
}
