// The journal in IndexedDB: one database, one transaction for everything that must agree. Knows bytes and generations, no keys and no meaning.
//
// The rules are those of facts/storage_security.md 1.5: nothing is awaited inside a transaction, its first request is made in the task that opened it,
// and only `complete` counts. Measured there: on a full disk every request succeeds and then the transaction aborts.

import { outOfPatience, within } from "./patience";
import { FORMAT, type Bytes } from "./vault";

const NAME = "koers";
/** Only new object stores raise this; the format of what is in them is in the head. */
const VERSION = 1;
const STORES = ["meta", "page", "key"];

export interface Head {
    format: number;
    /** Counts saves. Plain, because the compare-and-swap happens inside the transaction, where nothing can be decrypted. */
    generation: number;
    /** Random for each save: a retry recognises that its first try did arrive. */
    stamp: string;
}

export interface PageRecord {
    generation: number;
    sealed: Bytes;
}

export interface Content {
    /** Written by a newer version: nothing may be written. */
    newer: boolean;
    head?: Head;
    key?: Bytes;
    index?: Bytes;
    pages: Map<string, PageRecord>;
}

export interface WriteSet {
    base: number;
    /** There is no head yet, and that is as it should be. */
    fresh: boolean;
    head: Head;
    index: Bytes;
    key: Bytes;
    /** A key that opens nothing any more is set aside under this name, never overwritten. */
    keepOldKeyAs?: string;
    pages: Map<string, PageRecord>;
    gone: string[];
}

export class Database {
    private handle: IDBDatabase | undefined;

    /** `onNewer`: another tab wants to upgrade the database; our handle is closed by then. */
    constructor(private readonly patience: number, private readonly onNewer: () => void) {}

    /** Everything, or undefined when there is no database. Reading never makes one. */
    read(): Promise<Content | undefined> {
        return this.retrying(async () => {
            const db = await this.existing();
            if (!db) return undefined;
            const [meta, pages, keys] = (await this.all(db)) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
            const head = meta.get("head") as Head | undefined;
            const content: Content = { newer: db.version > VERSION || (head?.format ?? FORMAT) > FORMAT, pages: pages as Map<string, PageRecord> };
            const index = meta.get("index") as Bytes | undefined;
            const key = keys.get("data") as Bytes | undefined;
            if (head) content.head = head;
            if (index) content.index = index;
            if (key) content.key = key;
            return content;
        });
    }

    async generation(): Promise<number | undefined> {
        return (await this.read())?.head?.generation;
    }

    /** "elsewhere": somebody else wrote since `base`, nothing was written. Anything else that fails throws, and nothing was written either. */
    write(set: WriteSet): Promise<"written" | "elsewhere"> {
        return this.retrying(async () => this.transact(await this.writable(), set));
    }

    /** Every store as it is, whatever version wrote it, as JSON; bytes as {"base64": ...}. */
    dump(): Promise<string> {
        return this.retrying(async () => {
            const db = await this.existing();
            if (!db) return "";
            const names = [...db.objectStoreNames];
            const contents = await this.all(db, names);
            const stores = Object.fromEntries(names.map((name, i) => [name, [...(contents[i] ?? [])]]));
            return JSON.stringify({ koers: "raw", version: db.version, stores }, (_, value: unknown) =>
                value instanceof Uint8Array ? { base64: toBase64(value) } : value,
            );
        });
    }

    async destroy(): Promise<void> {
        this.close();
        // `blocked` is not answered with force: other tabs close on `versionchange`, and the limit is kept outside.
        await within("deleting", done(indexedDB.deleteDatabase(NAME)), this.patience);
    }

    close(): void {
        this.handle?.close();
        this.handle = undefined;
    }

    // ---- handles ----

    /** Without a version the browser opens what is there, also a newer one. Making one is refused from within: then there is none. */
    private async existing(): Promise<IDBDatabase | undefined> {
        if (this.handle) return this.handle;
        const request = indexedDB.open(NAME);
        let none = false;
        request.onupgradeneeded = () => {
            none = true;
            request.transaction?.abort();
        };
        try {
            return this.adopt(await this.opened(request));
        } catch (error) {
            if (none) return undefined;
            throw error;
        }
    }

