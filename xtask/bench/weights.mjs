// What each system makes a visitor load: the first visit, without what a reader asks for.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { site } from '../dist/site.mjs';
import { compressed } from '../dist/weight.mjs';

/** @param {string} root @param {string} wasm @returns {Promise<{name: string, raw: number, gzip: number, brotli: number}[]>} */
export async function weights(root, wasm) {
  const { files, optional } = await site(join(root, 'www'), await readFile(wasm));
  const isFirst = (/** @type {string} */ path) => /^(index\.html|assets\/)/.test(path) && !path.endsWith('.sharp') && !optional.has(path);
  const parts = [...files].filter(([path]) => isFirst(path));
  const module = parts.filter(([path]) => path.endsWith('.wasm'));
  const page = parts.filter(([path]) => !path.endsWith('.wasm'));
  const peers = { compromise: "export { default } from 'compromise'", 'wink-nlp and its lite model': "export { default } from 'wink-nlp'; export { default as model } from 'wink-eng-lite-web-model'", 'mark.js': "export { default } from 'mark.js'" };
  const bundles = await Promise.all(
    Object.entries(peers).map(async ([name, contents]) => ({ name, contents: [await minified(root, contents)] })),
  );
  return [
    { name: 'Sourcelight: WebAssembly with weights and word lists', contents: module.map(([, contents]) => contents) },
    { name: 'Sourcelight: the page beside it', contents: page.map(([, contents]) => contents) },
    ...bundles,
  ].map(({ name, contents }) => {
    const sizes = contents.map((part) => ({ raw: part.length, ...compressed(part) }));
    const sum = (/** @type {(size: typeof sizes[number]) => number} */ of) => sizes.reduce((all, size) => all + of(size), 0);
    return { name, raw: sum((size) => size.raw), gzip: sum((size) => size.gzip.length), brotli: sum((size) => size.brotli.length) };
  });
}

/** @param {string} root @param {string} contents */
async function minified(root, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}
