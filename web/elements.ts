// How one Node becomes one native element. A table of roles: what to make, and what stands on it.
//
// Native elements, almost no ARIA. What a Node says is a matter of the Node alone, so the Node before tells what is written already: only what differs is
// touched and nothing is read back from the page. Only what a person changes on the element itself (a mark, a thumb, a choice) is compared with the page.
// Styles go through properties: the page's policy allows neither markup from strings nor style attributes.

import type { Flag, Node, Role } from "./protocol";

export type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Value = string | number | undefined;
type Attributes = Record<string, Value>;

interface Kind {
    /** An element without anything of a Node on it; it is copied for each. */
    make(node: Node): HTMLElement;
    /** Where the name stands: as a label, as the text of the element, as the text of its last child. */
    name?: "label" | "text" | "last";
    /** Of the element that takes the focus and the value. */
    attributes?(node: Node): Attributes;
    /** What is neither name nor attribute. */
    more?(root: HTMLElement, node: Node, was?: Node): void;
    /** What a person can change without the program. */
    state?(control: HTMLElement, node: Node): void;
    /** Holds others and stands in the page's own flow, unless it is a layer. */
    container?: true;
    /** A finger, a key or a screen reader can do something with it. */
    acts?: true;
    /** Its first child takes the focus and the value. */
    inner?: true;
    /** Laid exactly over the drawn text. */
    text?: true;
}

// ---- small helpers ----

function make<K extends keyof HTMLElementTagNameMap>(tag: K, role?: string): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    if (role) element.setAttribute("role", role);
    return element;
}

/** A text that stands there is changed in place, which a browser does faster than making a new one. */
function say(element: Element, words: string): void {
    const { firstChild } = element;
    if (firstChild instanceof Text && firstChild === element.lastChild) firstChild.data = words;
    else element.textContent = words;
}

const yes = (flag: Flag | undefined): boolean => flag === true || flag === 1;
const said = (flag: boolean): string => (flag ? "true" : "false");
const flagged = (flag: Flag | undefined): string | undefined => (flag === undefined ? undefined : said(yes(flag)));

/** The element that takes the focus and the value: the input inside a label, else the element itself. */
export const control = (root: HTMLElement): HTMLElement =>
    root instanceof HTMLLabelElement || root.classList.contains("slider") ? (root.firstElementChild as HTMLElement) : root;

function code(path: string, side: number): SVGElement {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", `-4 -4 ${side + 8} ${side + 8}`);
    svg.setAttribute("class", "code");
    const dark = document.createElementNS("http://www.w3.org/2000/svg", "path");
    dark.setAttribute("d", path);
    svg.append(dark);
    return svg;
}

/** A browser writes down what stands in a form, to bring it back with a closed tab: marks, thumbs and choices too, outside everything that is sealed. */
const unwritten: Readonly<Attributes> = { autocomplete: "off" };

// ---- the table ----

const container = (tag: "header" | "nav" | "main" | "section" | "div" | "ul" | "table" | "dialog", role?: string): Kind => ({
    make: () => make(tag, role),
    name: "label",
    container: true,
});

const choice = (type: "radio" | "checkbox"): Kind => ({
    make: () => {
        const label = make("label");
        const input = make("input");
        input.type = type;
        label.append(input, make("span"));
        return label;
    },
    name: "last",
    attributes: (node): Attributes => ({ ...(type === "radio" && { name: node.g, value: node.v ?? "true" }), ...unwritten }),
    state: (input, node) => {
        if ((input as HTMLInputElement).checked !== yes(node.on)) (input as HTMLInputElement).checked = yes(node.on);
    },
    acts: true,
    inner: true,
});

const heading: Kind = { make: (node) => make(`h${Math.min(6, Math.max(1, node.l ?? 2))}` as "h1"), name: "text", text: true };

/** Absolutely placed table parts lose their table layout, and with it in some browsers their meaning: the role says it again. */
const cell = (tag: "th" | "td", role: string): Kind => ({ make: () => make(tag, role), name: "text", text: true });

const place = (node: Node): Attributes => ({ "aria-current": yes(node.on) ? "page" : undefined });

