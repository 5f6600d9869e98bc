using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Csecrets
{
    /// <summary>The functions of the library as P/Invoke sees them, and .NET's values on their way to C
    /// and back. A bool is 0 or 1 in all of its register.</summary>
    internal static class Native
    {
        private const string Library = "libcsecrets.so.0";

        [StructLayout(LayoutKind.Sequential)]
        internal struct Policy
        {
            public uint StructSize, MinLower, MinUpper, MinDigits, MinSymbols;
            public int Flags;
            [MarshalAs(UnmanagedType.LPStr)] public string Symbols;
            [MarshalAs(UnmanagedType.LPStr)] public string Exclude;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct TotpParams
        {
            public uint StructSize, Digits, Period, Window, Algorithm;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Span
        {
            public IntPtr Data;
            public UIntPtr Nbytes;
        }

        [DllImport(Library)] internal static extern IntPtr csecrets_version();
        [DllImport(Library)] internal static extern IntPtr csecrets_strerror(int status);
        [DllImport(Library)] internal static extern IntPtr csecrets_status_name(int status);
        [DllImport(Library)] internal static extern int csecrets_entropy_probe(IntPtr osErrno);
        [DllImport(Library)] internal static extern int csecrets_token_bytes(byte[] o, UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_hex_size(UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_urlsafe_size(UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_base32_size(UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_token_hex(byte[] o, UIntPtr size, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_token_urlsafe(byte[] o, UIntPtr size, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_token_alphabet(byte[] o, UIntPtr size, UIntPtr n, byte[] alphabet);
        [DllImport(Library)] internal static extern UIntPtr csecrets_alphabet_nchars(byte[] alphabet, uint bits);
        [DllImport(Library)] internal static extern int csecrets_randbelow(out ulong o, ulong bound);
        [DllImport(Library)] internal static extern int csecrets_randbits(out ulong o, uint bits);
        [DllImport(Library)] internal static extern int csecrets_randint(out long o, long low, long high);
        [DllImport(Library)] internal static extern int csecrets_random(out double o);
        [DllImport(Library)] internal static extern int csecrets_randbelow_many(ulong[] o, UIntPtr count, ulong bound);
        [DllImport(Library)] internal static extern int csecrets_sample_indices(UIntPtr[] o, UIntPtr k, UIntPtr count);
        [DllImport(Library)] internal static extern int csecrets_weighted_index(out UIntPtr o, ulong[] weights, UIntPtr count);
        [DllImport(Library)] internal static extern int csecrets_equal(byte[] a, UIntPtr aLen, byte[] b, UIntPtr bLen);
        [DllImport(Library)] internal static extern int csecrets_find_equal(out UIntPtr o, byte[] needle, byte[] rows, UIntPtr count, UIntPtr size);
        [DllImport(Library)] internal static extern void csecrets_wipe(byte[] data, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_hex_encode(byte[] o, UIntPtr size, byte[] data, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_urlsafe_encode(byte[] o, UIntPtr size, byte[] data, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_base32_encode(byte[] o, UIntPtr size, byte[] data, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_hex_decode(byte[] o, UIntPtr size, out UIntPtr len, byte[] text, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_urlsafe_decode(byte[] o, UIntPtr size, out UIntPtr len, byte[] text, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_base32_decode(byte[] o, UIntPtr size, out UIntPtr len, byte[] text, UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_hex_decoded_size(UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_urlsafe_decoded_size(UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_base32_decoded_size(UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_password_policy_init(out Policy policy, UIntPtr size);
        [DllImport(Library)] internal static extern int csecrets_password(byte[] o, UIntPtr size, UIntPtr n, ref Policy policy);
        [DllImport(Library)] internal static extern int csecrets_password_bits(out double o, UIntPtr n, ref Policy policy);
        [DllImport(Library)] internal static extern int csecrets_passphrase(byte[] o, UIntPtr size, UIntPtr nwords, byte[] separator);
        [DllImport(Library)] internal static extern UIntPtr csecrets_passphrase_size(UIntPtr nwords, UIntPtr separatorLen);
        [DllImport(Library)] internal static extern UIntPtr csecrets_api_key_size(UIntPtr prefixLen);
        [DllImport(Library)] internal static extern int csecrets_api_key(byte[] o, UIntPtr size, byte[] prefix);
        [DllImport(Library)] internal static extern int csecrets_api_key_check(byte[] key, UIntPtr n, byte[] prefix);
        [DllImport(Library)] internal static extern UIntPtr csecrets_sign_token_size(UIntPtr n);
        [DllImport(Library)] internal static extern UIntPtr csecrets_verify_token_size(UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_sign_token(byte[] o, UIntPtr size, byte[] key, UIntPtr keyLen, byte[] purpose, byte[] payload, UIntPtr n, long expiresAt);
        [DllImport(Library)] internal static extern int csecrets_verify_token(byte[] o, UIntPtr size, out UIntPtr len, byte[] token, UIntPtr tokenLen, byte[] purpose, Span[] keys, UIntPtr count, long now);
        [DllImport(Library)] internal static extern int csecrets_token_hash(byte[] o, byte[] token, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_token_matches(byte[] hash, byte[] token, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_hmac_sha256(byte[] o, byte[] key, UIntPtr keyLen, Span[] parts, UIntPtr count);
        [DllImport(Library)] internal static extern int csecrets_hmac_sha256_matches(byte[] mac, UIntPtr macLen, byte[] key, UIntPtr keyLen, Span[] parts, UIntPtr count);
        [DllImport(Library)] internal static extern int csecrets_pbkdf2_sha256(byte[] o, UIntPtr n, byte[] password, UIntPtr passwordLen, byte[] salt, UIntPtr saltLen, uint iterations);
        [DllImport(Library)] internal static extern int csecrets_password_hash(byte[] o, UIntPtr size, byte[] password, UIntPtr n, uint iterations);
        [DllImport(Library)] internal static extern int csecrets_password_matches(byte[] hash, byte[] password, UIntPtr n);
        [DllImport(Library)] internal static extern uint csecrets_password_iterations(byte[] hash);
        [DllImport(Library)] internal static extern int csecrets_uuid4(byte[] o);
        [DllImport(Library)] internal static extern int csecrets_uuid7(byte[] o, ulong unixMs);
        [DllImport(Library)] internal static extern int csecrets_uuid7_after(byte[] o, byte[] previous, ulong unixMs);
        [DllImport(Library)] internal static extern int csecrets_uuid_text(byte[] o, UIntPtr size, byte[] uuid);
        [DllImport(Library)] internal static extern int csecrets_uuid_parse(byte[] o, byte[] text, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_code(byte[] o, UIntPtr size, UIntPtr groups, UIntPtr groupLen, byte[] separator);
        [DllImport(Library)] internal static extern UIntPtr csecrets_code_size(UIntPtr groups, UIntPtr groupLen, UIntPtr separatorLen);
        [DllImport(Library)] internal static extern int csecrets_code_normalize(byte[] o, UIntPtr size, byte[] text, UIntPtr n);
        [DllImport(Library)] internal static extern int csecrets_totp(byte[] o, UIntPtr size, byte[] key, UIntPtr keyLen, long now, ref TotpParams p);
        [DllImport(Library)] internal static extern int csecrets_totp_verify(out ulong step, byte[] code, UIntPtr codeLen, byte[] key, UIntPtr keyLen, long now, ulong afterStep, ref TotpParams p);
        [DllImport(Library)] internal static extern int csecrets_hotp(byte[] o, UIntPtr size, byte[] key, UIntPtr keyLen, ulong counter, uint digits);

        internal static void Check(int status)
        {
            if (status != 0)
            {
                throw CsecretsException.Of(
                    Marshal.PtrToStringAnsi(csecrets_status_name(status)),
                    Marshal.PtrToStringAnsi(csecrets_strerror(status)));
            }
        }

        /// <summary>A number as size_t: a negative one never becomes a large one.</summary>
        internal static UIntPtr Size(long value)
        {
            if (value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value + " is negative");
            }
            return (UIntPtr)(ulong)value;
        }

        internal static UIntPtr Length(Array array) => (UIntPtr)(ulong)array.Length;

        /// <summary>A text of the program, which C reads up to its NUL: "reset\0evil" would do for
        /// "reset".</summary>
        internal static byte[] Constant(string text)
        {
            if (text.IndexOf('\0') >= 0)
            {
                throw new ArgumentException("a NUL in a text of the program");
            }
            return Encoding.UTF8.GetBytes(text + '\0');
        }

        internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

        internal static void Wipe(byte[] data) => csecrets_wipe(data, Length(data));

        /// <summary>The bytes that C writes, of which there are always so many.</summary>
        internal static byte[] Filled(UIntPtr size, Func<byte[], int> write)
        {
            var bytes = new byte[(ulong)size];
            Check(write(bytes));
            return bytes;
        }

        internal delegate int Decoder(byte[] bytes, out UIntPtr length);

        /// <summary>The bytes that C writes into a buffer of this size, and says how many.</summary>
        internal static byte[] Decoded(UIntPtr size, Decoder write)
        {
            var bytes = new byte[(ulong)size];
            try
            {
                Check(write(bytes, out var length));
                var taken = new byte[(ulong)length];
                Array.Copy(bytes, taken, taken.Length);
                return taken;
            }
            finally
            {
                Wipe(bytes);
            }
        }

        /// <summary>The text that C writes into a buffer of this size, which counts the NUL.</summary>
        internal static string Text(UIntPtr size, Func<byte[], int> write)
        {
            var bytes = new byte[(ulong)size];
            try
            {
                Check(write(bytes));
                return Encoding.ASCII.GetString(bytes, 0, Array.IndexOf<byte>(bytes, 0));
            }
            finally
            {
                Wipe(bytes);
            }
        }

        /// <summary>Lends byte arrays to C as an array of csecrets_span, and pins them meanwhile.</summary>
        internal static T WithSpans<T>(byte[][] parts, Func<Span[], T> call)
        {
            var spans = new Span[parts.Length];
            var pins = new List<GCHandle>();
            try
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    pins.Add(GCHandle.Alloc(parts[i], GCHandleType.Pinned));
                    spans[i].Data = pins[i].AddrOfPinnedObject();
                    spans[i].Nbytes = Length(parts[i]);
                }
                return call(spans);
            }
            finally
            {
                pins.ForEach(pin => pin.Free());
            }
        }
    }
}
