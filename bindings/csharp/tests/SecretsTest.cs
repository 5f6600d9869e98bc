using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Csecrets;
using NUnit.Framework;

/// <summary>What the binding gives and refuses. If all of at most 8 values have to be seen in 300
/// draws, one stays unseen with odds below 8 * (7/8)^300, which is less than 2^-54.</summary>
[TestFixture]
public class SecretsTest
{
    private static readonly byte[] Key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
    private static readonly byte[] Other = Enumerable.Repeat((byte)1, 32).ToArray();

    private static T[] Seen<T>(Func<T> draw) =>
        Enumerable.Range(0, 300).Select(_ => draw()).Distinct().OrderBy(value => value).ToArray();

    private static void Refused(string status, TestDelegate call)
    {
        var thrown = Assert.Catch<CsecretsException>(call);
        Assert.AreEqual("CSECRETS_ERR_" + status, thrown.Status);
    }

    private static void Mistake(TestDelegate call) => Assert.Catch<ArgumentException>(call);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [Test]
    public void TokensHaveTheirLengthAndNeverComeTwice()
    {
        StringAssert.IsMatch("^[0-9a-f]{64}$", Secrets.TokenHex());
        StringAssert.IsMatch(@"^[\w-]{43}$", Secrets.TokenUrlsafe());
        Assert.AreEqual(0, Secrets.TokenBytes(0).Length);
        Assert.AreEqual(300, Seen(() => Secrets.TokenUrlsafe(16)).Length);
        Assert.AreEqual(22, Secrets.AlphabetNchars(Secrets.Base58, 128));
        StringAssert.IsMatch("^[ab]{22}$", Secrets.TokenAlphabet(22, "ab"));
    }

    [Test]
    public void IntegersReachBothEnds()
    {
        Assert.AreEqual(new[] {0, 1, 2}, Seen(() => Secrets.RandBelow(3)));
        Assert.AreEqual(new[] {0, 1, 2, 3}, Seen(() => Secrets.RandBits(2)));
        Assert.AreEqual(new[] {-1, 0, 1}, Seen(() => Secrets.RandInt(-1, 1)));
        Assert.AreEqual(2, Seen(() => Secrets.RandInt(long.MinValue, long.MaxValue) < 0).Length);
        Assert.AreEqual(2, Seen(() => Secrets.RandBelow(ulong.MaxValue) >> 63).Length);
        Assert.AreEqual(new[] {0, 1}, Seen(() => Secrets.RandBelowMany(1, 2)[0]));
        Assert.Less(Secrets.Random(), 1);
    }

    [Test]
    public void NegativeNumbersNeverReachC()
    {
        Mistake(() => Secrets.TokenBytes(-1));
        Mistake(() => Secrets.TokenHex(-1));
        Mistake(() => Secrets.TokenUrlsafe(int.MinValue));
        Mistake(() => Secrets.RandBelow(-1));
        Mistake(() => Secrets.RandBits(-1));
        Mistake(() => Secrets.RandBelowMany(-1, 6));
        Mistake(() => Secrets.SampleIndices(-1, 6));
        Mistake(() => Secrets.Password(-1));
        Mistake(() => Secrets.Passphrase(-1));
        Mistake(() => Secrets.Code(-1));
        Mistake(() => Secrets.Password(16, new PasswordPolicy {Digits = -1}));
    }

    [Test]
    public void PicksGoByIndex()
    {
        var letters = new[] {"a", "b", "c"};
        Assert.AreEqual(letters, Seen(() => Secrets.Choice(letters)));
        Assert.AreEqual(6, Seen(() => string.Concat(Secrets.Sample(letters, 3))).Length);
        Assert.AreEqual(9, Seen(() => string.Concat(Secrets.Choices(letters, 2))).Length);
        Assert.AreEqual(6, Seen(() =>
        {
            var order = letters.ToList();
            Secrets.Shuffle(order);
            return string.Concat(order);
        }).Length);
        Assert.AreEqual(new[] {0, 2}, Seen(() => Secrets.WeightedIndex(1, 0, 2)));
        Refused("INVALID_ARGUMENT", () => Secrets.Choice(new string[0]));
    }