    private async writable(): Promise<IDBDatabase> {
        if (this.handle) return this.handle;
        const request = indexedDB.open(NAME, VERSION);
        request.onupgradeneeded = () => {
            for (const store of STORES) request.result.createObjectStore(store);
        };
        return this.adopt(await this.opened(request));
    }

    private async opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
        try {
            return await within("opening", done(request), this.patience);
        } catch (error) {
            // A handle that comes after all must not stay open: it would block an upgrade or an erase for ever.
            request.onsuccess = () => request.result.close();
            throw error;
        }
    }

    private adopt(db: IDBDatabase): IDBDatabase {
        this.handle = db;
        const drop = () => {
            if (this.handle === db) this.handle = undefined;
        };
        db.onclose = drop;
        db.onversionchange = (event) => {
            db.close();
            drop();
            if (event.newVersion !== null) this.onNewer();
        };
        return db;
    }

    /** Phones kill the browser's database process in the background; the next call then fails in one of these ways, once. */
    private async retrying<T>(attempt: () => Promise<T>): Promise<T> {
        try {
            return await attempt();
        } catch (error) {
            const name = (error as Error | null)?.name;
            if (name !== "UnknownError" && name !== "InvalidStateError") throw error;
            this.close();
            return attempt();
        }
    }

    // ---- transactions ----

    private all(db: IDBDatabase, names = STORES): Promise<Map<string, unknown>[]> {
        const reading = new Promise<Map<string, unknown>[]>((resolve, reject) => {
            if (names.length === 0) return resolve([]);
            const tx = db.transaction(names, "readonly");
            const asked = names.map((name) => {
                const store = tx.objectStore(name);
                return { keys: store.getAllKeys(), values: store.getAll() };
            });
            tx.oncomplete = () => {
                resolve(asked.map(({ keys, values }) => new Map(keys.result.map((key, i) => [String(key), values.result[i] as unknown]))));
            };
            tx.onabort = () => reject(tx.error ?? new DOMException("reading stopped", "AbortError"));
        });
        return within("reading", reading, this.patience);
    }

    private transact(db: IDBDatabase, set: WriteSet): Promise<"written" | "elsewhere"> {
        return new Promise((resolve, reject) => {
            const tx = db.transaction(STORES, "readwrite", { durability: "strict" });
            const [meta, page, key] = STORES.map((name) => tx.objectStore(name)) as [IDBObjectStore, IDBObjectStore, IDBObjectStore];
            let elsewhere = false;

            const asked = meta.get("head");
            asked.onsuccess = () => {
                const head = asked.result as Head | undefined;
                if (head?.stamp === set.head.stamp) return;
                if (head ? head.generation !== set.base : !set.fresh) {
                    elsewhere = true;
                    tx.abort();
                    return;
                }
                if (set.keepOldKeyAs !== undefined) keepAside(key, set.keepOldKeyAs);
                key.put(set.key, "data");
                for (const [id, record] of set.pages) page.put(record, id);
                for (const id of set.gone) page.delete(id);
                meta.put(set.index, "index");
                meta.put(set.head, "head");
            };

            const timer = setTimeout(() => {
                // After abort() nothing of it can arrive any more. Where it throws, the browser is already committing: the stamp tells later.
                try {
                    tx.abort();
                } catch {
                    /* too late to stop */
                }
                reject(outOfPatience("writing"));
            }, this.patience);
            tx.oncomplete = () => {
                clearTimeout(timer);
                resolve("written");
            };
            tx.onabort = () => {
                clearTimeout(timer);
                // An abort without an error (the browser shutting down, a page going away) is as unsaved as any other.
                if (elsewhere) resolve("elsewhere");
                else reject(tx.error ?? new DOMException("writing stopped", "AbortError"));
            };
        });
    }
}

function keepAside(keys: IDBObjectStore, name: string): void {
    const old = keys.get("data");
    old.onsuccess = () => {
        if (old.result !== undefined) keys.put(old.result, name);
    };
}

function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = (event) => {
            event.preventDefault();
            reject(request.error ?? new DOMException("no reason given", "UnknownError"));
        };
    });
}

function toBase64(bytes: Uint8Array): string {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}
