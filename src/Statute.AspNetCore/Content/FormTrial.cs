using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Tries the fields of a form that a minimal API's handler binds, as its binder has: it says that something cannot be read, and not what.
/// </summary>
internal sealed class FormTrial
{
    private readonly List<Field> _fields = [];

    private FormTrial(Endpoint endpoint)
    {
        foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
        {
            var info = parameter.ParameterInfo;
            if (info.GetCustomAttributes(inherit: true).OfType<IFromFormMetadata>().FirstOrDefault() is not { } form)
            {
                continue;
            }

            var name = form.Name ?? parameter.Name;
            if (IsText(info.ParameterType, parameter.HasTryParse))
            {
                _fields.Add(new Field(name, info.ParameterType, parameter.IsOptional));
            }
            else if (!info.ParameterType.IsArray)
            {
                // A field that is not sent leaves the property as it is.
                _fields.AddRange(info.ParameterType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.CanWrite && IsText(property.PropertyType, hasTryParse: false))
                    .Select(property => new Field(property.Name, property.PropertyType, IsOptional: true)));
            }
        }
    }

    internal static FormTrial Of(Endpoint endpoint) => new(endpoint);

    /// <summary>The fields that are missing or cannot be read: the name of each, and what is wrong with it.</summary>
    internal IEnumerable<KeyValuePair<string, string>> FaultsOf(HttpContext context)
    {
        if (_fields.Count == 0 || !ReadableForm.IsIn(context))
        {
            yield break;
        }

        // It was read before the handler, so that nothing is waited for.
        var form = context.Request.Form;
        foreach (var field in _fields)
        {
            if (field.FaultOf(form[field.Name]) is { } fault)
            {
                yield return KeyValuePair.Create(field.Name, fault);
            }
        }
    }

    private static bool IsText(Type type, bool hasTryParse) => hasTryParse || ExpectedValue.Of(type) is not null;

    private sealed record Field(string Name, Type Type, bool IsOptional)
    {
        private readonly Lazy<BinderProbe> _probe = new(() => new BinderProbe(Type, ParameterSource.Query));

        internal string? FaultOf(StringValues values)
        {
            if (values.Count == 0)
            {
                return IsOptional ? null : ParameterFault.Missing(ParameterSource.Query, Name, Type).Detail;
            }

            return Type == typeof(string) || _probe.Value.CanRead(values)
                ? null
                : ParameterFault.Unreadable(ParameterSource.Query, Name, values.ToString(), Type).Detail;
        }
    }
}
