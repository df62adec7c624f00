/**
 * Keeps the studio's own files, so that it opens without a network once it was loaded. It is registered in sites that
 * `neumann studio --build` wrote, which list their files in files.json; of anything else it takes no notice.
 */
const PREFIX = 'neumann-studio-';

const listed = async () => (await fetch('./files.json', { cache: 'no-store' })).json();
const addressOf = (path) => new URL(path, self.registration.scope).href;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const { version, files } = await listed();
      const cache = await caches.open(PREFIX + version);
      await cache.addAll(files.map(addressOf));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const own = PREFIX + new URL(self.location.href).searchParams.get('v');
      for (const name of await caches.keys())
        if (name.startsWith(PREFIX) && name !== own) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : kept(request));
});

/** The page is asked for first, for there may be a newer one. */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(addressOf('index.html'))) ?? Response.error();
  }
}

/** Files named by their content never change. */
async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}
