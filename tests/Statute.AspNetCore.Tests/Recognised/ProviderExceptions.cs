using System.Reflection;
using MySqlConnector;

namespace Statute.AspNetCore.Tests.Recognised;

/// <summary>Exceptions of the providers' own types, made by constructors that only the providers may call.</summary>
internal static class ProviderExceptions
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    // By name, for both packages: the types of System.Data.SqlClient are obsolete.
    public static Exception OfSqlServer(string package, int number)
    {
        var assembly = Assembly.Load(package);
        var errors = Activator.CreateInstance(assembly.GetType($"{package}.SqlErrorCollection", true)!, nonPublic: true)!;
        // As after a duplicate key: the error itself, then "The statement has been terminated."
        Add(number);
        Add(3621);
        var create = assembly.GetType($"{package}.SqlException", true)!
            .GetMethod("CreateException", Hidden, [errors.GetType(), typeof(string)])!;
        return (Exception)create.Invoke(null, [errors, "16.0.0"])!;

        void Add(int code)
        {
            var constructor = assembly.GetType($"{package}.SqlError", true)!.GetConstructors(Hidden)
                .Single(c => c.GetParameters() is [.., var last] all
                    && all.Length == 8 && last.ParameterType == typeof(Exception));
            var error = constructor.Invoke([code, (byte)1, (byte)14, "server", "Refused.", "", 1, null]);
            errors.GetType().GetMethod("Add", Hidden, [error.GetType()])!.Invoke(errors, [error]);
        }
    }

    public static Exception OfMySqlConnector(int number, string state)
    {
        var constructor = typeof(MySqlException).GetConstructor(Hidden, [typeof(MySqlErrorCode), typeof(string), typeof(string)])!;
        var exception = (MySqlException)constructor.Invoke([(MySqlErrorCode)number, state == "-" ? null : state, "Refused."]);
        Assert.Equal(number, exception.Number);
        return exception;
    }
}
