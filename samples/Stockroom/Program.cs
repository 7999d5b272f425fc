using System.Text.Json.Serialization;
using Stockroom;

try
{
    var options = Options.Read(args);
    if (options.Help)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    // The content root is where the program lies, so that no settings file of the current folder is read by accident.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    var data = DataFolder.Open(options.Data, options.Jobs);
    Users.MakeOnce(data.Users);
    builder.WebHost.UseUrls(options.Urls ?? builder.Configuration["urls"] ?? Options.DefaultUrls);
    builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
    // What keeps the host from starting is told below, in one sentence.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
    builder.Services.AddStockroomDb(data.Database);
    builder.Services.AddValidation();
    builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
    builder.Services.AddDescription();
    if (options.AsWritten)
    {
        builder.Services.AddNetsOwnAids(data.Users);
    }
    else
    {
        builder.Services.AddHeldRules(data);
    }

    await using var app = builder.Build();
    var routes = Routes.Map(app);
    if (options.AsWritten)
    {
        app.UseNetsOwnAids();
    }
    else
    {
        app.UseHeldRules(routes);
    }

    await app.CreateDatabaseAsync();
    await app.ListenAsync();
    Banner.Write(Console.Out, app.Urls, data, options.AsWritten);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (CannotStartException fault)
{
    await Console.Error.WriteLineAsync($"stockroom: {fault.Message}");
    return 2;
}
