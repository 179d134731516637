using Microsoft.Extensions.Options;
using MoroccoCT.Retention;
using MoroccoCT.Tests.Requests;

namespace MoroccoCT.Tests.Retention;

public sealed class RetentionOptionsTests
{
    [Theory]
    [InlineData("RequestDays", "0")]
    [InlineData("EditionDays", "-1")]
    [InlineData("EditionDays", "36501")]
    [InlineData("Batch", "0")]
    public void A_setting_out_of_range_is_named(string setting, string value)
    {
        var process = LedgerProcess.Create(new() { [$"Retention:{setting}"] = value }, more: (services, configuration) => services.AddRetention(configuration));

        Should.Throw<OptionsValidationException>(() => process.Get<IOptions<RetentionOptions>>().Value).Message.ShouldContain(setting);
    }
}
