// How one Node becomes one native element. A table of roles: what to make, and what to write on it when the Node changed.
//
// Native elements, almost no ARIA. Attributes and styles are only touched where they differ, and only through properties: the page's policy allows
// neither markup from strings nor style attributes.

import type { Box, Flag, Node, Role } from "./protocol";

export type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Kind {
    make(node: Node): HTMLElement;
    dress?(root: HTMLElement, node: Node): void;
    /** Holds others and stands in the page's own flow, unless it is a layer. */
    container?: true;
    /** A finger, a key or a screen reader can do something with it. */
    acts?: true;
    /** Its name is its text, laid exactly over the drawn text. */
    text?: true;
}

// ---- small helpers ----

export function attribute(element: Element, name: string, value: string | number | undefined): void {
    if (value === undefined || value === "") {
        if (element.hasAttribute(name)) element.removeAttribute(name);
    } else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

type StyleName = "left" | "top" | "width" | "height" | "color" | "fontSize" | "fontWeight" | "lineHeight" | "textAlign";

function style(element: HTMLElement, name: StyleName, value: string): void {
    if (element.style[name] !== value) element.style[name] = value;
}

function words(element: HTMLElement, text: string): void {
    if (element.textContent !== text) element.textContent = text;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, role?: string): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    if (role) element.setAttribute("role", role);
    return element;
}

const yes = (flag: Flag | undefined): boolean => flag === true || flag === 1;
const flagged = (flag: Flag | undefined): string | undefined => (flag === undefined ? undefined : yes(flag) ? "true" : "false");
const named = (root: HTMLElement, node: Node) => attribute(root, "aria-label", node.n);
const spoken = (root: HTMLElement, node: Node) => words(root, node.n);

/** The element that takes the focus and the value: the input inside a label, else the element itself. */
export function control(root: HTMLElement): HTMLElement {
    return root instanceof HTMLLabelElement || root.classList.contains("slider") ? (root.firstElementChild as HTMLElement) : root;
}

// ---- the table ----

const container = (tag: "header" | "nav" | "main" | "section" | "div" | "ul" | "li", role?: string): Kind => ({
    make: () => make(tag, role),
    dress: named,
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
    dress: (root, node) => {
        const input = control(root) as HTMLInputElement;
        words(root.lastElementChild as HTMLElement, node.n);
        if (type === "radio") {
            attribute(input, "name", node.g);
            attribute(input, "value", node.v ?? "true");
        }
        if (input.checked !== yes(node.on)) input.checked = yes(node.on);
    },
    acts: true,
});

const heading: Kind = { make: (node) => make(`h${Math.min(6, Math.max(1, node.l ?? 2))}` as "h1"), dress: spoken, text: true };

/** Absolutely placed table parts lose their table layout, and with it in some browsers their meaning: the role says it again. */
const cell = (tag: "th" | "td", role: string): Kind => ({ make: () => make(tag, role), dress: spoken, text: true });

