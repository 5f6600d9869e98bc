'use strict';

// The functions of the library as koffi sees them, and JavaScript's values on their way to C and
// back. koffi makes 0 of NaN and of 0.9, and 2^64 - 1 of -1: no number goes to C unlooked at.

const koffi = require('koffi');

let library;
try {
  library = koffi.load('libcsecrets.so.0');
} catch (error) {
  error.message += ': install csecrets, or set LD_LIBRARY_PATH to its folder';
  throw error;
}

koffi.struct('csecrets_span', { data: 'const void *', nbytes: 'size_t' });
koffi.struct('csecrets_password_policy', {
  struct_size: 'uint32_t',
  min_lower: 'uint32_t',
  min_upper: 'uint32_t',
  min_digits: 'uint32_t',
  min_symbols: 'uint32_t',
  flags: 'int32_t',
  symbols: 'const char *',
  exclude: 'const char *',
});
koffi.struct('csecrets_totp_params', {
  struct_size: 'uint32_t',
  digits: 'uint32_t',
  period: 'uint32_t',
  window: 'uint32_t',
  algorithm: 'uint32_t',
});

const c = {};
for (const prototype of `
  const char *csecrets_version();
  const char *csecrets_strerror(int32_t status);
  const char *csecrets_status_name(int32_t status);
  int csecrets_entropy_probe(void *os_errno);
  int csecrets_token_bytes(void *out, size_t nbytes);
  size_t csecrets_hex_size(size_t nbytes);
  size_t csecrets_urlsafe_size(size_t nbytes);
  size_t csecrets_base32_size(size_t nbytes);
  int csecrets_token_hex(void *out, size_t size, size_t nbytes);
  int csecrets_token_urlsafe(void *out, size_t size, size_t nbytes);
  int csecrets_token_alphabet(void *out, size_t size, size_t nchars, const char *alphabet);
  size_t csecrets_alphabet_nchars(const char *alphabet, uint32_t bits);
  int csecrets_randbelow(void *out, uint64_t bound);
  int csecrets_randbits(void *out, uint32_t bits);
  int csecrets_random(void *out);
  int csecrets_randbelow_many(void *out, size_t count, uint64_t bound);
  int csecrets_randbelow_big(void *out, const void *bound, size_t nbytes);
  int csecrets_randbits_big(void *out, size_t nbytes, size_t bits);
  int csecrets_sample_indices(void *out, size_t k, size_t count);
  int csecrets_weighted_index(void *out, const void *weights, size_t count);
  bool csecrets_equal(const void *a, size_t a_len, const void *b, size_t b_len);
  bool csecrets_find_equal(void *out, const void *needle, const void *base, size_t count, size_t
    size);
  void csecrets_wipe(void *data, size_t nbytes);
  int csecrets_password_policy_init(_Out_ csecrets_password_policy *policy, size_t size);
  int csecrets_password(void *out, size_t size, size_t nchars, const csecrets_password_policy
    *policy);
  int csecrets_password_bits(void *out, size_t nchars, const csecrets_password_policy *policy);
  int csecrets_passphrase(void *out, size_t size, size_t nwords, const char *separator);
  size_t csecrets_passphrase_size(size_t nwords, size_t separator_len);
  size_t csecrets_api_key_size(size_t prefix_len);
  int csecrets_api_key(void *out, size_t size, const char *prefix);
  int csecrets_api_key_check(const void *key, size_t key_len, const char *prefix);
  size_t csecrets_sign_token_size(size_t nbytes);
  size_t csecrets_verify_token_size(size_t token_len);
  int csecrets_sign_token(void *out, size_t size, const void *key, size_t key_len, const char
    *purpose, const void *payload, size_t nbytes, int64_t expires_at);
  int csecrets_verify_token(void *payload, size_t size, void *payload_len, const void *token,
    size_t token_len, const char *purpose, const csecrets_span *keys, size_t key_count, int64_t
    now);
  int csecrets_token_hash(void *out, const void *token, size_t nbytes);
  bool csecrets_token_matches(const void *hash, const void *token, size_t nbytes);
  int csecrets_hmac_sha256(void *out, const void *key, size_t key_len, const csecrets_span *parts,
    size_t part_count);
  bool csecrets_hmac_sha256_matches(const void *mac, size_t mac_len, const void *key, size_t
    key_len, const csecrets_span *parts, size_t part_count);
  int csecrets_pbkdf2_sha256(void *out, size_t nbytes, const void *password, size_t password_len,
    const void *salt, size_t salt_len, uint32_t iterations);
  int csecrets_password_hash(void *out, size_t size, const void *password, size_t password_len,
    uint32_t iterations);
  bool csecrets_password_matches(const char *hash, const void *password, size_t password_len);
  uint32_t csecrets_password_iterations(const char *hash);
  int csecrets_uuid4(void *out);
  int csecrets_uuid7(void *out, uint64_t unix_ms);
  int csecrets_uuid7_after(void *out, const void *previous, uint64_t unix_ms);
  int csecrets_uuid_text(void *out, size_t size, const void *uuid);
  int csecrets_uuid_parse(void *out, const void *text, size_t text_len);
  int csecrets_code(void *out, size_t size, size_t groups, size_t group_len, const char
    *separator);
  size_t csecrets_code_size(size_t groups, size_t group_len, size_t separator_len);
  int csecrets_code_normalize(void *out, size_t size, const void *text, size_t text_len);
  int csecrets_totp(void *out, size_t size, const void *key, size_t key_len, int64_t now, const
    csecrets_totp_params *params);
  int csecrets_totp_verify(void *step, const void *code, size_t code_len, const void *key, size_t
    key_len, int64_t now, uint64_t after_step, const csecrets_totp_params *params);
  int csecrets_hotp(void *out, size_t size, const void *key, size_t key_len, uint64_t counter,
    uint32_t digits);
  int csecrets_hex_encode(void *out, size_t size, const void *data, size_t nbytes);
  int csecrets_urlsafe_encode(void *out, size_t size, const void *data, size_t nbytes);
  int csecrets_base32_encode(void *out, size_t size, const void *data, size_t nbytes);
  int csecrets_hex_decode(void *out, size_t size, void *out_len, const void *text, size_t
    text_len);
  int csecrets_urlsafe_decode(void *out, size_t size, void *out_len, const void *text, size_t
    text_len);
  int csecrets_base32_decode(void *out, size_t size, void *out_len, const void *text, size_t
    text_len);
  size_t csecrets_hex_decoded_size(size_t text_len);
  size_t csecrets_urlsafe_decoded_size(size_t text_len);
  size_t csecrets_base32_decoded_size(size_t text_len);
`.split(';').slice(0, -1)) {
  c[/csecrets_(\w+)\(/.exec(prototype)[1]] = library.func(prototype.trim());
}

/** A call that failed; code is its status, such as 'CSECRETS_ERR_WEAK'. */
class CsecretsError extends Error {
  constructor(status) {
    const code = c.status_name(status);
    super(`${code}: ${c.strerror(status)}`);
    this.name = 'CsecretsError';
    this.code = code;
  }
}

function check(status) {
  if (status !== 0) throw new CsecretsError(status);
}

/** A number or bigint that C takes as it is. */
function integer(value, bits = 53) {
  if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) {
    throw new TypeError(`${String(value)} is no integer that is exact`);
  }
  if (value < 0 || value >= 2n ** BigInt(bits)) {
    throw new RangeError(`${value} is not from 0 to 2^${bits} - 1`);
  }
  return value;
}

