// The elements of the Nodes on the screen, in the order of the program. What they mean to hands, keys and readers is the mirror's (semantics.ts).

import { create, FIELDS, LEVELS, restate, rewrite, ROLES, shape, type Written } from "./elements";
import { arrange } from "./order";
import type { Node } from "./protocol";

interface Hooks {
    /** A new element, not in the page yet. */
    made?(written: Written): void;
    /** Its Node was written on it. */
    put?(written: Written): void;
    /** It leaves the page. */
    goes?(written: Written): void;
}

export class Tree {
    readonly items = new Map<string, Written>();
    /** Ids, parents before their children. */
    order: string[] = [];

    constructor(private readonly page: HTMLElement, private readonly hooks: Hooks = {}) {}

    put(node: Node): void {
        let item = this.items.get(node.i);
        if (item && shape(item.node) === shape(node)) rewrite(item, node);
        else item = this.make(node);
        this.hooks.put?.(item);
    }

    /** The same again, as an element that was never there. */
    renew(id: string): HTMLElement | undefined {
        const item = this.items.get(id);
        return item && this.make(item.node).root;
    }

    private make(node: Node): Written {
        const before = this.items.get(node.i)?.root;
        const item = create(node);
        this.items.set(node.i, item);
        if (before) {
            item.root.append(...before.querySelectorAll(":scope > [data-id]"));
            before.replaceWith(item.root);
        }
        this.hooks.made?.(item);
        return item;
    }

    /** What is not in `order` goes. */
    reorder(order: [id: string, parent: string][]): void {
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
            this.hooks.goes?.(item);
            if (item.root.isConnected) item.root.remove();
            this.items.delete(id);
        }
        this.order = order.map(([id]) => id);
    }
}

/** What a browser does slowly the first time (an element of each kind, the order of its own date field, the functions of this file) is done where nobody sees it,
    before somebody waits for it: some screens of everything, one after the other. */
export function warm(): void {
    const tree = new Tree(document.createElement("div"));
    const nodes = (screen: number): Node[] =>
        ROLES.flatMap((r): Node[] => {
            const node: Node = { i: `${r}${screen % 3}`, r, n: `${screen}`, b: [0, screen, 10, 10] };
            if (r === "heading") return LEVELS.map((l) => ({ ...node, i: `${node.i} ${l}`, l }));
            if (r === "field") return FIELDS.map((kind) => ({ ...node, i: `${node.i} ${kind}`, kind }));
            return [node];
        });
    for (let screen = 0; screen < 3; ++screen) {
        const put = nodes(screen);
        for (const node of put) tree.put(node);
        const order = [...put, ...(screen % 2 ? nodes(screen - 1).reverse() : [])].map(({ i, r }): [string, string] => [i, r === "main" || i.startsWith("main") ? "" : `main${screen % 3}`]);
        tree.reorder(order);
        for (const item of tree.items.values()) restate(item);
    }
}
