namespace EssexImprovement.Host;

/// <summary>Files and folders that no other user can read, and gates between processes made of them.</summary>
internal static class OwnFiles
{
    private const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PassThrough = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Creates what is missing. As root the account that runs the server must get through, whatever the umask, but may list nothing.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else if (!Tool.IsRoot) Directory.CreateDirectory(folder, All);
        else if (!Directory.Exists(folder))
        {
            if (Path.GetDirectoryName(folder) is { } parent) CreateFolder(parent);
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, All | PassThrough);
        }
    }

    public static FileStream Open(string file, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(file, options);
    }

    /// <summary>Lets one process at a time through, and opens again when that process dies.</summary>
    public static async Task<FileStream> EnterAsync(string gate, CancellationToken token)
    {
        for (var patience = 3600; ; patience--)
        {
            try
            {
                return Open(gate, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (patience > 0)
            {
                await Task.Delay(50, token);
            }
        }
    }
}
