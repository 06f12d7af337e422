using EssexImprovement.Contracts;

namespace EssexImprovement.Tests;

/// <summary>A value of any fact with every field filled, the same on every run.</summary>
public static class Sample
{
    /// <param name="type">The type of a fact, or of a part of one.</param>
    /// <param name="secret">What stands in every confidential text.</param>
    public static object Of(Type type, string secret = "confidential")
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "text";
        if (type == typeof(int)) return 7;
        if (type == typeof(long)) return 7L;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 14);
        if (type == typeof(Guid)) return Guid.Parse("0193f3c2-0000-7000-8000-000000000001");
        if (type == typeof(Urn)) return new Urn(990001);
        if (type == typeof(ConfidentialText)) return new ConfidentialText(secret);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type.IsGenericType)
        {
            var list = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            list.SetValue(Of(type.GetGenericArguments()[0], secret), 0);
            return list;
        }
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, secret))]);
    }
}