const kinds: Record<Role, Kind> = {
    banner: container("header"),
    navigation: container("nav"),
    main: container("main"),
    region: container("section"),
    group: container("div", "group"),
    radiogroup: container("div", "radiogroup"),
    // Safari drops the list of a list without bullets; the role brings it back.
    list: container("ul", "list"),
    item: {
        make: () => make("li"),
        // An item of plain words carries them itself; one with parts has no name.
        dress: (root, node) => node.n !== "" && root.childElementCount === 0 && spoken(root, node),
        container: true,
    },
    table: { make: () => make("table", "table"), dress: named, container: true },
    row: { make: () => make("tr", "row"), container: true },
    dialog: { make: () => make("dialog"), dress: named, container: true },

    heading,
    text: { make: () => make("p"), dress: spoken, text: true },
    status: { make: () => make("div", "status"), dress: spoken, text: true },
    colhead: cell("th", "columnheader"),
    rowhead: cell("th", "rowheader"),
    cell: cell("td", "cell"),
    image: { make: () => make("div", "img"), dress: named },
    separator: { make: () => make("hr") },
    progress: {
        make: () => make("progress"),
        dress: (root, node) => {
            named(root, node);
            attribute(root, "max", node.max ?? 1);
            attribute(root, "value", node.v);
            attribute(root, "aria-valuetext", node.vt);
        },
    },

    button: {
        make: () => make("button"),
        dress: (root, node) => {
            spoken(root, node);
            attribute(root, "aria-current", yes(node.on) ? "page" : undefined);
        },
        acts: true,
    },
    toggle: {
        make: () => make("button"),
        dress: (root, node) => {
            spoken(root, node);
            attribute(root, "aria-pressed", yes(node.on) ? "true" : "false");
        },
        acts: true,
    },
    link: {
        make: () => make("a"),
        dress: (root, node) => {
            spoken(root, node);
            const href = safe(node.href);
            attribute(root, "href", href);
            const outside = href.startsWith("https:");
            attribute(root, "target", outside ? "_blank" : undefined);
            attribute(root, "rel", outside ? "noopener noreferrer" : undefined);
            attribute(root, "aria-current", yes(node.on) ? "page" : undefined);
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
        dress: (root, node) => {
            const input = control(root) as HTMLInputElement;
            named(input, node);
            words(root.lastElementChild as HTMLElement, node.vt ?? "");
            attribute(input, "min", node.min ?? 0);
            attribute(input, "max", node.max ?? 10);
            attribute(input, "step", node.step ?? 1);
            attribute(input, "aria-valuetext", node.vt);
            // Not chosen yet: the thumb waits in the middle, the words say that nothing was chosen.
            const value = String(node.v ?? (Number(input.min) + Number(input.max)) / 2);
            if (input.value !== value) input.value = value;
        },
        acts: true,
    },
    select: {
        make: () => make("select"),
        dress: (root, node) => {
            const select = root as HTMLSelectElement;
            named(root, node);
            const options = node.o ?? [];
            while (select.length > options.length) select.remove(select.length - 1);
            options.forEach(([value, text], i) => {
                let option = select.options[i];
                if (!option) select.add((option = make("option")));
                if (option.value !== value) option.value = value;
                words(option, text);
            });
            // No value: nothing is chosen, also not the first.
            select.selectedIndex = options.findIndex(([value]) => value === String(node.v));
        },
        acts: true,
    },
    field: {
        make: (node) => (node.kind === "lines" ? make("textarea") : make("input")),
        // The value is written by the mirror, which knows who is typing.
        dress: (root, node) => {
            const field = root as HTMLInputElement;
            const kind = node.kind ?? "text";
            const native = kind === "date" || kind === "time";
            const prose = kind === "text" || kind === "lines";
            named(root, node);
            // Numbers are text to the browser: its own number field drops a comma and eats what it does not understand.
            if (kind !== "lines") attribute(field, "type", native ? kind : "text");
            attribute(field, "inputmode", kind === "decimal" ? "decimal" : kind === "integer" ? "numeric" : undefined);
            attribute(field, "enterkeyhint", kind === "lines" || native ? undefined : "done");
            attribute(field, "autocapitalize", prose ? "sentences" : "off");
            attribute(field, "autocomplete", "off");
            attribute(field, "spellcheck", prose ? "true" : "false");
            attribute(field, "maxlength", node.len);
            attribute(field, "placeholder", native ? undefined : node.p);
            if (native) {
                attribute(field, "min", node.min);
                attribute(field, "max", node.max);
            }
        },
        acts: true,
    },
};

/** Only addresses that cannot run anything. A link without one is a press inside the program. */
function safe(href: string | undefined): string {
    return href !== undefined && /^(#|https:|tel:|sms:|mailto:)/.test(href) ? href : "#";
}

// ---- what the mirror calls ----

export const acts = (node: Node): boolean => kinds[node.r].acts === true;

/** Nodes of different shape cannot share an element. */
export const shape = (node: Node): string =>
    node.r === "heading" ? `heading${node.l ?? 2}` : node.r === "field" && node.kind === "lines" ? "lines" : node.r;

export function create(node: Node): HTMLElement {
    const root = kinds[node.r].make(node);
    root.dataset.id = node.i;
    if (acts(node)) root.classList.add("acts");
    return root;
}

export function dress(root: HTMLElement, node: Node): void {
    const kind = kinds[node.r];
    kind.dress?.(root, node);
    const target = control(root);
    attribute(target, "aria-description", [node.e, node.d].filter((part) => part).join(" "));
    attribute(target, "aria-invalid", node.e ? "true" : undefined);
    if (kind.acts) {
        attribute(target, "aria-expanded", flagged(node.open));
        if ("disabled" in target) (target as Input).disabled = yes(node.off);
        else attribute(target, "aria-disabled", yes(node.off) ? "true" : undefined);
    }
    place(root, node, kind);
    letters(target, node, kind);
}

function place(root: HTMLElement, node: Node, kind: Kind): void {
    attribute(root, "data-layer", node.layer);
    const flows = kind.container && !node.layer && !(node.r === "item" && node.n !== "");
    root.classList.toggle("leaf", !flows && !node.layer);
    const box: Box | undefined = flows ? undefined : node.b;
    const px = (value: number | undefined) => (value === undefined ? "" : `${value}px`);
    style(root, "left", px(box?.[0]));
    style(root, "top", px(box?.[1]));
    // One pixel more, so that rounding never breaks a line that the canvas did not break.
    style(root, "width", px(box && box[2] + (kind.text ? 1 : 0)));
    style(root, "height", px(box?.[3]));
}

function letters(target: HTMLElement, node: Node, kind: Kind): void {
    const [size, bold, line] = node.f ?? [];
    // Below 16 px iOS zooms into a field that is tapped.
    const px = size === undefined ? undefined : node.r === "field" ? Math.max(16, size) : size;
    style(target, "fontSize", px === undefined ? "" : `${px}px`);
    style(target, "fontWeight", yes(bold) ? "700" : "");
    style(target, "lineHeight", line === undefined ? "" : `${line}px`);
    style(target, "textAlign", yes(node.mid) ? "center" : "");
    const seen = node.r === "field" || ((kind.text || kind.acts) && yes(node.shown));
    style(target, "color", seen ? (node.c ?? "var(--ink)") : "");
}
