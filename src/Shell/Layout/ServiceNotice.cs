namespace EssexImprovement.Shell;

/// <summary>What everybody is told of the service itself at the top of each page, such as that it is still being filled; null for nothing.</summary>
public sealed class ServiceNotice
{
    public string? Text { get; set; }
}
