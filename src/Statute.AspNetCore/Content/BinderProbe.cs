using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Asks the binder of minimal APIs whether it can read a value: it is given a handler with one parameter of that type, which does
/// nothing. So nothing of how it reads (styles, cultures, methods that it finds) is known here a second time.
/// </summary>
internal sealed class BinderProbe
{
    private const string Key = "value";
    private const BindingFlags Own = BindingFlags.Static | BindingFlags.NonPublic;

    private readonly ParameterSource _source;
    private readonly RequestDelegate _handler;

    internal BinderProbe(Type type, ParameterSource source)
    {
        _source = source;
        var method = source switch
        {
            ParameterSource.Route => nameof(FromRoute),
            ParameterSource.Query => nameof(FromQuery),
            ParameterSource.Header => nameof(FromHeader),
        };
        _handler = RequestDelegateFactory.Create(
            typeof(BinderProbe).GetMethod(method, Own)!.MakeGenericMethod(type),
            targetFactory: null,
            new RequestDelegateFactoryOptions { ServiceProvider = Silence.Instance, RouteParameterNames = [Key] }).RequestDelegate;
    }

    internal bool CanRead(StringValues values)
    {
        var context = new DefaultHttpContext { RequestServices = Silence.Instance };
        switch (_source)
        {
            case ParameterSource.Route:
                context.Request.RouteValues[Key] = values.ToString();
                break;
            case ParameterSource.Query:
                context.Request.Query = new QueryCollection(new Dictionary<string, StringValues> { [Key] = values });
                break;
            case ParameterSource.Header:
                context.Request.Headers[Key] = values;
                break;
        }

        try
        {
            // Reading a parameter of these sources never waits, and nothing comes behind it.
            _ = _handler(context);
            return context.Response.StatusCode != StatusCodes.Status400BadRequest;
        }
        catch (Exception)
        {
            // A type's own TryParse that throws fails the application, not the caller.
            return true;
        }
    }

    private static void FromRoute<T>([FromRoute(Name = Key)] T value) => _ = value;

    private static void FromQuery<T>([FromQuery(Name = Key)] T value) => _ = value;

    private static void FromHeader<T>([FromHeader(Name = Key)] T value) => _ = value;

    /// <summary>Services of nobody: the binder would log each failed reading, and the application has logged its own.</summary>
    private sealed class Silence : IServiceProvider
    {
        internal static readonly Silence Instance = new();

        public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? NullLoggerFactory.Instance : null;
    }
}
