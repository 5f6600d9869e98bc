package csecrets;

// SPDX-License-Identifier: MIT OR Apache-2.0

import static csecrets.Library.C;
import static csecrets.Library.check;
import static csecrets.Library.constant;
import static csecrets.Library.decoded;
import static csecrets.Library.filled;
import static csecrets.Library.lend;
import static csecrets.Library.number;
import static csecrets.Library.text;
import static csecrets.Library.value;

import com.sun.jna.ptr.LongByReference;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Unguessable bytes, tokens and numbers, picks, comparison in constant time, and text of bytes, from
 * libcsecrets. What csecrets.h says of a function holds here, under the same name in camel case;
 * {@link Credentials} has what programs build on them.
 *
 * <p>Secrets come as String, which Java can't overwrite, and as byte[], for which there is {@link
 * #wipe}. What was copied for C on the way is wiped.
 */
public final class Csecrets {
    public static final int DEFAULT_ENTROPY = 32;
    public static final String DIGITS = "0123456789";
    public static final String CROCKFORD32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    public static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private Csecrets() {
    }

    /** The version of the library that is running. */
    public static String version() {
        return C.csecrets_version();
    }

    /** Draws once, without waiting; throws if the system gives no randomness. */
    public static void entropyProbe() {
        check(C.csecrets_entropy_probe(null));
    }

    /** Random bytes. 16 can't be guessed. */
    public static byte[] tokenBytes(int nbytes) {
        return filled(number(nbytes), out -> C.csecrets_token_bytes(out, nbytes));
    }

    /** Fills an array with random bytes. */
    public static void fill(byte[] bytes) {
        byte[] drawn = tokenBytes(bytes.length);
        System.arraycopy(drawn, 0, bytes, 0, bytes.length);
        wipe(drawn);
    }

    /** Overwrites an array with zeros. */
    public static void wipe(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
    }

    /** Random bytes in hexadecimal. */
    public static String tokenHex(int nbytes) {
        long size = C.csecrets_hex_size(number(nbytes));
        return text(size, out -> C.csecrets_token_hex(out, size, nbytes));
    }

    /** Random bytes in base64url. */
    public static String tokenUrlsafe(int nbytes) {
        long size = C.csecrets_urlsafe_size(number(nbytes));
        return text(size, out -> C.csecrets_token_urlsafe(out, size, nbytes));
    }

    /** Random characters of an alphabet, such as BASE58. */
    public static String tokenAlphabet(int nchars, String alphabet) {
        long size = number(nchars) + 1;
        byte[] characters = constant(alphabet);
        return text(size, out -> C.csecrets_token_alphabet(out, size, nchars, characters));
    }

    /** How many characters of an alphabet are as strong as a number of bits. */
    public static int alphabetNchars(String alphabet, int bits) {
        long nchars = C.csecrets_alphabet_nchars(constant(alphabet), (int) number(bits));
        if (nchars < 0) {
            throw new IllegalArgumentException("2 to 95 different characters, and at most 65536 bits");
        }
        return (int) nchars;
    }

    /** An integer from 0 to bound - 1. */
    public static long randbelow(long bound) {
        number(bound);
        return value(out -> C.csecrets_randbelow(out, bound));
    }

    /** The same, for a type that is narrower. */
    public static int randbelow(int bound) {
        return (int) randbelow((long) bound);
    }

    /** The same, of any length. */
    public static BigInteger randbelow(BigInteger bound) {
        if (bound.signum() < 0) {
            throw new IllegalArgumentException(bound + " is negative");
        }
        byte[] big = bound.toByteArray();
        return new BigInteger(1, filled(big.length, out -> C.csecrets_randbelow_big(out, big, big.length)));
    }

    /** An integer of so many random bits. */
    public static BigInteger randbits(int bits) {
        long nbytes = (number(bits) + 7) / 8;
        return new BigInteger(1, filled(nbytes, out -> C.csecrets_randbits_big(out, nbytes, bits)));
    }

    /** An integer from low to high, both included. */
    public static long randint(long low, long high) {
        return value(out -> C.csecrets_randint(out, low, high));
    }

    /** A real number from 0 up to but not including 1. */
    public static double random() {
        double[] out = new double[1];
        check(C.csecrets_random(out));
        return out[0];
    }

    /** Many integers from 0 to bound - 1. */
    public static long[] randbelowMany(int count, long bound) {
        number(bound);
        return longs(filled(8 * number(count), out -> C.csecrets_randbelow_many(out, count, bound)));
    }

    /** k different indices from 0 to count - 1, in the order in which they were drawn. */
    public static int[] sampleIndices(int k, int count) {
        if (number(k) > number(count)) {
            throw new IllegalArgumentException(k + " out of " + count);
        }
        long[] indices = longs(filled(8L * k, out -> C.csecrets_sample_indices(out, k, count)));
        return Arrays.stream(indices).mapToInt(index -> (int) index).toArray();
    }

    /** An index, each as likely as its weight's share of the sum. */
    public static int weightedIndex(long... weights) {
        Arrays.stream(weights).forEach(Library::number);
        return (int) value(out -> C.csecrets_weighted_index(out, weights, weights.length));
    }

