// The npm package: the page's own modules that the library is made of, as they are, with the optimised module.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What the package exports; whatever these ask for goes along. */
const ENTRIES = ['index', 'node', 'element', 'define', 'sharp'].map((name) => `lib/${name}.js`);

/** How a module names another one, and a file of its own. */
const ASKED = [/^(?:import|export)[^;]*? from '(\.[^']+)'/gms, /^import '(\.[^']+)'/gm, /new URL\(\s*'([^']+)'\s*,\s*import\.meta\.url\s*\)/g];

const own = (/** @type {string} */ name) => new URL(`npm/${name}`, import.meta.url).pathname;

/**
 * Writes the package's tarball.
 * @param {string} www the page's folder
 * @param {Uint8Array} wasm the optimised module
 * @param {string} out the folder to write to
 * @returns {Promise<string>} the tarball's path
 */
export async function npmPackage(www, wasm, out) {
  const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  try {
    for (const [path, contents] of await files(resolve(www), wasm)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), contents);
    }
    const root = join(www, '..');
    for (const name of ['LICENSE-APACHE', 'LICENSE-MIT']) await cp(join(root, name), join(folder, name));
    await cp(join(root, 'docs/analysis.schema.json'), join(folder, 'analysis.schema.json'));
    await cp(own('README.md'), join(folder, 'README.md'));
    const description = await readFile(own('package.json'), 'utf8');
    await writeFile(join(folder, 'package.json'), description.replace('VERSION', await version(root)));
    const options = ['pack', folder, '--pack-destination', resolve(out), '--json', '--silent'];
    const { stdout } = await promisify(execFile)('npm', options);
    return join(out, JSON.parse(stdout)[0].filename);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The files that the entries lead to, by path, with their types.
 * @param {string} www
 * @param {Uint8Array} wasm
 * @returns {Promise<Map<string, Uint8Array>>}
 */
async function files(www, wasm) {
  /** @type {Map<string, Uint8Array>} */
  const found = new Map();
  /** @param {string} path */
  const follow = async (path) => {
    const name = relative(www, path);
    if (found.has(name)) return;
    const contents = name.endsWith('.wasm') ? wasm : await readFile(path);
    found.set(name, contents);
    if (extname(name) !== '.js') return;
    const types = path.replace(/\.js$/, '.d.ts');
    const described = await readFile(types).catch(() => undefined);
    if (described) found.set(relative(www, types), described);
    for (const pattern of ASKED) {
      for (const [, asked] of String(contents).matchAll(pattern)) await follow(resolve(dirname(path), asked));
    }
  };
  for (const entry of ENTRIES) await follow(join(www, entry));
  return found;
}

/** The version that the whole workspace has. @param {string} root */
async function version(root) {
  const manifest = await readFile(join(root, 'Cargo.toml'), 'utf8');
  const found = manifest.match(/^version = "([^"]+)"/m);
  if (!found) throw new Error('Cargo.toml names no version');
  return found[1];
}
