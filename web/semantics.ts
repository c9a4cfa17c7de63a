// The mirror: native elements laid over the canvas, always on, kept equal to the Nodes of the last frame. It is what a finger taps, a keyboard walks,
// a screen reader reads and Ctrl+F finds; the canvas below it is a picture.

import { Announcer } from "./announce";
import { acts, control, create, dress, restate, shape } from "./elements";
import { Fields } from "./fields";
import { listen, type Listener } from "./input";
import { arrange } from "./order";
import type { Node, Sync } from "./protocol";

interface Item {
    node: Node;
    root: HTMLElement;
}

export class Mirror {
    private readonly items = new Map<string, Item>();
    private order: string[] = [];
    private fitted: Sync | undefined;
    private readonly fields = new Fields();
    private readonly announcer = new Announcer();
    /** The dialog the program wants open, and the one that is. */
    private modal: string | undefined;
    private openDialog: HTMLDialogElement | undefined;
    private face = "drawn";
    private printing = false;
    private rest: (() => void) | undefined;
    /** Controls that were used: the browser already shows the answer, the program may think otherwise. */
    private readonly used = new Set<string>();

    constructor(private readonly page: HTMLElement, listener: Listener) {
        this.announcer.furnish(page);
        const act: Listener["act"] = (act) => {
            this.used.add(act.node);
            listener.act(act);
        };
        listen(page, this.fields, { ...listener, act });
        // Whoever is quicker than what comes after the paint meets the screen as it will be: a focus that moved after the key or the finger would take it away.
        for (const type of ["keydown", "pointerdown"]) window.addEventListener(type, () => this.complete(), { capture: true });
        // A browser that will not be asked a second time closes a dialog by itself. If the program keeps it, settle() opens it again.
        page.addEventListener("close", ({ target }) => {
            if (target !== this.openDialog || !this.openDialog || this.openDialog.open) return;
            const node = this.openDialog.dataset.id!;
            this.closeDialog();
            act({ node, op: "close" });
        }, { capture: true });
    }

    /** What the program speaks. */
    get language(): string | undefined {
        return this.fitted?.lang;
    }

    /** What a browser needs long for the first time (the words and order of its own date field) is fetched before somebody waits for it. */
    warm(): void {
        const node: Node = { i: "", r: "field", n: "", kind: "date" };
        dress(create(node), node);
    }

    /** On paper it is always the text face: the drawing is only as tall as the window. */
    print(on: boolean): void {
        this.complete();
        this.printing = on;
        document.documentElement.dataset.face = on ? "text" : this.face;
        // Where there is a paper on the screen, it is all that is printed.
        document.documentElement.classList.toggle("on-paper", on && this.items.has("paper"));
    }

    apply(sync: Sync): void {
        this.complete();
        const focused = document.activeElement;
        const wasAt = this.idOf(focused);
        const oldOrder = this.order;

        // A browser that loses the element with the focus lays out the page at once, to see what may have it. Before anything has changed there is nothing to
        // lay out.
        if (focused instanceof HTMLElement && wasAt && sync.order && !sync.order.some(([id]) => id === wasAt)) focused.blur();
        // Another screen is there when its first window is there: what lies below, and the focus, which makes the browser lay out the page at once, come
        // a moment after it was painted. Nobody waits for them; who is frightened waits for the first words.
        const arrives = sync.top === true && sync.modal === undefined && this.modal === undefined && !document.hidden;
        const below = arrives ? window.innerHeight : Infinity;
        const later = (node: Node) => node.b !== undefined && node.b[1] > below && !node.layer && !this.items.has(node.i);
        const put = sync.put ?? [];
        for (const node of put) if (!later(node)) this.put(node);
        if (sync.order) this.reorder(sync.order);
        this.fitPage(sync);
        this.showDialog((this.modal = sync.modal));
        if (sync.top) window.scrollTo(0, 0);

        this.rest = () => {
            const rest = put.filter((node) => !this.items.has(node.i));
            for (const node of rest) this.put(node);
            if (rest.length > 0 && sync.order) this.reorder(sync.order);
            if (sync.focus) this.focus(sync.focus, sync.top === true);
            else if (wasAt && this.focusWasLost(wasAt)) this.focusNear(wasAt, focused, oldOrder);
            if (sync.say) this.announcer.say(this.openDialog ?? this.page, ...sync.say);
        };
        if (arrives) setTimeout(() => this.complete());
        else this.complete();
    }

    /** What was left for after the paint. */
    private complete(): void {
        const { rest } = this;
        this.rest = undefined;
        rest?.();
    }

    /** After the program had its say about what was done: what it did not accept goes back to what it was. */
    settle(): void {
        for (const id of this.used) {
            const node = this.items.get(id)?.node;
            // A field keeps what a person typed; only the program's own words replace it.
            if (!node || node.r === "field") continue;
            // Choosing one radio took the mark from another.
            for (const item of this.items.values()) if (item.node === node || (node.r === "radio" && item.node.g === node.g)) restate(item.root, item.node);
        }
        this.used.clear();
        this.showDialog(this.modal);
    }

    // ---- nodes ----

