using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using static Csecrets.Native;

namespace Csecrets
{
    /// <summary>Unguessable bytes, tokens and numbers, picks, and comparison in constant time, from
    /// libcsecrets. What csecrets.h says of a function holds here, under the same name in .NET's
    /// spelling.</summary>
    /// <remarks>Secrets come as string, which can't be overwritten, and as byte[], for which there is
    /// Wipe; what the garbage collector moved before stays. SPDX-License-Identifier: MIT OR Apache-2.0
    /// </remarks>
    public static partial class Secrets
    {
        public const int DefaultEntropy = 32;
        public const string Digits = "0123456789";
        public const string Crockford32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        public const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

        /// <summary>The version of the library that is running.</summary>
        public static string Version => Marshal.PtrToStringAnsi(csecrets_version());

        /// <summary>Draws once, without waiting; throws if the system gives no randomness.</summary>
        public static void EntropyProbe() => Check(csecrets_entropy_probe(IntPtr.Zero));

        /// <summary>Random bytes. 16 can't be guessed.</summary>
        public static byte[] TokenBytes(int nbytes = DefaultEntropy) =>
            Filled(Size(nbytes), o => csecrets_token_bytes(o, Size(nbytes)));

        /// <summary>Fills an array with random bytes.</summary>
        public static void Fill(byte[] bytes) => Check(csecrets_token_bytes(bytes, Length(bytes)));

        /// <summary>Overwrites an array with zeros.</summary>
        public static void Wipe(byte[] bytes) => Native.Wipe(bytes);

        /// <summary>Random bytes in hexadecimal.</summary>
        public static string TokenHex(int nbytes = DefaultEntropy)
        {
            var size = csecrets_hex_size(Size(nbytes));
            return Text(size, o => csecrets_token_hex(o, size, Size(nbytes)));
        }

        /// <summary>Random bytes in base64url.</summary>
        public static string TokenUrlsafe(int nbytes = DefaultEntropy)
        {
            var size = csecrets_urlsafe_size(Size(nbytes));
            return Text(size, o => csecrets_token_urlsafe(o, size, Size(nbytes)));
        }

        /// <summary>Random characters of an alphabet, such as Base58.</summary>
        public static string TokenAlphabet(int nchars, string alphabet)
        {
            var size = Size(nchars + 1L);
            var characters = Constant(alphabet);
            return Text(size, o => csecrets_token_alphabet(o, size, Size(nchars), characters));
        }

        /// <summary>How many characters of an alphabet are as strong as a number of bits.</summary>
        public static int AlphabetNchars(string alphabet, int bits)
        {
            var nchars = (ulong)csecrets_alphabet_nchars(Constant(alphabet), (uint)Size(bits));
            return nchars <= 65536
                ? (int)nchars
                : throw new ArgumentException("2 to 95 different characters, and at most 65536 bits");
        }

        /// <summary>An integer from 0 to bound - 1.</summary>
        public static ulong RandBelow(ulong bound)
        {
            Check(csecrets_randbelow(out var value, bound));
            return value;
        }

        /// <summary>The same, of the usual type.</summary>
        public static int RandBelow(int bound) => (int)RandBelow((ulong)Size(bound));

        /// <summary>An integer of so many random bits, 0 to 64.</summary>
        public static ulong RandBits(int bits)
        {
            Check(csecrets_randbits(out var value, (uint)Size(bits)));
            return value;
        }

        /// <summary>An integer from low to high, both included.</summary>
        public static long RandInt(long low, long high)
        {
            Check(csecrets_randint(out var value, low, high));
            return value;
        }

        /// <summary>A real number from 0 up to but not including 1.</summary>
        public static double Random()
        {
            Check(csecrets_random(out var value));
            return value;
        }

        /// <summary>Many integers from 0 to bound - 1.</summary>
        public static ulong[] RandBelowMany(int count, ulong bound)
        {
            var values = new ulong[(ulong)Size(count)];
            Check(csecrets_randbelow_many(values, Size(count), bound));
            return values;
        }

        /// <summary>k different indices from 0 to count - 1, in the order in which they were drawn.
        /// </summary>
        public static int[] SampleIndices(int k, int count)
        {
            var indices = new UIntPtr[(ulong)Size(k)];
            Check(csecrets_sample_indices(indices, Size(k), Size(count)));
            return Array.ConvertAll(indices, index => (int)index);
        }

        /// <summary>An index, each as likely as its weight's share of the sum.</summary>
        public static int WeightedIndex(params ulong[] weights)
        {
            Check(csecrets_weighted_index(out var index, weights, Length(weights)));
            return (int)index;
        }

        /// <summary>One element of a list, each equally likely.</summary>
        public static T Choice<T>(IList<T> list) => list[RandBelow(list.Count)];

        /// <summary>k elements of a list, each drawn from all of them.</summary>
        public static T[] Choices<T>(IList<T> list, int k) =>
            Array.ConvertAll(RandBelowMany(k, (ulong)list.Count), index => list[(int)index]);

        /// <summary>k different elements of a list, in the order in which they were drawn.</summary>
        public static T[] Sample<T>(IList<T> list, int k) =>
            Array.ConvertAll(SampleIndices(k, list.Count), index => list[index]);

        /// <summary>Brings a list into random order, each order equally likely.</summary>
        public static void Shuffle<T>(IList<T> list)
        {
            var order = Sample(list, list.Count);
            for (var i = 0; i < order.Length; i++)
            {
                list[i] = order[i];
            }
        }

        /// <summary>Whether two byte strings are equal, in a time that does not show where they differ.
        /// </summary>
        public static bool Equal(byte[] a, byte[] b) => csecrets_equal(a, Length(a), b, Length(b)) == 1;

        /// <summary>The same, of two texts. Two empty ones are equal: check first that your secret is
        /// set.</summary>
        public static bool Equal(string a, string b) => Equal(Utf8(a), Utf8(b));

        /// <summary>The index of the first row that equals a needle, in a time that does not tell which;
        /// or -1.</summary>
        public static int FindEqual(byte[] needle, IList<byte[]> rows)
        {
            if (rows.Any(row => row.Length != needle.Length))
            {
                throw new ArgumentException("every row is as long as the needle");
            }
            var joined = rows.SelectMany(row => row).ToArray();
            var found = csecrets_find_equal(out var index, needle, joined, Size(rows.Count), Length(needle)) == 1;
            return found ? (int)index : -1;
        }
    }

    /// <summary>csecrets as a RandomNumberGenerator.</summary>
    public sealed class Generator : RandomNumberGenerator
    {
        public override void GetBytes(byte[] data) => Secrets.Fill(data);

        public override void GetNonZeroBytes(byte[] data)
        {
            for (var i = 0; i < data.Length; i++)
            {
                data[i] = (byte)(1 + Secrets.RandBelow(255));
            }
        }
    }
}
