// What the program should know about where it runs: the size of its canvas, what the system asks for, the time, and one number from chance a message.

import type { Prefs, Stamp, View } from "./protocol";

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The clock. `set` (tests and the gallery: 2026-11-22T18:00+01:00) starts it then and there; it runs on from that moment, in that offset.
 */
export function clock(set: string | null): () => Stamp {
    const start = set === null ? NaN : Date.parse(set);
    const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(set ?? "") ?? [];
    const ahead = Number.isNaN(start) ? 0 : start - Date.now();
    const offset = hours === undefined ? undefined : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    return () => {
        const now = new Date(Date.now() + ahead);
        return { at: [now.getTime(), offset ?? -now.getTimezoneOffset()], id: hex(crypto.getRandomValues(new Uint8Array(16))) };
    };
}

/** The canvas, not the window: it is what bars of the browser and classic scroll bars leave over. */
export function view(canvas: HTMLCanvasElement): Omit<View, "t"> {
    const { width, height } = canvas.getBoundingClientRect();
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    return { w: width, h: height, dpr: devicePixelRatio, rem: Number.isFinite(rem) && rem > 0 ? rem : 1 };
}

export function watchView(canvas: HTMLCanvasElement, tell: (view: Omit<View, "t">) => void): void {
    let told = JSON.stringify(view(canvas));
    const look = () => {
        const now = view(canvas);
        const text = JSON.stringify(now);
        if (text === told || now.w === 0) return;
        told = text;
        tell(now);
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(canvas);
    watcher.observe(document.documentElement);
    addEventListener("resize", look);
    document.addEventListener("visibilitychange", look);
    // A window dragged to another screen changes its density without changing its size.
    const watchDensity = () =>
        matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => (look(), watchDensity()), { once: true });
    watchDensity();
}

const asked = {
    dark: matchMedia("(prefers-color-scheme: dark)"),
    contrast: matchMedia("(prefers-contrast: more)"),
    forced: matchMedia("(forced-colors: active)"),
    still: matchMedia("(prefers-reduced-motion: reduce)"),
};

const systemColours = ["Canvas", "CanvasText", "LinkText", "ButtonFace", "ButtonText", "ButtonBorder", "Highlight", "HighlightText"];

/** What the browser makes of a colour's name, as "#rrggbb". */
function colours(names: string[]): string[] {
    const probe = document.createElement("span");
    probe.style.forcedColorAdjust = "none";
    document.body.append(probe);
    const read = names.map((name) => {
        probe.style.color = name;
        const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
        return `#${parts.slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, "0")).join("")}`;
    });
    probe.remove();
    return read;
}

/** `still`: held still whatever the system says, for pictures. */
export function prefs(still: boolean): Omit<Prefs, "t"> {
    const forced = asked.forced.matches;
    return {
        dark: asked.dark.matches, contrast: asked.contrast.matches, forced, still: still || asked.still.matches,
        ...(forced && { colours: colours(systemColours) }),
    };
}

export function watchPrefs(tell: () => void): void {
    for (const query of Object.values(asked)) query.addEventListener("change", tell);
}

const standalone = matchMedia("(display-mode: standalone)");

export function installed(): boolean {
    return standalone.matches || (navigator as { standalone?: boolean }).standalone === true;
}

export function watchInstalled(tell: () => void): void {
    standalone.addEventListener("change", tell);
}

/** The apps whose own small browser opens links, by what they call themselves; "wv" is what Android's does. */
const inside = /\bFBA[NV]\b|\bInstagram\b|\bLine\/|\bMicroMessenger\b|\bSnapchat\b|\bTikTok|\bmusical_ly|\bLinkedInApp\b|\bTwitter|\bPinterest\b|; wv\)|\bGSA\//;

export function insideApp(): boolean {
    return inside.test(navigator.userAgent);
}

export function canShare(): boolean {
    return typeof navigator.share === "function";
}
