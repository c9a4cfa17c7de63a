// The second copy, outside IndexedDB, and the canary.
//
// Measured (facts/storage_security.md E1, E2): a killed browser can lose a whole IndexedDB, and the origin's private files and localStorage survive that.
// So the whole sealed image also goes to two files in turn; one of them is always complete. And localStorage holds a mark without content that says
// that there should be something: an empty database with the mark standing is a loss, not a first visit.

import type { PageRecord } from "./database";
import { KEY_BYTES, type Bytes } from "./vault";

/** Everything stored, as it stands in the database. */
export interface Image {
    generation: number;
    key: Bytes;
    /** Sealed under the generation. */
    index: Bytes;
    pages: Map<string, PageRecord>;
}

const NAMES = ["mirror-A", "mirror-B"] as const;
type Name = (typeof NAMES)[number];

/** Where the files lie. */
interface Place {
    read(name: Name): Promise<Bytes | undefined>;
    write(name: Name, bytes: Bytes): Promise<void>;
    drop(name: Name): Promise<void>;
}

export class Copies {
    /** The file to write next: the older of the two. */
    private turn: Name | undefined;

    /** The complete copies, newest first. */
    async read(): Promise<Image[]> {
        const found = await Promise.all(NAMES.map((name) => this.readOne(name)));
        this.turn = (found[0]?.generation ?? -1) <= (found[1]?.generation ?? -1) ? "mirror-A" : "mirror-B";
        return found.filter((image) => image !== undefined).sort((a, b) => b.generation - a.generation);
    }

    async write(image: Image): Promise<void> {
        if (this.turn === undefined) await this.read();
        const name = this.turn ?? "mirror-A";
        await place().write(name, await pack(image));
        this.turn = name === "mirror-A" ? "mirror-B" : "mirror-A";
    }

    async drop(): Promise<void> {
        this.turn = undefined;
        for (const name of NAMES) await place().drop(name);
    }

    private async readOne(name: Name): Promise<Image | undefined> {
        try {
            const bytes = await place().read(name);
            return bytes && (await unpack(bytes));
        } catch {
            return undefined; // torn, of another format, or out of reach: no copy
        }
    }
}

// ---- the file: one line {format, generation, length, sha256}, then `length` bytes: key, table length, table, index, pages ----

interface Line {
    format: 1;
    generation: number;
    length: number;
    sha256: string;
}

interface Table {
    index: number;
    pages: [id: string, generation: number, length: number][];
}

async function pack(image: Image): Promise<Bytes> {
    const pages = [...image.pages];
    const table: Table = { index: image.index.length, pages: pages.map(([id, page]) => [id, page.generation, page.sealed.length]) };
    const tableBytes = new TextEncoder().encode(JSON.stringify(table));
    const tableLength = new Uint8Array(4);
    new DataView(tableLength.buffer).setUint32(0, tableBytes.length);
    const body = join([image.key, tableLength, tableBytes, image.index, ...pages.map(([, page]) => page.sealed)]);
    const line: Line = { format: 1, generation: image.generation, length: body.length, sha256: await sha256(body) };
    return join([new TextEncoder().encode(JSON.stringify(line) + "\n"), body]);
}

async function unpack(bytes: Bytes): Promise<Image | undefined> {
    const end = bytes.indexOf(10);
    const line = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Line;
    const body = bytes.subarray(end + 1);
    if (line.format !== 1 || body.length !== line.length || (await sha256(body)) !== line.sha256) return undefined;

    let at = 0;
    // Copies, not views: each lives on in memory and in the database by itself.
    const take = (length: number) => body.slice(at, (at += length));
    const key = take(KEY_BYTES);
    const table = JSON.parse(new TextDecoder().decode(take(new DataView(take(4).buffer).getUint32(0)))) as Table;
    const index = take(table.index);
    const pages = new Map(table.pages.map(([id, generation, length]) => [id, { generation, sealed: take(length) }]));
    return { generation: line.generation, key, index, pages };
}

function join(parts: Bytes[]): Bytes {
    const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        out.set(part, at);
        at += part.length;
    }
    return out;
}

async function sha256(bytes: Bytes): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// ---- places ----

/** Older Safari has private files without `createWritable`; there Cache Storage holds them. */
function place(): Place {
    const files = "storage" in navigator && "getDirectory" in navigator.storage && typeof FileSystemFileHandle !== "undefined";
    return files && "createWritable" in FileSystemFileHandle.prototype ? privateFiles : cacheFiles;
}

const privateFiles: Place = {
    async read(name) {
        const folder = await navigator.storage.getDirectory();
        const file = await (await folder.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
    },
    async write(name, bytes) {
        const folder = await navigator.storage.getDirectory();
        // The browser writes beside the file and swaps on close: a kill in the middle leaves the old one whole.
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        try {
            await stream.write(bytes);
        } catch (error) {
            await stream.abort();
            throw error;
        }
        await stream.close();
    },
    async drop(name) {
        const folder = await navigator.storage.getDirectory();
        await folder.removeEntry(name).catch(ignoreMissing);
    },
};

/** Not named like the caches of a release ("koers-..."), which the service worker clears away. */
export const COPY_CACHE = "journal-copy";

const cacheFiles: Place = {
    async read(name) {
        if (!(await caches.has(COPY_CACHE))) return undefined;
        const found = await (await caches.open(COPY_CACHE)).match(`/${name}`);
        return found && new Uint8Array(await found.arrayBuffer());
    },
    async write(name, bytes) {
        const cache = await caches.open(COPY_CACHE);
        // WebKit: where a page was left in the middle of a put, every later one says it is done and keeps nothing, until the name is deleted.
        await cache.delete(`/${name}`);
        await cache.put(`/${name}`, new Response(bytes));
    },
    async drop(name) {
        if (await caches.has(COPY_CACHE)) await (await caches.open(COPY_CACHE)).delete(`/${name}`);
    },
};

function ignoreMissing(error: unknown): void {
    if ((error as Error | null)?.name !== "NotFoundError") throw error;
}

// ---- the canary ----

const CANARY = "koers";

export const canary = {
    /** The generation that was saved last, as far as localStorage was written; 0 when there is no mark. */
    read(): number {
        try {
            const mark = JSON.parse(localStorage.getItem(CANARY) ?? "null") as { has?: number; gen?: number } | null;
            return mark?.has ? Math.max(1, Number(mark.gen) || 1) : 0;
        } catch {
            return 0;
        }
    },
    write(generation: number): void {
        try {
            localStorage.setItem(CANARY, JSON.stringify({ has: 1, gen: generation }));
        } catch {
            /* full or forbidden: the database and the copies stand by themselves */
        }
    },
    drop(): boolean {
        try {
            localStorage.removeItem(CANARY);
            return true;
        } catch {
            return false;
        }
    },
};
