using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using EssexImprovement.Contracts;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>A file as bytes: its fingerprint, which the facts cite, and how its text is written.</summary>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Encoding">UTF-8 when every byte of the file is; Windows-1252, as the register itself is published, when not.</param>
/// <param name="Objection">Why this is no text at all.</param>
public sealed record RegisterSource(string Hash, Encoding Encoding, Objection? Objection)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Reads the stream once, to its end, holding no more than a buffer of it.</summary>
    public static async Task<RegisterSource> OfAsync(Stream file, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var decoder = Utf8.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var (length, isUtf8, isText) = (0L, true, true);
        for (int read; (read = await file.ReadAsync(bytes, token)) > 0; length += read)
        {
            var chunk = bytes.AsSpan(0, read);
            hash.AppendData(chunk);
            isText &= !chunk.Contains((byte)0) && !(length == 0 && chunk.StartsWith("%PDF"u8));
            isUtf8 = isUtf8 && Decodes(decoder, chunk, flush: false);
        }
        isUtf8 = isUtf8 && Decodes(decoder, [], flush: true);
        ArrayPool<byte>.Shared.Return(bytes);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), isUtf8 ? Utf8 : Legacy.Windows1252,
            length == 0 ? Contracts.Objection.Malformed("file", "The file is empty.")
            : !isText ? Contracts.Objection.Malformed("file", "This is not a CSV file; it looks like a PDF, a spreadsheet or another kind of file.")
            : null);
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, bool flush)
    {
        try
        {
            var chars = ArrayPool<char>.Shared.Rent(bytes.Length + 4);
            decoder.GetChars(bytes, chars, flush);
            ArrayPool<char>.Shared.Return(chars);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
