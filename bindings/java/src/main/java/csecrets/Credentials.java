package csecrets;

import static csecrets.Library.C;
import static csecrets.Library.check;
import static csecrets.Library.constant;
import static csecrets.Library.decoded;
import static csecrets.Library.filled;
import static csecrets.Library.lend;
import static csecrets.Library.lendSpans;
import static csecrets.Library.number;
import static csecrets.Library.text;
import static csecrets.Library.value;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToIntBiFunction;

/** What programs build on random bytes: passwords, keys, signed tokens, hashes, one-time codes. */
public final class Credentials {
    /** The expiry of a signed token that is good for ever. */
    public static final Instant NEVER = Instant.MAX;

    private Credentials() {
    }

    /** What a password must hold. A minimum below 0 leaves a class out. */
    public static final class PasswordPolicy {
        public int lower = 1;
        public int upper = 1;
        public int digits = 1;
        public int symbols = 1;
        /** Whether 0, O, 1, l, I and | may be in it. */
        public boolean lookalikes = true;
        /** The symbols to choose from; null is the default set. */
        public String symbolSet;
        public String exclude = "";

        private Library.Policy plain() {
            Library.Policy plain = new Library.Policy();
            check(C.csecrets_password_policy_init(plain, plain.size()));
            plain.minLower = Math.max(lower, 0);
            plain.minUpper = Math.max(upper, 0);
            plain.minDigits = Math.max(digits, 0);
            plain.minSymbols = Math.max(symbols, 0);
            plain.flags = (lower < 0 ? 1 : 0) | (upper < 0 ? 2 : 0) | (digits < 0 ? 4 : 0)
                | (symbols < 0 ? 8 : 0) | (lookalikes ? 0 : 16);
            constant(exclude);
            constant(symbolSet == null ? "" : symbolSet);
            plain.exclude = exclude;
            plain.symbols = symbolSet;
            return plain;
        }
    }

    /** A password of 8 to 128 characters: of all that meet the policy, each is equally likely. */
    public static String password(int nchars, PasswordPolicy policy) {
        Library.Policy plain = policy.plain();
        long size = number(nchars) + 1;
        return text(size, out -> C.csecrets_password(out, size, nchars, plain));
    }

    /** The same, with at least one of each class. */
    public static String password(int nchars) {
        return password(nchars, new PasswordPolicy());
    }

    /** How strong such a password is, in bits. */
    public static double passwordBits(int nchars, PasswordPolicy policy) {
        double[] out = new double[1];
        check(C.csecrets_password_bits(out, number(nchars), policy.plain()));
        return out[0];
    }

    /** Words of the EFF's large list. Some hold a '-': do not split there. */
    public static String passphrase(int nwords, String separator) {
        byte[] between = constant(separator);
        long size = C.csecrets_passphrase_size(number(nwords), between.length - 1);
        return text(size, out -> C.csecrets_passphrase(out, size, nwords, between));
    }

    /** A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them. */
    public static String apiKey(String prefix) {
        byte[] name = constant(prefix);
        long size = C.csecrets_api_key_size(name.length - 1);
        return text(size, out -> C.csecrets_api_key(out, size, name));
    }

    /** Throws Rejected for what can't be an API key of this prefix; null is any. It proves nothing. */
    public static void apiKeyCheck(String key, String prefix) {
        byte[] k = key.getBytes(StandardCharsets.UTF_8);
        check(C.csecrets_api_key_check(k, k.length, prefix == null ? null : constant(prefix)));
    }

    private static long seconds(Instant time) {
        return time.equals(NEVER) ? Long.MAX_VALUE : time.getEpochSecond();
    }

    /** A token that carries a payload, signed and not encrypted, until it expires. */
    public static String sign(byte[] key, String purpose, byte[] payload, Instant expiresAt) {
        byte[] name = constant(purpose);
        long size = C.csecrets_sign_token_size(payload.length);
        return lend(key, k -> lend(payload, p -> text(size, out -> C.csecrets_sign_token(
            out, size, k, key.length, name, p, payload.length, seconds(expiresAt)))));
    }

    /** The payload of a token that one of the keys vouches for; throws Rejected for any other. */
    public static byte[] verify(String token, String purpose, byte[]... keys) {
        return verify(token, purpose, Instant.now(), keys);
    }

    /** The same at another time. */
    public static byte[] verify(String token, String purpose, Instant now, byte[]... keys) {
        byte[] t = token.getBytes(StandardCharsets.UTF_8);
        byte[] name = constant(purpose);
        long size = C.csecrets_verify_token_size(t.length);
        return lendSpans(keys, spans -> decoded(size, (out, length) -> C.csecrets_verify_token(
            out, size, length, t, t.length, name, spans, keys.length, seconds(now))));
    }

    /** The SHA-256 of a token: store it, not the token. */
    public static byte[] tokenHash(String token) {
        byte[] t = token.getBytes(StandardCharsets.UTF_8);
        return filled(32, out -> C.csecrets_token_hash(out, t, t.length));
    }

