// The journal on this device: a database (database.ts), sealed (vault.ts), with a second copy and a canary (copies.ts) and one writer (tabs.ts).
//
// Three promises. "Saved" means the transaction is complete. Nothing is stored before the person's first save. Nothing that cannot be read is deleted,
// and what is missing is said: an empty database where something should be is "lost" or "recovered", never a first visit.

import { Copies, COPY_CACHE, canary, type Image } from "./copies";
import { Database, type Content, type PageRecord } from "./database";
import { MemoryStore } from "./memory";
import { orElse, PATIENCE } from "./patience";
import type { Erased, Opened, PageText, Persisted, Save, Saved, StoreNews, StoreState, Unsaved } from "./protocol";
import { NOTHING, seal, unseal } from "./sealed";
import { Tabs } from "./tabs";

/** What the program asks of a journal store. tests/store holds every implementation to one contract. */
export interface Store {
    open(): Promise<Opened>;
    /** One at a time. Resolves when the transaction is complete, or when it is certain that nothing was written. */
    save(save: Save): Promise<Saved | Unsaved>;
    /** Become the tab that writes; the answer is the journal as it is now. */
    takeOver(): Promise<Opened>;
    /** Ask the browser not to evict. */
    persist(): Promise<Persisted>;
    erase(): Promise<Erased>;
    keepCopy(keep: boolean): Promise<void>;
    /** Write what is still waiting to be copied: the page is about to be hidden. */
    flush(): Promise<void>;
    /** The page came back from the browser's memory: look whether the journal went on without it. */
    check(): Promise<void>;
}

export interface DiskOptions {
    /** What happens unasked: another tab wrote, took over or erased. */
    news: (news: StoreNews) => void;
    patience?: number;
    /** Milliseconds between a save and its second copy. */
    copyDelay?: number;
}

/** What a reading found, before tabs and browser have their say. */
type Found = Pick<Opened, "state" | "pages" | "damaged"> & { behind?: number };

export class DiskStore implements Store {
    private readonly patience: number;
    private readonly copyDelay: number;
    private readonly news: (news: StoreNews) => void;
    private readonly database: Database;
    private readonly copies = new Copies();
    private readonly tabs: Tabs;

    private known = NOTHING;
    private state: StoreState = "empty";
    /** Takes over where the browser refuses to store. */
    private memory: MemoryStore | undefined;
    /** The program asked for the journal at least once: only then is it told about other tabs. */
    private asked = false;
    private keepingCopy = true;
    private copyTimer: ReturnType<typeof setTimeout> | undefined;
    /** The end of the line: everything that touches the store happens one after the other. */
    private last: Promise<unknown> = Promise.resolve();

    constructor(options: DiskOptions) {
        this.news = options.news;
        this.patience = options.patience ?? PATIENCE;
        this.copyDelay = options.copyDelay ?? 2000;
        this.database = new Database(this.patience, () => this.reopen());
        this.tabs = new Tabs({
            gained: () => this.reopen(),
            lost: () => this.news({ t: "writer", yes: false }),
            heard: (news) => {
                if (news.t === "erased") {
                    this.forget();
                    void this.inTurn(() => this.dropLateCopy());
                    this.news({ t: "erased", left: [] });
                } else if (this.asked && news.generation > this.known.generation) this.reopen();
            },
        });
    }

    open(): Promise<Opened> {
        return this.inTurn(() => this.load());
    }

    save(save: Save): Promise<Saved | Unsaved> {
        return this.inTurn(() => this.memory?.save(save) ?? this.commit(save));
    }

    takeOver(): Promise<Opened> {
        return this.inTurn(async () => {
            await this.tabs.takeOver();
            return this.load();
        });
    }

    async persist(): Promise<Persisted> {
        // No time limit: some browsers ask the person.
        const yes = await (navigator.storage?.persist?.() ?? Promise.resolve(false)).catch(() => false);
        return { t: "persisted", yes };
    }

