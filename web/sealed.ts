// Between sealed bytes and pages: what a tab knows of the journal, how it is read from what was stored, and what the next save writes.
// No storage is touched here.

import type { Image } from "./copies";
import type { Content, PageRecord, WriteSet } from "./database";
import type { PageText } from "./protocol";
import { FORMAT, KEY_BYTES, newKey, Vault, type Index } from "./vault";

/** The journal as this tab knows it: what is in the database, or must get there with the next save. */
export interface Known {
    generation: number;
    /** The database has no head yet. */
    fresh: boolean;
    key: Image["key"] | undefined;
    vault: Vault | undefined;
    index: Image["index"] | undefined;
    pages: Map<string, PageRecord>;
    /** What the index says: each page and the generation it was sealed in. Carried on also for pages that are missing or damaged. */
    listed: Map<string, number>;
    /** Pages that came from the second copy and are not in the database. */
    unwritten: Set<string>;
    /** Pages in the database that the second copy, being newer, has no more. */
    stale: string[];
    /** The key opens nothing: the next save makes a new one and keeps this one aside. */
    keyIsDead: boolean;
}

export const NOTHING: Known = {
    generation: 0, fresh: true, key: undefined, vault: undefined, index: undefined, pages: new Map(), listed: new Map(),
    unwritten: new Set(), stale: [], keyIsDead: false,
};

/** What could be read. */
export interface Unsealed {
    known: Known;
    pages: PageText[];
    damaged: string[];
    /** Something was there, and not one page of it can be read. */
    nothingLeft: boolean;
}

/** Opens every page. What is damaged is looked for in the copies, which are read only then. */
export async function unseal(content: Content, generation: number, readCopies: () => Promise<Image[]>): Promise<Unsealed> {
    // Only when something is wrong: the same page of the same generation may stand whole in a copy.
    let copies: Promise<Image[]> | undefined;
    const helpers = () => (copies ??= readCopies());

    let key = content.key;
    let vault = await openVault(key);
    let sealedIndex = content.index;
    let index = sealedIndex && (await vault?.openIndex(generation, sealedIndex));
    const damaged: string[] = [];
    let healed = false;
    if (!index) {
        const copy = (await helpers()).find((image) => image.generation === generation);
        const copied = copy && (await (await openVault(copy.key))?.openIndex(generation, copy.index));
        if (copy && copied) {
            [key, vault, sealedIndex, index] = [copy.key, await openVault(copy.key), copy.index, copied];
            healed = true;
        } else {
            // Without an index every page still says its own generation, and its seal proves it. That none is missing cannot be proved.
            index = { format: FORMAT, generation, pages: [...content.pages].map(([id, page]) => [id, page.generation]) };
            damaged.push("index");
        }
    }

    const listed = new Map(index.pages);
    const known: Known = { ...NOTHING, generation, fresh: false, key, vault, index: sealedIndex, pages: content.pages, listed, unwritten: new Set() };
    // A healed key or index has to be written too; with all pages it surely is.
    if (healed) known.unwritten = new Set(listed.keys());
    const texts = await Promise.all(index.pages.map(([id, written]) => unsealPage(known, id, written, helpers)));
    const pages: PageText[] = [];
    index.pages.forEach(([id], i) => {
        const text = texts[i];
        if (text === undefined) damaged.push(id);
        else pages.push({ id, text });
    });
    for (const id of content.pages.keys()) if (!listed.has(id)) damaged.push(id);

    const nothingLeft = pages.length === 0 && damaged.length > 0;
    known.keyIsDead = nothingLeft && damaged.includes("index");
    return { known, pages, damaged, nothingLeft };
}

async function unsealPage(known: Known, id: string, generation: number, helpers: () => Promise<Image[]>): Promise<string | undefined> {
    const record = known.pages.get(id);
    // The record's own number is not believed: an older page put back in its place has to fail.
    const text = record && (await known.vault?.openPage(id, generation, record.sealed));
    if (text !== undefined) return text;
    for (const copy of await helpers()) {
        const other = copy.pages.get(id);
        if (!other || other.generation !== generation) continue;
        const healed = await known.vault?.openPage(id, generation, other.sealed);
        if (healed === undefined) continue;
        known.pages.set(id, other);
        known.unwritten.add(id);
        return healed;
    }
    return undefined;
}

/** The next generation, higher than `above`, ready to be written: all the cryptography, before the transaction opens. */
export async function seal(before: Known, pages: PageText[], gone: string[], above: number): Promise<{ known: Known; set: WriteSet }> {
    const generation = Math.max(before.generation, above) + 1;
    const replaced = before.key === undefined || before.vault === undefined || before.keyIsDead;
    const key = replaced ? newKey() : before.key!;
    const vault = replaced ? await Vault.with(key) : before.vault!;
    if (pages.some(({ id }) => id.includes("|"))) throw new TypeError("a page id has no |");

    const sealed = await Promise.all(
        pages.map(async ({ id, text }): Promise<[string, PageRecord]> => [id, { generation, sealed: await vault.sealPage(id, generation, text) }]),
    );
    const all = new Map([...before.pages, ...sealed]);
    const listed = new Map([...before.listed, ...sealed.map(([id]): [string, number] => [id, generation])]);
    for (const id of gone) {
        all.delete(id);
        listed.delete(id);
    }
    const listing: Index = { format: FORMAT, generation, pages: [...listed] };
    const index = await vault.sealIndex(listing);

    const written = new Map([...before.unwritten].filter((id) => all.has(id)).map((id) => [id, all.get(id)!]));
    for (const [id, page] of sealed) written.set(id, page);
    const set: WriteSet = {
        base: before.generation,
        fresh: before.fresh,
        head: { format: FORMAT, generation, stamp: crypto.getRandomValues(new Uint32Array(4)).join("-") },
        index,
        key,
        pages: written,
        gone: [...gone, ...before.stale],
    };
    if (replaced && before.key) set.keepOldKeyAs = `kept-${before.generation}`;
    return { known: { ...NOTHING, generation, fresh: false, key, vault, index, pages: all, listed, unwritten: new Set() }, set };
}

async function openVault(key: Image["key"] | undefined): Promise<Vault | undefined> {
    return key instanceof Uint8Array && key.length === KEY_BYTES ? Vault.with(key) : undefined;
}