    /** Whether a token is the one whose hash was stored. */
    public static boolean tokenMatches(byte[] hash, String token) {
        byte[] t = token.getBytes(StandardCharsets.UTF_8);
        return hash.length == 32 && C.csecrets_token_matches(hash, t, t.length) == 1;
    }

    /** The HMAC-SHA-256 of a message, in parts. */
    public static byte[] hmacSha256(byte[] key, byte[]... parts) {
        return lendSpans(parts, spans -> lend(key, k -> filled(32, out ->
            C.csecrets_hmac_sha256(out, k, key.length, spans, parts.length))));
    }

    /** Whether all 32 bytes of an HMAC are right. */
    public static boolean hmacSha256Matches(byte[] mac, byte[] key, byte[]... parts) {
        return lendSpans(parts, spans -> lend(key, k ->
            C.csecrets_hmac_sha256_matches(mac, mac.length, k, key.length, spans, parts.length))) == 1;
    }

    /** A password's bytes; both arrays are the caller's to wipe. */
    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /** A key derived from a password, slowly. */
    public static byte[] pbkdf2Sha256(char[] password, byte[] salt, int iterations, int nbytes) {
        byte[] p = utf8(password);
        number(iterations);
        try {
            return lend(p, in -> filled(number(nbytes), out -> C.csecrets_pbkdf2_sha256(
                out, nbytes, in, p.length, salt, salt.length, iterations)));
        } finally {
            Arrays.fill(p, (byte) 0);
        }
    }

    /** What to store of a login password; 0 iterations are 600000. */
    public static String passwordHash(char[] password, int iterations) {
        byte[] p = utf8(password);
        number(iterations);
        try {
            return lend(p, in ->
                text(256, out -> C.csecrets_password_hash(out, 256, in, p.length, iterations)));
        } finally {
            Arrays.fill(p, (byte) 0);
        }
    }

    /** Whether a password is the one whose hash was stored. */
    public static boolean passwordMatches(String hash, char[] password) {
        if (hash.indexOf('\0') >= 0) {
            return false;
        }
        byte[] h = constant(hash);
        byte[] p = utf8(password);
        try {
            return lend(p, in -> C.csecrets_password_matches(h, in, p.length)) == 1;
        } finally {
            Arrays.fill(p, (byte) 0);
        }
    }

    /** The iterations of a stored hash, 0 if it is none: below yours, hash again at a login. */
    public static int passwordIterations(String hash) {
        return hash.indexOf('\0') >= 0 ? 0 : C.csecrets_password_iterations(constant(hash));
    }

    /** A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations. */
    public static String code(int groups, int groupLen, String separator) {
        byte[] between = constant(separator);
        long size = C.csecrets_code_size(number(groups), number(groupLen), between.length - 1);
        return text(size, out -> C.csecrets_code(out, size, groups, groupLen, between));
    }

    /** What was typed, as it was drawn, without separators: hash this. */
    public static String codeNormalize(String typed) {
        byte[] t = typed.getBytes(StandardCharsets.UTF_8);
        return text(t.length + 1, out -> C.csecrets_code_normalize(out, t.length + 1, t, t.length));
    }

    /** What an authenticator app was told; as it stands, what all of them expect. */
    public static final class TotpParams {
        public int digits = 6;
        public int period = 30;
        /** Steps to each side that are accepted. */
        public int window = 1;
        public boolean sha256;

        private Library.TotpParams plain() {
            Library.TotpParams plain = new Library.TotpParams();
            plain.structSize = plain.size();
            plain.digits = digits;
            plain.period = period;
            plain.window = window;
            plain.algorithm = sha256 ? 2 : 1;
            return plain;
        }
    }

    private static String oneTime(byte[] key, int digits, ToIntBiFunction<Pointer, Pointer> write) {
        return lend(key, k -> text(number(digits) + 1, out -> write.applyAsInt(out, k)));
    }

    /** The code that an authenticator app shows at a time. */
    public static String totp(byte[] key, Instant now, TotpParams params) {
        return oneTime(key, params.digits, (out, k) -> C.csecrets_totp(
            out, params.digits + 1L, k, key.length, now.getEpochSecond(), params.plain()));
    }

    /**
     * The step of a code that is right and later than lastStep, to store as the next lastStep: a code
     * is good once. Throws Rejected for any other.
     */
    public static long totpVerify(String code, byte[] key, long lastStep, Instant now, TotpParams params) {
        byte[] c = code.getBytes(StandardCharsets.UTF_8);
        return lend(key, k -> value(step -> C.csecrets_totp_verify(
            step, c, c.length, k, key.length, now.getEpochSecond(), number(lastStep), params.plain())));
    }

    /** The code of a counter. */
    public static String hotp(byte[] key, long counter, int digits) {
        return oneTime(key, digits, (out, k) -> C.csecrets_hotp(
            out, digits + 1L, k, key.length, number(counter), digits));
    }
}