    [Test]
    public void ANulInATextOfTheProgramIsRefused()
    {
        var token = Secrets.Sign(Key, "reset", new byte[0], Secrets.Never);
        Mistake(() => Secrets.Sign(Key, "reset\0evil", new byte[0], Secrets.Never));
        Mistake(() => Secrets.Verify(token, "reset\0evil", Key));
        Mistake(() => Secrets.ApiKey("acme\0"));
        Mistake(() => Secrets.ApiKeyCheck("acme_x", "acme\0"));
        Mistake(() => Secrets.Passphrase(4, " \0"));
        Mistake(() => Secrets.Code(2, 5, "-\0"));
        Mistake(() => Secrets.TokenAlphabet(9, "ab\0"));
        Mistake(() => Secrets.Password(16, new PasswordPolicy {SymbolSet = "!\0"}));
        Mistake(() => Secrets.Password(16, new PasswordPolicy {Exclude = "0\0"}));
    }

    [Test]
    public void AStatusIsAnExceptionOfItsName()
    {
        Refused("WEAK", () => Secrets.TokenHex(0));
        Refused("UNSATISFIABLE", () => Secrets.Password(16, new PasswordPolicy {SymbolSet = "!", Exclude = "!"}));
        Assert.Throws<RejectedException>(() => Secrets.HexDecode("no hex"));
        Secrets.EntropyProbe();
        Assert.IsNotEmpty(Secrets.Version);
    }

    [Test]
    public void ASignedTokenIsGoodForItsPurposeUntilItExpires()
    {
        var hour = DateTimeOffset.UtcNow.AddHours(1);
        var token = Secrets.Sign(Key, "reset", Utf8("user=42"), hour);
        Assert.AreEqual(Utf8("user=42"), Secrets.Verify(token, "reset", Other, Key));
        Refused("BAD_SIGNATURE", () => Secrets.Verify(token, "login", Key));
        Refused("BAD_SIGNATURE", () => Secrets.Verify(token, "reset", Other));
        Refused("EXPIRED", () => Secrets.Verify(token, "reset", hour, Key));
        Refused("MALFORMED", () => Secrets.Verify("?", "reset", Key));
        Refused("INVALID_ARGUMENT", () => Secrets.Verify(token, "reset"));
        Assert.AreEqual("AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n",
            Secrets.Sign(Key, "session", Utf8("user=42"), DateTimeOffset.FromUnixTimeSeconds(1700000000)));
    }

    [Test]
    public void HashesAreThoseOfNet()
    {
        var hash = SHA256.Create().ComputeHash(Utf8("abc"));
        Assert.AreEqual(hash, Secrets.TokenHash("abc"));
        Assert.IsTrue(Secrets.TokenMatches(hash, "abc"));
        Assert.IsFalse(Secrets.TokenMatches(hash, "abd") || Secrets.TokenMatches(new byte[0], ""));
        var mac = new HMACSHA256(Key).ComputeHash(Utf8("id.body"));
        Assert.AreEqual(mac, Secrets.HmacSha256(Key, Utf8("id"), Utf8("."), new byte[0], Utf8("body")));
        Assert.IsTrue(Secrets.HmacSha256Matches(mac, Key, Utf8("id.body")));
        Assert.IsFalse(Secrets.HmacSha256Matches(mac, Key, Utf8("id.bodx")));
        Assert.AreEqual("4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa",
            Secrets.HexEncode(Secrets.Pbkdf2Sha256(Utf8("user_password_123"), new byte[32], 100000)));
        Assert.AreEqual(1, Secrets.FindEqual(hash, new[] {mac, hash}));
        Assert.AreEqual(-1, Secrets.FindEqual(hash, new[] {mac}));
        Mistake(() => Secrets.FindEqual(hash, new[] {new byte[64], new byte[0]}));
        Assert.IsTrue(Secrets.Equal("\0a", "\0a"));
        Assert.IsFalse(Secrets.Equal("\0a", "\0b") || Secrets.Equal("a", "ab"));
    }

