using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Whether a handler may return null, as far as its declaration tells.</summary>
internal static class NullReturn
{
    /// <summary>The state of what is returned, once it is awaited. The compiler says nothing of a lambda's that is inferred.</summary>
    internal static NullabilityState Of(ParameterInfo returned)
    {
        var type = returned.ParameterType;
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
        {
            return NullabilityState.NotNull;
        }

        var nullability = new NullabilityInfoContext().Create(returned);
        var isAwaited = type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>)
            || type.GetGenericTypeDefinition() == typeof(ValueTask<>));
        var value = isAwaited ? nullability.GenericTypeArguments[0] : nullability;
        return value.ReadState == NullabilityState.Unknown && value.Type.IsAssignableTo(typeof(IResult))
            ? NullabilityState.NotNull
            : value.ReadState;
    }
}
