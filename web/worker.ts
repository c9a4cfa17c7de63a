// The service worker: a whole release or nothing. It exists so that Koers opens without a network; it holds nothing a person wrote.
export {};

// The types of a service worker cannot stand beside those of a page in one program; these are the few that are used.
interface Extendable extends Event {
    waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
    readonly request: Request;
    respondWith(answer: Promise<Response>): void;
}
interface Scope {
    readonly registration: { readonly scope: string };
    skipWaiting(): Promise<void>;
    addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
    addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
    addEventListener(type: "message", listener: (event: MessageEvent & Extendable) => void): void;
}
const worker = self as unknown as Scope;

const PREFIX = "koers-";
const CACHE = PREFIX + RELEASE.version;
const PAGE = new URL("./", worker.registration.scope).href;
const DOORS = RELEASE.doors.map((path) => new URL(path, PAGE).href);
const PATIENCE_MS = 3000;

async function isWhatWasBuilt(response: Response, sum: string): Promise<boolean> {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
    return Array.from(digest, (b) => b.toString(16).padStart(2, "0")).join("") === sum;
}

// A host in the middle of an upload may serve some files of one release and some of another: each must be the one that was built.
async function fill(): Promise<void> {
    const cache = await caches.open(CACHE);
    try {
        await Promise.all(
            RELEASE.files.map(async ([path, sum]) => {
                const url = new URL(path, PAGE).href;
                const response = await fetch(url, { cache: url === PAGE ? "reload" : "default" });
                if (!response.ok || !(await isWhatWasBuilt(response.clone(), sum))) throw new Error(`${path} is not of this release`);
                await cache.put(url, response);
            }),
        );
        await Promise.race([refresh(cache), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
    } catch (error) {
        await caches.delete(CACHE);
        throw error;
    }
}

/** The host's own file is what it is now, or as it was last time; whatever is the matter with it, a release is whole without it. */
const HOST = new URL(RELEASE.host, PAGE).href;
async function refresh(cache: Cache): Promise<void> {
    try {
        const before = (await cache.match(HOST)) ?? (await caches.match(HOST));
        if (before) await cache.put(HOST, before);
        const response = await fetch(HOST, { cache: "no-cache" });
        if (response.ok && response.headers.get("Content-Type")?.includes("json")) await cache.put(HOST, response);
        else if (response.status === 404) await cache.delete(HOST);
    } catch {
        // No network, or no room: what was there stands.
    }
}

async function forgetOthers(): Promise<void> {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function kept(url: string): Promise<Response | undefined> {
    return (await caches.open(CACHE)).match(url);
}

/** The newest page if it comes soon; a slow or broken network gets the kept one. */
async function page(request: Request, url: string): Promise<Response> {
    const fresh = fetch(request).then((response) => (response.ok ? response : undefined), () => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
    return (await Promise.race([fresh, late])) ?? (await kept(url)) ?? (await fresh) ?? Response.error();
}

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

// Only the page may say when: a person may be in the middle of a sentence.
worker.addEventListener("message", (event) => {
    const message: unknown = event.data;
    if (typeof message === "object" && message !== null && (message as { t?: unknown }).t === "switch") event.waitUntil(worker.skipWaiting());
});

worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== location.origin) return;
    if (request.mode === "navigate") {
        url.search = "";
        url.hash = "";
        if (url.href === `${PAGE}index.html`) url.href = PAGE;
        if (url.href === PAGE || DOORS.includes(url.href)) event.respondWith(page(request, url.href));
    } else if (url.href === HOST) {
        event.respondWith(kept(HOST).then((found) => found ?? fetch(request)));
        event.waitUntil(caches.open(CACHE).then(refresh));
    } else if (url.href.startsWith(`${PAGE}a/`)) {
        event.respondWith(kept(url.href).then((found) => found ?? fetch(request)));
    }
});
