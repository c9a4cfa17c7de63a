// The mirror by itself: hand-made syncs in, native elements out; hands, keys and readers in, messages out. In Chromium, under the production policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { bundle, launch, serve } from "../support/page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const styles = readFileSync(new URL("../../web/styles.css", import.meta.url), "utf8");
const script = await bundle(`
    import { Mirror } from "./semantics";
    import { longestRun } from "./order";
    const acts = [], touches = [], scrolls = [];
    const base = { t: "sync", lang: "nl", title: "Koers", dir: "ltr", height: 2000, pad: [60, 70], scale: 1, theme: "light", depth: 0 };
    const mirror = new Mirror(document.getElementById("mirror"), {
        act: (a) => { acts.push(a); globalThis.onact?.(a); }, touch: (t) => touches.push(t), scrolled: (s) => scrolls.push(s),
    }, (error) => (globalThis.died = error.message));
    const shown = new Map();
    Object.assign(globalThis, {
        mirror, acts, touches, scrolls, longestRun,
        // Like the program: only what is new or changed is put, and the order comes only when it changed.
        order: [], show: (nodes, more = {}) => {
            const put = [], order = [];
            for (const { p = "", ...node } of nodes) {
                node.n ??= "";
                order.push([node.i, p]);
                if (JSON.stringify(node) !== shown.get(node.i)) put.push(node);
                shown.set(node.i, JSON.stringify(node));
            }
            for (const id of shown.keys()) if (!order.some(([o]) => o === id)) shown.delete(id);
            const changed = JSON.stringify(order) !== JSON.stringify(globalThis.order);
            globalThis.order = order;
            mirror.apply({ ...base, ...(put.length ? { put } : {}), ...(changed ? { order } : {}), ...more });
        },
        focused: () => document.activeElement.closest("[data-id]")?.dataset.id ?? document.activeElement.tagName,
        el: (id) => document.querySelector('[data-id="' + id + '"]'),
    });
    document.documentElement.classList.add("running");
    document.body.dataset.ready = "1";
`);

let browser, server, page;
before(async () => {
    browser = await launch();
    server = await serve({
        "/": ["text/html", `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>t</title><link rel="stylesheet" href="/s.css">
            <body><canvas id="canvas" aria-hidden="true"></canvas><div id="mirror"></div><script type="module" src="/t.js"></script>`],
        "/t.js": ["text/javascript", script],
        "/s.css": ["text/css", styles],
    });
});
after(async () => {
    await browser.close();
    server.close();
});
let errors;
beforeEach(async () => open({}));
afterEach(async () => {
    assert.deepEqual(errors, [], "nothing on the console, no policy violated");
    await page.context().close();
});
async function open(options) {
    page = await (await browser.newContext({ viewport: { width: 400, height: 700 }, ...options })).newPage();
    errors = [];
    page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    page.on("pageerror", (e) => errors.push(e.message));
    await page.goto(server.url);
    await page.waitForSelector("body[data-ready]", { state: "attached" });
}

/** And what comes after the paint. */
const show = (nodes, more) => page.evaluate(([nodes, more]) => {
    globalThis.show(nodes, more);
    return new Promise((after) => setTimeout(after));
}, [nodes, more]);
const acts = () => page.evaluate(() => globalThis.acts.splice(0));
const focused = () => page.evaluate(() => globalThis.focused());
const button = (i, y, more = {}) => ({ i, r: "button", n: i, b: [10, y, 200, 48], ...more });

