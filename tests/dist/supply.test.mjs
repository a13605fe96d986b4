// What the site is made of: written down, fetched from where it should be, and put together the same way each time.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const dist = String(process.env.SOURCELIGHT_DIST);

test('the list of parts names every file with its hash, and every library in the version that is locked', async () => {
  const { metadata, components } = JSON.parse(await readFile(join(dist, 'sbom.cdx.json'), 'utf8'));
  const files = new Map(metadata.component.components.map(({ name, hashes }) => [name, hashes[0].content]));
  assert.ok(files.has('index.html') && [...files.keys()].some((name) => name.endsWith('.wasm')));
  for (const [name, hash] of files) {
    assert.equal(createHash('sha256').update(await readFile(join(dist, name))).digest('hex'), hash, name);
  }
  const crates = await readFile('Cargo.lock', 'utf8');
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  for (const { name, version, purl, licenses } of components) {
    const isLocked = purl.startsWith('pkg:npm/')
      ? packages[`node_modules/${name}`].version === version
      : crates.includes(`name = "${name}"\nversion = "${version}"\n`);
    assert.ok(isLocked, purl);
    assert.ok(licenses[0].expression, purl);
  }
  const names = components.map(({ name }) => name);
  for (const name of ['wasm-bindgen', 'serde', 'marked', '@mozilla/readability']) assert.ok(names.includes(name), name);
  for (const name of ['clap', 'esbuild', 'proptest', 'syn']) assert.ok(!names.includes(name), `${name} is in no file of the site`);
});

test('crates come from one registry alone, each by its hash', async () => {
  const crates = (await readFile('Cargo.lock', 'utf8')).split('[[package]]').slice(1);
  const value = (crate, key) => crate.match(new RegExp(`^${key} = "(.*)"$`, 'm'))?.[1];
  const foreign = crates.filter((crate) => value(crate, 'source'));
  assert.deepEqual(crates.filter((crate) => !foreign.includes(crate)).map((crate) => value(crate, 'name')), ['sourcelight', 'train', 'xtask']);
  for (const crate of foreign) {
    assert.equal(value(crate, 'source'), value(foreign[0], 'source'), value(crate, 'name'));
    assert.match(String(value(crate, 'source')), /^registry\+/, value(crate, 'name'));
    assert.match(String(value(crate, 'checksum')), /^[0-9a-f]{64}$/, value(crate, 'name'));
  }
});

test('npm packages come from npm alone, each by its hash', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  for (const [name, { integrity, resolved, link }] of Object.entries(packages)) {
    if (name === '') continue;
    assert.match(String(integrity), /^sha512-/, name);
    assert.equal(resolved ?? link, undefined, `${name} comes from somewhere else`);
  }
});

/** Writes the hash of every file of a site that the sources in this folder give. */
const HASHES = `
  import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
  import { readFile } from 'node:fs/promises';
  const { single } = await import(process.cwd() + '/xtask/dist/single.mjs');
  const { site } = await import(process.cwd() + '/xtask/dist/site.mjs');
  const wasm = await readFile('www/pkg/sourcelight_bg.wasm');
  const { files } = await site('www', wasm);
  files.set('sourcelight.html', await single('www', wasm));
  const hash = (contents) => createHash('sha256').update(contents).digest('hex');
  console.log(JSON.stringify([...files].map(([name, contents]) => [name, hash(contents)]).sort()));`;

test('two folders give the same site and the same single file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  try {
    const results = [];
    for (const name of ['one', 'another/and/deeper']) {
      const copy = join(folder, name);
      for (const part of ['www', 'xtask/dist', 'package.json']) await cp(part, join(copy, part), { recursive: true });
      await symlink(resolve('node_modules'), join(copy, 'node_modules'));
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', HASHES], { cwd: copy });
      results.push(JSON.parse(stdout));
    }
    const [one, other] = results;
    assert.ok(one.length > 10);
    assert.deepEqual(one, other);
  } finally {
    await rm(folder, { recursive: true });
  }
});
