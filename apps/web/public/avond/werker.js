// Opens the pages of an evening without a line; what they are made of, the page itself puts into the cache. Because this
// file stands in /avond/, no browser lets it near any other page.
const cacheName = 'ka-avond';
const patienceMs = 4000;

const kept = async (key) => (await caches.open(cacheName)).match(key, { ignoreVary: true, ignoreSearch: true });

/** The line may be up and carry nothing: then what is kept is better than waiting, if there is any. */
const soon = (request) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), patienceMs);
    fetch(request).then(resolve, reject);
  });

const page = async (request, pathname) => {
  const shell = await kept(pathname.endsWith('/scherm') ? '/avond/-/scherm' : '/avond/-');
  if (!shell) return fetch(request);
  return soon(request).then(
    (answer) => (answer.status < 500 ? answer : shell),
    () => shell,
  );
};

const part = async (request, pathname) => {
  const copy = await kept(request);
  if (!copy) return fetch(request);
  // A name with a hash of its content never changes.
  return /-[A-Z0-9]{8}\.\w+$/.test(pathname)
    ? copy
    : soon(request).then(
        (answer) => (answer.ok ? answer : copy),
        () => copy,
      );
};

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (/\.(js|css|svg|woff2)$/.test(pathname)) event.respondWith(part(request, pathname));
});
