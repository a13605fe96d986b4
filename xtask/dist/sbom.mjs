// What the site is made of, in a form that other programs read (CycloneDX): the crates in the module and the npm
// packages in the scripts, each with its version and licence. The same for the same sources: it names no time.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** @typedef {{type: string, name: string, version: string, purl: string, licenses?: {expression: string}[], hashes?: {alg: string, content: string}[]}} Component */

/**
 * @param {Map<string, Uint8Array>} files the site
 * @returns {Promise<Uint8Array>}
 */
export async function sbom(files) {
  const [{ version }, ...crates] = await cratesInModule();
  const components = [...crates.map(crateComponent), ...(await npmPackages())].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const parts = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, contents]) => ({
    type: 'file',
    name,
    hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(contents).digest('hex') }],
  }));
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'sourcelight', version, components: parts } },
    components,
  };
  return Buffer.from(`${JSON.stringify(document, null, 1)}\n`);
}

/** @typedef {{id: string, name: string, version: string, license: string | null, source: string | null, targets: {kind: string[]}[]}} Crate */

/** Sourcelight, and what is compiled into the module; macros and build scripts only help to make it. @returns {Promise<Crate[]>} */
async function cratesInModule() {
  const words = ['metadata', '--format-version', '1', '--locked', '--filter-platform', 'wasm32-unknown-unknown'];
  const { stdout } = await promisify(execFile)('cargo', words, { maxBuffer: 2 ** 28 });
  const { packages, resolve } = JSON.parse(stdout);
  /** @type {Map<string, Crate>} */
  const crates = new Map(packages.map((/** @type {Crate} */ crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((/** @type {{id: string}} */ node) => [node.id, node]));
  const own = [...crates.values()].find(({ name, source }) => name === 'sourcelight' && source === null);
  const found = new Set([own?.id]);
  for (const id of found) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      const isMacro = crates.get(pkg)?.targets.some(({ kind }) => kind.includes('proc-macro'));
      if (!isMacro && kinds.some((/** @type {{kind: string | null}} */ { kind }) => kind === null)) found.add(pkg);
    }
  }
  return [...found].map((id) => /** @type {Crate} */ (crates.get(String(id))));
}

/** @param {Crate} crate @returns {Component} */
const crateComponent = ({ name, version, license }) => ({
  type: 'library',
  name,
  version,
  purl: `pkg:cargo/${name}@${version}`,
  // Some still write the alternatives as paths.
  licenses: license ? [{ expression: license.replaceAll('/', ' OR ') }] : [],
});

/** The packages that optional parts of the page hold. @returns {Promise<Component[]>} */
async function npmPackages() {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const { dependencies } = packages[''];
  return Object.keys(dependencies).map((name) => {
    const { version, license, integrity } = packages[`node_modules/${name}`];
    const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    return {
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [{ expression: license }],
      hashes: [{ alg: 'SHA-512', content }],
    };
  });
}
