namespace Statute.AspNetCore.Basic;

/// <summary>The fixed names of Basic authentication (RFC 7617).</summary>
public static class BasicDefaults
{
    /// <summary><c>Basic</c>: the name of the scheme, of its options and the authentication type of its identities.</summary>
    public const string AuthenticationScheme = "Basic";
}
