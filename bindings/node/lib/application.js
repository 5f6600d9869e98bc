'use strict';

const koffi = require('koffi');
const {
  c, check, constant, decoded, filled, integer, lend, seconds, spans, text, value,
} = require('./library');

const NO = { lower: 1, upper: 2, digits: 4, symbols: 8, lookalikes: 16 };

function policyOf({
  lower = 1, upper = 1, digits = 1, symbols = 1, lookalikes = true, symbolSet, exclude = '',
} = {}) {
  const policy = {};
  check(c.password_policy_init(policy, koffi.sizeof('csecrets_password_policy')));
  for (const [name, minimum] of Object.entries({ lower, upper, digits, symbols })) {
    if (minimum === false) policy.flags |= NO[name];
    else policy[`min_${name}`] = integer(minimum, 32);
  }
  if (!lookalikes) policy.flags |= NO.lookalikes;
  policy.symbols = symbolSet === undefined ? null : constant(symbolSet);
  policy.exclude = constant(exclude);
  return policy;
}

function password(nchars = 16, policy) {
  const plain = policyOf(policy);
  const size = integer(nchars, 31) + 1;
  return text(size, (out) => c.password(out, size, nchars, plain));
}

function passwordBits(nchars = 16, policy) {
  const plain = policyOf(policy);
  integer(nchars);
  return value(new Float64Array(1), (out) => c.password_bits(out, nchars, plain));
}

function passphrase(nwords = 6, separator = ' ') {
  const size = c.passphrase_size(integer(nwords), Buffer.byteLength(constant(separator)));
  return text(size, (out) => c.passphrase(out, size, nwords, separator));
}

function apiKey(prefix) {
  const size = c.api_key_size(Buffer.byteLength(constant(prefix)));
  return text(size, (out) => c.api_key(out, size, prefix));
}

function apiKeyCheck(key, prefix) {
  const name = prefix === undefined ? null : constant(prefix);
  lend([key], (k) => check(c.api_key_check(k, k.length, name)));
}

function sign(key, purpose, payload, expiresAt) {
  constant(purpose);
  const expiry = seconds(expiresAt);
  return lend([key, payload], (k, p) => {
    const size = c.sign_token_size(p.length);
    return text(size, (out) =>
      c.sign_token(out, size, k, k.length, purpose, p, p.length, expiry));
  });
}

function verify(token, purpose, keys, now = new Date()) {
  constant(purpose);
  const time = seconds(now);
  return lend([token, ...[keys].flat()], (t, ...k) => {
    const size = c.verify_token_size(t.length);
    return decoded(size, (out, length) =>
      c.verify_token(out, size, length, t, t.length, purpose, spans(k), k.length, time));
  });
}

function tokenHash(token) {
  return lend([token], (t) => filled(32, (out) => c.token_hash(out, t, t.length)));
}

function tokenMatches(hash, token) {
  return lend([hash, token], (h, t) => h.length === 32 && c.token_matches(h, t, t.length));
}

function hmacSha256(key, ...parts) {
  return lend([key, ...parts], (k, ...p) =>
    filled(32, (out) => c.hmac_sha256(out, k, k.length, spans(p), p.length)));
}

function hmacSha256Matches(mac, key, ...parts) {
  return lend([mac, key, ...parts], (m, k, ...p) =>
    c.hmac_sha256_matches(m, m.length, k, k.length, spans(p), p.length));
}

function pbkdf2Sha256(password, salt, iterations, nbytes = 32) {
  integer(iterations, 32);
  integer(nbytes);
  return lend([password, salt], (p, s) => filled(nbytes, (out) =>
    c.pbkdf2_sha256(out, nbytes, p, p.length, s, s.length, iterations)));
}

function passwordHash(password, iterations = 0) {
  integer(iterations, 32);
  return lend([password], (p) =>
    text(256, (out) => c.password_hash(out, 256, p, p.length, iterations)));
}

function passwordMatches(hash, password) {
  return lend([password], (p) => !hash.includes('\0') && c.password_matches(hash, p, p.length));
}

function passwordIterations(hash) {
  return hash.includes('\0') ? 0 : c.password_iterations(hash);
}

function totpParams({ digits = 6, period = 30, window = 1, algorithm = 'sha1' } = {}) {
  const known = { sha1: 1, sha256: 2 };
  if (!(algorithm in known)) throw new RangeError(`${algorithm} is neither sha1 nor sha256`);
  for (const number of [digits, period, window]) integer(number, 32);
  const struct_size = koffi.sizeof('csecrets_totp_params');
  return { struct_size, digits, period, window, algorithm: known[algorithm] };
}

function totp(key, params = {}) {
  const plain = totpParams(params);
  const now = seconds(params.now ?? new Date());
  const size = plain.digits + 1;
  return lend([key], (k) => text(size, (out) => c.totp(out, size, k, k.length, now, plain)));
}

function totpVerify(code, key, lastStep, params = {}) {
  const plain = totpParams(params);
  const now = seconds(params.now ?? new Date());
  integer(lastStep, 64);
  return lend([code, key], (typed, k) => Number(value(new BigUint64Array(1), (out) =>
    c.totp_verify(out, typed, typed.length, k, k.length, now, lastStep, plain))));
}

function hotp(key, counter, digits = 6) {
  const size = integer(digits, 16) + 1;
  integer(counter, 64);
  return lend([key], (k) => text(size, (out) => c.hotp(out, size, k, k.length, counter, digits)));
}

module.exports = {
  password, passwordBits, passphrase, apiKey, apiKeyCheck, sign, verify, tokenHash, tokenMatches,
  hmacSha256, hmacSha256Matches, pbkdf2Sha256, passwordHash, passwordMatches, passwordIterations,
  totp, totpVerify, hotp,
};
