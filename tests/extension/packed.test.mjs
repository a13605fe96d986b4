// The zip files for the browsers' shops: each holds the unpacked extension, which the other tests load, and whatever its
// files name.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import JSZip from 'jszip';

const folder = String(process.env.SOURCELIGHT_EXTENSION);

/** A file's name as the extension's own files write it, in quotes. */
const NAMED = /(["'`])\/?((?:[\w-]+\/)*[\w-]+\.(?:js|css|html|png|wasm))\1/g;

for (const browser of ['chromium', 'firefox']) {
  test(`the zip for ${browser} holds the files of its folder and no others`, async () => {
    const [packed, unpacked] = await Promise.all([inZip(browser), inFolder(join(folder, browser))]);
    assert.deepEqual([...packed.keys()].sort(), [...unpacked.keys()].sort());
    for (const [name, contents] of unpacked) assert.ok(packed.get(name)?.equals(contents), `${name} differs`);
  });

  test(`no file that the zip for ${browser} names is missing`, async () => {
    const packed = await inZip(browser);
    const manifest = JSON.parse(String(packed.get('manifest.json')));
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    const texts = [...packed].filter(([name]) => /\.(json|html|js)$/.test(name)).map(([, contents]) => String(contents));
    const named = new Set(texts.flatMap((text) => Array.from(text.matchAll(NAMED), ([, , name]) => name)));
    for (const name of ['background.js', 'content.js', 'panel.js', 'icons/128.png', 'sourcelight_bg.wasm']) assert.ok(named.has(name), name);
    assert.deepEqual([...named].filter((name) => !packed.has(name)), []);
  });
}

/** @param {string} browser @returns {Promise<Map<string, Buffer>>} */
async function inZip(browser) {
  const { files } = await JSZip.loadAsync(await readFile(join(folder, `sourcelight-${browser}.zip`)));
  return contentsOf(Object.keys(files), (name) => files[name].async('nodebuffer'));
}

/** @param {string} path @returns {Promise<Map<string, Buffer>>} */
async function inFolder(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
  return contentsOf(names, (name) => readFile(join(path, name)));
}

/** @param {string[]} names @param {(name: string) => Promise<Buffer>} read @returns {Promise<Map<string, Buffer>>} */
const contentsOf = async (names, read) =>
  new Map(await Promise.all(names.map(async (name) => /** @type {[string, Buffer]} */ ([name, await read(name)]))));