const kinds: Record<Role, Kind> = {
    banner: container("header"),
    navigation: container("nav"),
    main: container("main"),
    region: container("section"),
    group: container("div", "group"),
    radiogroup: container("div", "radiogroup"),
    // Safari drops the list of a list without bullets; the role brings it back.
    list: container("ul", "list"),
    // An item of plain words carries them itself; one with parts has no name.
    item: { make: () => make("li"), name: "text", container: true },
    table: container("table", "table"),
    row: { make: () => make("tr", "row"), container: true },
    dialog: container("dialog"),

    heading,
    text: { make: () => make("p"), name: "text", text: true },
    status: { make: () => make("div", "status"), name: "text", text: true },
    colhead: cell("th", "columnheader"),
    rowhead: cell("th", "rowheader"),
    cell: cell("td", "cell"),
    image: {
        make: () => make("div", "img"),
        name: "label",
        // A QR code: the canvas paints it for the eye, this for paper and for the text face.
        more: (root, node, was) => {
            if (node.q?.[0] === was?.q?.[0]) return;
            root.replaceChildren(...(node.q ? [code(...node.q)] : []));
        },
    },
    separator: { make: () => make("hr") },
    progress: {
        make: () => make("progress"),
        name: "label",
        attributes: (node) => ({ max: node.max ?? 1, value: node.v, "aria-valuetext": node.vt }),
    },

    button: { make: () => make("button"), name: "text", attributes: place, acts: true },
    toggle: { make: () => make("button"), name: "text", attributes: (node) => ({ "aria-pressed": said(yes(node.on)) }), acts: true },
    link: {
        make: () => make("a"),
        name: "text",
        attributes: (node) => {
            const href = safe(node.href);
            const outside = href.startsWith("https:");
            return { href, target: outside ? "_blank" : undefined, rel: outside ? "noopener noreferrer" : undefined, ...place(node) };
        },
        acts: true,
    },
    radio: choice("radio"),
    checkbox: choice("checkbox"),
    slider: {
        // The value in words stands beside it on the text face; a reader hears it as the slider's own.
        make: () => {
            const root = make("div");
            root.classList.add("slider");
            const input = make("input");
            input.type = "range";
            const output = make("output");
            output.setAttribute("aria-hidden", "true");
            root.append(input, output);
            return root;
        },
        name: "label",
        attributes: (node) => ({ min: node.min ?? 0, max: node.max ?? 10, step: node.step ?? 1, "aria-valuetext": node.vt, ...unwritten }),
        more: (root, node, was) => {
            if (node.vt !== was?.vt) root.lastElementChild!.textContent = node.vt ?? "";
        },
        state: (control, node) => {
            const input = control as HTMLInputElement;
            // Not chosen yet: the thumb waits in the middle, the words say that nothing was chosen.
            const value = String(node.v ?? (Number(input.min) + Number(input.max)) / 2);
            if (input.value !== value) input.value = value;
        },
        acts: true,
        inner: true,
    },
    select: {
        make: () => make("select"),
        name: "label",
        attributes: () => ({ ...unwritten }),
        more: (root, node) => {
            const select = root as HTMLSelectElement;
            const options = node.o ?? [];
            while (select.length > options.length) select.remove(select.length - 1);
            options.forEach(([value, text], i) => {
                let option = select.options[i];
                if (!option) select.add((option = make("option")));
                if (option.value !== value) option.value = value;
                if (option.textContent !== text) option.textContent = text;
            });
        },
        // No value: nothing is chosen, also not the first.
        state: (select, node) => {
            (select as HTMLSelectElement).selectedIndex = (node.o ?? []).findIndex(([value]) => value === String(node.v));
        },
        acts: true,
    },
    field: {
        make: (node) => (node.kind === "lines" ? make("textarea") : make("input")),
        name: "label",
        // The value is written by the mirror, which knows who is typing.
        attributes: (node) => {
            const kind = node.kind ?? "text";
            const native = kind === "date" || kind === "time";
            const prose = kind === "text" || kind === "lines";
            return {
                // Numbers are text to the browser: its own number field drops a comma and eats what it does not understand.
                type: kind === "lines" ? undefined : native ? kind : "text",
                inputmode: kind === "decimal" ? "decimal" : kind === "integer" ? "numeric" : undefined,
                enterkeyhint: kind === "lines" || native ? undefined : "done",
                autocapitalize: prose ? "sentences" : "off", // a pass phrase is typed as it was heard
                ...unwritten,
                spellcheck: said(prose),
                maxlength: node.len,
                placeholder: native ? undefined : node.p,
                min: native ? node.min : undefined,
                max: native ? node.max : undefined,
            };
        },
        acts: true,
    },
};

export const ROLES = Object.keys(kinds) as Role[];
export const LEVELS = [1, 2, 3] as const;
export const FIELDS = ["text", "decimal", "integer", "date", "time", "lines", "phrase"] as const;

