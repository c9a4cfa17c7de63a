// The mirror: native elements laid over the canvas, always on, kept equal to the Nodes of the last frame. It is what a finger taps, a keyboard walks,
// a screen reader reads and Ctrl+F finds; the canvas below it is a picture.

import { Announcer } from "./announce";
import { acts, control, hasState, restate, visible } from "./elements";
import { Fields } from "./fields";
import { listen, type Listener } from "./input";
import type { Node, Sync } from "./protocol";
import { Tree, warm } from "./tree";

export class Mirror {
    private readonly tree: Tree;
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

    /** `died` hears what went wrong in what is done after the paint: nobody else does. */
    constructor(private readonly page: HTMLElement, listener: Listener, private readonly died: (why: unknown) => void) {
        this.announcer.furnish(page);
        this.tree = new Tree(page, {
            made: ({ root, node }) => {
                if (node.r === "dialog") this.announcer.furnish(root);
            },
            put: ({ root, node }) => {
                if (node.r === "field") this.fields.write(root as HTMLInputElement, String(node.v ?? ""));
            },
            goes: ({ root }) => {
                if (root === this.openDialog) this.closeDialog();
            },
        });
        const act: Listener["act"] = (act) => {
            this.used.add(act.node);
            listener.act(act);
        };
        listen(page, this.fields, { ...listener, act });
        // Whoever is quicker than what comes after the paint meets the screen as it will be: a focus that moved after the key or the finger would take it away.
        // A mouse presses what was below it before: for a mouse it is there as soon as it moves.
        for (const type of ["keydown", "pointerdown", "pointermove"]) window.addEventListener(type, () => this.complete(), { capture: true });
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

    /** What a browser does slowly the first time is done before somebody waits for it. */
    warm(): void {
        warm();
    }

    /** On paper it is always the text face: the drawing is only as tall as the window. */
    print(on: boolean): void {
        this.complete();
        document.documentElement.dataset.face = on ? "text" : this.face;
        this.printing = on;
        // Where there is a paper on the screen, it is all that is printed.
        document.documentElement.classList.toggle("on-paper", on && this.tree.items.has("paper"));
    }

    apply(sync: Sync): void {
        this.complete();
        const focused = document.activeElement;
        const wasAt = this.idOf(focused);
        const oldOrder = this.tree.order;

        // A browser that loses the element with the focus lays out the page at once, to see what may have it. Before anything has changed there is nothing to
        // lay out.
        if (focused instanceof HTMLElement && wasAt && sync.order && !sync.order.some(([id]) => id === wasAt)) focused.blur();
        // The picture goes first. What only the canvas shows, and the focus, which makes the browser lay out the page at once, come a moment after it was
        // painted, and before any key or finger; what a browser draws itself, and on the text face that is everything, comes with it.
        const whole = sync.text === true || sync.modal !== undefined || this.modal !== undefined || document.hidden;
        const put: Node[] = [];
        const later: Node[] = [];
        for (const node of sync.put ?? []) {
            const was = this.tree.items.get(node.i)?.node;
            (whole || visible(node) || (was && visible(was)) ? put : later).push(node);
        }
        for (const node of put) this.tree.put(node);
        if (sync.order) this.tree.reorder(sync.order);
        this.fitPage(sync);
        this.showDialog((this.modal = sync.modal));
        if (sync.top) window.scrollTo(0, 0);

        const left = document.activeElement;
        this.rest = () => {
            const moved = document.activeElement !== left; // a screen reader went elsewhere by itself: it stays there
            for (const node of later) this.tree.put(node);
            if (later.length > 0 && sync.order) this.tree.reorder(sync.order);
            if (sync.focus && !moved) this.focus(sync.focus, sync.top === true);
            else if (wasAt && this.focusWasLost(wasAt)) this.focusNear(wasAt, focused, oldOrder);
            if (sync.say) this.announcer.say(this.openDialog ?? this.page, ...sync.say);
        };
        if (later.length > 0 || (sync.top && !whole)) setTimeout(() => this.complete());
        else this.complete();
    }

    /** What was left for after the paint. */
    private complete(): void {
        const { rest } = this;
        this.rest = undefined;
        try {
            rest?.();
        } catch (error) {
            this.died(error);
        }
    }

    /** After the program had its say about what was done: what it did not accept goes back to what it was. */
    settle(): void {
        const all = [...this.used].flatMap((id) => this.tree.items.get(id) ?? []);
        for (const { root, node } of all) if (node.r === "field") this.fields.settle(root as HTMLInputElement, String(node.v ?? ""));
        const nodes = all.map(({ node }) => node).filter(hasState);
        if (nodes.length > 0) this.complete();
        for (const { i } of nodes) {
            const node = this.tree.items.get(i)?.node;
            // Choosing one radio took the mark from another.
            for (const item of this.tree.items.values()) if (item.node === node || (node?.r === "radio" && item.node.g === node.g)) restate(item);
        }
        this.used.clear();
        this.showDialog(this.modal);
    }

    /** The program is no more. An open question keeps the rest out of reach, also when nobody sees it any longer: it closes and stays closed. */
    abandon(): void {
        this.modal = this.rest = undefined;
        this.used.clear();
        this.closeDialog();
    }

    // ---- the page ----

    private fitPage(sync: Sync): void {
        const html = document.documentElement;
        const { lang, title, dir, height, pad, scale, theme, text } = sync;
        // Not compared with the page: to ask is slow, and a browser that translates it says there in which language it is now.
        const was = this.fitted;
        this.fitted = sync;
        const face = text ? "text" : "drawn";
        if (was?.lang !== lang) html.lang = lang;
        if (was?.dir !== dir) html.dir = dir;
        if (was?.title !== title) document.title = title;
        if (was?.theme !== theme) html.dataset.theme = theme;
        if ((this.face !== face || !was) && !this.printing) html.dataset.face = face;
        this.face = face;
        if (was?.scale !== scale) html.style.setProperty("--scale", String(scale));
        // So that the browser's own scrolling to what has the focus stops short of the bars.
        if (was?.pad[0] !== pad[0]) html.style.scrollPaddingTop = `${pad[0]}px`;
        if (was?.pad[1] !== pad[1]) html.style.scrollPaddingBottom = `${pad[1]}px`;
        if (was?.height !== height) this.page.style.minHeight = `${height}px`;
    }

    private showDialog(id: string | undefined): void {
        const wanted = id === undefined ? undefined : this.tree.items.get(id)?.root;
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
        let root = this.tree.items.get(id)?.root;
        if (!root) return;
        // The heading of one screen becomes that of the next. To a screen reader nothing has happened when it had the focus already: then it is a new one.
        if (stayAtTop && root === document.activeElement) root = this.tree.renew(id)!;
        const target = control(root);
        const native = "disabled" in target || target.hasAttribute("href");
        if (!native) attributeOnce(target, "tabindex", "-1");
        target.focus({ preventScroll: stayAtTop });
    }

    private focusWasLost(id: string): boolean {
        const now = document.activeElement;
        if (now === null || now === document.body) return true;
        const item = this.tree.items.get(id);
        return item !== undefined && control(item.root) === now && now.matches(":disabled");
    }

    /** Back to where it was; if that is gone, to the next thing a person can use, else the one before, else the heading. */
    private focusNear(id: string, element: Element | null, oldOrder: string[]): void {
        const usable = (other: string) => {
            const item = this.tree.items.get(other);
            if (!item || !acts(item.node) || control(item.root).matches(":disabled")) return false;
            return !this.openDialog || this.openDialog.contains(item.root);
        };
        if (element?.isConnected && element instanceof HTMLElement && !element.matches(":disabled")) {
            element.focus({ preventScroll: true });
            if (document.activeElement === element) return;
        }
        const at = oldOrder.indexOf(id);
        const heading = () => this.tree.order.find((other) => {
            const node = this.tree.items.get(other)?.node;
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
