package csecrets;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/**
 * What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
 * stays unseen with odds below 8 * (7/8)^300 &lt; 2^-54.
 */
public class CsecretsTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER = new byte[32];

    static {
        for (int i = 0; i < 32; i++) {
            KEY[i] = (byte) i;
            OTHER[i] = 1;
        }
    }

    private static <T> Set<T> seen(Supplier<T> draw) {
        Set<T> values = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            values.add(draw.get());
        }
        return values;
    }

    private static void refused(String status, ThrowingRunnable call) {
        assertEquals("CSECRETS_ERR_" + status, assertThrows(CsecretsException.class, call).status());
    }

    private static void mistake(ThrowingRunnable call) {
        assertThrows(IllegalArgumentException.class, call);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    public void tokensHaveTheirLengthAndNeverComeTwice() {
        assertTrue(Csecrets.tokenHex(32).matches("[0-9a-f]{64}"));
        assertTrue(Csecrets.tokenUrlsafe(32).matches("[\\w-]{43}"));
        assertEquals(0, Csecrets.tokenBytes(0).length);
        assertEquals(300, seen(() -> Csecrets.tokenUrlsafe(16)).size());
        assertEquals(22, Csecrets.alphabetNchars(Csecrets.BASE58, 128));
        assertTrue(Csecrets.tokenAlphabet(22, "ab").matches("[ab]{22}"));
    }

    @Test
    public void integersOfAnyLengthReachBothEnds() {
        assertEquals(Set.of(0, 1, 2), seen(() -> Csecrets.randbelow(3)));
        assertEquals(Set.of(-1L, 0L, 1L), seen(() -> Csecrets.randint(-1, 1)));
        assertEquals(Set.of(true, false), seen(() -> Csecrets.randint(Long.MIN_VALUE, Long.MAX_VALUE) < 0));
        assertEquals(Set.of(0L, 1L), seen(() -> Csecrets.randbelowMany(1, 2)[0]));
        assertEquals(Set.of(true, false), seen(() -> Csecrets.randbits(1001).testBit(1000)));
        BigInteger bound = BigInteger.TEN.pow(40);
        assertTrue(seen(() -> Csecrets.randbelow(bound)).stream().allMatch(v -> v.signum() >= 0 && v.compareTo(bound) < 0));
        assertTrue(Csecrets.random() < 1);
    }

    @Test
    public void negativeNumbersNeverReachC() {
        mistake(() -> Csecrets.tokenBytes(-1));
        mistake(() -> Csecrets.tokenHex(-1));
        mistake(() -> Csecrets.tokenUrlsafe(Integer.MIN_VALUE));
        mistake(() -> Csecrets.randbelow(-1));
        mistake(() -> Csecrets.randbelow(BigInteger.ONE.negate()));
        mistake(() -> Csecrets.randbits(-1));
        mistake(() -> Csecrets.randbelowMany(-1, 6));
        mistake(() -> Csecrets.randbelowMany(1, -6));
        mistake(() -> Csecrets.weightedIndex(1, -1));
        mistake(() -> Credentials.password(-1));
        mistake(() -> Credentials.passphrase(-1, " "));
        mistake(() -> Credentials.code(-1, 5, "-"));
        mistake(() -> Csecrets.uuid7(-1));
    }

    @Test
    public void picksGoByIndex() {
        List<String> letters = List.of("a", "b", "c");
        assertEquals(Set.copyOf(letters), seen(() -> Csecrets.choice(letters)));
        assertEquals(6, seen(() -> Csecrets.sample(letters, 3)).size());
        assertEquals(4, seen(() -> Csecrets.choices(List.of("a", "b"), 2)).size());
        assertEquals(6, seen(() -> {
            List<String> order = new ArrayList<>(letters);
            Csecrets.shuffle(order);
            return order;
        }).size());
        assertEquals(Set.of(0, 2), seen(() -> Csecrets.weightedIndex(1, 0, 2)));
        refused("INVALID_ARGUMENT", () -> Csecrets.choice(List.of()));
    }

    @Test
    public void aSecureRandomDrawsFromTheProvider() throws Exception {
        SecureRandom random = SecureRandom.getInstance("csecrets", new CsecretsProvider());
        assertEquals(Set.of(0, 1, 2), seen(() -> random.nextInt(3)));
        random.setSeed(1);
        assertEquals(300, seen(random::nextLong).size());
        assertEquals(16, random.generateSeed(16).length);
    }

    @Test
    public void aNulInATextOfTheProgramIsRefused() {
        String token = Credentials.sign(KEY, "reset", new byte[0], Credentials.NEVER);
        mistake(() -> Credentials.sign(KEY, "reset\0evil", new byte[0], Credentials.NEVER));
        mistake(() -> Credentials.verify(token, "reset\0evil", KEY));
        mistake(() -> Credentials.apiKey("acme\0"));
        mistake(() -> Credentials.apiKeyCheck("acme_x", "acme\0"));
        mistake(() -> Credentials.passphrase(4, " \0"));
        mistake(() -> Credentials.code(2, 5, "-\0"));
        mistake(() -> Csecrets.tokenAlphabet(9, "ab\0"));
        Credentials.PasswordPolicy policy = new Credentials.PasswordPolicy();
        policy.exclude = "0\0";
        mistake(() -> Credentials.password(16, policy));
    }

    @Test
    public void aStatusIsAnExceptionOfItsName() {
        refused("WEAK", () -> Csecrets.tokenHex(0));
        assertThrows(CsecretsException.Rejected.class, () -> Csecrets.hexDecode("no hex"));
        Csecrets.entropyProbe();
        assertFalse(Csecrets.version().isEmpty());
    }

    @Test
    public void aSignedTokenIsGoodForItsPurposeUntilItExpires() {
        Instant hour = Instant.now().plusSeconds(3600);
        String token = Credentials.sign(KEY, "reset", utf8("user=42"), hour);
        assertArrayEquals(utf8("user=42"), Credentials.verify(token, "reset", OTHER, KEY));
        refused("BAD_SIGNATURE", () -> Credentials.verify(token, "login", KEY));
        refused("BAD_SIGNATURE", () -> Credentials.verify(token, "reset", OTHER));
        refused("EXPIRED", () -> Credentials.verify(token, "reset", hour, KEY));
        refused("MALFORMED", () -> Credentials.verify("?", "reset", KEY));
        refused("INVALID_ARGUMENT", () -> Credentials.verify(token, "reset"));
        assertEquals("AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n",
            Credentials.sign(KEY, "session", utf8("user=42"), Instant.ofEpochSecond(1700000000)));
    }

    @Test
    public void hashesAreThoseOfJava() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf8("abc"));
        assertArrayEquals(hash, Credentials.tokenHash("abc"));
        assertTrue(Credentials.tokenMatches(hash, "abc"));
        assertFalse(Credentials.tokenMatches(hash, "abd") || Credentials.tokenMatches(new byte[0], ""));
        Mac java = Mac.getInstance("HmacSHA256");
        java.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] mac = java.doFinal(utf8("id.body"));
        assertArrayEquals(mac, Credentials.hmacSha256(KEY, utf8("id"), utf8("."), utf8(""), utf8("body")));
        assertTrue(Credentials.hmacSha256Matches(mac, KEY, utf8("id.body")));
        assertFalse(Credentials.hmacSha256Matches(mac, KEY, utf8("id.bodx")));
        assertEquals("4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa", Csecrets.hexEncode(
            Credentials.pbkdf2Sha256("user_password_123".toCharArray(), new byte[32], 100000, 32)));
        assertEquals(1, Csecrets.findEqual(hash, List.of(mac, hash)));
        assertEquals(-1, Csecrets.findEqual(hash, List.of(mac)));
        mistake(() -> Csecrets.findEqual(hash, List.of(new byte[64], new byte[0])));
        assertTrue(Csecrets.equal("\0a", "\0a"));
        assertFalse(Csecrets.equal("\0a", "\0b") || Csecrets.equal("a", "ab"));
    }

    @Test
    public void aPasswordMeetsItsPolicyAndIsKnownAgain() {
        Credentials.PasswordPolicy policy = new Credentials.PasswordPolicy();
        policy.upper = -1;
        policy.symbols = 3;
        policy.symbolSet = "!?";
        policy.lookalikes = false;
        assertTrue(Credentials.password(20, policy).matches("[a-km-z2-9!?]{20}"));
        assertEquals(103.11, Credentials.passwordBits(16, new Credentials.PasswordPolicy()), 0.01);
        assertEquals(4, Credentials.passphrase(4, "+").split("\\+").length);
        String stored = Credentials.passwordHash("correct horse".toCharArray(), 100000);
        assertTrue(Credentials.passwordMatches(stored, "correct horse".toCharArray()));
        assertFalse(Credentials.passwordMatches(stored, "correct house".toCharArray()));
        assertFalse(Credentials.passwordMatches(stored + '\0', "correct horse".toCharArray()));
        assertEquals(100000, Credentials.passwordIterations(stored));
        assertEquals(0, Credentials.passwordIterations("$2b$12$"));
    }

    @Test
    public void keysAndCodesAreChecked() {
        Credentials.apiKeyCheck(Credentials.apiKey("acme_test"), "acme_test");
        refused("BAD_CHECKSUM", () -> Credentials.apiKeyCheck("ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", null));
        String code = Credentials.code(2, 5, "-");
        assertEquals(code.replace("-", ""), Credentials.codeNormalize(code.toLowerCase(Locale.ROOT)));
        refused("MALFORMED", () -> Credentials.codeNormalize("UUUUU"));
        byte[] otp = utf8("12345678901234567890");
        Instant then = Instant.ofEpochSecond(1111111109);
        Credentials.TotpParams eight = new Credentials.TotpParams();
        eight.digits = 8;
        assertEquals("07081804", Credentials.totp(otp, then, eight));
        assertEquals("755224", Credentials.hotp(otp, 0, 6));
        long step = Credentials.totpVerify("07081804", otp, 0, then, eight);
        refused("REPLAYED", () -> Credentials.totpVerify("07081804", otp, step, then, eight));
        refused("BAD_CODE", () -> Credentials.totpVerify("07081805", otp, 0, then, eight));
    }

    @Test
    public void textOfBytesAndUuidsComeBack() {
        for (int n = 0; n <= 32; n++) {
            byte[] data = Arrays.copyOf(KEY, n);
            assertArrayEquals(data, Csecrets.hexDecode(Csecrets.hexEncode(data)));
            assertArrayEquals(data, Csecrets.urlsafeDecode(Csecrets.urlsafeEncode(data)));
            assertArrayEquals(data, Csecrets.base32Decode(Csecrets.base32Encode(data).toLowerCase(Locale.ROOT)));
        }
        assertEquals("MZXW6YTBOI", Csecrets.base32Encode(utf8("foobar")));
        UUID last = Csecrets.uuid7(System.currentTimeMillis());
        for (int i = 0; i < 100; i++) {
            UUID next = Csecrets.uuid7After(last, System.currentTimeMillis());
            assertTrue(last.toString().compareTo(next.toString()) < 0);
            last = next;
        }
        assertEquals(4, Csecrets.uuid4().version());
        assertEquals(last.toString(), Csecrets.uuidText(Csecrets.uuidParse(last.toString().toUpperCase(Locale.ROOT))));
        refused("MALFORMED", () -> Csecrets.uuidParse("1-1-1-1-1"));
    }

    @Test
    public void anArrayIsFilledAndWipedInPlace() {
        byte[] key = new byte[32];
        Csecrets.fill(key);
        assertNotEquals(0, new BigInteger(1, key).bitLength());
        Csecrets.wipe(key);
        assertArrayEquals(new byte[32], key);
    }
}
