using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>
/// The route, query and header parameters of a controller's action. MVC's own binders read them, from a state of their own; what
/// is read but breaks a constraint is no matter of reading.
/// </summary>
internal sealed class ActionParameters
{
    /// <summary>Types may hold themselves.</summary>
    private const int MaxDepth = 3;

    private readonly ControllerActionDescriptor _action;
    private readonly List<(ParameterDescriptor Parameter, ParameterSource Source)> _parameters = [];

    internal ActionParameters(ControllerActionDescriptor action)
    {
        _action = action;
        if (!action.FilterDescriptors.Any(static f => Recognitions.RefusesInvalidModelState(f.Filter)))
        {
            return;
        }

        foreach (var parameter in action.Parameters)
        {
            if (parameter.BindingInfo is { BinderType: null } binding && SourceOf(binding.BindingSource) is { } source)
            {
                _parameters.Add((parameter, source));
            }
        }
    }

    internal bool IsEmpty => _parameters.Count == 0;

    /// <summary>The names that the caller knows; of an object that gathers parameters its members', with or without its own.</summary>
    internal IReadOnlyCollection<string> Names
    {
        get
        {
            var names = new List<string>();
            foreach (var (parameter, _) in _parameters)
            {
                var name = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
                names.Add(name);
                AddMembers(names, parameter.ParameterType, "", 0);
                AddMembers(names, parameter.ParameterType, name + '.', 0);
            }

            return names;
        }
    }

    internal void AddFaults(HttpContext context, List<ProblemError> faults)
    {
        var metadata = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var binders = context.RequestServices.GetRequiredService<IModelBinderFactory>();
        var route = context.GetRouteData();
        foreach (var (parameter, source) in _parameters)
        {
            var model = parameter is ControllerParameterDescriptor { ParameterInfo: { } info } && metadata is ModelMetadataProvider provider
                ? provider.GetMetadataForParameter(info)
                : metadata.GetMetadataForType(parameter.ParameterType);
            var action = new ActionContext(context, route, _action);
            faults.AddRange(FaultsOf(action, parameter, source, model, binders));
        }
    }

    /// <summary>The names of the members that MVC's binder fills, as far as somebody writes them into a query.</summary>
    private static void AddMembers(List<string> names, Type type, string prefix, int depth)
    {
        if (depth == MaxDepth || type.IsArray || type.Namespace is "System" or "System.Collections.Generic")
        {
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var named = property.GetCustomAttributes(inherit: true).OfType<IModelNameProvider>().FirstOrDefault(a => a.Name is not null);
            var name = prefix + (named?.Name ?? property.Name);
            names.Add(name);
            AddMembers(names, property.PropertyType, name + '.', depth + 1);
        }
    }

    private static IEnumerable<ProblemError> FaultsOf(
        ActionContext action, ParameterDescriptor parameter, ParameterSource source, ModelMetadata model, IModelBinderFactory binders)
    {
        var own = parameter.BindingInfo?.BinderModelName ?? model.BinderModelName;
        var name = own ?? parameter.Name;
        var values = ValuesOf(action);
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, model, parameter.BindingInfo, parameter.Name);
        var isObject = model.IsComplexType && (!model.IsEnumerableType || model.ElementMetadata is null or { IsComplexType: true });
        // MVC's rule: the name of a parameter that gathers others stands in front of theirs, or is left out.
        context.ModelName = isObject && own is null && !values.ContainsPrefix(name) ? "" : name;
        var binder = binders.CreateBinder(new ModelBinderFactoryContext
        {
            BindingInfo = parameter.BindingInfo,
            Metadata = model,
            CacheToken = parameter,
        });
        try
        {
            // Values of these sources are at hand; a binder that waits is not MVC's.
            if (!binder.BindModelAsync(context).IsCompletedSuccessfully)
            {
                return [];
            }
        }
        catch (Exception)
        {
            // A type's own TryParse that throws fails the application, not the caller.
            return [];
        }

        var wrong = context.ModelState.Where(entry => entry.Value is { Errors.Count: > 0 });
        if (isObject)
        {
            return [.. wrong.Select(entry => OfMember(source, entry.Key, entry.Value!, MemberOf(model, entry.Key)))];
        }

        var unreadable = wrong.Select(entry => Unreadable(source, name, entry.Value!.AttemptedValue ?? "", model)).Take(1);
        return IsMissing(context.Result, model) && !unreadable.Any() ? [Missing(source, name, context.ModelState, model)] : unreadable;
    }

    /// <summary>What the binder calls wrong in an object of parameters: it has no value, or one that cannot be read.</summary>
    private static ProblemError OfMember(ParameterSource source, string name, ModelStateEntry entry, ModelMetadata member) =>
        entry.AttemptedValue is { } value
            ? Unreadable(source, name, value, member)
            : ParameterFault.Missing(source, name, member.UnderlyingOrModelType);

    /// <summary>Follows a key such as <c>Page.Size</c> from the object; what stands in front of that is the parameter's name.</summary>
    private static ModelMetadata MemberOf(ModelMetadata model, string key)
    {
        foreach (var name in KeyPath.Names(key))
        {
            model = model.Properties.FirstOrDefault(p =>
                name.Equals(p.BinderModelName ?? p.PropertyName, StringComparison.OrdinalIgnoreCase)) ?? model;
        }

        return model;
    }

    /// <summary>MVC calls a number required that merely cannot be null; without a value it stays 0, and nobody is refused.</summary>
    private static bool IsMissing(ModelBindingResult result, ModelMetadata model) =>
        (model.IsBindingRequired && !result.IsModelSet)
        || (model.IsRequired && model.IsReferenceOrNullableType && result.Model is null);

    private static ProblemError Unreadable(ParameterSource source, string name, string value, ModelMetadata model) =>
        model.ElementMetadata is { } element
            ? ParameterFault.UnreadableAmong(source, name, value, element.UnderlyingOrModelType)
            : ParameterFault.Unreadable(source, name, value, model.UnderlyingOrModelType);

    /// <summary>White space counts as nothing, but it was sent.</summary>
    private static ProblemError Missing(ParameterSource source, string name, ModelStateDictionary state, ModelMetadata model) =>
        state.TryGetValue(name, out var entry) && entry.AttemptedValue is not null
            ? ParameterFault.Unreadable(source, name, "", model.UnderlyingOrModelType)
            : ParameterFault.Missing(source, name, model.UnderlyingOrModelType);

    /// <summary>The values of the route and the query, as MVC hands them to its binders; those of fields its binder takes itself.</summary>
    private static CompositeValueProvider ValuesOf(ActionContext action)
    {
        var made = new ValueProviderFactoryContext(action);
        foreach (var factory in action.HttpContext.RequestServices.GetRequiredService<IOptions<MvcOptions>>().Value.ValueProviderFactories)
        {
            // Those of forms would read the content.
            if (factory is RouteValueProviderFactory or QueryStringValueProviderFactory or JQueryQueryStringValueProviderFactory)
            {
                _ = factory.CreateValueProviderAsync(made);
            }
        }

        return new CompositeValueProvider(made.ValueProviders);
    }

    private static ParameterSource? SourceOf(BindingSource? source) =>
        source == BindingSource.Path ? ParameterSource.Route
        : source == BindingSource.Query ? ParameterSource.Query
        : source == BindingSource.Header ? ParameterSource.Header : null;
}
