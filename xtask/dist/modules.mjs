// The page's scripts and styles in few files: esbuild follows imports; what a script finds by
// `new URL('…', import.meta.url)` (the WebAssembly module, the worker) goes along.

import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { build } from 'esbuild';

/** How a script says where a file of its own is. */
const FILE_URL = /new URL\(\s*(['"])([^'"]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/** The script that loads the WebAssembly module: page and worker both need it. */
const SHARED = /\/pkg\/sourcelight\.js$/;

/**
 * Bundles scripts and styles.
 * @param {object} options
 * @param {Record<string, string>} options.entries the files to start from, by the name of what is made of each
 * @param {(path: string) => Promise<string>} options.place takes a file that a script asks for, and
 *   returns the expression for its address
 * @param {(path: string) => Promise<string>} [options.share] takes the module that page and worker both
 *   import, and returns where it is; without it each has a copy
 * @param {import('esbuild').BuildOptions} [options.settings]
 * @returns {Promise<{path: string, contents: Uint8Array, entry?: string}[]>}
 */
export async function bundle({ entries, place, share, settings = {} }) {
  const { outputFiles, metafile } = await build({
    entryPoints: entries,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
    outdir: 'out',
    logLevel: 'warning',
    plugins: [{ name: 'files', setup: (esbuild) => followFiles(esbuild, place, share) }],
    ...settings,
  });
  return outputFiles.map(({ path, contents }) => {
    const output = Object.entries(metafile.outputs).find(([name]) => resolve(name) === path)?.[1];
    return { path, contents, entry: output?.entryPoint && resolve(output.entryPoint) };
  });
}

/**
 * @param {import('esbuild').PluginBuild} esbuild
 * @param {(path: string) => Promise<string>} place
 * @param {(path: string) => Promise<string>} [share]
 */
function followFiles(esbuild, place, share) {
  if (share) {
    esbuild.onResolve({ filter: SHARED }, async ({ path, resolveDir, kind }) =>
      kind === 'entry-point' ? undefined : { path: await share(resolve(resolveDir, path)), external: true },
    );
  }
  esbuild.onLoad({ filter: /\.js$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    const files = [...source.matchAll(FILE_URL)];
    const places = await Promise.all(files.map(([, , name]) => place(resolve(dirname(path), name))));
    return { contents: source.replace(FILE_URL, () => String(places.shift())), loader: 'js' };
  });
}

/** @param {string} path */
export const isScript = (path) => extname(path) === '.js';
