// Several tabs, one writer. A Web Lock says who writes, a channel says that something was written.
// The lock is a courtesy between tabs: what really guards is the comparison of generations inside every transaction.

import { PATIENCE } from "./patience";

const LOCK = "koers-writer";
const CHANNEL = "koers";

export type TabNews = { t: "saved"; generation: number } | { t: "erased" };

export interface TabListener {
    /** The tab that wrote is gone and this one's turn has come. */
    gained(): void;
    /** Another tab took over. */
    lost(): void;
    heard(news: TabNews): void;
}

export class Tabs {
    writer = false;
    private joined: Promise<void> | undefined;
    private queue: AbortController | undefined;
    private readonly channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANNEL) : undefined;

    constructor(private readonly listener: TabListener) {
        this.channel?.addEventListener("message", (event) => listener.heard(event.data as TabNews));
    }

    /** Once: become the writer if nobody is, else stand in line. Without locks every tab may write, and the generations guard alone. */
    join(): Promise<void> {
        this.joined ??= (async () => {
            if (!navigator.locks) {
                this.writer = true;
                return;
            }
            this.writer = await this.hold({ ifAvailable: true });
            if (!this.writer) this.standInLine();
        })();
        return this.joined;
    }

    /** Frozen tabs can hold a lock for ever, so it is taken, not asked for. */
    async takeOver(): Promise<void> {
        await this.join();
        if (this.writer) return;
        this.queue?.abort();
        this.writer = await this.hold({ steal: true });
    }

    announce(news: TabNews): void {
        this.channel?.postMessage(news);
    }

    private standInLine(): void {
        this.queue = new AbortController();
        void this.hold({ signal: this.queue.signal }, 0).then((mine) => {
            if (!mine || this.writer) return;
            this.writer = true;
            this.listener.gained();
        });
    }

    /** Whether the lock came. It is held until the tab closes or another takes it. `patience` 0 waits for ever. */
    private hold(options: LockOptions, patience = PATIENCE): Promise<boolean> {
        return new Promise((resolve) => {
            let held = false;
            // A lock manager that does not answer must not stop the program from saving.
            if (patience > 0) setTimeout(() => resolve(true), patience);
            navigator.locks
                .request(LOCK, options, (lock) => {
                    held = lock !== null;
                    resolve(held);
                    return held ? new Promise<void>(() => undefined) : undefined;
                })
                .catch((error: unknown) => {
                    // Not held: we left the line, or this origin may not use locks at all.
                    if (!held) return resolve((error as Error).name !== "AbortError");
                    this.writer = false;
                    this.standInLine();
                    this.listener.lost();
                });
        });
    }
}
