// WebAssembly modules, made small by binaryen, or made JavaScript.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What every browser since March 2023 has. Without the flags binaryen refuses the module, or breaks it. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
].map((feature) => `--enable-${feature}`);

/** What WebAssembly has that JavaScript can't be made of goes before the rest. */
const LOWERED = ['--signext-lowering', '--llvm-nontrapping-fptoint-lowering'];

/**
 * The same module, made small.
 * @param {string} path
 * @returns {Promise<Uint8Array>}
 */
export const optimised = (path) =>
  inFolder(async (folder) => {
    const result = join(folder, 'module.wasm');
    // Memory packing would cut the weights into thousands of pieces: a quarter more to download.
    // A second time finds what the first has laid bare: 2 kB by brotli. What is called most often is numbered first, as
    // small numbers are short: as much again.
    await run('wasm-opt', [path, '-Os', '-Os', '--reorder-functions', '--skip-pass=memory-packing', ...FEATURES, '--output', result]);
    const wasm = await readFile(result);
    // A broken module must not leave this machine.
    if (!WebAssembly.validate(wasm)) throw new Error('binaryen wrote a module that is none');
    return wasm;
  });

/**
 * A module as JavaScript, which exports what the module does. It must do without references and multiple values.
 * @param {string} path
 * @returns {Promise<string>}
 */
export const asScript = (path) =>
  inFolder(async (folder) => {
    const [lowered, result] = ['module.wasm', 'module.js'].map((name) => join(folder, name));
    const features = FEATURES.filter((flag) => !/reference-types|multivalue/.test(flag));
    await run('wasm-opt', [path, '-Os', ...LOWERED, ...features, '--output', lowered]);
    await run('wasm2js', [lowered, '-Os', ...features, '--output', result]);
    return detaching(await readFile(result, 'utf8'));
  });

/**
 * Memory that grows detaches its old buffer, as a module's own memory does: by that wasm-bindgen's script knows that it
 * has to look again. binaryen's way leaves the old one in use.
 * @param {string} script
 */
function detaching(script) {
  const copying = /new ArrayBuffer\(newPages << 16\);\s*var newHEAP8 = new Int8Array\(newBuffer\);\s*newHEAP8\.set\(HEAP8\);/;
  if (!copying.test(script)) throw new Error('binaryen makes memory grow in another way: look at detaching()');
  return script.replace(copying, 'buffer.transfer(newPages << 16);');
}

/** Runs one of binaryen's programs. @param {string} program @param {string[]} options */
async function run(program, options) {
  const tool = join(dirname(createRequire(import.meta.url).resolve('binaryen')), 'bin', program);
  await promisify(execFile)(process.execPath, [tool, ...options]);
}

/** @template T @param {(folder: string) => Promise<T>} use */
async function inFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
