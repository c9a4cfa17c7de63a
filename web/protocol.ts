// Every message between the C++ program and the page. Both ways they are JSON texts; README.md tells the story, this file is the grammar.

/** A rectangle in CSS px: x, y, width, height. */
export type Box = [x: number, y: number, w: number, h: number];

// ---- into the program (koers_send) --------------------------------------------------------------------------------------------

/** What every message into the program carries, because the core asks for neither time nor chance. */
export interface Stamp {
    /** Unix time in milliseconds and the offset from UTC in minutes (Brussels in winter: 60). */
    at: [ms: number, offset: number];
    /** 32 random hexadecimal digits. */
    id: string;
}

export type Incoming = Start | View | Prefs | Scroll | Act | Touch | Back | LinkOpened | ContentGiven | TimerRang | Update | Installed | Canvas | Voice | Speaking | Picture | Warm | Clipped | CodeMade | PhraseOffered | Sealed | Chosen | Unsealed | StoreNews;

export interface View {
    t: "view";
    /** The canvas in CSS px: the layout viewport, without a classic scroll bar. */
    w: number;
    h: number;
    /** Device pixels in a CSS px. */
    dpr: number;
    /** The browser's own text size: 1rem / 16 px. */
    rem: number;
}

export interface Prefs {
    t: "prefs";
    dark: boolean;
    /** More contrast is asked for. */
    contrast: boolean;
    /** Forced colours are on. */
    forced: boolean;
    /** Then: Canvas, CanvasText, LinkText, ButtonFace, ButtonText, ButtonBorder, Highlight, HighlightText as "#rrggbb". */
    colours?: string[];
    /** Reduced motion is asked for. */
    still: boolean;
}

/** Once, after all bytes were given. */
export interface Start {
    t: "start";
    languages: string[];
    view: Omit<View, "t">;
    prefs: Omit<Prefs, "t">;
    /** The language of the content pack that was given. */
    content: string;
    /** There is no canvas to draw on: the text face is all there is. */
    plain?: boolean;
    /** What followed "#" in the address (a therapist's link); it is gone from the address bar by now. */
    fragment?: string;
    /** The address of this Koers, without what follows "#". */
    address: string;
    /** Opened in the small browser of another app. */
    inside?: boolean;
    /** There is a share sheet. */
    share?: boolean;
    /** A named start state for tests and the gallery; only on localhost. The store is then memory only. */
    scenario?: string;
}

export interface Scroll {
    t: "scroll";
    layer: "page" | "modal";
    y: number;
}

/**
 * Something was done to a mirror element.
 * - `press`: a button, toggle or link was clicked
 * - `change`: a choice was made; `value` is the radio's or select's value, a checkbox's "true" or "false", the slider's number, a date (2026-11-22) or time (18:00)
 * - `typed`: `value` is the whole text of the field now
 * - `enter`: Enter in a field of one line
 * - `close`: Escape in a dialog (or the phone's own gesture for it)
 */
export interface Act {
    t: "act";
    node: string;
    op: "press" | "change" | "typed" | "enter" | "close";
    value?: string;
}

/** Where pointer and focus are, for drawing only. "" = nowhere. */
export interface Touch {
    t: "touch";
    hover: string;
    down: string;
    focus: string;
    /** The focus wants a visible ring (:focus-visible). */
    ring: boolean;
}

/** The browser's back button. */
export interface Back {
    t: "back";
}

/** A link to Koers with something after "#" was opened in this very tab. (One that opened the tab comes with start.) */
export interface LinkOpened {
    t: "link";
    fragment: string;
}

/** The bytes of this language's pack were given, or could not be had. */
export interface ContentGiven {
    t: "content";
    lang: string;
    missing?: boolean;
    whole?: boolean;
}

export interface TimerRang {
    t: "timer";
    name: string;
}

/** A new version is waiting; "reload" switches to it. */
export interface Update {
    t: "update";
}

/** Whether Koers runs from the home screen. Sent after start and whenever it changes. */
export interface Installed {
    t: "installed";
    yes: boolean;
}

/** The canvas was taken away for good (no), or given back, empty (yes). */
export interface Canvas {
    t: "canvas";
    yes: boolean;
}

/** Whether this device has a voice of its own for the language on screen. */
export interface Voice {
    t: "voice";
    yes: boolean;
}

/** Whether something is being read aloud. */
export interface Speaking {
    t: "speaking";
    yes: boolean;
}

/** Nothing better to do: what must be quick the first time is run once beforehand. */
export interface Warm {
    t: "warm";
}

