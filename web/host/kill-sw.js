// The way out: put this file on the host as /sw.js when a release must not be served from caches any more (README.md).
// It removes every cache and itself, then loads the open pages again. What people wrote is not in these caches and stays.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
    event.waitUntil(
        (async () => {
            for (const name of await caches.keys()) await caches.delete(name);
            await self.registration.unregister();
            for (const client of await self.clients.matchAll({ type: "window" })) client.navigate(client.url);
        })(),
    );
});
