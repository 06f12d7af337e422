namespace EssexImprovement.Shell;

/// <summary>A column's heading. Numbers stand to the right; their cells carry <c>class="number"</c>.</summary>
public sealed record Column(string Name, bool IsNumber = false)
{
    public static implicit operator Column(string name) => FromString(name);

    public static Column FromString(string name) => new(name);
}
