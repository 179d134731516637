namespace MoroccoCT.Web.Endpoints;

/// <summary>The parameter comes as a text, so that a wrong value can be refused in words; a right one is of this type.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class ReadAsAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
