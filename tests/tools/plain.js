'use strict';

// koffi takes every prototype of the plain header.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const koffi = require('koffi');

const library = koffi.load(process.env.LIBRARY);
const text = fs.readFileSync(process.env.PLAIN, 'utf8').replace(/\/\*[^]*?\*\//g, '');
koffi.alias('csecrets_status', 'int32_t');
for (const [, name, fields] of text.matchAll(/struct (\w+) \{([^}]*)\}/g)) {
  const members = fields.split(';').map((field) => /^\s*(.+?)(\w+)\s*$/.exec(field)).filter(Boolean);
  koffi.struct(name, Object.fromEntries(members.map(([, type, member]) => [member, type.trim()])));
}
const c = {};
for (const prototype of text.replace(/\{[^}]*\}/g, '').replace(/struct /g, '').split(';')) {
  const name = /(csecrets_\w+)\s*\(/.exec(prototype);
  if (name) c[name[1]] = library.func(prototype.trim());
}
const symbols = fs.readFileSync(process.env.SYMBOLS, 'utf8').trim().split('\n');
assert.deepEqual(Object.keys(c).sort(), symbols.sort());
assert.equal(c.csecrets_version(), process.env.VERSION);
assert.equal(c.csecrets_hex_size(32), 65);