/** Whether the picture of the paper was kept. */
export interface Picture {
    t: "picture";
    yes: boolean;
}

/** Whether the text is on the clipboard. */
export interface Clipped {
    t: "clipped";
    yes: boolean;
}

/** A QR code of this text: square, rows of "1" (dark) and "0". */
export interface CodeMade {
    t: "code";
    text: string;
    rows: string[];
}

/** Words for a pass phrase. */
export interface PhraseOffered {
    t: "phrase";
    text: string;
}

/** Whether a sealed file was given to the browser. */
export interface Sealed {
    t: "sealed";
    yes: boolean;
}

/** A file was chosen, and what it is by its first line. */
export interface Chosen {
    t: "chosen";
    state: "sealed" | "newer" | "foreign";
}

/** What was in it; without text: wrong words, or damaged. */
export interface Unsealed {
    t: "unsealed";
    /** Of the "unseal" that it answers. */
    serial: number;
    yes: boolean;
    text?: string;
}

// ---- what the store tells -----------------------------------------------------------------------------------------------------

export type StoreNews = Opened | Saved | Unsaved | Writer | Persisted | Erased;

export interface PageText {
    id: string;
    text: string;
}

/**
 * - `ok`: read, perhaps with pages in `damaged`
 * - `empty`: nothing was ever saved here; nothing is stored before the first save
 * - `recovered`: the database was empty or behind and the second copy was put back
 * - `lost`: there should be a journal, and nothing readable is left. Never the welcome screen
 * - `newer`: written by a newer Koers. Read only; `raw` can be exported; nothing is ever deleted
 * - `refused`: this browser does not let us store, or does not answer. The program goes on in memory (`volatile`)
 */
export type StoreState = "ok" | "empty" | "recovered" | "lost" | "newer" | "refused";

/** The journal as read. Comes as the answer to "open", and unasked when another tab wrote or gave up writing. */
export interface Opened {
    t: "opened";
    /** The base of the next save. */
    generation: number;
    pages: PageText[];
    /** Ids of pages that cannot be read. Their bytes are kept, also when the id is written again. */
    damaged: string[];
    writer: boolean;
    state: StoreState;
    /** The browser has promised not to evict. */
    persisted: boolean;
    /** What is written now will be gone when this tab closes. */
    volatile: boolean;
    /** The canary sings: something was saved here before. With `refused`: "your journal cannot be reached now", not "welcome". */
    expected: boolean;
    /** How many of the last changes are missing, as far as the canary knows. */
    behind: number;
    /** Everything stored, as a JSON text to export: with `newer`, and when something is damaged. */
    raw?: string;
}

/** Sent on the transaction's `complete`, never earlier. */
export interface Saved {
    t: "saved";
    generation: number;
}

/**
 * Nothing of this save was written.
 * - `full`: the disk or the quota is full
 * - `refused`: read only (another tab writes, or a newer version did)
 * - `elsewhere`: somebody else wrote since `base`; an "opened" follows
 * - `other`: anything else; the same save may be tried again
 */
export interface Unsaved {
    t: "unsaved";
    reason: "full" | "refused" | "elsewhere" | "other";
}

/** This tab stopped being the one that writes. (Becoming it is told by an "opened" with `writer`.) */
export interface Writer {
    t: "writer";
    yes: boolean;
}

/** The answer to "persist". */
export interface Persisted {
    t: "persisted";
    yes: boolean;
}

/** Erased here or in another tab. `left` names what would not go: "database", "copies", "mark", "caches", "worker". */
export interface Erased {
    t: "erased";
    left: string[];
}

// ---- out of the program (tell) ------------------------------------------------------------------------------------------------

export type Outgoing =
    | Sync
    | { t: "frame" }
    | { t: "timer"; name: string; ms: number }
    /** A language; `whole`: with its library of exercises and checks. */
    | { t: "content"; lang: string; whole: boolean }
    | { t: "open" }
    | Save
    | { t: "takeover" }
    | { t: "persist" }
    | { t: "erase" }
    /** Keep the second copy outside the database (the default), or delete it. */
    | { t: "copy"; keep: boolean }
    | { t: "download"; name: string; mime: string; text: string }
    /** For whoever runs this Koers: on the console. */
    | { t: "warn"; text: string }
    /** Through the browser's own printing; as a picture, which is answered unless the person changed their mind. */
    | { t: "print" }
    | { t: "picture"; name: string }
    | { t: "reload" }
    /** To the clipboard, answered by "clipped"; to the share sheet. */
    | { t: "clip"; text: string }
    | { t: "share"; text: string }
    /** Make a QR code, answered by "code"; with a name: as a picture, in a file. */
    | { t: "code"; text: string; name?: string }
    /** Offer words for a pass phrase; seal a text with one; choose a sealed file, open it, forget it. */
    | { t: "phrase" }
    | { t: "seal"; name: string; phrase: string; text: string }
    | { t: "choose" }
    | { t: "unseal"; phrase: string; serial: number }
    | { t: "forget" }
    /** Soon something will be handed over. */
    | { t: "prepare" }
    /** Read what is on screen aloud, or stop. */
    | { t: "speak"; on: boolean };

