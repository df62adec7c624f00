/**
 * Keeps the studio's own files, so that it opens without a network once it was loaded. It is registered in sites that
 * `neumann studio --build` wrote, which list their files in files.json; of anything else it takes no notice.
 *
 * A newer version is fetched beside the one that is there, and takes over when no page of the older one is open: a page may load parts of
 * itself at any time, which the host has no longer.
 */
const version = new URL(self.location.href).searchParams.get('v');
/** Other studios may stand on the same host; no scope has a # in it. */
const PREFIX = `neumann-studio-${self.registration.scope}#`;
const OWN = PREFIX + version;

const addressOf = (path) => new URL(path, self.registration.scope).href;
/** From the host itself: what the browser has from an earlier visit may be older. */
const fresh = (path) => new Request(addressOf(path), { cache: 'reload' });

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const listed = await (await fetch(fresh('files.json'))).json();
      // Between two versions, while a host is being written: the next visit tries again.
      if (listed.version !== version) throw new Error(`files.json is of version ${listed.version}`);
      const cache = await caches.open(OWN);
      await cache.addAll(listed.files.map(fresh));
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(PREFIX) && name !== OWN) await caches.delete(name);
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
