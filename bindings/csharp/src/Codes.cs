using System;
using static Csecrets.Native;

namespace Csecrets
{
    public static partial class Secrets
    {
        /// <summary>Bytes in hexadecimal.</summary>
        public static string HexEncode(byte[] data)
        {
            var size = csecrets_hex_size(Length(data));
            return Text(size, o => csecrets_hex_encode(o, size, data, Length(data)));
        }

        /// <summary>The bytes that hexadecimal text spells.</summary>
        public static byte[] HexDecode(string text)
        {
            var t = Utf8(text);
            var size = csecrets_hex_decoded_size(Length(t));
            return Decoded(size, (byte[] o, out UIntPtr n) => csecrets_hex_decode(o, size, out n, t, Length(t)));
        }

        /// <summary>Bytes in base64url.</summary>
        public static string UrlsafeEncode(byte[] data)
        {
            var size = csecrets_urlsafe_size(Length(data));
            return Text(size, o => csecrets_urlsafe_encode(o, size, data, Length(data)));
        }

        /// <summary>The bytes that base64url text spells.</summary>
        public static byte[] UrlsafeDecode(string text)
        {
            var t = Utf8(text);
            var size = csecrets_urlsafe_decoded_size(Length(t));
            return Decoded(size, (byte[] o, out UIntPtr n) => csecrets_urlsafe_decode(o, size, out n, t, Length(t)));
        }

        /// <summary>Bytes in base32, for authenticator apps.</summary>
        public static string Base32Encode(byte[] data)
        {
            var size = csecrets_base32_size(Length(data));
            return Text(size, o => csecrets_base32_encode(o, size, data, Length(data)));
        }

        /// <summary>The bytes that base32 text spells, as people type it.</summary>
        public static byte[] Base32Decode(string text)
        {
            var t = Utf8(text);
            var size = csecrets_base32_decoded_size(Length(t));
            return Decoded(size, (byte[] o, out UIntPtr n) => csecrets_base32_decode(o, size, out n, t, Length(t)));
        }

        /// <summary>A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations.
        /// </summary>
        public static string Code(int groups = 2, int groupLen = 5, string separator = "-")
        {
            var between = Constant(separator);
            var size = csecrets_code_size(Size(groups), Size(groupLen), Size(between.Length - 1));
            return Text(size, o => csecrets_code(o, size, Size(groups), Size(groupLen), between));
        }

        /// <summary>What was typed, as it was drawn, without separators: hash this.</summary>
        public static string CodeNormalize(string typed)
        {
            var t = Utf8(typed);
            var size = Size(t.Length + 1L);
            return Text(size, o => csecrets_code_normalize(o, size, t, Length(t)));
        }

        // A Guid keeps its first three fields in the machine's order: by its text it comes out right.

        private static Guid Uuid(Func<byte[], int> draw)
        {
            var bytes = Filled((UIntPtr)16, draw);
            return Guid.Parse(Text((UIntPtr)37, o => csecrets_uuid_text(o, (UIntPtr)37, bytes)));
        }

        /// <summary>A random UUID.</summary>
        public static Guid Uuid4() => Uuid(csecrets_uuid4);

        /// <summary>A UUID of a time, which everybody can read, and 74 random bits.</summary>
        public static Guid Uuid7(DateTimeOffset time) =>
            Uuid(o => csecrets_uuid7(o, (ulong)Size(time.ToUnixTimeMilliseconds())));

        /// <summary>A UUID whose text sorts after that of a previous one of version 7, whatever the clock
        /// does.</summary>
        public static Guid Uuid7After(Guid previous, DateTimeOffset time)
        {
            var before = Bytes(previous.ToString());
            return Uuid(o => csecrets_uuid7_after(o, before, (ulong)Size(time.ToUnixTimeMilliseconds())));
        }

        /// <summary>A UUID of its 36 characters and nothing else, where Guid.Parse takes more.</summary>
        public static Guid UuidParse(string text)
        {
            Bytes(text);
            return Guid.Parse(text);
        }

        private static byte[] Bytes(string text)
        {
            var t = Utf8(text);
            return Filled((UIntPtr)16, o => csecrets_uuid_parse(o, t, Length(t)));
        }
    }
}
