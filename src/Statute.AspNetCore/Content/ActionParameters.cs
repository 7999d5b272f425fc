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

    /// <summary>The names that the caller knows.</summary>
    internal IReadOnlyCollection<string> Names =>
        [.. _parameters.Select(p => p.Parameter.BindingInfo?.BinderModelName ?? p.Parameter.Name)];

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
            if (model.IsComplexType && (!model.IsEnumerableType || model.ElementMetadata is null or { IsComplexType: true }))
            {
                continue;
            }

            var action = new ActionContext(context, route, _action);
            if (FaultOf(action, parameter, source, model, binders) is { } fault)
            {
                faults.Add(fault);
            }
        }
    }

    private static ProblemError? FaultOf(
        ActionContext action, ParameterDescriptor parameter, ParameterSource source, ModelMetadata model, IModelBinderFactory binders)
    {
        var name = parameter.BindingInfo?.BinderModelName ?? model.BinderModelName ?? parameter.Name;
        var context = DefaultModelBindingContext.CreateBindingContext(
            action, ValuesOf(action), model, parameter.BindingInfo, parameter.Name);
        context.ModelName = name;
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
                return null;
            }
        }
        catch (Exception)
        {
            // A type's own TryParse that throws fails the application, not the caller.
            return null;
        }

        foreach (var (_, entry) in context.ModelState)
        {
            if (entry.Errors.Count > 0)
            {
                return Unreadable(source, name, entry.AttemptedValue ?? "", model);
            }
        }

        return IsMissing(context.Result, model) ? Missing(source, name, context.ModelState, model) : null;
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
