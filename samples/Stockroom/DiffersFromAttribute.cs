using System.ComponentModel.DataAnnotations;

namespace Stockroom;

/// <summary>The member must differ from another one of the same body.</summary>
/// <remarks>
/// An attribute and not <see cref="IValidatableObject"/>, which .NET asks only when all members are right by themselves: a
/// caller would be told of one fault, correct it, and then be told of the other.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DiffersFromAttribute(string other) : ValidationAttribute("The field {0} must differ from {1}.")
{
    public string Other => other;

    public override bool RequiresValidationContext => true;

    public override string FormatErrorMessage(string name) => string.Format(null, ErrorMessageString, name, other);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var body = validationContext.ObjectInstance;
        return Equals(value, body.GetType().GetProperty(other)!.GetValue(body))
            ? new ValidationResult(FormatErrorMessage(validationContext.DisplayName), [validationContext.MemberName!])
            : ValidationResult.Success;
    }
}
