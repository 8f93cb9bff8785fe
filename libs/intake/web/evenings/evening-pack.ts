const worker = '/avond/werker.js';
const cacheName = 'ka-avond';
const nobody = '00000000-0000-0000-0000-000000000000';
/** The pages of an evening as the server draws them for nobody in particular; the worker asks for them by these names. */
const shells = { '/avond/-': `/avond/${nobody}`, '/avond/-/scherm': `/avond/${nobody}/scherm` } as const;

const isPart = ({ pathname, origin }: URL): boolean =>
  origin === location.origin && /\.(js|css|svg|woff2)$/.test(pathname) && pathname !== worker;

/** `ready` waits for ever on a page that was opened elsewhere and led here. */
async function atWork({ installing, waiting, active }: ServiceWorkerRegistration): Promise<boolean> {
  const started = installing ?? waiting ?? active;
  if (!started) return false;
  while (!['activated', 'redundant'].includes(started.state)) {
    await new Promise((resolve) => started.addEventListener('statechange', resolve, { once: true }));
  }
  return started.state === 'activated';
}

/**
 * Puts everything the pages of an evening are made of where the worker finds it without a line: what this page loaded,
 * and what the pages name that the server draws now. Nothing of a person is in it.
 * @returns whether the pages open without a line from now on
 */
export async function packForOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false;
  try {
    const registration = await navigator.serviceWorker.register(worker, { scope: '/avond/' });
    const pages = await Promise.all(
      Object.entries(shells).map(async ([name, path]) => [name, await fetch(path, { credentials: 'omit' })] as const),
    );
    if (pages.some(([, page]) => !page.ok)) return false;
    const texts = await Promise.all(pages.map(([, page]) => page.clone().text()));
    const named = texts.flatMap((text) => [...text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, url]) => url ?? ''));
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const parts = new Set(
      [...named, ...loaded]
        .map((url) => new URL(url, location.origin))
        .filter(isPart)
        .map(({ origin, pathname }) => origin + pathname),
    );
    const cache = await caches.open(cacheName);
    await Promise.all(
      [...parts].map(async (url) => {
        const isKept = /-[A-Z0-9]{8}\.\w+$/.test(url) && (await cache.match(url, { ignoreVary: true }));
        if (!isKept) await cache.add(url);
      }),
    );
    for (const [name, page] of pages) await cache.put(name, page);
    const kept = new Set([...parts, ...Object.keys(shells).map((name) => location.origin + name)]);
    for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
    return await atWork(registration);
  } catch {
    // No line, or a browser that keeps nothing: the next visit tries again.
    return false;
  }
}
