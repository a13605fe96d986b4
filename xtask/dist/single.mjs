// The page as one file that opens from a disk: scripts and styles inline, the module compressed inside.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle, isScript } from './modules.mjs';
import { inlined, linksOf } from './page.mjs';
import { styleSheet } from './site.mjs';

/** The link to the guide. */
const GUIDE = / <a href="guide\/[^]*?<\/a>/;

/**
 * Makes the addresses of files that lie inside; before everything else in the script. The bundler comes upon styles in
 * any order.
 */
const PRELUDE = (/** @type {string} */ wasm, /** @type {string} */ worker, /** @type {Map<string, string>} */ styles) => `{
const packed = Uint8Array.from(atob(${JSON.stringify(wasm)}), (c) => c.charCodeAt(0));
const module = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
const files = {
  wasm: URL.createObjectURL(new Blob([module], { type: 'application/wasm' })),
  // Not a blob: from a disk, Chromium starts no worker with a module from one.
  worker: 'data:text/javascript;base64,${worker}',
};
for (const [name, style] of ${JSON.stringify([...styles].sort())}) {
  files[name] = URL.createObjectURL(new Blob([style], { type: 'text/css' }));
}
globalThis.sourcelightFile = (name) => new URL(files[name]);
}
`;

/**
 * @param {string} www the page's folder
 * @param {Uint8Array} wasm the optimised module
 * @returns {Promise<string>}
 */
export async function single(www, wasm) {
  // The guide is a page beside it, which one file does not have.
  const html = (await readFile(join(www, 'index.html'), 'utf8')).replace(GUIDE, '');
  const { scripts, styles, others } = linksOf(html);
  let worker = '';
  /** Style sheets of optional parts. @type {Map<string, string>} */
  const partStyles = new Map();
  /** The worker gets the compiled module from the page. @param {string} path @returns {Promise<string>} */
  const place = async (path) => {
    if (path.endsWith('.wasm')) return "sourcelightFile('wasm')";
    if (path.endsWith('.css')) {
      partStyles.set(basename(path), Buffer.from(await styleSheet(www, [path])).toString());
      return `sourcelightFile('${basename(path)}')`;
    }
    // single.css hides what would ask for them.
    if (path.endsWith('.sharp')) return "new URL('sourcelight.sharp', document.baseURI)";
    if (!isScript(path)) return `new URL('${await data(path)}')`;
    worker = await script(path);
    return "sourcelightFile('worker')";
  };
  /** Optional parts are in it, and run when they are wanted. @param {string} path */
  const script = async (path) => {
    const { main } = await bundle({ entry: path, place });
    return Buffer.from(main.contents).toString();
  };
  const pages = await Promise.all(scripts.map((name) => script(resolve(www, name))));
  const packed = gzipSync(wasm, { level: 9 }).toString('base64');
  const code = PRELUDE(packed, Buffer.from(worker).toString('base64'), partStyles) + pages.join('\n');
  const style = Buffer.from(await styleSheet(www, [...styles, new URL('single.css', import.meta.url).pathname])).toString();
  const replaced = new Map(await Promise.all(others.map(async (name) => /** @type {const} */ ([name, await data(join(www, name))]))));
  const policy = [
    "default-src 'none'",
    `script-src '${hash(code)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}' blob:`,
    'connect-src blob:',
    'worker-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sourcelight',
  ];
  return inlined(html, { script: code, style, replaced, policy: policy.join('; ') });
}

/** @param {string} text */
const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** @param {string} path */
async function data(path) {
  const type = path.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream';
  return `data:${type};base64,${(await readFile(path)).toString('base64')}`;
}
