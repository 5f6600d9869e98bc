package csecrets;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/**
 * The functions of the library as JNA sees them, and Java's values on their way to C and back. A
 * size_t is a long: 64 bits only. A bool is 0 or 1 in all of its register.
 */
interface Library extends com.sun.jna.Library {
    Library C = Native.load("libcsecrets.so.0", Library.class);

    String csecrets_version();
    String csecrets_strerror(int status);
    String csecrets_status_name(int status);
    int csecrets_entropy_probe(Pointer osErrno);
    int csecrets_token_bytes(Pointer out, long nbytes);
    long csecrets_hex_size(long nbytes);
    long csecrets_urlsafe_size(long nbytes);
    long csecrets_base32_size(long nbytes);
    int csecrets_token_hex(Pointer out, long size, long nbytes);
    int csecrets_token_urlsafe(Pointer out, long size, long nbytes);
    int csecrets_token_alphabet(Pointer out, long size, long nchars, byte[] alphabet);
    long csecrets_alphabet_nchars(byte[] alphabet, int bits);
    int csecrets_randbelow(LongByReference out, long bound);
    int csecrets_randbits_big(Pointer out, long nbytes, long bits);
    int csecrets_randbelow_big(Pointer out, byte[] bound, long nbytes);
    int csecrets_randint(LongByReference out, long low, long high);
    int csecrets_random(double[] out);
    int csecrets_randbelow_many(Pointer out, long count, long bound);
    int csecrets_sample_indices(Pointer out, long k, long count);
    int csecrets_weighted_index(LongByReference out, long[] weights, long count);
    int csecrets_equal(Pointer a, long aLen, Pointer b, long bLen);
    int csecrets_find_equal(LongByReference out, byte[] needle, byte[] base, long count, long size);
    void csecrets_wipe(Pointer data, long nbytes);
    int csecrets_hex_encode(Pointer out, long size, Pointer data, long nbytes);
    int csecrets_urlsafe_encode(Pointer out, long size, Pointer data, long nbytes);
    int csecrets_base32_encode(Pointer out, long size, Pointer data, long nbytes);
    int csecrets_hex_decode(Pointer out, long size, LongByReference outLen, Pointer text, long textLen);
    int csecrets_urlsafe_decode(Pointer out, long size, LongByReference outLen, Pointer text, long textLen);
    int csecrets_base32_decode(Pointer out, long size, LongByReference outLen, Pointer text, long textLen);
    long csecrets_hex_decoded_size(long textLen);
    long csecrets_urlsafe_decoded_size(long textLen);
    long csecrets_base32_decoded_size(long textLen);
    int csecrets_password_policy_init(Policy policy, long size);
    int csecrets_password(Pointer out, long size, long nchars, Policy policy);
    int csecrets_password_bits(double[] out, long nchars, Policy policy);
    int csecrets_passphrase(Pointer out, long size, long nwords, byte[] separator);
    long csecrets_passphrase_size(long nwords, long separatorLen);
    long csecrets_api_key_size(long prefixLen);
    int csecrets_api_key(Pointer out, long size, byte[] prefix);
    int csecrets_api_key_check(byte[] key, long keyLen, byte[] prefix);
    long csecrets_sign_token_size(long nbytes);
    long csecrets_verify_token_size(long tokenLen);
    int csecrets_sign_token(Pointer out, long size, Pointer key, long keyLen, byte[] purpose, Pointer payload,
        long nbytes, long expiresAt);
    int csecrets_verify_token(Pointer payload, long size, LongByReference payloadLen, byte[] token,
        long tokenLen, byte[] purpose, Pointer keys, long keyCount, long now);
    int csecrets_token_hash(Pointer out, byte[] token, long nbytes);
    int csecrets_token_matches(byte[] hash, byte[] token, long nbytes);
    int csecrets_hmac_sha256(Pointer out, Pointer key, long keyLen, Pointer parts, long partCount);
    int csecrets_hmac_sha256_matches(byte[] mac, long macLen, Pointer key, long keyLen, Pointer parts,
        long partCount);
    int csecrets_pbkdf2_sha256(Pointer out, long nbytes, Pointer password, long passwordLen, byte[] salt,
        long saltLen, int iterations);
    int csecrets_password_hash(Pointer out, long size, Pointer password, long passwordLen, int iterations);
    int csecrets_password_matches(byte[] hash, Pointer password, long passwordLen);
    int csecrets_password_iterations(byte[] hash);
    int csecrets_uuid4(Pointer out);
    int csecrets_uuid7(Pointer out, long unixMs);
    int csecrets_uuid7_after(Pointer out, byte[] previous, long unixMs);
    int csecrets_uuid_text(Pointer out, long size, byte[] uuid);
    int csecrets_uuid_parse(Pointer out, byte[] text, long textLen);
    int csecrets_code(Pointer out, long size, long groups, long groupLen, byte[] separator);
    long csecrets_code_size(long groups, long groupLen, long separatorLen);
    int csecrets_code_normalize(Pointer out, long size, byte[] text, long textLen);
    int csecrets_totp(Pointer out, long size, Pointer key, long keyLen, long now, TotpParams params);
    int csecrets_totp_verify(LongByReference step, byte[] code, long codeLen, Pointer key, long keyLen,
        long now, long afterStep, TotpParams params);
    int csecrets_hotp(Pointer out, long size, Pointer key, long keyLen, long counter, int digits);

