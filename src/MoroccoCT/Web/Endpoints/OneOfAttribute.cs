namespace MoroccoCT.Web.Endpoints;

/// <summary>The parameter is read as a text, so that a wrong value can be refused in words; its right values are those of an enumeration.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OneOfAttribute(Type enumeration) : Attribute
{
    public Type Enumeration { get; } = enumeration;
}
