using System;
using System.Runtime.InteropServices;
using static Csecrets.Native;

namespace Csecrets
{
    /// <summary>What a password must hold; null leaves a class out.</summary>
    public sealed class PasswordPolicy
    {
        public int? Lower = 1, Upper = 1, Digits = 1, Symbols = 1;
        /// <summary>Whether 0, O, 1, l, I and | may be in it.</summary>
        public bool Lookalikes = true;
        /// <summary>The symbols to choose from; null is the default set.</summary>
        public string SymbolSet;
        public string Exclude = "";

        internal Policy Plain()
        {
            Check(csecrets_password_policy_init(out var plain, (UIntPtr)Marshal.SizeOf(typeof(Policy))));
            plain.MinLower = (uint)Size(Lower ?? 0);
            plain.MinUpper = (uint)Size(Upper ?? 0);
            plain.MinDigits = (uint)Size(Digits ?? 0);
            plain.MinSymbols = (uint)Size(Symbols ?? 0);
            plain.Flags = (Lower.HasValue ? 0 : 1) | (Upper.HasValue ? 0 : 2) | (Digits.HasValue ? 0 : 4)
                | (Symbols.HasValue ? 0 : 8) | (Lookalikes ? 0 : 16);
            Constant(Exclude);
            Constant(SymbolSet ?? "");
            plain.Exclude = Exclude;
            plain.Symbols = SymbolSet;
            return plain;
        }
    }

    /// <summary>What an authenticator app was told; as it stands, what all of them expect.</summary>
    public sealed class TotpParams
    {
        public int Digits = 6, Period = 30, Window = 1;
        public bool Sha256;

        internal Native.TotpParams Plain() => new Native.TotpParams
        {
            StructSize = 20,
            Digits = (uint)Size(Digits),
            Period = (uint)Size(Period),
            Window = (uint)Size(Window),
            Algorithm = Sha256 ? 2u : 1u,
        };
    }

    public static partial class Secrets
    {
        /// <summary>The expiry of a signed token that is good for ever.</summary>
        public static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

        private static long Seconds(DateTimeOffset time) =>
            time == Never ? long.MaxValue : time.ToUnixTimeSeconds();

        /// <summary>A password of 8 to 128 characters: of all that meet the policy, each is equally
        /// likely.</summary>
        public static string Password(int nchars = 16, PasswordPolicy policy = null)
        {
            var plain = (policy ?? new PasswordPolicy()).Plain();
            var size = Size(nchars + 1L);
            return Text(size, o => csecrets_password(o, size, Size(nchars), ref plain));
        }

        /// <summary>How strong such a password is, in bits.</summary>
        public static double PasswordBits(int nchars = 16, PasswordPolicy policy = null)
        {
            var plain = (policy ?? new PasswordPolicy()).Plain();
            Check(csecrets_password_bits(out var bits, Size(nchars), ref plain));
            return bits;
        }

        /// <summary>Words of the EFF's large list. Some hold a '-': do not split there.</summary>
        public static string Passphrase(int nwords = 6, string separator = " ")
        {
            var between = Constant(separator);
            var size = csecrets_passphrase_size(Size(nwords), Size(between.Length - 1));
            return Text(size, o => csecrets_passphrase(o, size, Size(nwords), between));
        }

        /// <summary>A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
        /// </summary>
        public static string ApiKey(string prefix)
        {
            var name = Constant(prefix);
            var size = csecrets_api_key_size(Size(name.Length - 1));
            return Text(size, o => csecrets_api_key(o, size, name));
        }

        /// <summary>Throws RejectedException for what can't be an API key of this prefix. It proves
        /// nothing.</summary>
        public static void ApiKeyCheck(string key, string prefix = null)
        {
            var k = Utf8(key);
            Check(csecrets_api_key_check(k, Length(k), prefix == null ? null : Constant(prefix)));
        }

        /// <summary>A token that carries a payload, signed and not encrypted, until it expires.</summary>
        public static string Sign(byte[] key, string purpose, byte[] payload, DateTimeOffset expiresAt)
        {
            var name = Constant(purpose);
            var size = csecrets_sign_token_size(Length(payload));
            return Text(size, o => csecrets_sign_token(
                o, size, key, Length(key), name, payload, Length(payload), Seconds(expiresAt)));
        }

