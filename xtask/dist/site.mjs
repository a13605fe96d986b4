// The page as a site: every file under a name that its content gives it, so that browsers may keep it
// for ever; compressed copies beside; offline use; a 404 page; headers. All addresses are relative.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { bundle, isScript } from './modules.mjs';
import { headOf, linksOf } from './page.mjs';

/** Where the files are that may be kept for ever. */
const KEPT = 'assets';

const own = (/** @type {string} */ name) => new URL(name, import.meta.url).pathname;

/**
 * All files of the site, by path.
 * @param {string} www the page's folder
 * @param {Uint8Array} wasm the optimised module
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function site(www, wasm) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  /** @param {string} name @param {Uint8Array} contents @returns {string} the file's name in the folder of kept files */
  const keep = (name, contents) => {
    const hash = createHash('sha256').update(contents).digest('base64url').slice(0, 10);
    const kept = `${basename(name, extname(name))}-${hash}${extname(name)}`;
    files.set(`${KEPT}/${kept}`, contents);
    return kept;
  };
  const settings = { entryNames: '[name]-[hash]' };
  /** @param {string} path @returns {Promise<string>} */
  const place = async (path) => {
    const name = isScript(path) ? await bundled(path) : keep(path, path.endsWith('.wasm') ? wasm : await readFile(path));
    return `new URL('./${name}', import.meta.url)`;
  };
  const share = async (/** @type {string} */ path) => `./${await bundled(path)}`;
  /** @param {string} path @returns {Promise<string>} the name of what was made of it */
  const bundled = async (path) => {
    const outputs = await bundle({ entries: { [basename(path, extname(path))]: path }, place, share, settings });
    outputs.forEach((output) => files.set(`${KEPT}/${basename(output.path)}`, output.contents));
    return basename(String(outputs.find((output) => output.entry === path)?.path));
  };

  let html = await readFile(join(www, 'index.html'), 'utf8');
  const { scripts, styles, others } = linksOf(html);
  const replaced = new Map();
  for (const name of [...scripts]) replaced.set(name, `${KEPT}/${await bundled(resolve(www, name))}`);
  for (const name of others) replaced.set(name, `${KEPT}/${keep(name, await readFile(join(www, name)))}`);
  const sheet = await styleSheet(www, [...styles, own('offline.css')]);
  const icon = [...replaced].find(([name]) => name.endsWith('.svg'))?.[1];
  const offline = `${KEPT}/${await bundled(own('offline.js'))}`;
  const manifest = (await readFile(own('manifest.json'), 'utf8')).replaceAll('ICON', icon);
  files.set('manifest.webmanifest', Buffer.from(manifest));
  const module = [...files.keys()].find((name) => name.endsWith('.wasm'));
  const loader = `${KEPT}/${await bundled(resolve(www, 'pkg/sourcelight.js'))}`;

  html = headOf(html, {
    replaced,
    style: `${KEPT}/${keep('style.css', sheet)}`,
    extra: [
      `<link rel="preload" href="${module}" as="fetch" type="application/wasm" crossorigin>`,
      `<link rel="modulepreload" href="${loader}">`,
      '<link rel="manifest" href="manifest.webmanifest">',
      `<script type="module" src="${offline}"></script>`,
    ],
    policy: (policy) => `${policy.replace('trusted-types sourcelight', '$& sourcelight-offline')}; manifest-src 'self'`,
  });
  files.set('index.html', Buffer.from(html));
  files.set('404.html', await readFile(own('404.html')));
  files.set('_headers', await readFile(own('_headers')));
  files.set('.nojekyll', Buffer.from(''));
  files.set('service-worker.js', await serviceWorker(files));
  return files;
}

/** @param {string} www @param {string[]} names @returns {Promise<Uint8Array>} */
export async function styleSheet(www, names) {
  const outputs = await Promise.all(
    names.map(async (name) => {
      const [output] = await bundle({ entries: { style: resolve(www, name) }, place: async () => '' });
      return output.contents;
    }),
  );
  return Buffer.concat(outputs);
}

/** The worker that keeps the site at hand without a network; another version where any file differs. @param {Map<string, Uint8Array>} files */
async function serviceWorker(files) {
  const paths = [...files.keys()].filter((path) => /^(assets\/|index\.html|manifest)/.test(path)).sort();
  const version = createHash('sha256');
  paths.forEach((path) => version.update(path).update(files.get(path) ?? ''));
  const source = await readFile(own('service-worker.js'), 'utf8');
  const list = JSON.stringify(paths.map((path) => (path === 'index.html' ? './' : path)));
  return Buffer.from(source.replace("'VERSION'", `'${version.digest('base64url').slice(0, 10)}'`).replace("['FILES']", list));
}
