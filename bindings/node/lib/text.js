'use strict';

const { c, constant, decoded, filled, integer, lend, text } = require('./library');

/** One encoder or decoder for each of the three spellings of bytes. */
const encoder = (name) => (data) => lend([data], (bytes) => {
  const size = c[`${name}_size`](bytes.length);
  return text(size, (out) => c[`${name}_encode`](out, size, bytes, bytes.length));
});
const decoder = (name) => (typed) => lend([typed], (t) => {
  const size = c[`${name}_decoded_size`](t.length);
  return decoded(size, (out, length) => c[`${name}_decode`](out, size, length, t, t.length));
});

function uuidText(bytes) {
  return lend([bytes], (uuid) => {
    if (uuid.length !== 16) throw new RangeError('a UUID has 16 bytes');
    return text(37, (out) => c.uuid_text(out, 37, uuid));
  });
}

function uuidParse(typed) {
  return lend([typed], (t) => filled(16, (out) => c.uuid_parse(out, t, t.length)));
}

function uuid4() {
  return uuidText(filled(16, (out) => c.uuid4(out)));
}

function uuid7(unixMs = Date.now()) {
  integer(unixMs);
  return uuidText(filled(16, (out) => c.uuid7(out, unixMs)));
}

function uuid7After(previous, unixMs = Date.now()) {
  integer(unixMs);
  const before = uuidParse(previous);
  return uuidText(filled(16, (out) => c.uuid7_after(out, before, unixMs)));
}

function code(groups = 2, groupLen = 5, separator = '-') {
  const between = Buffer.byteLength(constant(separator));
  const size = c.code_size(integer(groups), integer(groupLen), between);
  return text(size, (out) => c.code(out, size, groups, groupLen, separator));
}

function codeNormalize(typed) {
  return lend([typed], (t) =>
    text(t.length + 1, (out) => c.code_normalize(out, t.length + 1, t, t.length)));
}

module.exports = {
  hexEncode: encoder('hex'),
  hexDecode: decoder('hex'),
  urlsafeEncode: encoder('urlsafe'),
  urlsafeDecode: decoder('urlsafe'),
  base32Encode: encoder('base32'),
  base32Decode: decoder('base32'),
  uuid4,
  uuid7,
  uuid7After,
  uuidText,
  uuidParse,
  code,
  codeNormalize,
};