/** One of everything. */
const everything = [
    { i: "top", r: "banner", n: "", layer: "top", b: [0, 0, 400, 60] },
    { i: "help", p: "top", r: "button", n: "Hulp nu", b: [280, 6, 110, 48] },
    { i: "main", r: "main", n: "" },
    { i: "h", p: "main", r: "heading", l: 1, n: "Vandaag", b: [20, 80, 300, 40], f: [30, 1] },
    { i: "p", p: "main", r: "text", n: "Hoe was je dag?", b: [20, 130, 300, 24], f: [16, 0] },
    { i: "reg", p: "main", r: "region", n: "Loggen" },
    { i: "grp", p: "reg", r: "group", n: "Glazen" },
    { i: "tog", p: "grp", r: "toggle", n: "Niets", on: 1, b: [20, 160, 100, 48] },
    { i: "lnk", p: "grp", r: "link", n: "Bel 1813", href: "tel:1813", b: [130, 160, 100, 48] },
    { i: "in", p: "grp", r: "link", n: "Meer", href: "#meer", b: [240, 160, 100, 48] },
    { i: "rg", p: "main", r: "radiogroup", n: "Met wie?" },
    { i: "r1", p: "rg", r: "radio", n: "Alleen", g: "who", v: "alone", on: 1, b: [20, 220, 150, 48] },
    { i: "r2", p: "rg", r: "radio", n: "Vrienden", g: "who", v: "friends", b: [180, 220, 150, 48] },
    { i: "chk", p: "main", r: "checkbox", n: "Ik ben 18 of ouder", d: "Wordt niet bewaard", b: [20, 280, 300, 48] },
    { i: "sl", p: "main", r: "slider", n: "Zin", min: 0, max: 10, step: 1, vt: "nog niet gekozen", b: [20, 340, 332, 48] },
    { i: "fld", p: "main", r: "field", kind: "text", n: "Notitie", v: "hallo", len: 80, b: [20, 400, 300, 48], c: "#20302f" },
    { i: "dec", p: "main", r: "field", kind: "decimal", n: "Prijs", e: "Dat is geen getal", b: [20, 460, 300, 48] },
    { i: "lines", p: "main", r: "field", kind: "lines", n: "Verhaal", b: [20, 520, 300, 100] },
    { i: "date", p: "main", r: "field", kind: "date", n: "Dag", v: "2026-11-21", min: "2026-01-01", max: "2026-11-22", b: [20, 640, 200, 48] },
    { i: "sel", p: "main", r: "select", n: "Land", v: "nl", o: [["be", "België"], ["nl", "Nederland"]], b: [20, 700, 200, 48] },
    { i: "lst", p: "main", r: "list", n: "Nummers" },
    { i: "i1", p: "lst", r: "item", n: "Eén", b: [20, 760, 200, 24] },
    { i: "i2", p: "lst", r: "item", n: "" },
    { i: "i2b", p: "i2", r: "button", n: "Twee", b: [20, 790, 200, 48] },
    { i: "tbl", p: "main", r: "table", n: "Glazen per dag" },
    { i: "row0", p: "tbl", r: "row", n: "" },
    { i: "c0", p: "row0", r: "colhead", n: "Dag", b: [20, 850, 100, 24] },
    { i: "c1", p: "row0", r: "colhead", n: "Glazen", b: [130, 850, 100, 24] },
    { i: "row1", p: "tbl", r: "row", n: "" },
    { i: "c2", p: "row1", r: "rowhead", n: "maandag", b: [20, 880, 100, 24] },
    { i: "c3", p: "row1", r: "cell", n: "3", b: [130, 880, 100, 24] },
    { i: "img", p: "main", r: "image", n: "Lijn daalt van 9 naar 3", b: [20, 910, 300, 150] },
    { i: "prg", p: "main", r: "progress", n: "Stap", v: 2, max: 5, vt: "stap 2 van 5", b: [20, 1070, 300, 20] },
    { i: "sep", p: "main", r: "separator", n: "", b: [20, 1100, 300, 1] },
    { i: "st", p: "main", r: "status", n: "Bewaard", b: [20, 1110, 300, 24] },
    { i: "bar", r: "navigation", n: "Plaatsen", layer: "bottom", b: [0, 630, 400, 70] },
    { i: "n1", p: "bar", r: "link", n: "Vandaag", href: "#today", on: 1, b: [10, 10, 80, 50] },
];

