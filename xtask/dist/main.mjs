// Writes the page for others to host, and the package: `node xtask/dist/main.mjs WWW OUT [site] [single] [npm]`.
// `cargo xtask dist` builds the module first and calls this.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npmPackage } from './npm.mjs';
import { optimised } from './optimised.mjs';
import { sbom } from './sbom.mjs';
import { single } from './single.mjs';
import { site } from './site.mjs';
import { compressed, isCompressible, report } from './weight.mjs';

const [www, out, ...wanted] = process.argv.slice(2);
const wasm = await optimised(join(www, 'pkg/sourcelight_bg.wasm'));
if (wanted.includes('site')) await writeSite();
await mkdir(out, { recursive: true });
if (wanted.includes('single')) await writeSingle();
if (wanted.includes('npm')) console.log(`Wrote ${await npmPackage(www, wasm, out)}, the npm package`);

async function writeSite() {
  const { files, optional } = await site(www, wasm);
  files.set('sbom.cdx.json', await sbom(files));
  await empty(out);
  for (const [path, contents] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), contents);
    if (!isCompressible(path)) continue;
    const { brotli, gzip } = compressed(contents);
    await writeFile(join(out, `${path}.br`), brotli);
    await writeFile(join(out, `${path}.gz`), gzip);
  }
  console.log(`Wrote ${out}:`);
  if (!report(files, optional)) process.exitCode = 1;
}

async function writeSingle() {
  const file = await single(www, wasm);
  await writeFile(join(out, 'sourcelight.html'), file);
  console.log(`Wrote ${join(out, 'sourcelight.html')}, the page in one file: ${Math.ceil(Buffer.byteLength(file) / 1000)} kB`);
}

/** Takes an earlier site away, and nothing else. @param {string} folder */
async function empty(folder) {
  const names = await readdir(folder).catch(() => []);
  const isOurs = names.every((name) => /^sourcelight(\.html|-.*\.(tgz|zip))$/.test(name)) || names.includes('service-worker.js');
  if (!isOurs) throw new Error(`${folder} holds other files: choose an empty folder, or one that dist wrote before`);
  await rm(folder, { recursive: true, force: true });
}