/** A text of the program, which C reads up to its NUL: 'reset\0evil' would do for 'reset'. */
function constant(text) {
  if (typeof text !== 'string') throw new TypeError(`${typeof text} is no string`);
  if (text.includes('\0')) throw new RangeError('a NUL in a text of the program');
  return text;
}

/** Lends bytes to C; what was copied out of strings is wiped. */
function lend(inputs, call) {
  const buffers = inputs.map((input) => {
    if (typeof input === 'string') return Buffer.from(input);
    if (!ArrayBuffer.isView(input)) {
      throw new TypeError(`${typeof input} is neither a string nor bytes`);
    }
    return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  });
  try {
    return call(...buffers);
  } finally {
    buffers.forEach((buffer, i) => typeof inputs[i] === 'string' && c.wipe(buffer, buffer.length));
  }
}

function spans(buffers) {
  return buffers.map((data) => ({ data, nbytes: data.length }));
}

/** The bytes that C writes, of which there are always so many. */
function filled(size, write) {
  const out = Buffer.alloc(size);
  check(write(out));
  return out;
}

/** The text that C writes into a buffer of this size, which counts the NUL. */
function text(size, write) {
  const out = Buffer.alloc(size);
  try {
    check(write(out));
    return out.latin1Slice(0, out.indexOf(0));
  } finally {
    c.wipe(out, size);
  }
}

/** The bytes that C writes into a buffer of this size, and says how many. */
function decoded(size, write) {
  const length = new BigUint64Array(1);
  return filled(size, (out) => write(out, length)).subarray(0, Number(length[0]));
}

/** The number that C writes. */
function value(out, write) {
  check(write(out));
  return out[0];
}

/** Unix seconds of a Date, or of a number that is one. */
function seconds(time) {
  return time instanceof Date ? integer(Math.floor(time.getTime() / 1000)) : integer(time, 63);
}

module.exports = {
  c, CsecretsError, check, integer, constant, lend, spans, filled, text, decoded, value, seconds,
};