    private put(node: Node): void {
        let item = this.items.get(node.i);
        let was = item?.node;
        if (!item) {
            item = { node, root: create(node) };
            this.items.set(node.i, item);
            if (node.r === "dialog") this.announcer.furnish(item.root);
        } else if (shape(item.node) !== shape(node)) {
            const root = create(node);
            root.append(...item.root.children);
            item.root.replaceWith(root);
            item.root = root;
            was = undefined;
        }
        item.node = node;
        dress(item.root, node, was);
        if (node.r === "field") this.fields.write(item.root as HTMLInputElement, String(node.v ?? ""));
    }

    private reorder(order: [id: string, parent: string][]): void {
        const children = new Map<string, HTMLElement[]>([["", []]]);
        const kept = new Set<string>();
        for (const [id, parent] of order) {
            const item = this.items.get(id);
            if (!item) continue;
            kept.add(id);
            const siblings = children.get(parent);
            if (siblings) siblings.push(item.root);
            else children.set(parent, [item.root]);
        }
        // First place what stays, then take away what goes: a focused element is moved out of a dying parent, not removed with it.
        // The deepest first: what is new enters the page once, with all that it holds.
        const focused = document.activeElement;
        for (const [parent, roots] of [...children].reverse()) {
            const host = parent === "" ? this.page : this.items.get(parent)?.root;
            if (host) arrange(host, roots, focused);
        }
        // The order before is parents before children: what lies in something that went is gone already.
        for (const id of this.order) {
            const item = kept.has(id) ? undefined : this.items.get(id);
            if (!item) continue;
            if (item.root === this.openDialog) this.closeDialog();
            if (item.root.isConnected) item.root.remove();
            this.items.delete(id);
        }
        this.order = order.map(([id]) => id);
    }

    // ---- the page ----

    private fitPage(sync: Sync): void {
        const html = document.documentElement;
        const { lang, title, dir, height, pad, scale, theme, text } = sync;
        // Not compared with the page: a browser that translates it says there in which language it is now.
        if (this.fitted?.lang !== lang) html.lang = lang;
        if (html.dir !== dir) html.dir = dir;
        if (document.title !== title) document.title = title;
        if (html.dataset.theme !== theme) html.dataset.theme = theme;
        this.face = text ? "text" : "drawn";
        if (html.dataset.face !== this.face && !this.printing) html.dataset.face = this.face;
        const was = this.fitted;
        this.fitted = sync;
        if (was?.scale !== scale) html.style.setProperty("--scale", String(scale));
        // So that the browser's own scrolling to what has the focus stops short of the bars.
        if (was?.pad[0] !== pad[0]) html.style.scrollPaddingTop = `${pad[0]}px`;
        if (was?.pad[1] !== pad[1]) html.style.scrollPaddingBottom = `${pad[1]}px`;
        if (was?.height !== height) this.page.style.minHeight = `${height}px`;
    }

    private showDialog(id: string | undefined): void {
        const wanted = id === undefined ? undefined : this.items.get(id)?.root;
        if (this.openDialog && this.openDialog !== wanted) this.closeDialog();
        if (wanted instanceof HTMLDialogElement && !wanted.open) {
            this.openDialog = wanted;
            // Outside an open dialog nothing can be scrolled; the room of a classic scroll bar stays, or the page would jump.
            const html = document.documentElement;
            html.classList.toggle("gutter", window.innerWidth > html.clientWidth);
            html.classList.add("modal");
            wanted.showModal();
        }
    }

    private closeDialog(): void {
        const dialog = this.openDialog;
        this.openDialog = undefined;
        document.documentElement.classList.remove("modal", "gutter");
        dialog?.close();
    }

    // ---- focus ----

    private idOf(element: Element | null): string | undefined {
        return element?.closest<HTMLElement>("[data-id]")?.dataset.id;
    }

    private focus(id: string, stayAtTop: boolean): void {
        const root = this.items.get(id)?.root;
        if (!root) return;
        const target = control(root);
        const native = "disabled" in target || target.hasAttribute("href");
        if (!native) attributeOnce(target, "tabindex", "-1");
        target.focus({ preventScroll: stayAtTop });
    }

    private focusWasLost(id: string): boolean {
        const now = document.activeElement;
        if (now === null || now === document.body) return true;
        const item = this.items.get(id);
        return item !== undefined && control(item.root) === now && now.matches(":disabled");
    }

    /** Back to where it was; if that is gone, to the next thing a person can use, else the one before, else the heading. */
    private focusNear(id: string, element: Element | null, oldOrder: string[]): void {
        const usable = (other: string) => {
            const item = this.items.get(other);
            if (!item || !acts(item.node) || control(item.root).matches(":disabled")) return false;
            return !this.openDialog || this.openDialog.contains(item.root);
        };
        if (element?.isConnected && element instanceof HTMLElement && !element.matches(":disabled")) {
            element.focus({ preventScroll: true });
            if (document.activeElement === element) return;
        }
        const at = oldOrder.indexOf(id);
        const heading = () => this.order.find((other) => {
            const node = this.items.get(other)?.node;
            return node?.r === "heading" && node.l === 1;
        });
        const near =
            (usable(id) ? id : undefined) ?? oldOrder.slice(at + 1).find(usable) ?? oldOrder.slice(0, Math.max(0, at)).reverse().find(usable) ?? heading();
        if (near) this.focus(near, false);
    }
}

function attributeOnce(element: Element, name: string, value: string): void {
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
}
