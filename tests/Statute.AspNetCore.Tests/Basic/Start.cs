using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Tests.Basic;

public sealed class Start
{
    [Fact]
    public async Task Stops_at_a_faulty_file_and_names_every_fault()
    {
        await using var app = new BasicApp();
        app.Write("one", UserLine.Of("bob", "x"), UserLine.Of("bob", "y"));
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(app.StartAsync);
        Assert.Equal(2, fault.Failures.Count());
        Assert.All(fault.Failures, one => Assert.Contains(app.PasswordFile, one));
    }

    [Fact]
    public async Task Stops_at_a_missing_file()
    {
        await using var app = new BasicApp();
        File.Delete(app.PasswordFile);
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(app.StartAsync);
        Assert.Contains("does not exist", Assert.Single(fault.Failures));
    }

    [Theory]
    [InlineData("a\r\nSet-Cookie: x")]
    [InlineData("caf\u00e9")]
    [InlineData("a\0")]
    public async Task Stops_at_a_realm_that_a_header_field_cannot_carry(string realm)
    {
        await using var app = new BasicApp { Options = options => options.Realm = realm };
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(app.StartAsync);
        Assert.Contains("realm", Assert.Single(fault.Failures));
    }

    [Fact]
    public async Task Stops_at_all_faults_of_options_and_file_together()
    {
        await using var app = new BasicApp
        {
            Options = options =>
            {
                options.CacheFor = TimeSpan.FromSeconds(-1);
                options.MaxCached = -1;
                options.MaxConcurrentChecks = 0;
                options.PasswordFile = "";
            },
        };
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(app.StartAsync);
        Assert.Equal(4, fault.Failures.Count());
    }
}
