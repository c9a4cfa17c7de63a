// Live regions: two that are always there, because a region that arrives together with its words is often not read.

type How = "polite" | "assertive";

export class Announcer {
    private odd = false;

    /** Gives a host (the page, or a dialog: what lies outside an open dialog is inert and silent) its pair of regions. */
    furnish(host: HTMLElement): void {
        for (const how of ["polite", "assertive"] as const) {
            const region = document.createElement("div");
            region.className = "live";
            region.setAttribute("aria-live", how);
            host.append(region);
        }
    }

    say(host: HTMLElement, text: string, how: How): void {
        const region = host.querySelector(`:scope > .live[aria-live=${how}]`);
        if (!region) return;
        // VoiceOver swallows a sentence that is the same as the last one: every other time it ends in a space that does not break.
        this.odd = !this.odd;
        const line = document.createElement("div");
        line.textContent = this.odd ? text : `${text}\u00a0`;
        region.append(line);
        setTimeout(() => line.remove(), 1000);
    }
}
