'use strict';

// What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
// stays unseen with odds below 8 * (7/8)^300 < 2^-54.

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const csecrets = require('..');

const KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
const OTHER = Buffer.alloc(32, 1);

const seen = (draw) => [...new Set(Array.from({ length: 300 }, draw))].sort();
const refused = (status, call) => assert.throws(call, { name: 'CsecretsError', code: `CSECRETS_ERR_${status}` });

test('the types name what there is, and nothing else', () => {
  const types = fs.readFileSync(path.join(__dirname, '../index.d.ts'), 'utf8');
  const named = [...types.matchAll(/^export (?:function|const|class) (\w+)/gm)].map((match) => match[1]);
  assert.deepEqual([...new Set(named)].sort(), Object.keys(csecrets).sort());
});

test('tokens have their length and never come twice', () => {
  assert.equal(csecrets.tokenBytes().length, 32);
  assert.equal(csecrets.tokenBytes(0).length, 0);
  assert.match(csecrets.tokenHex(), /^[0-9a-f]{64}$/);
  assert.match(csecrets.tokenUrlsafe(), /^[\w-]{43}$/);
  assert.equal(seen(() => csecrets.tokenUrlsafe(16)).length, 300);
  assert.equal(csecrets.alphabetNchars(csecrets.BASE58, 128), 22);
  assert.match(csecrets.tokenAlphabet(22, csecrets.BASE58), /^[1-9A-HJ-NP-Za-km-z]{22}$/);
});

test('integers of any length are below their bound', () => {
  assert.deepEqual(seen(() => csecrets.randbelow(3)), [0, 1, 2]);
  assert.deepEqual(seen(() => csecrets.randbits(2)), [0n, 1n, 2n, 3n]);
  assert.deepEqual(seen(() => csecrets.randbits(1001) >> 1000n), [0n, 1n]);
  assert.equal(csecrets.randbits(0), 0n);
  assert.deepEqual(seen(() => csecrets.randint(-1, 1)), [-1, 0, 1]);
  for (const bound of [2n ** 64n - 1n, 2n ** 64n, 2n ** 64n + 1n, 10n ** 40n]) {
    const drawn = Array.from({ length: 300 }, () => csecrets.randbelow(bound));
    assert.ok(drawn.every((value) => 0n <= value && value < bound) && drawn.some((value) => value > bound / 4n));
  }
  assert.ok(csecrets.randint(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) <= Number.MAX_SAFE_INTEGER);
  assert.deepEqual([...new Set(csecrets.randbelowMany(300, 2))].sort(), [0, 1]);
  const real = csecrets.random();
  assert.ok(0 <= real && real < 1);
});

test('numbers that C would bend never reach it', () => {
  const { tokenBytes, tokenHex, tokenUrlsafe, randbelow, randbits, password, passphrase } = csecrets;
  for (const draw of [tokenBytes, tokenHex, tokenUrlsafe, randbelow, randbits, password, passphrase]) {
    for (const number of [-1, -(2n ** 64n)]) assert.throws(() => draw(number), RangeError);
    for (const number of [NaN, 0.9, Infinity, 2 ** 60, '16', null, {}]) assert.throws(() => draw(number), TypeError);
  }
  assert.throws(() => csecrets.weightedIndex([1, -1]), RangeError);
  assert.throws(() => csecrets.weightedIndex([1, 2n ** 64n + 5n]), RangeError);
  assert.throws(() => csecrets.password(16, { digits: -1 }), RangeError);
  assert.throws(() => csecrets.sign(KEY, 'p', '', 0.5), TypeError);
  assert.throws(() => csecrets.sign(KEY, 'p', '', new Date(NaN)), TypeError);
  assert.throws(() => csecrets.equal(undefined, ''), TypeError);
  assert.throws(() => csecrets.choice([]), { code: 'CSECRETS_ERR_INVALID_ARGUMENT' });
});

test('picks go by index', () => {
  const orders = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'];
  assert.deepEqual(seen(() => csecrets.choice('abc')), ['a', 'b', 'c']);
  assert.deepEqual(seen(() => csecrets.shuffle(['a', 'b', 'c']).join('')), orders);
  assert.deepEqual(seen(() => csecrets.sample('abc', 3).join('')), orders);
  assert.deepEqual(seen(() => csecrets.choices('ab', 2).join('')), ['aa', 'ab', 'ba', 'bb']);
  assert.deepEqual(seen(() => csecrets.weightedIndex([1, 0, 2n])), [0, 2]);
});

test('a NUL in a text of the program is refused', () => {
  const token = csecrets.sign(KEY, 'reset', '', csecrets.NEVER);
  for (const call of [
    () => csecrets.sign(KEY, 'reset\0evil', '', csecrets.NEVER),
    () => csecrets.verify(token, 'reset\0evil', KEY),
    () => csecrets.apiKey('acme\0'),
    () => csecrets.apiKeyCheck('acme_x', 'acme\0'),
    () => csecrets.passphrase(4, ' \0'),
    () => csecrets.code(2, 5, '-\0'),
    () => csecrets.tokenAlphabet(9, 'ab\0'),
    () => csecrets.password(16, { symbolSet: '!\0' }),
    () => csecrets.password(16, { exclude: '0\0' }),
  ]) assert.throws(call, /NUL/);
});

test('a status is an error of its name', () => {
  refused('WEAK', () => csecrets.tokenHex(0));
  refused('UNSATISFIABLE', () => csecrets.password(16, { symbolSet: '!', exclude: '!' }));
  refused('MALFORMED', () => csecrets.hexDecode('no hex'));
  csecrets.entropyProbe();
});

