// Writes the browser extension: `node xtask/dist/extension.mjs OUT [--packed]`. Each browser gets a folder that it can
// load as it is, and a zip file of it for its shop; packed, the zip file alone, with optimised modules.
// `cargo xtask dist --extension` builds the modules first and calls this.

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import JSZip from 'jszip';
import { bundle } from './modules.mjs';
import { asScript, optimised } from './optimised.mjs';
import { styleSheet } from './site.mjs';

/** Each has its own additions to the manifest. */
const BROWSERS = ['chromium', 'firefox'];

/** Zip files of the same files are the same. */
const DATE = new Date('2000-01-01T00:00:00Z');

/** The size of a `rem` where the page may have another one, in pixels. */
const REM = 16;

const [out, mode] = process.argv.slice(2);
const isPacked = mode === '--packed';
const module = isPacked ? optimised : readFile;
const common = await files();
for (const browser of BROWSERS) {
  const all = new Map([...common, ['manifest.json', await manifest(browser)]]);
  if (!isPacked) await unpack(join(out, browser), all);
  await pack(join(out, `sourcelight-${browser}.zip`), all);
}

/** What all browsers get, by path. @returns {Promise<Map<string, Uint8Array>>} */
async function files() {
  const marks = Buffer.from(await styleSheet('www', ['marks.css'])).toString();
  /** @type {Map<string, Uint8Array>} */
  const found = new Map([
    ['background.js', await script('extension/background.js', 'iife')],
    ['content.js', await script('extension/content/main.js', 'iife')],
    ['panel.js', await script('extension/panel.js', 'esm')],
    ['panel.html', await readFile('extension/panel.html')],
    ['panel.css', await styleSheet('extension', ['panel.css'])],
    ['marks-light.css', Buffer.from(inScheme(marks, 0))],
    ['marks-dark.css', Buffer.from(inScheme(marks, 1))],
    ['sourcelight_bg.wasm', await module('www/pkg/sourcelight_bg.wasm')],
  ]);
  for (const name of await readdir('extension/icons')) found.set(`icons/${name}`, await readFile(join('extension/icons', name)));
  return found;
}

/** @param {string} entry @param {'iife' | 'esm'} format @returns {Promise<Uint8Array>} */
async function script(entry, format) {
  const inside = entry.includes('/content/');
  const plugins = [{ name: 'inside', setup: inside ? insideOfPages : () => {} }];
  // Other files of the extension are found by their names.
  const place = async (/** @type {string} */ path) => `chrome.runtime.getURL(${JSON.stringify(path.split('/').at(-1))})`;
  return (await bundle({ entry, place, settings: { format }, plugins })).main.contents;
}

/**
 * A script inside a page has all that it needs in itself: nothing has to be fetched, which would tell the page that the
 * extension is there. The core comes as JavaScript, since a page's security policy forbids WebAssembly to
 * whatever runs in the page.
 * @param {import('esbuild').PluginBuild} esbuild
 */
function insideOfPages(esbuild) {
  const core = resolve('extension/pkg');
  esbuild.onResolve({ filter: /\/pkg\/sourcelight\.js$/ }, () => ({ path: join(core, 'sourcelight.js') }));
  esbuild.onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({ contents: await asScript(path), loader: 'js', resolveDir: core }));
  // It belongs to a way of holding JavaScript's values that is switched off.
  esbuild.onResolve({ filter: /^__wbindgen_externref_xform__$/ }, ({ path }) => ({ path, namespace: 'unused' }));
  esbuild.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'export const __wbindgen_externref_statics_end = () => 0;' }));
  esbuild.onLoad({ filter: /\/content\/frame\.css$/ }, async ({ path }) => {
    const sheet = Buffer.from(await styleSheet(dirname(path), ['frame.css'])).toString();
    const apart = sheet.replaceAll(':root', ':host').replace(/(-?[\d.]+)rem\b/g, (_, size) => `${size * REM}px`);
    return { contents: apart, loader: 'text' };
  });
}

/** A style sheet for one scheme: what a page says of its own scheme is not always so. @param {string} sheet @param {0 | 1} which */
function inScheme(sheet, which) {
  return sheet.replace(/light-dark\(((?:[^(),]|\([^()]*\))+),((?:[^(),]|\([^()]*\))+)\)/g, (_, ...colours) => colours[which].trim());
}

/** @param {string} browser @returns {Promise<Uint8Array>} */
async function manifest(browser) {
  const [shared, own] = await Promise.all(['manifest', browser].map((name) => readFile(`extension/${name}.json`, 'utf8')));
  const [, version] = /^version = "(.+)"/m.exec(await readFile('Cargo.toml', 'utf8')) ?? [];
  return Buffer.from(JSON.stringify({ version, ...JSON.parse(shared), ...JSON.parse(own) }, null, 2));
}

/** @param {string} folder @param {Map<string, Uint8Array>} all */
async function unpack(folder, all) {
  await rm(folder, { recursive: true, force: true });
  for (const [path, contents] of all) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  console.log(`Wrote ${folder}`);
}

/** @param {string} path @param {Map<string, Uint8Array>} all */
async function pack(path, all) {
  const zip = new JSZip();
  for (const [name, contents] of all) zip.file(name, contents, { date: DATE, createFolders: false });
  const packed = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, packed);
  console.log(`Wrote ${path}: ${Math.ceil(packed.length / 1000)} kB`);
}
