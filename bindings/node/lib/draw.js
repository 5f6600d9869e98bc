'use strict';

const { c, check, constant, filled, integer, lend, text, value } = require('./library');

const ALL_ONES = 2n ** 64n - 1n;

function version() {
  return c.version();
}

function entropyProbe() {
  check(c.entropy_probe(null));
}

function tokenBytes(nbytes = 32) {
  integer(nbytes);
  return filled(nbytes, (out) => c.token_bytes(out, nbytes));
}

function fill(buffer) {
  lend([buffer], (bytes) => check(c.token_bytes(bytes, bytes.length)));
  return buffer;
}

function wipe(buffer) {
  if (!ArrayBuffer.isView(buffer)) throw new TypeError('only bytes can be wiped');
  lend([buffer], (bytes) => c.wipe(bytes, bytes.length));
}

function tokenHex(nbytes = 32) {
  const size = c.hex_size(integer(nbytes));
  return text(size, (out) => c.token_hex(out, size, nbytes));
}

function tokenUrlsafe(nbytes = 32) {
  const size = c.urlsafe_size(integer(nbytes));
  return text(size, (out) => c.token_urlsafe(out, size, nbytes));
}

function tokenAlphabet(nchars, alphabet) {
  const size = integer(nchars) + 1;
  constant(alphabet);
  return text(size, (out) => c.token_alphabet(out, size, nchars, alphabet));
}

function alphabetNchars(alphabet, bits) {
  const nchars = c.alphabet_nchars(constant(alphabet), integer(bits, 32));
  if (BigInt(nchars) === ALL_ONES) throw new RangeError('2 to 95 characters, at most 65536 bits');
  return nchars;
}

/** A Buffer of a bigint, the most significant byte first. */
function bigEndian(number) {
  const digits = number.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}

function randbelow(bound) {
  if (typeof bound === 'number') {
    return Number(value(new BigUint64Array(1), (out) => c.randbelow(out, integer(bound))));
  }
  if (typeof bound !== 'bigint' || bound < 0n) integer(bound); // throws
  const big = bigEndian(bound);
  const drawn = filled(big.length, (out) => c.randbelow_big(out, big, big.length));
  return BigInt(`0x${drawn.toString('hex')}`);
}

function randbits(bits) {
  const nbytes = Math.ceil(integer(bits) / 8);
  const drawn = filled(nbytes, (out) => c.randbits_big(out, nbytes, bits));
  return BigInt(`0x0${drawn.toString('hex')}`);
}

function randint(low, high) {
  if (![low, high].every(Number.isSafeInteger)) throw new TypeError('both ends are integers');
  // Of two integers that are exact, the distance may not be.
  return Number(BigInt(low) + randbelow(BigInt(high) - BigInt(low) + 1n));
}

function random() {
  return value(new Float64Array(1), (out) => c.random(out));
}

function randbelowMany(count, bound) {
  const out = new BigUint64Array(integer(count));
  check(c.randbelow_many(out, count, integer(bound)));
  return Array.from(out, Number);
}

function sampleIndices(k, count) {
  if (integer(k) > integer(count)) throw new RangeError(`${k} out of ${count}`);
  const out = new BigUint64Array(k);
  check(c.sample_indices(out, k, count));
  return Array.from(out, Number);
}

function weightedIndex(weights) {
  const array = BigUint64Array.from(weights, (weight) => BigInt(integer(weight, 64)));
  return Number(value(new BigUint64Array(1), (out) => c.weighted_index(out, array, array.length)));
}

function choice(array) {
  return array[randbelow(array.length)];
}

function choices(array, k) {
  return randbelowMany(k, array.length).map((index) => array[index]);
}

function sample(array, k) {
  return sampleIndices(k, array.length).map((index) => array[index]);
}

function shuffle(array) {
  sample(array, array.length).forEach((element, i) => { array[i] = element; });
  return array;
}

function equal(a, b) {
  return lend([a, b], (x, y) => c.equal(x, x.length, y, y.length));
}

function findEqual(needle, rows) {
  const size = needle.length;
  if (rows.some((row) => row.length !== size)) {
    throw new RangeError('every row is as long as the needle');
  }
  const index = new BigUint64Array(1);
  const found = lend([needle, Buffer.concat(rows)], (one, all) =>
    c.find_equal(index, one, all, rows.length, size));
  return found ? Number(index[0]) : -1;
}

module.exports = {
  version, entropyProbe, tokenBytes, fill, wipe, tokenHex, tokenUrlsafe, tokenAlphabet,
  alphabetNchars, randbelow, randbits, randint, random, randbelowMany, sampleIndices, weightedIndex,
  choice, choices, sample, shuffle, equal, findEqual,
};