    [Test]
    public void APasswordMeetsItsPolicyAndIsKnownAgain()
    {
        var policy = new PasswordPolicy {Upper = null, Symbols = 3, SymbolSet = "!?", Lookalikes = false};
        StringAssert.IsMatch("^[a-km-z2-9!?]{20}$", Secrets.Password(20, policy));
        Assert.AreEqual(103.11, Secrets.PasswordBits(), 0.01);
        Assert.AreEqual(4, Secrets.Passphrase(4, "+").Split('+').Length);
        var stored = Secrets.PasswordHash(Utf8("correct horse"), 100000);
        Assert.IsTrue(Secrets.PasswordMatches(stored, Utf8("correct horse")));
        Assert.IsFalse(Secrets.PasswordMatches(stored, Utf8("correct house")));
        Assert.IsFalse(Secrets.PasswordMatches(stored + '\0', Utf8("correct horse")));
        Assert.AreEqual(100000, Secrets.PasswordIterations(stored));
        Assert.AreEqual(0, Secrets.PasswordIterations("$2b$12$"));
    }

    [Test]
    public void KeysAndCodesAreChecked()
    {
        Secrets.ApiKeyCheck(Secrets.ApiKey("acme_test"), "acme_test");
        Refused("BAD_CHECKSUM", () => Secrets.ApiKeyCheck("ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18"));
        var code = Secrets.Code();
        Assert.AreEqual(code.Replace("-", ""), Secrets.CodeNormalize(code.ToLowerInvariant()));
        Refused("MALFORMED", () => Secrets.CodeNormalize("UUUUU"));
        var otp = Utf8("12345678901234567890");
        var then = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var eight = new Csecrets.TotpParams {Digits = 8};
        Assert.AreEqual("07081804", Secrets.Totp(otp, then, eight));
        Assert.AreEqual("755224", Secrets.Hotp(otp, 0));
        var step = Secrets.TotpVerify("07081804", otp, 0, then, eight);
        Refused("REPLAYED", () => Secrets.TotpVerify("07081804", otp, step, then, eight));
        Refused("BAD_CODE", () => Secrets.TotpVerify("07081805", otp, 0, then, eight));
    }

    [Test]
    public void TextOfBytesAndUuidsComeBack()
    {
        for (var n = 0; n <= 32; n++)
        {
            var data = Key.Take(n).ToArray();
            Assert.AreEqual(data, Secrets.HexDecode(Secrets.HexEncode(data)));
            Assert.AreEqual(data, Secrets.UrlsafeDecode(Secrets.UrlsafeEncode(data)));
            Assert.AreEqual(data, Secrets.Base32Decode(Secrets.Base32Encode(data).ToLowerInvariant()));
        }
        Assert.AreEqual("MZXW6YTBOI", Secrets.Base32Encode(Utf8("foobar")));
        var last = Secrets.Uuid7(DateTimeOffset.UtcNow);
        for (var i = 0; i < 100; i++)
        {
            var next = Secrets.Uuid7After(last, DateTimeOffset.UtcNow);
            Assert.Less(string.CompareOrdinal(last.ToString(), next.ToString()), 0);
            last = next;
        }
        Assert.AreEqual('4', Secrets.Uuid4().ToString()[14]);
        Assert.AreEqual(last, Secrets.UuidParse(last.ToString().ToUpperInvariant()));
        Refused("MALFORMED", () => Secrets.UuidParse("{" + last + "}"));
    }

    [Test]
    public void AnArrayIsFilledAndWipedInPlace()
    {
        var key = new byte[32];
        new Generator().GetBytes(key);
        Assert.AreNotEqual(new byte[32], key);
        Secrets.Wipe(key);
        Assert.AreEqual(new byte[32], key);
        var bytes = new byte[1000];
        new Generator().GetNonZeroBytes(bytes);
        Assert.IsFalse(bytes.Contains((byte)0));
    }
}
