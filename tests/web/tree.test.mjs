// What a screen reader is given: Chromium's whole accessibility tree of every screen, kept as reviewed text in tests/web/tree/.
//   KOERS_TREE=write node --test tests/web/tree.test.mjs      writes them anew; look at the difference before you keep it
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chapters } from "./screens.mjs";
import { stage } from "./stage.mjs";
import { Visitor } from "./visitor.mjs";

const folder = fileURLToPath(new URL("tree/", import.meta.url));
const write = process.env.KOERS_TREE === "write";

let browser, home;
stage((...both) => ([browser, home] = both));
mkdirSync(folder, { recursive: true });

const told = ["checked", "pressed", "expanded", "disabled", "invalid", "level", "modal"];
/** What the protocol keeps to itself; the attributes are where readers have it from. */
const attributes = { slider: "aria-valuetext", progressbar: "aria-valuetext", button: "aria-current" };
const leaves = new Set(["paragraph", "listitem", "status", "alert"]);
const silent = new Set(["none", "generic", "InlineTextBox", "StaticText", "LineBreak", "LabelText", "ListMarker"]);

/** Role, name, value, description and states, a line each, indented as they lie in each other. */
async function tree(page) {
    const cdp = await page.context().newCDPSession(page);
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const attribute = new Map();
    for (const node of nodes) {
        const name = attributes[node.role?.value];
        if (node.ignored || !name) continue;
        const { node: described } = await cdp.send("DOM.describeNode", { backendNodeId: node.backendDOMNodeId });
        const at = described.attributes.indexOf(name);
        if (at >= 0) attribute.set(node.nodeId, described.attributes[at + 1]);
    }
    await cdp.detach();
    const of = new Map(nodes.map((node) => [node.nodeId, node]));
    const lines = [];
    const words = (node) => (node.role?.value === "StaticText" ? node.name.value : (node.childIds ?? []).map((id) => (of.has(id) ? words(of.get(id)) : "")).join(""));
    const walk = (node, depth) => {
        const role = node.role?.value ?? "";
        let inner = depth;
        if (!node.ignored && !silent.has(role)) {
            const state = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
            const states = told.filter((name) => ![undefined, false, "false", "none"].includes(state[name]) || (["checked", "pressed", "expanded"].includes(name) && name in state));
            const name = node.name?.value || (leaves.has(role) && (node.childIds ?? []).every((id) => silent.has(of.get(id)?.role?.value)) ? words(node) : "");
            const parts = [role, name && JSON.stringify(name), attribute.get(node.nodeId) && `[${attribute.get(node.nodeId)}]`, node.value?.value !== undefined && node.value.value !== "" && `= ${node.value.value}`,
                node.description?.value && `(${node.description.value})`, ...states.map((name) => (state[name] === true || state[name] === "true" ? name : `${name}:${state[name]}`))];
            lines.push("  ".repeat(depth) + parts.filter(Boolean).join(" "));
            inner = depth + 1;
        }
        // What browsers make inside their own fields differs from release to release.
        if (["textbox", "slider", "Date", "InputTime", "radio", "checkbox", "button", "link", "heading"].includes(role)) return;
        for (const id of node.childIds ?? []) if (of.has(id)) walk(of.get(id), inner);
    };
    walk(nodes[0], 0);
    // A link names the host, which here has another port each time.
    return `${lines.join("\n")}\n`.replaceAll(new URL(page.url()).origin, "https://koers.example");
}

const seen = new Set();
for (const { start, first, screens } of chapters) {
    test(screens.map(([name]) => name).join(", "), async () => {
        const visitor = await Visitor.arrive(browser, home.url, { first });
        await start(visitor);
        const different = {};
        for (const [name, go] of screens) {
            await go(visitor);
            const file = `${folder}${name}.txt`;
            const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
            // What was just done may still be on its way to the screen.
            let now = await tree(visitor.page);
            for (let looks = 0, before = ""; looks < 20 && (write ? now !== before : now !== kept); ++looks) {
                await new Promise((later) => setTimeout(later, 100));
                [before, now] = [now, await tree(visitor.page)];
            }
            seen.add(`${name}.txt`);
            if (write) writeFileSync(file, now);
            if (!write && kept !== now) different[name] = { lost: kept.split("\n").filter((line) => !now.includes(line)), found: now.split("\n").filter((line) => !kept.includes(line)) };
        }
        await visitor.leave();
        assert.deepEqual(different, {});
    });
}

test("no tree is kept of a screen that is no more", () => {
    assert.deepEqual(readdirSync(folder).filter((name) => !seen.has(name)), []);
});