describe("native elements", () => {
    test("everything is found by role and name, and is what it says", async () => {
        await show(everything);
        const by = (role, name, more) => page.getByRole(role, { name, exact: true, ...more });
        const one = async (role, name, more) => assert.equal(await by(role, name, more).count(), 1, `${role} ${name}`);
        await one("banner", undefined);
        await one("main", undefined);
        await one("navigation", "Plaatsen");
        await one("heading", "Vandaag", { level: 1 });
        await one("region", "Loggen");
        await one("group", "Glazen");
        await one("button", "Niets", { pressed: true });
        await one("button", "Hulp nu");
        await one("link", "Bel 1813");
        await one("radiogroup", "Met wie?");
        await one("radio", "Alleen", { checked: true });
        await one("radio", "Vrienden", { checked: false });
        await one("checkbox", "Ik ben 18 of ouder", { checked: false });
        await one("slider", "Zin");
        await one("textbox", "Notitie");
        await one("textbox", "Prijs");
        await one("textbox", "Verhaal");
        await one("combobox", "Land");
        await one("list", "Nummers");
        assert.equal(await page.getByRole("listitem").count(), 2);
        await one("table", "Glazen per dag");
        assert.equal(await page.getByRole("row").count(), 2);
        await one("columnheader", "Glazen");
        await one("rowheader", "maandag");
        await one("cell", "3");
        await one("img", "Lijn daalt van 9 naar 3");
        await one("progressbar", "Stap");
        assert.equal(await page.getByRole("separator").count(), 1);
        assert.equal(await by("status").textContent(), "Bewaard");
        assert.deepEqual(
            await page.evaluate(() => [el("sl").firstElementChild.getAttribute("aria-valuetext"), el("dec").getAttribute("aria-invalid"), el("dec").getAttribute("aria-description"),
                el("dec").inputMode, el("fld").maxLength, el("fld").spellcheck, el("fld").value, el("date").type, el("date").max, el("sel").value, el("n1").getAttribute("aria-current"),
                el("chk").querySelector("input").getAttribute("aria-description"), document.title, document.documentElement.lang]),
            ["nog niet gekozen", "true", "Dat is geen getal", "decimal", 80, true, "hallo", "date", "2026-11-22", "nl", "page", "Wordt niet bewaard", "Koers", "nl"],
        );
    });

    test("Chromium's own accessibility tree has the table as a table", async () => {
        await show(everything);
        const cdp = await page.context().newCDPSession(page);
        const { nodes } = await cdp.send("Accessibility.getFullAXTree");
        const roles = nodes.filter((n) => !n.ignored).map((n) => n.role.value);
        for (const role of ["table", "row", "columnheader", "rowheader", "cell", "list", "listitem", "radiogroup", "slider", "image", "banner", "main", "navigation"])
            assert.ok(roles.includes(role), role);
    });

    test("axe has nothing to say about it", async () => {
        await show(everything);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await axe.run(document, { rules: { "color-contrast": { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`));
        assert.deepEqual(found, []);
    });

    test("leaves lie where the node says, also inside fixed bars and when the page has scrolled", async () => {
        await show(everything);
        const box = (id) => page.evaluate((id) => { const r = el(id).getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; }, id);
        assert.deepEqual(await box("tog"), [20, 160, 100, 48]);
        assert.deepEqual(await box("r2"), [180, 220, 150, 48]);
        assert.deepEqual(await box("sl"), [20, 340, 332, 48]);
        assert.deepEqual(await box("p"), [20, 130, 301, 24], "text is one pixel wider, so that it breaks no earlier");
        assert.deepEqual(await box("c3"), [130, 880, 101, 24]);
        assert.deepEqual(await box("n1"), [10, 640, 80, 50]);
        assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), 2000);
        await page.evaluate(() => window.scrollTo(0, 300));
        assert.deepEqual(await box("tog"), [20, -140, 100, 48]);
        assert.deepEqual(await box("help"), [280, 6, 110, 48]);
    });

    test("a second sync with the same nodes changes nothing; a changed one changes only itself", async () => {
        await show(everything);
        const changes = await page.evaluate(async (nodes) => {
            const seen = [];
            const watch = new MutationObserver((list) => seen.push(...list.map((m) => `${m.type} ${m.attributeName ?? ""} ${m.target.closest?.("[data-id]")?.dataset.id ?? m.target.parentNode?.dataset?.id ?? ""}`)));
            watch.observe(document.getElementById("mirror"), { subtree: true, attributes: true, childList: true, characterData: true });
            mirror.apply({ t: "sync", lang: "nl", title: "Koers", dir: "ltr", height: 2000, pad: [60, 70], scale: 1, theme: "light", depth: 0, put: nodes.map(({ p, ...n }) => n), order: nodes.map((n) => [n.i, n.p ?? ""]) });
            const same = watch.takeRecords().map((m) => `${m.type} ${m.attributeName} ${m.target.dataset?.id}`);
            show(nodes.map((n) => (n.i === "tog" ? { ...n, on: 0 } : n)));
            await new Promise((after) => setTimeout(after));
            watch.takeRecords().forEach((m) => seen.push(`${m.type} ${m.attributeName} ${m.target.dataset?.id}`));
            return [same, seen];
        }, everything);
        assert.deepEqual(changes[0], []);
        assert.deepEqual(changes[1], ["attributes aria-pressed tog"]);
    });

    test("a heading of another level, or a field that gets lines, is a new element in the same place with the same children around it", async () => {
        await show([{ i: "h", r: "heading", l: 2, n: "A" }, button("a", 50), { i: "f", r: "field", n: "F", b: [0, 100, 200, 48] }]);
        await show([{ i: "h", r: "heading", l: 3, n: "A" }, button("a", 50), { i: "f", r: "field", kind: "lines", n: "F", b: [0, 100, 200, 48] }]);
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#mirror [data-id]")].map((e) => e.tagName)), ["H3", "BUTTON", "TEXTAREA"]);
    });

    test("text can be selected and found; its letters are invisible unless the browser is asked to draw them", async () => {
        await show([{ i: "p", r: "text", n: "Welkom terug", b: [20, 20, 300, 24], f: [16, 0, 24] }, { i: "q", r: "text", n: "漢字", b: [20, 60, 300, 24], f: [16, 1], shown: 1, c: "#112233" }]);
        const style = (id) => page.evaluate((id) => { const s = getComputedStyle(el(id)); return [s.color, s.fontSize, s.lineHeight, s.fontWeight]; }, id);
        assert.deepEqual(await style("p"), ["rgba(0, 0, 0, 0)", "16px", "24px", "400"]);
        assert.deepEqual(await style("q"), ["rgb(17, 34, 51)", "16px", "24px", "700"]);
        assert.equal(await page.evaluate(() => window.find("terug")), true);
        assert.equal(await page.evaluate(() => getSelection().toString()), "terug");
        await page.mouse.dblclick(30, 32);
        assert.equal((await page.evaluate(() => getSelection().toString())).trim(), "Welkom");
    });

    test("addresses that could run something are not addresses", async () => {
        await show([{ i: "a", r: "link", n: "x", href: "javascript:alert(1)", b: [0, 0, 50, 50] }, { i: "b", r: "link", n: "y", href: "https://example.org/", b: [0, 60, 50, 50] }]);
        assert.deepEqual(await page.evaluate(() => [el("a").getAttribute("href"), el("b").getAttribute("href"), el("b").rel, el("b").target]),
            ["#", "https://example.org/", "noopener noreferrer", "_blank"]);
    });
});

describe("what is done becomes a message", () => {
    test("clicks, keys and choices", async () => {
        await show(everything);
        await page.getByRole("button", { name: "Hulp nu" }).click();
        await page.getByRole("link", { name: "Meer" }).click();
        await page.getByRole("radio", { name: "Vrienden" }).click();
        await page.getByRole("checkbox").check();
        await page.getByRole("combobox").selectOption("be");
        await page.getByLabel("Dag", { exact: true }).fill("2026-11-20");
        await page.getByLabel("Prijs").pressSequentially("1,5");
        await page.keyboard.press("Enter");
        await page.getByLabel("Verhaal").fill("a\nb");
        await page.getByRole("button", { name: "Niets" }).focus();
        await page.keyboard.press("Space");
        assert.deepEqual(await acts(), [
            { node: "help", op: "press" },
            { node: "in", op: "press" },
            { node: "r2", op: "change", value: "friends" },
            { node: "chk", op: "change", value: "true" },
            { node: "sel", op: "change", value: "be" },
            { node: "date", op: "change", value: "2026-11-20" },
            { node: "dec", op: "typed", value: "1" },
            { node: "dec", op: "typed", value: "1," },
            { node: "dec", op: "typed", value: "1,5" },
            { node: "dec", op: "enter", value: "1,5" },
            { node: "lines", op: "typed", value: "a\nb" },
            { node: "tog", op: "press" },
        ]);
        assert.equal(page.url(), server.url);
    });

    test("what the program does not accept goes back to what it was", async () => {
        await show(everything);
        await page.getByRole("radio", { name: "Vrienden" }).click();
        await page.getByRole("checkbox").click();
        await page.getByRole("combobox").selectOption("be");
        await page.evaluate(() => mirror.settle());
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("input[type=radio],input[type=checkbox]")].map((i) => i.checked)), [true, false, false]);
        assert.equal(await page.evaluate(() => el("sel").value), "nl");
    });

    test("what it accepts stands, however soon the program comes to rest", async () => {
        const radio = (i, y, on) => ({ i, p: "g", r: "radio", n: i, g: "q", v: i, b: [10, y, 200, 48], on });
        const asked = (a, b) => [{ i: "g", r: "radiogroup", n: "Vraag" }, radio("a", 50, a), radio("b", 100, b)];
        await show(asked(1, 0));
        const checked = await page.evaluate(async (answered) => {
            const both = () => [globalThis.el("a"), globalThis.el("b")].map((label) => label.firstElementChild.checked);
            globalThis.el("b").firstElementChild.click();
            globalThis.show(answered);
            mirror.settle();
            const soon = both();
            await new Promise((after) => setTimeout(after));
            return [soon, both()];
        }, asked(0, 1));
        assert.deepEqual(checked, [[false, true], [false, true]]);
    });

    test("disabled is disabled", async () => {
        await show([button("a", 0, { off: 1 }), { i: "l", r: "link", n: "L", href: "#x", off: 1, b: [0, 60, 100, 48] }]);
        await page.mouse.click(50, 20);
        await page.mouse.click(50, 80);
        assert.deepEqual(await acts(), []);
    });

    test("a mouse on a slider: value = min + (x - 16) / (w - 32), also for a first answer in the middle, each told once", async () => {
        await show([{ i: "s", r: "slider", n: "Zin", min: 0, max: 10, step: 1, vt: "nog niet", b: [20, 20, 332, 48] }]);
        const x = (value) => 20 + 16 + value * 30;
        await page.mouse.click(x(5), 44);
        assert.deepEqual(await acts(), [{ node: "s", op: "change", value: "5" }]);
        await page.mouse.move(x(2), 44);
        await page.mouse.down();
        for (const value of [3, 4, 4.2, 5]) await page.mouse.move(x(value), 44);
        await page.mouse.up();
        assert.deepEqual((await acts()).map((a) => a.value), ["2", "3", "4", "5"]);
        for (const [at, value] of [[20, "0"], [351, "10"]]) {
            await page.mouse.click(at, 44);
            assert.deepEqual((await acts()).map((a) => a.value), [value]);
        }
        await page.keyboard.press("ArrowLeft");
        assert.deepEqual((await acts()).map((a) => a.value), ["9"]);
    });

    test("a keyboard on an unanswered slider can take the middle too", async () => {
        await show([{ i: "s", r: "slider", n: "Zin", min: 0, max: 10, step: 1, vt: "nog niet", b: [20, 20, 332, 48] }]);
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.keyboard.press("ArrowRight");
        assert.deepEqual((await acts()).map((a) => a.value), ["5", "6"]);
    });

    test("a slider told its value by the program shows it, with its words", async () => {
        const slider = { i: "s", r: "slider", n: "Zin", min: 0, max: 10, step: 1, vt: "nog niet", b: [20, 20, 332, 48] };
        await show([slider]);
        await show([{ ...slider, v: 7, vt: "7: veel" }]);
        assert.deepEqual(await page.evaluate(() => [...el("s").children].flatMap((one) => [one.value, one.getAttribute("aria-valuetext") ?? one.textContent])), ["7", "7: veel", "7: veel", "7: veel"]);
    });
});

describe("a finger", () => {
    test("tapping a slider sets it; scrolling over it does not", async () => {
        await page.context().close();
        await open({ hasTouch: true, isMobile: true });
        await show([{ i: "s", r: "slider", n: "Zin", min: 0, max: 10, step: 1, vt: "nog niet", b: [20, 320, 332, 48] }]);
        const cdp = await page.context().newCDPSession(page);
        const send = (type, points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
        const x = 20 + 16 + 8 * 30;
        await page.touchscreen.tap(x, 344);
        assert.deepEqual((await acts()).map((a) => a.value), ["8"]);

        await send("touchStart", [[x - 90, 344]]);
        for (let i = 1; i <= 10; i++) await send("touchMove", [[x - 90, 344 - i * 15]]);
        await send("touchEnd", []);
        await page.waitForFunction(() => scrollY > 50);
        assert.deepEqual(await acts(), []);
    });

    test("sideways over a slider drags it", async () => {
        await page.context().close();
        await open({ hasTouch: true, isMobile: true });
        await show([{ i: "s", r: "slider", n: "Zin", min: 0, max: 10, step: 1, vt: "nog niet", b: [20, 320, 332, 48] }]);
        const cdp = await page.context().newCDPSession(page);
        const send = (type, points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
        await send("touchStart", [[36, 344]]);
        for (let value = 1; value <= 6; value++) await send("touchMove", [[36 + value * 30, 344]]);
        await send("touchEnd", []);
        const values = (await acts()).map((a) => a.value);
        assert.equal(values.at(-1), "6");
        assert.equal(new Set(values).size, values.length, "nothing twice");
    });
});

describe("fields belong to who types", () => {
    const field = (v) => [{ i: "f", r: "field", n: "Notitie", v, b: [20, 20, 300, 48] }];
    const value = () => page.evaluate(() => el("f").value);

    test("an old echo does not overwrite what was typed since", async () => {
        await show(field(""));
        await page.getByLabel("Notitie").pressSequentially("abc");
        await show(field("a"));
        assert.equal(await value(), "abc");
        await show(field("abc"));
        assert.equal(await value(), "abc");
    });

    test("what the program truly says is written, also while the field has the focus", async () => {
        await show(field(""));
        await page.getByLabel("Notitie").pressSequentially("bier");
        await show(field("bier"));
        await show(field(""));
        assert.equal(await value(), "");
        await page.keyboard.type("x");
        assert.equal(await value(), "x");
    });

    test("the caret stays where it is when a sync brings the same words", async () => {
        await show(field("abcdef"));
        await page.evaluate(() => { el("f").focus(); el("f").setSelectionRange(2, 2); });
        await page.keyboard.type("X");
        await show(field("abXcdef"));
        await page.keyboard.type("Y");
        assert.equal(await value(), "abXYcdef");
    });

    test("a word that is being composed is left alone until it is done", async () => {
        await show(field(""));
        await page.getByLabel("Notitie").focus();
        const cdp = await page.context().newCDPSession(page);
        await cdp.send("Input.imeSetComposition", { text: "かん", selectionStart: 2, selectionEnd: 2 });
        await show(field("van het programma"));
        assert.equal(await value(), "かん");
        await cdp.send("Input.insertText", { text: "漢" });
        assert.equal(await value(), "van het programma");
    });

    test("the program's older words do not come over a composition that it heard since", async () => {
        await show(field(""));
        await page.getByLabel("Notitie").focus();
        const cdp = await page.context().newCDPSession(page);
        await cdp.send("Input.imeSetComposition", { text: "ka", selectionStart: 2, selectionEnd: 2 });
        await show(field("van het programma"));
        await cdp.send("Input.imeSetComposition", { text: "kaa", selectionStart: 3, selectionEnd: 3 });
        await show(field("kaa"));
        await cdp.send("Input.insertText", { text: "kaa" });
        assert.equal(await value(), "kaa");
    });

    test("what the program refuses does not stand there as if it were kept", async () => {
        await show(field("was"));
        await page.getByLabel("Notitie").fill("wat ik schrijf");
        await page.evaluate(() => globalThis.mirror.settle());
        assert.equal(await value(), "was");
        await page.getByLabel("Notitie").fill("wat ik schrijf");
        await show(field("wat ik schrijf"));
        await page.evaluate(() => globalThis.mirror.settle());
        assert.equal(await value(), "wat ik schrijf");
    });

    test("a native date that the program refuses comes back as the program has it", async () => {
        const date = (v) => [{ i: "f", r: "field", kind: "date", n: "Dag", v, b: [20, 20, 300, 48] }];
        await show(date("2026-11-21"));
        await page.getByLabel("Dag").fill("2026-11-30");
        await show(date("2026-11-22"));
        assert.equal(await value(), "2026-11-22");
    });
});

describe("order and focus", () => {
    const parts = (ids) => [{ i: "h", r: "heading", l: 1, n: "Titel", b: [0, 0, 100, 30] }, ...ids.map((id, i) => button(id, 40 + i * 50))];
    const ids = () => page.evaluate(() => [...document.querySelectorAll("#mirror [data-id]")].map((e) => e.dataset.id));

    test("the reading order is the order of the program, whatever it was", async () => {
        let seed = 7;
        const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
        for (let round = 0; round < 40; round++) {
            const all = "abcdefgijklmnopq".split("").filter(() => random(3) > 0);
            for (let i = all.length - 1; i > 0; i--) { const j = random(i + 1); [all[i], all[j]] = [all[j], all[i]]; }
            await show(parts(all));
            assert.deepEqual(await ids(), ["h", ...all]);
        }
    });

    test("the longest run is increasing and no longer one exists", async () => {
        const ok = await page.evaluate(() => {
            for (let code = 0; code < 5 ** 5; code++) {
                const values = [...new Set([...code.toString(5).padStart(5, "0")].map(Number))];
                const run = longestRun(values);
                let best = 0;
                for (let set = 0; set < 1 << values.length; set++) {
                    const chosen = values.filter((_, i) => set & (1 << i));
                    if (chosen.every((v, i) => i === 0 || chosen[i - 1] < v)) best = Math.max(best, chosen.length);
                }
                if (run.length !== best || run.some((at, i) => i > 0 && (run[i - 1] >= at || values[run[i - 1]] >= values[at]))) return false;
            }
            return true;
        });
        assert.ok(ok);
    });

    test("moving others never moves the one with the focus: no blur, no focus event", async () => {
        await show(parts(["a", "b", "c", "d", "e"]));
        await page.evaluate(() => { el("c").focus(); globalThis.blurs = 0; el("c").addEventListener("blur", () => blurs++); });
        for (const order of [["c", "a", "b", "d", "e"], ["e", "d", "c", "b", "a"], ["a", "b", "d", "e", "c"], ["x", "c", "y"]]) {
            await show(parts(order));
            assert.deepEqual(await ids(), ["h", ...order]);
            assert.equal(await focused(), "c");
        }
        assert.equal(await page.evaluate(() => blurs), 0);
    });

    test("a focused element that gets another parent keeps the focus", async () => {
        await show([{ i: "g", r: "group", n: "G" }, button("a", 0, { p: "g" }), button("b", 50, { p: "g" })]);
        await page.evaluate(() => el("b").focus());
        await show([{ i: "k", r: "group", n: "K" }, button("b", 50, { p: "k" })]);
        assert.equal(await focused(), "b");
    });

    for (const [what, from, held, to, expected] of [
        ["the next", ["a", "b", "c"], "b", ["a", "c"], "c"],
        ["the next that is left", ["a", "b", "c", "d"], "b", ["a", "d"], "d"],
        ["else the one before", ["a", "b", "c"], "c", ["a", "b"], "b"],
        ["else the heading", ["a"], "a", [], "h"],
    ]) {
        test(`when the focused one goes, the focus goes to ${what}`, async () => {
            await show(parts(from));
            await page.evaluate((id) => el(id).focus(), held);
            await show(parts(to));
            assert.equal(await focused(), expected);
        });
    }

    test("when the focused one is disabled, the next gets the focus", async () => {
        await show(parts(["a", "b"]));
        await page.evaluate(() => el("a").focus());
        await show([parts([])[0], button("a", 40, { off: 1 }), button("b", 90)]);
        assert.equal(await focused(), "b");
    });

    test("who had no focus gets none", async () => {
        await show(parts(["a", "b"]));
        await show(parts(["b"]));
        assert.equal(await focused(), "BODY");
    });

    test("the program moves the focus to a heading, at the top of the page", async () => {
        await show(parts(["a"]));
        await page.evaluate(() => window.scrollTo(0, 500));
        await show([...parts(["a"]), { i: "far", r: "heading", l: 2, n: "Ver", b: [0, 1500, 100, 30] }], { focus: "far", top: true });
        assert.deepEqual([await focused(), await page.evaluate(() => scrollY)], ["far", 0]);
        await show(parts(["a"]), { focus: "a" });
        assert.equal(await focused(), "a");
    });

    for (const [what, make] of [["a key", () => new KeyboardEvent("keydown", { key: "Tab", bubbles: true })], ["a finger", () => new PointerEvent("pointerdown", { bubbles: true })]])
        test(`what comes after the paint is there before ${what} does anything; a field, which the browser draws, before the paint`, async () => {
            await show(parts(["a"]));
            await page.evaluate(() => globalThis.el("a").focus());
            const field = { i: "field", r: "field", n: "Naam", b: [0, 300, 200, 48] };
            const met = await page.evaluate(([nodes, make]) => {
                globalThis.show(nodes, { focus: "title", top: true });
                const seen = [];
                document.body.addEventListener("keydown", () => seen.push(globalThis.focused(), globalThis.el("b") !== null), { once: true });
                document.body.addEventListener("pointerdown", () => seen.push(globalThis.focused(), globalThis.el("b") !== null), { once: true });
                const before = [globalThis.el("field") !== null, globalThis.el("b") !== null];
                document.body.dispatchEvent(new Function(`return (${make})()`)());
                return [...before, ...seen];
            }, [[{ i: "title", r: "heading", l: 1, n: "Nieuw", b: [0, 70, 300, 30] }, ...parts(["b"]), field], String(make)]);
            assert.deepEqual(met, [true, false, "title", true]);
        });

    test("the heading of the next screen takes the focus anew, also when the one before had it", async () => {
        const screen = (name) => [{ i: "title", r: "heading", l: 1, n: name, b: [0, 0, 100, 30] }, button("a", 40)];
        await show(screen("Eerst"), { focus: "title", top: true });
        await page.evaluate(() => {
            globalThis.heard = [];
            document.addEventListener("focusin", ({ target }) => globalThis.heard.push(target.textContent));
        });
        await show(screen("Daarna"), { focus: "title", top: true });
        assert.equal(await focused(), "title");
        assert.deepEqual(await page.evaluate(() => globalThis.heard), ["Daarna"]);
        assert.equal(await page.getByRole("heading").count(), 1);
    });

    test("whoever moved the focus between the paint and what follows keeps it", async () => {
        await show(parts(["a", "b"]));
        await page.evaluate((nodes) => {
            globalThis.show(nodes, { focus: "h", top: true });
            globalThis.el("b").focus();
            return new Promise((after) => setTimeout(after));
        }, parts(["a", "b", "c"]));
        assert.equal(await focused(), "b");
    });

    test("what goes wrong after the paint is told", async () => {
        await page.evaluate((nodes) => {
            HTMLElement.prototype.focus = () => { throw new Error("broken"); };
            globalThis.show(nodes, { focus: "h", top: true });
            return new Promise((after) => setTimeout(after));
        }, parts(["a"]));
        assert.equal(await page.evaluate(() => globalThis.died), "broken");
    });

    test("Tab walks what can be used, in reading order, and nothing else", async () => {
        await show(everything);
        const walked = [];
        for (let i = 0; i < 14; i++) {
            await page.keyboard.press("Tab");
            walked.push(await focused());
        }
        // The date has three parts of its own and a button.
        assert.deepEqual([...new Set(walked)], ["help", "tog", "lnk", "in", "r1", "chk", "sl", "fld", "dec", "lines", "date"]);
    });

    test("what has the focus never hides behind a bar", async () => {
        await show([...parts([]), ...Array.from({ length: 20 }, (_, i) => button(`b${i}`, 100 + i * 60))]);
        for (let i = 0; i < 20; i++) await page.keyboard.press("Tab");
        const [top, bottom] = await page.evaluate(() => { const r = document.activeElement.getBoundingClientRect(); return [r.top, r.bottom]; });
        assert.ok(top >= 60 && bottom <= 630, `${top} ${bottom}`);
    });
});

describe("a dialog", () => {
    const dialog = [
        { i: "dlg", r: "dialog", n: "Zeker weten?", layer: "modal", b: [20, 100, 360, 300] },
        { i: "dh", p: "dlg", r: "heading", l: 2, n: "Zeker weten?", b: [20, 20, 300, 30] },
        { i: "ja", p: "dlg", r: "button", n: "Ja", b: [20, 100, 100, 48] },
        { i: "nee", p: "dlg", r: "button", n: "Nee", b: [140, 100, 100, 48] },
    ];
    const behind = [button("wis", 20), button("b", 80)];

    test("makes the rest unreachable, lies where it is told, and gives the focus back", async () => {
        await show(behind);
        await page.evaluate(() => el("wis").focus());
        await show([...behind, ...dialog], { modal: "dlg", focus: "dh" });
        assert.equal(await page.getByRole("dialog", { name: "Zeker weten?" }).count(), 1);
        const cdp = await page.context().newCDPSession(page);
        const { nodes } = await cdp.send("Accessibility.getFullAXTree");
        assert.deepEqual(nodes.filter((n) => !n.ignored && n.role.value === "button").map((n) => n.name.value), ["Ja", "Nee"]);
        assert.equal(await focused(), "dh");
        assert.deepEqual(await page.evaluate(() => { const r = el("ja").getBoundingClientRect(); return [r.x, r.y]; }), [40, 200]);
        const walked = [];
        for (let i = 0; i < 2; i++) { await page.keyboard.press("Tab"); walked.push(await focused()); }
        assert.deepEqual(walked, ["ja", "nee"]);
        await page.mouse.click(50, 40);
        assert.deepEqual(await acts(), []);
        await show(behind);
        assert.equal(await page.getByRole("dialog").count(), 0);
        assert.equal(await focused(), "wis");
    });

    test("Escape asks the program to close it, as often as it is pressed, and it stays until the program does", async () => {
        await show([...behind, ...dialog], { modal: "dlg" });
        for (let i = 0; i < 3; i++) {
            await page.keyboard.press("Escape");
            await page.waitForTimeout(30);
            assert.deepEqual(await acts(), [{ node: "dlg", op: "close" }], `time ${i}`);
            await page.evaluate(() => mirror.settle());
            assert.equal(await page.evaluate(() => el("dlg").open), true);
        }
    });

    test("in a dialog the words of live regions are said inside it", async () => {
        await show([...behind, ...dialog], { modal: "dlg", say: ["Bewaard", "polite"] });
        assert.equal(await page.evaluate(() => el("dlg").querySelector(".live[aria-live=polite]").textContent), "Bewaard");
    });

    test("one that is taller than its frame scrolls inside, and says how far", async () => {
        await show([...behind, ...dialog, button("laatst", 900, { p: "dlg" })], { modal: "dlg" });
        await page.evaluate(() => el("laatst").scrollIntoView());
        await page.waitForFunction(() => scrolls.length > 0);
        const told = await page.evaluate(() => scrolls.at(-1));
        assert.equal(told.layer, "modal");
        assert.ok(told.y > 500, String(told.y));
    });

    test("replaced by another, only the other is open", async () => {
        await show([...behind, ...dialog], { modal: "dlg" });
        await show([...behind, ...dialog.slice(0, 2), { i: "d2", r: "dialog", n: "Twee", layer: "modal", b: [0, 0, 100, 100] }, button("x", 0, { p: "d2" })], { modal: "d2" });
        assert.deepEqual(await page.evaluate(() => [el("dlg").open, el("d2").open]), [false, true]);
        await page.waitForTimeout(50);
        assert.deepEqual(await acts(), []);
    });
});

test("what is said is in a region that was there before, goes after a second, and may be said twice", async () => {
    await show([button("a", 0)]);
    const said = (how) => page.evaluate((how) => document.querySelector(`#mirror > .live[aria-live=${how}]`).textContent, how);
    await show([button("a", 0)], { say: ["Bewaard", "polite"] });
    const first = await said("polite");
    await page.waitForFunction(() => document.querySelector("#mirror > .live[aria-live=polite]").textContent === "");
    await show([button("a", 0)], { say: ["Bewaard", "polite"] });
    const second = await said("polite");
    assert.notEqual(first, second);
    assert.deepEqual([first.trim(), second.trim()], ["Bewaard", "Bewaard"]);
    await show([button("a", 0)], { say: ["Let op", "assertive"] });
    assert.equal((await said("assertive")).trim(), "Let op");
});

test("a finger that stays looks pressed, one that only taps or scrolls by does not", async () => {
    await show([button("a", 0)]);
    const downs = await page.evaluate(async () => {
        const element = document.querySelector('[data-id="a"]');
        const finger = (type, ms) => {
            element.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "touch", pointerId: 7 }));
            return new Promise((go) => setTimeout(go, ms));
        };
        const seen = async (ms, end) => {
            globalThis.touches.length = 0;
            await finger("pointerdown", ms);
            await finger(end, 150);
            return globalThis.touches.map((t) => t.down);
        };
        return [await seen(0, "pointerup"), await seen(0, "pointercancel"), await seen(200, "pointerup")];
    });
    assert.deepEqual(downs, [[], [], ["a", ""]]);
});

test("hover, press and focus are told for drawing, each change once", async () => {
    await show([button("a", 0), { i: "c", r: "checkbox", n: "C", b: [10, 60, 200, 48] }, { i: "p", r: "text", n: "woorden", b: [10, 150, 200, 24] }]);
    await page.mouse.move(50, 20);
    await page.mouse.move(60, 22);
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(50, 160);
    await page.keyboard.press("Tab");
    const touches = await page.evaluate(() => globalThis.touches);
    assert.deepEqual(touches.slice(0, 2), [{ hover: "a", down: "", focus: "", ring: false }, { hover: "a", down: "a", focus: "", ring: false }]);
    assert.deepEqual(touches.at(-1), { hover: "", down: "", focus: "c", ring: true });
    for (let i = 1; i < touches.length; i++) assert.notDeepEqual(touches[i], touches[i - 1]);
    assert.ok(touches.some((t) => t.focus === "a" && !t.ring), "a mouse makes no ring");
});