/**
 * One transaction: all of it or nothing. One save at a time: the next waits for "saved" or "unsaved".
 * A page holds at most 32 KiB of text; its id has no "|".
 */
export interface Save {
    t: "save";
    base: number;
    pages: PageText[];
    gone: string[];
}

// ---- the mirror ---------------------------------------------------------------------------------------------------------------

/** The mirror's differences: at most one a frame, none when nothing changed. */
export interface Sync {
    t: "sync";
    lang: string;
    title: string;
    dir: "ltr" | "rtl";
    /** Height of the page in CSS px. */
    height: number;
    /** What fixed bars cover, so that focus never hides behind them. */
    pad: [top: number, bottom: number];
    /** The reader's text size x the browser's. */
    scale: number;
    theme: "light" | "dark" | "contrast" | "forced";
    /** The text face: a plain page, no drawing. */
    text?: Flag;
    /** How many screens "back" can go. */
    depth: number;
    /** All nodes in reading order, each with its parent ("" = the page). Only when the structure changed. */
    order?: [id: string, parent: string][];
    /** New and changed nodes, each complete. */
    put?: Node[];
    focus?: string;
    top?: true;
    say?: [text: string, how: "polite" | "assertive"];
    /** The dialog that is open as a modal. Absent: none. */
    modal?: string;
}

export type Role =
    | "banner" | "navigation" | "main" | "region" | "group" | "list" | "item" | "radiogroup" | "table" | "row" | "dialog"
    | "heading" | "text" | "status" | "colhead" | "rowhead" | "cell" | "image" | "progress" | "separator"
    | "button" | "toggle" | "link" | "radio" | "checkbox" | "slider" | "field" | "select";

/** One thing on the screen. Flags are absent, 1 or true. */
export interface Node {
    i: string;
    r: Role;
    /** The accessible name, and the text of things that are text. */
    n: string;
    /** Relative to the nearest layer, else to the page; of a layer: in the viewport. Containers that are no layer need none. */
    b?: Box;
    /** Value: text of a field, number of a slider (absent = not chosen yet), value of a radio or select, 0..max of a progress bar. */
    v?: string | number;
    /** Description. */
    d?: string;
    /** What is wrong with the value. */
    e?: string;
    /** Level of a heading, 1 to 6. */
    l?: number;
    /** Checked, pressed, or (button, link) the current place. */
    on?: Flag;
    off?: Flag;
    /** Expanded (1) or collapsed (0); absent: does not expand. */
    open?: Flag;
    min?: number | string;
    max?: number | string;
    step?: number;
    /** The value in words; of a slider without a value: "not chosen yet". */
    vt?: string;
    /** An example in an empty field. */
    p?: string;
    kind?: "text" | "decimal" | "integer" | "date" | "time" | "lines" | "phrase";
    len?: number;
    /** Name of the radio group. */
    g?: string;
    /** "#..." stays inside the program (a press); tel:, sms:, mailto: and https: are left to the browser. */
    href?: string;
    /** Options of a select. */
    o?: [value: string, text: string][];
    /** Of an image: dark modules as an SVG path, and how many modules wide it is. */
    q?: [path: string, side: number];
    /** Text size in CSS px, bold, and the height of a line in CSS px (absent: 1.5 x the size). */
    f?: [px: number, bold: Flag, line?: number];
    /** The value stands in the middle of the field. */
    mid?: Flag;
    /** Colour of what the browser itself draws: the value of a field, and text with `shown`. */
    c?: string;
    shown?: Flag;
    /** Said by another Node already: only to be seen. */
    mute?: Flag;
    /** Of a button or link, for the text face; of what is printed, for its style. */
    look?: "primary" | "quiet" | "danger" | "help" | "card" | "card large" | "side" | "page" | "page large" | "page dense" | "plan" | "handout";
    layer?: "top" | "bottom" | "rail" | "modal";
}

export type Flag = 0 | 1 | boolean;