    private static long[] longs(byte[] bytes) {
        long[] out = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.nativeOrder()).asLongBuffer().get(out);
        return out;
    }

    /** One element of a list, each equally likely. */
    public static <T> T choice(List<T> list) {
        return list.get(randbelow(list.size()));
    }

    /** k elements of a list, each drawn from all of them. */
    public static <T> List<T> choices(List<T> list, int k) {
        List<T> chosen = new ArrayList<>(k);
        for (long index : randbelowMany(k, list.size())) {
            chosen.add(list.get((int) index));
        }
        return chosen;
    }

    /** k different elements of a list, in the order in which they were drawn. */
    public static <T> List<T> sample(List<T> list, int k) {
        List<T> drawn = new ArrayList<>(k);
        for (int index : sampleIndices(k, list.size())) {
            drawn.add(list.get(index));
        }
        return drawn;
    }

    /** Brings a list into random order, each order equally likely. */
    public static <T> void shuffle(List<T> list) {
        List<T> order = sample(list, list.size());
        for (int i = 0; i < order.size(); i++) {
            list.set(i, order.get(i));
        }
    }

    /** Whether two byte strings are equal, in a time that does not show where they differ. */
    public static boolean equal(byte[] a, byte[] b) {
        return lend(a, x -> lend(b, y -> C.csecrets_equal(x, a.length, y, b.length))) == 1;
    }

    /** The same, of two texts. Two empty ones are equal: check first that your secret is set. */
    public static boolean equal(String a, String b) {
        return equal(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** The index of the first row that equals a needle, in a time that does not tell which; or -1. */
    public static int findEqual(byte[] needle, List<byte[]> rows) {
        ByteBuffer joined = ByteBuffer.allocate(Math.multiplyExact(needle.length, rows.size()));
        for (byte[] row : rows) {
            if (row.length != needle.length) {
                throw new IllegalArgumentException("every row is as long as the needle");
            }
            joined.put(row);
        }
        LongByReference index = new LongByReference();
        boolean found = C.csecrets_find_equal(index, needle, joined.array(), rows.size(), needle.length) == 1;
        return found ? (int) index.getValue() : -1;
    }

    /** Bytes in hexadecimal. */
    public static String hexEncode(byte[] data) {
        long size = C.csecrets_hex_size(data.length);
        return lend(data, in -> text(size, out -> C.csecrets_hex_encode(out, size, in, data.length)));
    }

    /** The bytes that hexadecimal text spells. */
    public static byte[] hexDecode(String text) {
        byte[] t = text.getBytes(StandardCharsets.UTF_8);
        long size = C.csecrets_hex_decoded_size(t.length);
        return lend(t, in -> decoded(size, (out, n) -> C.csecrets_hex_decode(out, size, n, in, t.length)));
    }

    /** Bytes in base64url. */
    public static String urlsafeEncode(byte[] data) {
        long size = C.csecrets_urlsafe_size(data.length);
        return lend(data, in -> text(size, out -> C.csecrets_urlsafe_encode(out, size, in, data.length)));
    }

    /** The bytes that base64url text spells. */
    public static byte[] urlsafeDecode(String text) {
        byte[] t = text.getBytes(StandardCharsets.UTF_8);
        long size = C.csecrets_urlsafe_decoded_size(t.length);
        return lend(t, in -> decoded(size, (out, n) -> C.csecrets_urlsafe_decode(out, size, n, in, t.length)));
    }

    /** Bytes in base32, for authenticator apps. */
    public static String base32Encode(byte[] data) {
        long size = C.csecrets_base32_size(data.length);
        return lend(data, in -> text(size, out -> C.csecrets_base32_encode(out, size, in, data.length)));
    }

    /** The bytes that base32 text spells, as people type it. */
    public static byte[] base32Decode(String text) {
        byte[] t = text.getBytes(StandardCharsets.UTF_8);
        long size = C.csecrets_base32_decoded_size(t.length);
        return lend(t, in -> decoded(size, (out, n) -> C.csecrets_base32_decode(out, size, n, in, t.length)));
    }

    /** A random UUID. */
    public static UUID uuid4() {
        return uuid(filled(16, C::csecrets_uuid4));
    }

    /** A UUID of the time in milliseconds, which everybody can read, and 74 random bits. */
    public static UUID uuid7(long unixMs) {
        return uuid(filled(16, out -> C.csecrets_uuid7(out, number(unixMs))));
    }

    /** A UUID that sorts, as text, after a previous one of version 7, whatever the clock does. */
    public static UUID uuid7After(UUID previous, long unixMs) {
        byte[] before = bytes(previous);
        return uuid(filled(16, out -> C.csecrets_uuid7_after(out, before, number(unixMs))));
    }

    /** Its 36 characters, in lower case. */
    public static String uuidText(UUID uuid) {
        return text(37, out -> C.csecrets_uuid_text(out, 37, bytes(uuid)));
    }

    /** A UUID of its 36 characters and nothing else, where UUID.fromString takes more. */
    public static UUID uuidParse(String text) {
        byte[] t = text.getBytes(StandardCharsets.UTF_8);
        return uuid(filled(16, out -> C.csecrets_uuid_parse(out, t, t.length)));
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits()).array();
    }
}