    erase(): Promise<Erased> {
        return this.inTurn(async () => {
            const refused = this.memory !== undefined;
            this.forget();
            if (refused) this.memory = new MemoryStore("refused");
            const left: string[] = [];
            const attempt = async (what: string, act: () => Promise<unknown>) => {
                if ((await orElse("failed", what, this.patience, act)) === "failed") left.push(what);
            };
            await attempt("database", () => this.database.destroy());
            await attempt("copies", () => this.copies.drop());
            if (!canary.drop()) left.push("mark");
            await attempt("caches", async () => {
                if (!("caches" in globalThis)) return;
                for (const name of [...(await caches.keys()), COPY_CACHE]) await caches.delete(name);
            });
            await attempt("worker", async () => {
                for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
            });
            this.tabs.announce({ t: "erased" });
            return { t: "erased", left };
        });
    }

    async keepCopy(keep: boolean): Promise<void> {
        this.keepingCopy = keep;
        if (keep) this.copySoon();
        else {
            clearTimeout(this.copyTimer);
            this.copyTimer = undefined;
            await this.inTurn(() => orElse(undefined, "copies", this.patience, () => this.copies.drop()));
        }
    }

    async flush(): Promise<void> {
        if (this.copyTimer !== undefined) await this.copyNow();
    }

    async check(): Promise<void> {
        const generation = await orElse(undefined, "generation", this.patience, () => this.database.generation());
        if (generation !== undefined && generation !== this.known.generation) this.reopen();
    }

    private inTurn<T>(act: () => Promise<T>): Promise<T> {
        const mine = this.last.then(act, act);
        this.last = mine.catch(() => undefined);
        return mine;
    }

    private reopen(): void {
        void this.open().then(this.news);
    }

    private forget(): void {
        clearTimeout(this.copyTimer);
        this.copyTimer = undefined;
        this.memory = undefined;
        this.known = NOTHING;
        this.state = "empty";
    }

    // ---- reading ----

    private async load(): Promise<Opened> {
        this.asked = true;
        const persisted = orElse(false, "persisted", this.patience, async () => (await navigator.storage?.persisted?.()) ?? false);
        const joined = this.tabs.join();
        // What was saved into memory is nowhere else: the disk may work again, but it does not have it.
        if (this.memory?.used) return joined.then(() => this.memory!.open());
        this.memory = undefined;
        // Both at once: a lock takes its time on a busy page. Who reads before it has the lock and is overtaken by another tab's save hears of it, and every
        // save compares generations.
        const found = await this.find();
        await joined;
        this.state = found.state;
        // What the second copy gave goes back into the database now, not with the next save: the copy is the only one at this moment.
        if (this.tabs.writer && found.state !== "newer" && this.known.unwritten.size > 0) await this.write([], []);
        const raw = found.state === "newer" || found.damaged.length > 0 ? await orElse("", "dump", this.patience, () => this.database.dump()) : "";
        return {
            t: "opened",
            generation: this.known.generation,
            ...found,
            ...(raw && { raw }),
            writer: (this.tabs.writer || this.memory !== undefined) && found.state !== "newer",
            persisted: await persisted,
            volatile: this.memory !== undefined,
            expected: canary.read() > 0,
            behind: found.behind ?? 0,
        };
    }

    private async find(): Promise<Found> {
        // Without a secure context nothing can be sealed, and nothing is stored unsealed.
        if (!globalThis.crypto?.subtle) return this.refused();
        // Before the database: another tab that saves in between must not make it look behind.
        const marked = canary.read();
        let content: Content | undefined;
        try {
            content = await this.database.read();
        } catch {
            return this.refused();
        }
        if (content?.newer) return this.newer(content);
        const generation = content?.head?.generation ?? 0;
        if (content?.head && generation >= marked) return this.readable(content, generation);

        // The database is empty or older than the mark says.
        const [copy] = await this.readCopies();
        if (copy && copy.generation > generation) return this.recovered(copy, content, marked);
        if (content?.head) return { ...(await this.readable(content, generation)), behind: marked - generation };
        if (content && content.pages.size > 0) {
            // Only the head is gone: the pages still say who they are.
            const found = await this.readable(content, Math.max(marked, ...[...content.pages.values()].map((page) => page.generation)));
            this.known = { ...this.known, fresh: true };
            return found;
        }
        // After a loss the count goes on from the mark, so that no older copy can ever look newer than what is written from here on.
        this.known = { ...NOTHING, generation: marked };
        return { state: marked > 0 ? "lost" : "empty", pages: [], damaged: [] };
    }

    private async readable(content: Content, generation: number): Promise<Found> {
        const { known, pages, damaged, nothingLeft } = await unseal(content, generation, () => this.readCopies());
        this.known = known;
        return { state: nothingLeft ? "lost" : "ok", pages, damaged };
    }

