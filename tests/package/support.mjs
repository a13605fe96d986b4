// What the tests of the npm package share: an empty project that has it installed, and pages in that project.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { serve, visit } from '../dist/support.mjs';

const dist = process.env.SOURCELIGHT_DIST;
if (!dist) throw new Error('Set SOURCELIGHT_DIST to the folder that `cargo xtask dist --npm` wrote to.');

export const ARTICLE =
  'The ferry will sail in May, minister Ingrid Solheim told reporters on Monday. “It would likely float,” she said. ' +
  'Experts have suggested that it leaks. The Oslo Post reported that officials, who spoke on condition of anonymity, ' +
  'believed it cost $3 million.';

/** Nothing but what lies beside the page, and WebAssembly. */
export const STRICT = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; worker-src 'self'; img-src data:; base-uri 'none'",
};

export const run = promisify(execFile);

/** @type {Promise<string> | undefined} */
let installed;

/** The folder of an empty project that the package was installed into. @returns {Promise<string>} */
export function project() {
  installed ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    const name = (await readdir(String(dist))).find((file) => /^sourcelight-.*\.tgz$/.test(file));
    assert.ok(name, 'there is no tarball');
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', resolve(String(dist), name)], { cwd: folder });
    // What a project would have beside it; npm can't be asked for them here.
    for (const other of ['react', 'react-dom', 'vue']) {
      await symlink(resolve('node_modules', other), join(folder, 'node_modules', other));
    }
    return folder;
  })();
  return installed;
}

after(async () => installed && rm(await installed, { recursive: true, force: true }));

/** Writes files of a project. @param {Record<string, string>} files */
export async function write(files) {
  const folder = await project();
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), contents);
  }
  return folder;
}

/** Runs a module of the project in Node.js. @param {string} source @returns {Promise<any>} what it prints, read as JSON */
export async function inNode(source) {
  const folder = await write({ 'run.js': source });
  const { stdout } = await run(process.execPath, ['run.js'], { cwd: folder });
  return JSON.parse(stdout);
}

/**
 * Opens a page of the project, as a plain file server has it.
 * @param {Record<string, string>} files over those of the project: `index.html`, …
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {{headers?: Record<string, string>, ready?: string, missing?: RegExp, expected?: RegExp}} [more] `missing`: files that
 *   the server has lost; `expected`: errors in the console that belong to the test
 */
export async function withPage(files, use, { headers = STRICT, ready = 'body[data-ready]', missing = /^$/, expected } = {}) {
  const folder = await project();
  const { address, close } = await serve(async (path) => {
    if (missing.test(path)) throw new Error('lost');
    return files[path] ?? (await readFile(join(folder, path)));
  }, headers);
  try {
    await visit(address, use, { ready, expected });
  } finally {
    close();
  }
}

/** @param {string} body @param {string} [script] @returns {Record<string, string>} the files of a page that runs a module */
export const page = (body, script = '') => ({
  'index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,"><body>${body}<script type="module" src="main.js"></script>`,
  'main.js': script,
});

/** Words painted under a highlight name, in the page. @param {import('playwright-core').Page} page @param {string} kind */
export const painted = (page, kind) =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(`sourcelight-${name}`) ?? [])].map((part) =>
        part.startContainer.textContent?.slice(part.startOffset, part.endOffset),
      ),
    kind,
  );
