using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Tests.Wire;
using Statute.Problems;

namespace Statute.AspNetCore.Tests.Start;

/// <summary>A start that cannot hold the table stops, and says why and what to do.</summary>
public sealed class StartingWrong
{
    [Fact]
    public async Task Behind_UseRouting_says_where_to_move() =>
        Assert.Contains("app.UseRouting()", await FaultOfAsync(app => app.UseRouting().UseStatute()));

    [Fact]
    public async Task Behind_UseAuthentication_says_where_to_move() =>
        Assert.Contains("app.UseAuthentication()", await FaultOfAsync(app => app.UseAuthentication().UseStatute()));

    [Fact]
    public async Task Behind_UseAuthorization_says_where_to_move() =>
        Assert.Contains("app.UseAuthorization()", await FaultOfAsync(app => app.UseAuthorization().UseStatute()));

    [Fact]
    public async Task Twice_says_so() => Assert.Contains("twice", await FaultOfAsync(app => app.UseStatute().UseStatute()));

    [Fact]
    public async Task In_a_branch_by_path_says_so() =>
        Assert.Contains("branch", await FaultOfAsync(app => app.Map("/api", branch => branch.UseStatute())));

    [Fact]
    public async Task In_a_branch_by_condition_says_so() =>
        Assert.Contains("branch", await FaultOfAsync(app => app.UseWhen(_ => true, branch => branch.UseStatute())));

    [Fact]
    public async Task In_a_branch_without_WebApplication_says_so() =>
        Assert.Contains("branch", (await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartClassicAsync(
            services => services.AddStatute(), app => app.Map("/api", branch => branch.UseStatute())))).Message);

    [Fact]
    public async Task Without_UseStatute_names_it() => Assert.Contains("app.UseStatute()", await FaultOfAsync(_ => { }));

    [Fact]
    public async Task Without_AddStatute_names_it() =>
        Assert.Contains("AddStatute()", (await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningApp.StartAsync(_ => { }, app => app.UseStatute()))).Message);

    [Fact]
    public async Task With_bad_options_lists_every_fault()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options =>
            {
                options.MaxTargetLength = 0;
                options.MaxFieldCount = 100_000;
                options.MaxFieldsLength = -1;
                options.MaxContentLength = -5;
                options.DrainTime = TimeSpan.FromDays(1);
                options.ProblemPath = "problems/";
                options.ProblemBase = new Uri("ftp://example.com");
                options.Except.Add("health");
                options.Except.Add("/health/");
                options.Table = null!;
                options.Realm = "a\r\nb";
                options.TableFile = "nowhere.json";
                options.Profile = (StatuteProfile)7;
                options.Errors = (ErrorShape)8;
            }),
            app => app.UseStatute()));
        string[] named =
        [
            "MaxTargetLength is 0", "MaxFieldCount is 100000", "MaxFieldsLength is -1", "MaxContentLength is -5", "DrainTime is",
            "ProblemPath is 'problems/'", "ProblemBase is 'ftp://example.com/'", "Except holds 'health'", "Except holds '/health/'",
            "Table is null", "Realm", "nowhere.json",
            "Profile is 7; it must be one of: Fold, Observe, Strict", "Errors is 8; it must be one of: Pointers, AspNet",
        ];
        Assert.All(named, name => Assert.Contains(name, string.Join('\n', fault.Failures)));
        Assert.True(fault.Failures.Count() >= named.Length);
    }

    [Fact]
    public async Task With_a_bad_configuration_lists_every_fault()
    {
        (string Key, string Value)[] settings =
        [
            ("MaxDrains", "abc"), ("DrainTime", "xyz"), ("MaxFieldCount", "0"), ("Profile", "Odd"), ("Except:0", "health"),
            ("TabelFile", "table.json"), ("Colour", "red"), ("Exept:0", "/health"), ("ProblemBase", "http://["),
            ("TableFile", "nowhere.json"), ("PasswordFile", "nobody.users"), ("Jobs:Folder", "of somebody else's"),
        ];
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningApp.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    settings.Select(s => KeyValuePair.Create($"Statute:{s.Key}", (string?)s.Value)));
                builder.Services.AddStatute();
            },
            app => app.UseStatute()));
        string[] named =
        [
            "Statute:MaxDrains is 'abc'; it must be a whole number", "Statute:DrainTime is 'xyz'; it must be a time", "MaxFieldCount is 0",
            "Statute:Profile is 'Odd'; it must be one of: Fold, Observe, Strict", "Except holds 'health'",
            "Statute:TabelFile is set, and there is no such option. Is TableFile meant?",
            "Statute:Colour is set, and there is no such option",
            "Statute:Exept is set, and there is no such option. Is Except meant?", "Statute:ProblemBase is 'http://['", "nowhere.json",
            "nobody.users",
        ];
        Assert.All(named, name => Assert.Contains(name, fault.Message));
        Assert.DoesNotContain("Jobs", fault.Message);
    }

    [Fact]
    public async Task With_a_good_configuration_is_none()
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Statute:maxDrains"] = "5",
                    ["Statute:DrainTime"] = "00:00:07",
                    ["Statute:Except:0"] = "/one",
                    ["Statute:Except:1"] = "/two",
                    ["Statute:Profile"] = "strict",
                    ["Statute:ProblemBase"] = "https://api.example.com",
                });
                builder.Services.AddStatute(options => options.MaxDrains++);
                builder.Services.AddStatute(options => options.MaxDrains++);
            },
            app => app.UseStatute());
        var options = app.Services.GetRequiredService<IOptions<StatuteOptions>>().Value;
        Assert.Equal((7, TimeSpan.FromSeconds(7), StatuteProfile.Strict), (options.MaxDrains, options.DrainTime, options.Profile));
        Assert.Equal(["/one", "/two"], options.Except);
    }

    [Theory]
    [InlineData("/problème")]
    [InlineData("/problems/")]
    [InlineData("/a b")]
    [InlineData("/%41")]
    public async Task With_a_path_that_cannot_stand_in_a_type_names_it(string path) =>
        Assert.Contains($"ProblemPath is '{path}'", (await Assert.ThrowsAsync<OptionsValidationException>(() => RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options => options.ProblemPath = path), app => app.UseStatute()))).Message);

    [Fact]
    public async Task With_a_bad_table_lists_every_fault()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, """
            { "rows": [
              { "code": 200, "message": "OK", "kind": "normal", "description": "Fine." },
              { "code": 404, "message": "Not\r\nFound", "kind": "abnormal", "description": "Gone." },
              { "code": 999, "message": "Odd", "kind": "abnormal", "description": "Odd." }
            ] }
            """);
        try
        {
            var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningApp.StartAsync(
                builder => builder.Services.AddStatute(options => options.TableFile = path), app => app.UseStatute()));
            var text = string.Join('\n', fault.Failures);
            Assert.All(["999", "404", "405", "415", path], name => Assert.Contains(name, text));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> FaultOfAsync(Action<WebApplication> pipeline) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync(
            builder => builder.Services.AddStatute().AddAuthorization().AddAuthentication(), pipeline))).Message;
}