/** Only addresses that cannot run anything. A link without one is a press inside the program. */
function safe(href: string | undefined): string {
    return href !== undefined && /^(#|https:|tel:|sms:|mailto:)/.test(href) ? href : "#";
}

// ---- what stands on an element, by its Node alone ----

function attributesOf(node: Node, kind: Kind): Attributes {
    const all: Attributes = kind.attributes?.(node) ?? {};
    if (kind.name === "label") all["aria-label"] = node.n;
    if (node.e || node.d) all["aria-description"] = [node.e, node.d].filter((part) => part).join(" ");
    if (node.e) all["aria-invalid"] = "true";
    if (kind.acts && node.open !== undefined) all["aria-expanded"] = flagged(node.open);
    if (node.off && node.r === "link") all["aria-disabled"] = "true";
    if (node.mute) all["aria-hidden"] = "true";
    all["data-look"] = node.look;
    return all;
}

/** A container that is no layer takes its place from the page. */
const flows = (node: Node, kind: Kind): boolean => kind.container === true && !node.layer && !(node.r === "item" && node.n !== "");

function styleOf(node: Node, kind: Kind): string {
    let css = "";
    if (node.b && !flows(node, kind)) {
        const [x, y, w, h] = node.b;
        // One pixel more, so that rounding never breaks a line that the canvas did not break.
        css = `left:${x}px;top:${y}px;width:${w + (kind.text ? 1 : 0)}px;height:${h}px;`;
    }
    if (node.f) {
        const [size, bold, line] = node.f;
        // Below 16 px iOS zooms into a field that is tapped.
        css += `font-size:${node.r === "field" ? Math.max(16, size) : size}px;`;
        if (yes(bold)) css += "font-weight:700;";
        if (line !== undefined) css += `line-height:${line}px;`;
    }
    if (yes(node.mid)) css += "text-align:center;";
    if (node.r === "field" || ((kind.text || kind.acts) && yes(node.shown))) css += `color:${node.c ?? "var(--ink)"};`;
    return css;
}

// ---- what the mirror calls ----

export const acts = (node: Node): boolean => kinds[node.r].acts === true;

/** A person changes it without the program. A field keeps what a person typed; only the program's own words replace it. */
export const hasState = (node: Node): boolean => kinds[node.r].state !== undefined;

/** The browser draws it itself over the canvas, or holds others in it. */
export const visible = (node: Node): boolean => node.r === "field" || yes(node.shown) || !lies(node, kinds[node.r]);

/** Nodes of different shape cannot share an element. */
export const shape = (node: Node): string =>
    node.r === "heading" ? `heading${node.l ?? 2}` : node.r === "field" && node.kind === "lines" ? "lines" : node.r;

/** An element and what stands on it: what a Node says is written only where it differs. */
export interface Written {
    root: HTMLElement;
    node: Node;
    attributes: Attributes;
    css: string;
    leaf: boolean;
}

/** A finger, a key or a screen reader meets it where it lies, by itself. */
const lies = (node: Node, kind: Kind): boolean => !node.layer && !flows(node, kind);

/** One element of each kind, with what stands on every one of that kind. New elements are copies. */
const blanks = new Map<string, Written>();

function blank({ r, l, kind }: Node): Written {
    const key = `${r} ${l ?? ""} ${kind ?? ""}`;
    let found = blanks.get(key);
    if (!found) {
        const node: Node = { i: "", r, n: "", ...(l !== undefined && { l }), ...(kind !== undefined && { kind }) };
        const root = kinds[r].make(node);
        if (kinds[r].acts) root.classList.add("acts");
        found = { root, node, attributes: {}, css: "", leaf: false };
        rewrite(found, node);
        blanks.set(key, found);
    }
    return found;
}

/** A new element for this Node, with all that it says. */
export function create(node: Node): Written {
    const model = blank(node);
    const written = { ...model, root: model.root.cloneNode(true) as HTMLElement };
    written.root.setAttribute("data-id", node.i);
    rewrite(written, node);
    return written;
}

/** The element says from now on what this Node says. */
export function rewrite(written: Written, node: Node): void {
    const { root, node: was } = written;
    const kind = kinds[node.r];
    const target = kind.inner ? (root.firstElementChild as HTMLElement) : root;

    if (kind.name !== "label" && node.n !== was.n) {
        if (kind.name === "last") say(root.lastElementChild!, node.n);
        else if (kind.name === "text") say(root, node.n);
    }

    const before = written.attributes;
    const now = (written.attributes = attributesOf(node, kind));
    for (const key in now) {
        const value = now[key];
        if (value !== before[key] && value !== undefined && value !== "") target.setAttribute(key, String(value));
    }
    for (const key in before) {
        const had = before[key] !== undefined && before[key] !== "";
        if (had && (now[key] === undefined || now[key] === "")) target.removeAttribute(key);
    }
    if (kind.acts && node.r !== "link" && yes(node.off) !== yes(was.off)) (target as Input).disabled = yes(node.off);

    if (node.layer !== was.layer) {
        if (node.layer) root.setAttribute("data-layer", node.layer);
        else root.removeAttribute("data-layer");
    }
    const leaf = lies(node, kind);
    if (leaf !== written.leaf) root.classList.toggle("leaf", leaf);
    const css = styleOf(node, kind);
    if (css !== written.css) root.style.cssText = css;
    Object.assign(written, { node, css, leaf });

    kind.more?.(root, node, was);
    kind.state?.(target, node);
}

/** Back to what the program thinks: what a person did to the element itself was not accepted. */
export function restate({ root, node }: Written): void {
    kinds[node.r].state?.(control(root), node);
}
