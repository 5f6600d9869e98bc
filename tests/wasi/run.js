'use strict';

// node run.js PROGRAM.wasm: runs a program of tests/c as WASI's hosts do. Of the files of this machine it
// sees the golden list.

const fs = require('node:fs');
const path = require('node:path');
const { WASI } = require('node:wasi');

const abi = path.join(__dirname, '../abi');
const file = process.argv[2];
const wasi = new WASI({ version: 'preview1', args: [file], preopens: { [abi]: abi }, returnOnExit: true });
const host = { ...wasi.wasiImport };

const ENDED_FALSE = 0;
const ENDED_TRUE = 1;
const CRASHED = 2;
const ABORTED = 3;

// What is written to standard error, while somebody wants to know.
let words = null;

function fd_write(fd, parts, count, written) {
  if (words === null || fd !== 2) return host.fd_write(fd, parts, count, written);
  const memory = new DataView(program.exports.memory.buffer);
  const before = words.length;
  for (let part = parts; part < parts + 8 * count; part += 8) {
    const [start, length] = [memory.getUint32(part, true), memory.getUint32(part + 4, true)];
    words = Buffer.concat([words, new Uint8Array(memory.buffer, start, length)]);
  }
  memory.setUint32(written, words.length - before, true);
  return 0;
}

// system.h says what it is for. abort() is an instruction that nobody may reach.
function end_and_words(pointer, argument, out, size) {
  const called = program.exports.__indirect_function_table.get(pointer);
  words = out === 0 ? null : Buffer.alloc(0);
  try {
    return called(argument) ? ENDED_TRUE : ENDED_FALSE;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    return error.message === 'unreachable' ? ABORTED : CRASHED;
  } finally {
    if (words !== null) {
      const kept = Buffer.concat([words.subarray(0, size - 1), Buffer.alloc(1)]);
      new Uint8Array(program.exports.memory.buffer).set(kept, out);
    }
    words = null;
  }
}

// Where the library's randomness comes from: from this machine, until a program says from which function.
let source = host.random_get;

function draw_from(pointer) {
  source = program.exports.__indirect_function_table.get(pointer);
}

const random_get = (out, size) => source(out, size);

const program = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(file)), {
  wasi_snapshot_preview1: { ...host, fd_write, random_get },
  'run.js': { draw_from, end_and_words, random_get: host.random_get },
});
process.exitCode = wasi.start(program);
