// A store that forgets: for scenarios, for browsers that refuse to store, and as the second implementation of the contract in tests/store.

import type { Erased, Opened, PageText, Persisted, Save, Saved, StoreState, Unsaved } from "./protocol";
import type { Store } from "./store";

export class MemoryStore implements Store {
    private generation = 0;
    private pages = new Map<string, string>();

    constructor(private readonly state: StoreState = "empty", start: PageText[] = [], private readonly expected = false) {
        for (const { id, text } of start) this.pages.set(id, text);
    }

    /** Something was saved into it. */
    get used(): boolean {
        return this.generation > 0;
    }

    async open(): Promise<Opened> {
        return {
            t: "opened",
            generation: this.generation,
            pages: [...this.pages].map(([id, text]) => ({ id, text })),
            damaged: [],
            writer: true,
            state: this.state === "empty" && this.generation > 0 ? "ok" : this.state,
            persisted: false,
            volatile: true,
            expected: this.expected,
            behind: 0,
        };
    }

    async save({ base, pages, gone }: Save): Promise<Saved | Unsaved> {
        if (base !== this.generation) return { t: "unsaved", reason: "elsewhere" };
        for (const { id, text } of pages) this.pages.set(id, text);
        for (const id of gone) this.pages.delete(id);
        return { t: "saved", generation: ++this.generation };
    }

    async takeOver(): Promise<Opened> {
        return this.open();
    }

    async persist(): Promise<Persisted> {
        return { t: "persisted", yes: false };
    }

    async erase(): Promise<Erased> {
        this.pages.clear();
        this.generation = 0;
        return { t: "erased", left: [] };
    }

    async keepCopy(): Promise<void> {}
    async flush(): Promise<void> {}
    async check(): Promise<void> {}
}