    /** struct csecrets_password_policy. */
    @FieldOrder({"structSize", "minLower", "minUpper", "minDigits", "minSymbols", "flags", "symbols", "exclude"})
    class Policy extends Structure {
        public int structSize, minLower, minUpper, minDigits, minSymbols, flags;
        public String symbols, exclude;
    }

    /** struct csecrets_totp_params. */
    @FieldOrder({"structSize", "digits", "period", "window", "algorithm"})
    class TotpParams extends Structure {
        public int structSize, digits, period, window, algorithm;
    }

    static void check(int status) {
        if (status != 0) {
            throw CsecretsException.of(C.csecrets_status_name(status), C.csecrets_strerror(status));
        }
    }

    static long number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException(value + " is negative");
        }
        return value;
    }

    /** A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset". */
    static byte[] constant(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL in a text of the program");
        }
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /** Lends bytes to C, in memory that is wiped afterwards: the garbage collector wipes nothing. */
    static <T> T lend(byte[] data, Function<Pointer, T> call) {
        try (Memory memory = new Memory(data.length + 1L)) {
            memory.write(0, data, 0, data.length);
            try {
                return call.apply(memory);
            } finally {
                C.csecrets_wipe(memory, memory.size());
            }
        }
    }

    /** Lends byte arrays to C as an array of csecrets_span. */
    static <T> T lendSpans(byte[][] parts, Function<Pointer, T> call) {
        int total = 0;
        for (byte[] part : parts) {
            total = Math.addExact(total, part.length);
        }
        byte[] joined = new byte[total];
        int filled = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, filled, part.length);
            filled += part.length;
        }
        try (Memory spans = new Memory((parts.length + 1) * 2L * Native.POINTER_SIZE)) {
            return lend(joined, data -> {
                long offset = 0;
                for (int i = 0; i < parts.length; i++) {
                    spans.setPointer(2L * i * Native.POINTER_SIZE, data.share(offset));
                    spans.setLong((2L * i + 1) * Native.POINTER_SIZE, parts[i].length);
                    offset += parts[i].length;
                }
                return call.apply(spans);
            });
        } finally {
            java.util.Arrays.fill(joined, (byte) 0);
        }
    }

    /** The bytes that C writes, of which there are always so many. */
    static byte[] filled(long size, ToIntFunction<Pointer> write) {
        return decoded(size, (out, length) -> {
            length.setValue(size);
            return write.applyAsInt(out);
        });
    }

    /** The bytes that C writes into a buffer of this size, and says how many. */
    static byte[] decoded(long size, ToIntBiFunction<Pointer, LongByReference> write) {
        LongByReference length = new LongByReference();
        return lend(new byte[Math.toIntExact(size)], out -> {
            check(write.applyAsInt(out, length));
            return out.getByteArray(0, (int) length.getValue());
        });
    }

    /** The text that C writes into a buffer of this size, which counts the NUL. */
    static String text(long size, ToIntFunction<Pointer> write) {
        return lend(new byte[Math.toIntExact(size)], out -> {
            check(write.applyAsInt(out));
            return out.getString(0, "US-ASCII");
        });
    }

    /** The integer that C writes. */
    static long value(ToIntFunction<LongByReference> write) {
        LongByReference out = new LongByReference();
        check(write.applyAsInt(out));
        return out.getValue();
    }
}
