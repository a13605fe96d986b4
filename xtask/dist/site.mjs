// The page as a site: every file under a name that its content gives it, so that browsers may keep it
// for ever; compressed copies beside; offline use; a 404 page; headers. All addresses are relative.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { bundle, isScript } from './modules.mjs';
import { headOf, linksOf } from './page.mjs';

/** A page beside the page. */
const GUIDE = 'guide/index.html';

/** Where the files are that may be kept for ever. */
const KEPT = 'assets';

const own = (/** @type {string} */ name) => new URL(name, import.meta.url).pathname;

/**
 * All files of the site, by path, and the paths of those that a first visit does not load.
 * @param {string} www the page's folder
 * @param {Uint8Array} wasm the optimised module
 * @returns {Promise<{files: Map<string, Uint8Array>, optional: Set<string>}>}
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
  /** @type {Set<string>} */
  const optional = new Set();
  const settings = { entryNames: '[name]-[hash]', splitting: true };
  /** @param {string} path @returns {Promise<string>} */
  const place = async (path) => `new URL('./${await placed(path)}', import.meta.url)`;
  /** @param {string} path @returns {Promise<string>} the file's address in the folder of kept files */
  const placed = async (path) => {
    if (isScript(path)) return (await bundled(path)).main.name;
    // The page takes no other contents than these.
    if (path.endsWith('.wasm')) return `${keep(path, wasm)}#sha256-${createHash('sha256').update(wasm).digest('base64')}`;
    if (!path.endsWith('.css')) return keep(path, await readFile(path));
    // The page's own sheets are links of its HTML: this one is a part's.
    const name = keep(path, await styleSheet(www, [path]));
    optional.add(`${KEPT}/${name}`);
    return name;
  };
  const share = async (/** @type {string} */ path) => `./${(await bundled(path)).main.name}`;
  /** @param {string} path */
  const bundled = async (path) => {
    const made = await bundle({ entry: path, place, share, settings });
    [made.main, ...made.needed, ...made.optional].forEach(({ name, contents }) => files.set(`${KEPT}/${name}`, contents));
    made.optional.forEach(({ name }) => optional.add(`${KEPT}/${name}`));
    return made;
  };

  let html = await readFile(join(www, 'index.html'), 'utf8');
  const { scripts, styles, others } = linksOf(html);
  const replaced = new Map();
  const preloaded = [(await bundled(resolve(www, 'pkg/sourcelight.js'))).main];
  for (const name of scripts) {
    const { main, needed } = await bundled(resolve(www, name));
    replaced.set(name, `${KEPT}/${main.name}`);
    preloaded.push(...needed);
  }
  for (const name of others) replaced.set(name, `${KEPT}/${keep(name, await readFile(join(www, name)))}`);
  const sheet = await styleSheet(www, [...styles, own('offline.css')]);
  const icon = [...replaced].find(([name]) => name.endsWith('.svg'))?.[1];
  const offline = `${KEPT}/${(await bundled(own('offline.js'))).main.name}`;
  const manifest = (await readFile(own('manifest.json'), 'utf8')).replaceAll('ICON', icon);
  files.set('manifest.webmanifest', Buffer.from(manifest));
  const module = await placed(resolve(www, 'pkg/sourcelight_bg.wasm'));

  /** The guide: a page without scripts, in a folder of its own, which a first visit does not load. */
  const addGuide = async () => {
    const guide = await readFile(join(www, GUIDE), 'utf8').catch(() => undefined);
    if (!guide) return;
    const folder = dirname(GUIDE);
    const { styles, others } = linksOf(guide);
    const style = keep('guide.css', await styleSheet(www, styles.map((name) => join(folder, name))));
    const addresses = await Promise.all(
      others.map(async (name) => /** @type {const} */ ([name, `../${KEPT}/${keep(name, await readFile(join(www, folder, name)))}`])),
    );
    const contents = headOf(guide, { replaced: new Map(addresses), style: `../${KEPT}/${style}`, extra: [], policy: (policy) => policy });
    files.set(GUIDE, Buffer.from(contents));
    [GUIDE, `${KEPT}/${style}`].forEach((path) => optional.add(path));
  };

  html = headOf(html, {
    replaced,
    style: `${KEPT}/${keep('style.css', sheet)}`,
    extra: [
      `<link rel="preload" href="${KEPT}/${module}" as="fetch" type="application/wasm" crossorigin>`,
      ...preloaded.map(({ name }) => `<link rel="modulepreload" href="${KEPT}/${name}">`),
      '<link rel="manifest" href="manifest.webmanifest">',
      `<script type="module" src="${offline}"></script>`,
    ],
    policy: (policy) => `${policy.replace('trusted-types sourcelight', '$& sourcelight-offline')}; manifest-src 'self'`,
  });
  files.set('index.html', Buffer.from(html));
  await addGuide();
  files.set('404.html', await readFile(own('404.html')));
  files.set('_headers', await readFile(own('_headers')));
  files.set('.nojekyll', Buffer.from(''));
  files.set('service-worker.js', await serviceWorker(files));
  return { files, optional };
}

/** @param {string} www @param {string[]} names @returns {Promise<Uint8Array>} */
export async function styleSheet(www, names) {
  const outputs = await Promise.all(
    names.map(async (name) => {
      const { main } = await bundle({ entry: resolve(www, name), place: async () => '' });
      return main.contents;
    }),
  );
  return Buffer.concat(outputs);
}

/** The worker that keeps the whole site at hand without a network, optional parts too, but for the weights of the sharper reading, which the page keeps where they are wanted; another version where any file differs. @param {Map<string, Uint8Array>} files */
async function serviceWorker(files) {
  const paths = [...files.keys()].filter((path) => /^(assets\/|guide\/|index\.html|manifest)/.test(path) && !path.endsWith('.sharp')).sort();
  const version = createHash('sha256');
  paths.forEach((path) => version.update(path).update(files.get(path) ?? ''));
  const source = await readFile(own('service-worker.js'), 'utf8');
  const list = JSON.stringify(paths.map((path) => (path === 'index.html' ? './' : path)));
  return Buffer.from(source.replace("'VERSION'", `'${version.digest('base64url').slice(0, 10)}'`).replace("['FILES']", list));
}
