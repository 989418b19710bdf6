// Holds one version of the app, whole, for working offline. The build fills in the version and the files.
// A new version waits until the page asks for it, so that no two are ever mixed.
const VERSION = "__VERSION__";
const FILES = ["__FILES__"];
// What is large and rarely asked for is held from the first time it was.
const LATER = /\/strength-[0-9a-f]+(_bg\.wasm|\.js)$/;

// Several copies of the app may live on one origin: the scope stands in the name.
const PREFIX = `mentorbook:${new URL(self.registration.scope).pathname}:`;
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const { scope } = self.registration;
  if (event.request.method !== "GET" || !url.href.startsWith(scope)) return;
  const isPage = event.request.mode === "navigate";
  // In a folder below, another copy of the app may live, which has a worker of its own.
  if (isPage && !["", "index.html"].includes(url.pathname.slice(new URL(scope).pathname.length))) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const wanted = isPage ? "./" : event.request;
    const held = await cache.match(wanted, { ignoreSearch: true });
    if (held) return held;
    const fetched = await fetch(event.request);
    // A host may answer with a page of its own for what it does not have.
    const is = fetched.headers.get("content-type") ?? "";
    if (fetched.ok && LATER.test(url.pathname) && /javascript|wasm/.test(is)) event.waitUntil(cache.put(event.request, fetched.clone()));
    return fetched;
  })());
});
