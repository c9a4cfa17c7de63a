// The back button, one screen at a time, with a single guard: one extra entry in the history that stands on top while there is a screen to go back to.
// The history does not grow, and from the first screen "back" leaves, as it should. Every entry of ours has a number, so that back and forward can be told apart:
// an event of the history says where one is, not where one came from.

interface Entry {
    koers: number;
    /** Nothing but a guard: there is no screen that it stands for. */
    guard: boolean;
}

const entryOf = (state: unknown): Entry | undefined => (typeof (state as Partial<Entry> | null)?.koers === "number" ? (state as Entry) : undefined);

export class BackGuard {
    private depth = 0;
    private here: Entry;

    constructor(back: () => void, link: (fragment: string) => void) {
        // After a reload it is still the entry that it was.
        this.here = entryOf(history.state) ?? this.replace({ koers: 0, guard: false });
        addEventListener("popstate", (event) => {
            if (location.hash.length > 1) {
                // A link to Koers, opened in this very tab: an entry of its own, and another guard on top of it, or the next "back" would only leave this one.
                const fragment = takeFragment();
                this.here = this.replace({ koers: this.here.koers + 1, guard: false });
                link(fragment);
                this.set(this.depth);
                return;
            }
            const was = this.here.koers;
            this.here = entryOf(event.state) ?? { koers: -1, guard: false };
            // Forward has no screen to show: one stands where one is, with a guard while there is one to go back to.
            if (this.here.koers > was) this.set(this.depth);
            else if (this.depth > 0) {
                // Whoever is quicker than the answer goes back once more, not out.
                if (this.depth > 1) this.set(this.depth - 1);
                back();
            }
            // What is left over of ours is walked through in one go.
            else history.back();
        });
    }

    /** How many screens "back" can go now. */
    set(depth: number): void {
        this.depth = depth;
        if (depth === 0 || this.here.guard) return;
        this.here = { koers: this.here.koers + 1, guard: true };
        history.pushState(this.here, "");
    }

    private replace(entry: Entry): Entry {
        history.replaceState(entry, "");
        return entry;
    }
}

/** What follows "#", and off the address bar with it: it is for the program, not for the history of this browser. */
export function takeFragment(): string {
    const fragment = location.hash.slice(1);
    if (location.href.includes("#")) history.replaceState(history.state, "", location.pathname + location.search);
    return fragment;
}
