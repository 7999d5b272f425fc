using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Answers;

/// <summary>The methods that may be sent again without harm (RFC 9110, 9.2.2).</summary>
internal static class IdempotentMethods
{
    internal static bool Contain(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPut(method)
        || HttpMethods.IsDelete(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
