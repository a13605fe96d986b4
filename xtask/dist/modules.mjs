// The page's scripts and styles in few files: esbuild follows imports; what a script finds by
// `new URL('…', import.meta.url)` (the WebAssembly module, the worker, a part's style sheet) goes along.
// What is imported by `import()` is a part of its own, which nothing loads before it is wanted.

import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** How a script says where a file of its own is. */
const FILE_URL = /new URL\(\s*(['"])([^'"]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/** The script that loads the WebAssembly module: page and worker both need it. */
const SHARED = /\/pkg\/sourcelight\.js$/;

/** Parts that are loaded when they are wanted. */
const PART = /\/parts\/[^/]+$/;

/** @typedef {{name: string, contents: Uint8Array}} File */

/**
 * Bundles a script or a style sheet.
 * @param {object} options
 * @param {string} options.entry the file to start from
 * @param {(path: string) => Promise<string>} options.place takes a file that a script asks for, and
 *   returns the expression for its address
 * @param {(path: string) => Promise<string>} [options.share] takes the module that page and worker both
 *   import, and returns where it is; without it each has a copy
 * @param {import('esbuild').BuildOptions} [options.settings]
 * @param {import('esbuild').Plugin[]} [options.plugins] asked before what follows files
 * @returns {Promise<{main: File, needed: File[], optional: File[]}>} what became of the entry, the files that are
 *   loaded with it, and those that are loaded on demand
 */
export async function bundle({ entry, place, share, settings = {}, plugins = [] }) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'warning',
    plugins: [...plugins, { name: 'files', setup: (esbuild) => followFiles(esbuild, place, share, settings.splitting ? entry : undefined) }],
    ...settings,
  });
  const { outputs } = metafile;
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), path: relative('', path), contents }));
  /** A file, and what it loads at once. @param {string} path @returns {string[]} */
  const loaded = (path) => {
    const imports = outputs[path].imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
    return [path, ...imports.flatMap((other) => loaded(other.path))];
  };
  const made = files.find(({ path }) => resolve(outputs[path].entryPoint ?? '') === resolve(entry));
  if (!made) throw new Error(`nothing was made of ${entry}`);
  const first = loaded(made.path);
  // Where all that parts share is in another file, nothing is left but its import.
  const isEmpty = first.length === 2 && Object.values(outputs[made.path].inputs).every((input) => input.bytesInOutput === 0);
  const main = files.find(({ path }) => path === first[isEmpty ? 1 : 0]) ?? made;
  return {
    main,
    needed: files.filter(({ path }) => first.includes(path) && path !== main.path && path !== made.path),
    optional: files.filter(({ path }) => !first.includes(path)),
  };
}

/**
 * @param {import('esbuild').PluginBuild} esbuild
 * @param {(path: string) => Promise<string>} place
 * @param {(path: string) => Promise<string>} [share]
 * @param {string} [common] what is loaded before any part; then parts share all of it, in one file
 */
function followFiles(esbuild, place, share, common) {
  if (share) {
    esbuild.onResolve({ filter: SHARED }, async ({ path, resolveDir, kind }) =>
      kind === 'entry-point' ? undefined : { path: await share(resolve(resolveDir, path)), external: true },
    );
  }
  esbuild.onLoad({ filter: /\.js$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    const files = [...source.matchAll(FILE_URL)];
    const places = await Promise.all(files.map(([, , name]) => place(resolve(dirname(path), name))));
    const shared = common && PART.test(path) ? `\nimport ${JSON.stringify(resolve(common))};\n` : '';
    return { contents: source.replace(FILE_URL, () => String(places.shift())) + shared, loader: 'js' };
  });
}

/** @param {string} path */
export const isScript = (path) => extname(path) === '.js';
