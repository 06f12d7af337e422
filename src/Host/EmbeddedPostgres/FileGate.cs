namespace EssexImprovement.Host;

/// <summary>Lets one process at a time through. The operating system opens the gate again when the process dies.</summary>
internal static class FileGate
{
    public static async Task<FileStream> EnterAsync(string file, CancellationToken token)
    {
        for (var patience = 3600; ; patience--)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (patience > 0)
            {
                await Task.Delay(50, token);
            }
        }
    }
}
