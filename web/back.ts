// The back button, one screen at a time, with a single guard: one extra entry in the history that stands on top while there is a screen to go back to.
// The history does not grow, and from the first screen "back" leaves, as it should.

const GUARD = { koers: "guard" };

export class BackGuard {
    private depth = 0;
    private standing = (history.state as { koers?: string } | null)?.koers === GUARD.koers;

    constructor(back: () => void, link: (fragment: string) => void) {
        addEventListener("popstate", (event) => {
            if (location.hash.length > 1) {
                link(takeFragment());
                // The link came as an entry of its own above the guard; another guard goes on top of it, or the next "back" would only leave this one.
                this.standing = false;
                this.set(this.depth);
                return;
            }
            // Forward, onto the guard again.
            this.standing = (event.state as { koers?: string } | null)?.koers === GUARD.koers;
            if (this.standing && this.depth > 0) return;
            // A guard that is left over, with nothing to go back to, is walked through.
            if (this.depth > 0) back();
            else history.back();
        });
    }

    /** How many screens "back" can go now. */
    set(depth: number): void {
        this.depth = depth;
        if (depth === 0 || this.standing) return;
        history.pushState(GUARD, "");
        this.standing = true;
    }
}

/** What follows "#", and off the address bar with it: it is for the program, not for the history of this browser. */
export function takeFragment(): string {
    const fragment = location.hash.slice(1);
    if (location.href.includes("#")) history.replaceState(history.state, "", location.pathname + location.search);
    return fragment;
}