    private async recovered(copy: Image, content: Content | undefined, marked: number): Promise<Found> {
        const found = await this.readable({ newer: false, ...copy }, copy.generation);
        this.known = {
            ...this.known,
            generation: content?.head?.generation ?? Math.max(copy.generation, marked),
            fresh: !content?.head,
            unwritten: new Set(copy.pages.keys()),
            stale: [...(content?.pages.keys() ?? [])].filter((id) => !copy.pages.has(id)),
        };
        return { ...found, state: found.state === "lost" ? "lost" : "recovered", behind: Math.max(0, marked - copy.generation) };
    }

    /** Written by a version that knows more: whatever opens is shown, everything is offered as it is, nothing is written. */
    private async newer(content: Content): Promise<Found> {
        const generation = content.head?.generation ?? 0;
        const found = await this.readable({ ...content, pages: onlyRecords(content.pages) }, generation).catch(() => ({ pages: [], damaged: [] }));
        return { state: "newer", pages: found.pages, damaged: found.damaged };
    }

    /** No database, or one that does not answer. If the second copy can be read, it is at least shown. */
    private async refused(): Promise<Found> {
        const [copy] = await this.readCopies();
        const found = copy && (await this.readable({ newer: false, ...copy }, copy.generation));
        const pages = found?.pages ?? [];
        this.known = NOTHING;
        this.memory = new MemoryStore("refused", pages, canary.read() > 0);
        return { state: "refused", pages, damaged: found?.damaged ?? [] };
    }

    private readCopies(): Promise<Image[]> {
        return orElse([], "copies", this.patience, () => this.copies.read());
    }

    // ---- writing ----

    private async commit({ base, pages, gone }: Save): Promise<Saved | Unsaved> {
        if (this.state === "newer" || !this.tabs.writer) return { t: "unsaved", reason: "refused" };
        if (base !== this.known.generation) {
            this.reopen();
            return { t: "unsaved", reason: "elsewhere" };
        }
        return this.write(pages, gone);
    }

    private async write(pages: PageText[], gone: string[]): Promise<Saved | Unsaved> {
        const before = this.known;
        try {
            const { known, set } = await seal(before, pages, gone, canary.read());
            if ((await this.database.write(set)) === "elsewhere") {
                this.reopen();
                return { t: "unsaved", reason: "elsewhere" };
            }
            this.known = known;
        } catch (error) {
            return { t: "unsaved", reason: reasonOf(error) };
        }
        if (this.state === "empty" || this.state === "lost") this.state = "ok";
        const { generation } = this.known;
        canary.write(generation);
        this.tabs.announce({ t: "saved", generation });
        this.copySoon();
        return { t: "saved", generation };
    }

    // ---- the second copy ----

    private copySoon(): void {
        if (!this.keepingCopy || this.copyTimer !== undefined || this.known.fresh) return;
        this.copyTimer = setTimeout(() => void this.copyNow(), this.copyDelay);
    }

    /** A copy that was being written here while another tab erased must not grow back. Those of a journal begun since stay. */
    private dropLateCopy(): Promise<void> {
        return orElse(undefined, "copies", this.patience, async () => {
            if (canary.read() === 0) await this.copies.drop();
        });
    }

    private copyNow(): Promise<void> {
        clearTimeout(this.copyTimer);
        this.copyTimer = undefined;
        return this.inTurn(async () => {
            const { generation, key, index, pages, fresh, unwritten } = this.known;
            if (fresh || unwritten.size > 0 || !key || !index || !this.tabs.writer || !this.keepingCopy) return;
            await orElse(undefined, "copy", this.patience, () => this.copies.write({ generation, key, index, pages }));
        });
    }
}

/** A newer version may keep other things in the same store. */
function onlyRecords(pages: Map<string, PageRecord>): Map<string, PageRecord> {
    return new Map([...pages].filter(([, page]) => page?.sealed instanceof Uint8Array));
}

function reasonOf(error: unknown): Unsaved["reason"] {
    switch ((error as Error | null)?.name) {
        case "QuotaExceededError":
            return "full";
        case "VersionError":
        case "SecurityError":
        case "NotAllowedError":
            return "refused";
        default:
            return "other";
    }
}