test('a signed token is good for its purpose until it expires', () => {
  const expiry = new Date(Date.now() + 3600000);
  const token = csecrets.sign(KEY, 'reset', 'user=42', expiry);
  assert.equal(csecrets.verify(token, 'reset', [OTHER, KEY]).toString(), 'user=42');
  refused('BAD_SIGNATURE', () => csecrets.verify(token, 'login', KEY));
  refused('BAD_SIGNATURE', () => csecrets.verify(token, 'reset', OTHER));
  refused('EXPIRED', () => csecrets.verify(token, 'reset', KEY, expiry));
  refused('MALFORMED', () => csecrets.verify('?', 'reset', KEY));
  refused('INVALID_ARGUMENT', () => csecrets.verify(token, 'reset', []));
  assert.equal(csecrets.sign(KEY, 'session', 'user=42', 1700000000),
    'AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n');
});

test('hashes are those of node:crypto', () => {
  const hash = crypto.createHash('sha256').update('abc').digest();
  assert.deepEqual(csecrets.tokenHash('abc'), hash);
  assert.deepEqual(['abc', 'abd', ''].map((token) => csecrets.tokenMatches(hash, token)), [true, false, false]);
  assert.equal(csecrets.tokenMatches(Buffer.alloc(0), ''), false);
  const mac = crypto.createHmac('sha256', KEY).update('id.body').digest();
  assert.deepEqual(csecrets.hmacSha256(KEY, 'id', '.', Buffer.from('body')), mac);
  assert.ok(csecrets.hmacSha256Matches(mac, KEY, 'id.body'));
  assert.ok(!csecrets.hmacSha256Matches(mac, KEY, 'id.bodx'));
  assert.deepEqual(csecrets.pbkdf2Sha256('pw', 'salt', 1000), crypto.pbkdf2Sync('pw', 'salt', 1000, 32, 'sha256'));
  assert.equal(csecrets.findEqual(hash, [mac, hash]), 1);
  assert.equal(csecrets.findEqual(hash, [mac]), -1);
  assert.throws(() => csecrets.findEqual(hash, [Buffer.concat([hash, hash]), Buffer.alloc(0)]), RangeError);
  assert.deepEqual([['a', 'a'], ['a', 'b'], ['\0a', '\0b']].map(([a, b]) => csecrets.equal(a, b)), [true, false, false]);
});

test('a password meets its policy and is known again', () => {
  const word = csecrets.password(20, { upper: false, symbols: 3, symbolSet: '!?', lookalikes: false });
  assert.match(word, /^[a-km-z2-9!?]{20}$/);
  assert.ok(word.match(/[!?]/g).length >= 3);
  assert.ok(Math.abs(csecrets.passwordBits() - 103.11) < 0.01);
  assert.equal(csecrets.passphrase(4, '+').split('+').length, 4);
  const stored = csecrets.passwordHash('correct horse', 100000);
  assert.ok(csecrets.passwordMatches(stored, 'correct horse'));
  assert.ok(!csecrets.passwordMatches(stored, 'correct house'));
  assert.ok(!csecrets.passwordMatches(`${stored}\0`, 'correct horse'));
  assert.deepEqual([stored, '$2b$12$'].map(csecrets.passwordIterations), [100000, 0]);
});

test('keys and codes are checked', () => {
  csecrets.apiKeyCheck(csecrets.apiKey('acme_test'), 'acme_test');
  csecrets.apiKeyCheck('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');
  refused('BAD_CHECKSUM', () => csecrets.apiKeyCheck('ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18'));
  const code = csecrets.code();
  assert.equal(csecrets.codeNormalize(code.toLowerCase()), code.replace('-', ''));
  refused('MALFORMED', () => csecrets.codeNormalize('UUUUU'));
  const otp = '12345678901234567890';
  const params = { digits: 8, now: 1111111109 };
  assert.equal(csecrets.totp(otp, params), '07081804');
  assert.equal(csecrets.hotp(otp, 0), '755224');
  const step = csecrets.totpVerify('07081804', otp, 0, params);
  refused('REPLAYED', () => csecrets.totpVerify('07081804', otp, step, params));
  refused('BAD_CODE', () => csecrets.totpVerify('07081805', otp, 0, params));
});

test('text of bytes and UUIDs come back', () => {
  for (let n = 0; n <= 32; n++) {
    const data = KEY.subarray(0, n);
    assert.equal(csecrets.hexEncode(data), data.toString('hex'));
    assert.equal(csecrets.urlsafeEncode(data), data.toString('base64url'));
    assert.deepEqual(csecrets.hexDecode(data.toString('hex')), data);
    assert.deepEqual(csecrets.urlsafeDecode(data.toString('base64url')), data);
    assert.deepEqual(csecrets.base32Decode(csecrets.base32Encode(data).toLowerCase()), data);
  }
  assert.equal(csecrets.base32Encode('foobar'), 'MZXW6YTBOI');
  assert.match(csecrets.uuid4(), /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  const uuids = [csecrets.uuid7()];
  for (let i = 0; i < 100; i++) uuids.push(csecrets.uuid7After(uuids.at(-1)));
  assert.deepEqual([...uuids].sort(), uuids);
  assert.equal(csecrets.uuidText(csecrets.uuidParse(uuids[0].toUpperCase())), uuids[0]);
});

test('a buffer is filled and wiped in place', () => {
  const words = csecrets.fill(new Uint32Array(8));
  assert.ok(words.filter((word) => word === 0).length < 2);
  csecrets.wipe(words);
  assert.ok(words.every((word) => word === 0));
  assert.throws(() => csecrets.wipe('a string'), TypeError);
});