        /// <summary>The payload of a token that one of the keys vouches for; else throws
        /// RejectedException.</summary>
        public static byte[] Verify(string token, string purpose, params byte[][] keys) =>
            Verify(token, purpose, DateTimeOffset.UtcNow, keys);

        /// <summary>The same at another time.</summary>
        public static byte[] Verify(string token, string purpose, DateTimeOffset now, params byte[][] keys)
        {
            var t = Utf8(token);
            var name = Constant(purpose);
            var size = csecrets_verify_token_size(Length(t));
            return WithSpans(keys, spans => Decoded(size, (byte[] o, out UIntPtr length) => csecrets_verify_token(
                o, size, out length, t, Length(t), name, spans, Length(spans), Seconds(now))));
        }

        /// <summary>The SHA-256 of a token: store it, not the token.</summary>
        public static byte[] TokenHash(string token)
        {
            var t = Utf8(token);
            return Filled((UIntPtr)32, o => csecrets_token_hash(o, t, Length(t)));
        }

        /// <summary>Whether a token is the one whose hash was stored.</summary>
        public static bool TokenMatches(byte[] hash, string token)
        {
            var t = Utf8(token);
            return hash.Length == 32 && csecrets_token_matches(hash, t, Length(t)) == 1;
        }

        /// <summary>The HMAC-SHA-256 of a message, in parts that are not joined.</summary>
        public static byte[] HmacSha256(byte[] key, params byte[][] parts) => WithSpans(parts, spans =>
            Filled((UIntPtr)32, o => csecrets_hmac_sha256(o, key, Length(key), spans, Length(spans))));

        /// <summary>Whether all 32 bytes of an HMAC are right.</summary>
        public static bool HmacSha256Matches(byte[] mac, byte[] key, params byte[][] parts) => WithSpans(parts, spans =>
            csecrets_hmac_sha256_matches(mac, Length(mac), key, Length(key), spans, Length(spans)) == 1);

        /// <summary>A key derived from a password, slowly.</summary>
        public static byte[] Pbkdf2Sha256(byte[] password, byte[] salt, int iterations, int nbytes = 32) =>
            Filled(Size(nbytes), o => csecrets_pbkdf2_sha256(
                o, Size(nbytes), password, Length(password), salt, Length(salt), (uint)Size(iterations)));

        /// <summary>What to store of a login password; 0 iterations are 600000.</summary>
        public static string PasswordHash(byte[] password, int iterations = 0) => Text((UIntPtr)256, o =>
            csecrets_password_hash(o, (UIntPtr)256, password, Length(password), (uint)Size(iterations)));

        /// <summary>Whether a password is the one whose hash was stored.</summary>
        public static bool PasswordMatches(string hash, byte[] password) => hash.IndexOf('\0') < 0
            && csecrets_password_matches(Constant(hash), password, Length(password)) == 1;

        /// <summary>The iterations of a stored hash, 0 if it is none: below yours, hash again at a login.
        /// </summary>
        public static long PasswordIterations(string hash) =>
            hash.IndexOf('\0') < 0 ? csecrets_password_iterations(Constant(hash)) : 0;

        /// <summary>The code that an authenticator app shows at a time.</summary>
        public static string Totp(byte[] key, DateTimeOffset now, TotpParams told = null)
        {
            var plain = (told ?? new TotpParams()).Plain();
            var size = Size(plain.Digits + 1L);
            return Text(size, o => csecrets_totp(o, size, key, Length(key), Seconds(now), ref plain));
        }

        /// <summary>The step of a code that is right and later than lastStep, to store as the next
        /// lastStep: a code is good once. Throws RejectedException for any other.</summary>
        public static ulong TotpVerify(string code, byte[] key, ulong lastStep, DateTimeOffset now, TotpParams told = null)
        {
            var c = Utf8(code);
            var plain = (told ?? new TotpParams()).Plain();
            Check(csecrets_totp_verify(
                out var step, c, Length(c), key, Length(key), Seconds(now), lastStep, ref plain));
            return step;
        }

        /// <summary>The code of a counter.</summary>
        public static string Hotp(byte[] key, ulong counter, int digits = 6)
        {
            var size = Size(digits + 1L);
            return Text(size, o => csecrets_hotp(o, size, key, Length(key), counter, (uint)digits));
        }
    }
}
