'use strict';

// SPDX-License-Identifier: MIT OR Apache-2.0

module.exports = {
  ...require('./lib/application'),
  ...require('./lib/draw'),
  ...require('./lib/text'),
  CsecretsError: require('./lib/library').CsecretsError,
  DEFAULT_ENTROPY: 32,
  NEVER: 2n ** 63n - 1n,
  DIGITS: '0123456789',
  CROCKFORD32: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  BASE58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  BASE62: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
};
