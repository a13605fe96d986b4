// Keeps one version of the site at hand. A newer one is fetched whole beside it, and takes over when the
// reader says so or when no page is open any more. The version before stays: pages in other tabs may still be of it.

const NAME = 'sourcelight';
const CACHE = `${NAME} ${'VERSION'}`;
const FILES = ['FILES'];

addEventListener('install', (event) => {
  // Past the browser's own cache: a version is all of one piece.
  const requests = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers());
});

addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
});

addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function forgetOthers() {
  // In the order in which they were made.
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(`${NAME} `) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  // What is kept was found to be damaged.
  if (request.cache === 'reload') return fetched(request, cache);
  const options = { ignoreSearch: true };
  return (await cache.match(request, options)) ?? (await caches.match(request, options)) ?? fetch(request);
}

/** @param {Request} request @param {Cache} cache where it replaces what is kept */
async function fetched(request, cache) {
  const response = await fetch(request);
  if (response.ok && (await cache.match(request))) await cache.put(request, response.clone());
  return response;
}
