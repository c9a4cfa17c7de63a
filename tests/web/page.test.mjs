// The page around the program (web/main.ts), with a stand-in for the program that records what it is sent and says what a test tells it to say.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launch, serve } from "../support/page.mjs";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const { build } = createRequire(new URL("../../web/package.json", import.meta.url))("esbuild");

// Memory, malloc and three exports: as much of the program as the page knows.
const standIn = `
    const sent = (globalThis.sent = []), given = (globalThis.given = {});
    export default async (options) => {
        if (globalThis.noProgram) throw new Error("no program");
        const memory = new Uint8Array(1 << 20);
        let top = 8;
        const text = (at) => new TextDecoder().decode(memory.subarray(at, memory.indexOf(0, at)));
        const tell = (globalThis.tell = (message) => options.tell(JSON.stringify(message)));
        globalThis.frames = 0;
        // Until it is so, however slow the machine, and a moment longer: what comes too often comes then.
        globalThis.settled = async (done) => {
            const wait = (ms) => new Promise((go) => setTimeout(go, ms));
            for (let i = 0; i < 200 && !done(); i++) await wait(25);
            await wait(75);
        };
        const base = { t: "sync", lang: "nl", title: "Koers", dir: "ltr", height: 3000, pad: [0, 0], scale: 1, theme: "light", depth: 0 };
        globalThis.sync = (more) => tell({ ...base, ...more });
        return {
            HEAPU8: memory, _malloc: (n) => { const at = top; top += n + 8; if (top > 9e5) top = 8; return at; }, _free() {},
            _koers_give: (kind, at, n) => { given[text(kind)] = n; },
            _koers_send: (at) => { const m = JSON.parse(text(at)); sent.push(m); if (m.t === "start" && !globalThis.beginsNothing) (tell({ t: "open" }), tell({ t: "frame" })); globalThis.onsend?.(m); },
            _koers_frame: () => {
                frames++;
                if (frames === 1) sync({ put: [{ i: "h", r: "heading", l: 1, n: "Hallo", b: [0, 0, 100, 30] }, { i: "a", r: "button", n: "A", b: [0, 40, 100, 48] }], order: [["h", ""], ["a", ""]] });
                globalThis.onframe?.(frames);
            },
        };
    };`;
const { outputFiles } = await build({
    entryPoints: [`${web}main.ts`], bundle: true, write: false, format: "esm", target: "es2022", logLevel: "silent",
    define: { RELEASE: JSON.stringify({ version: "1", wasm: "a/k.wasm", fonts: { regular: "a/r.ttf", bold: "a/b.ttf" }, icons: "a/i.json", libraryIcons: "a/i.json", content: { nl: "a/nl.json", en: "a/en.json" }, library: { nl: "a/nl.json", en: "a/en.json" }, host: "koers.config.json", files: [] }) },
    plugins: [{ name: "stand-in", setup: (b) => { b.onResolve({ filter: /koers\.mjs$/ }, () => ({ path: "koers", namespace: "s" })); b.onLoad({ filter: /.*/, namespace: "s" }, () => ({ contents: standIn })); } }],
});

let browser, server, page;
const worker = (release) => `addEventListener("message", (e) => e.data.t === "switch" && skipWaiting()); // ${release}`;
const files = {
    "/koers.config.json": ["application/json", "{}"],
    "/": ["text/html", `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Koers</title><link rel="stylesheet" href="/s.css">
        <body><canvas id="canvas" aria-hidden="true" tabindex="-1"></canvas><div id="mirror"></div><main id="first"><section><h1>Koers</h1><p class="needs">Nodig</p></section>
        <section lang="nl"><p class="wait">Even</p><div class="stopped" role="alert" hidden><p>Gestopt.</p><button>Opnieuw</button></div></section></main>
        <script type="module" src="/m.js"></script>`],
    "/m.js": ["text/javascript", outputFiles[0].text],
    "/s.css": ["text/css", readFileSync(`${web}styles.css`, "utf8")],
    "/sw.js": ["text/javascript", worker(1)],
    "/a/i.json": ["application/json", "{}"], "/a/nl.json": ["application/json", "{}"], "/a/en.json": ["application/json", "{\"en\":1}"], "/a/r.ttf": ["font/ttf", "r"], "/a/b.ttf": ["font/ttf", "bb"],
};
before(async () => {
    browser = await launch();
    server = await serve(files);
});
after(async () => {
    await browser.close();
    server.close();
});
beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 400, height: 700 }, locale: "nl-BE" })).newPage();
});
afterEach(() => page.context().close());

const visit = async (path = "", first) => {
    if (first) await page.addInitScript(first);
    await page.goto(server.url + path);
    await page.waitForFunction(() => document.documentElement.className !== "");
};
const sent = (kind) => page.evaluate((kind) => sent.filter((m) => !kind || m.t === kind), kind);
const tell = (message) => page.evaluate((message) => globalThis.tell(message), message);
const until = (act) => page.waitForFunction(act);

describe("starting", () => {
    test("the bytes first, then one start; the first page makes room for the mirror", async () => {
        await visit();
        assert.deepEqual(await page.evaluate(() => given), { "font.regular": 1, "font.bold": 2, icons: 2, content: 2, host: 2 });
        const [start, ...more] = await sent("start");
        assert.equal(more.length, 0);
        assert.deepEqual(start.view, { w: 400, h: 700, dpr: 1, rem: 1 });
        assert.equal(start.content, "nl");
        assert.deepEqual(start.languages, ["nl-BE"]);
        assert.equal(start.fragment, undefined);
        assert.match(start.id, /^[0-9a-f]{32}$/);
        assert.ok(Math.abs(start.at[0] - Date.now()) < 5000);
        assert.equal(await page.getByRole("heading", { name: "Hallo" }).count(), 1);
        assert.equal(await page.locator("#first").isVisible(), false);
        const ids = (await sent()).map((m) => m.id);
        assert.equal(new Set(ids).size, ids.length);
    });

    test("a link's fragment goes to the program and off the address; a later one too", async () => {
        await visit("#1.abc");
        assert.equal((await sent("start"))[0].fragment, "1.abc");
        assert.equal(page.url(), server.url);
        await page.evaluate(() => { location.hash = "#1.def"; });
        await until(() => sent.some((m) => m.t === "link"));
        assert.equal((await sent("link"))[0].fragment, "1.def");
        assert.equal(page.url(), server.url);
        assert.deepEqual(await sent("back"), []);
    });

    test("a scenario sets the clock and keeps everything in memory", async () => {
        await visit("?scenario=week&at=2026-07-01T18:00+02:00&still");
        const [start] = await sent("start");
        assert.equal(start.scenario, "week");
        assert.equal(start.prefs.still, true);
        assert.equal(start.at[1], 120);
        assert.ok(start.at[0] >= Date.UTC(2026, 6, 1, 16) && start.at[0] < Date.UTC(2026, 6, 1, 16, 1));
        await tell({ t: "open" });
        await tell({ t: "save", base: 0, pages: [{ id: "p0", text: "x" }], gone: [] });
        await until(() => sent.some((m) => m.t === "saved"));
        assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
    });

    for (const [what, break_] of [
        ["no WebAssembly", () => { delete globalThis.WebAssembly; }],
        ["the program does not load", () => { globalThis.noProgram = true; }],
        ["the program does not ask for the journal", () => { globalThis.beginsNothing = true; }],
        ["a file is missing", () => { const { fetch } = globalThis; globalThis.fetch = (url, ...all) => (String(url).endsWith("nl.json") ? Promise.resolve(new Response("", { status: 404 })) : fetch(url, ...all)); }],
    ]) {
        test(`${what}: the first page stands and says what is needed`, async () => {
            await visit("", break_);
            assert.equal(await page.getByRole("heading", { name: "Koers" }).isVisible(), true);
            assert.equal(await page.getByText("Nodig").isVisible(), true);
            assert.equal(await page.getByText("Even").isVisible(), false);
        });
    }

    test("without WebGL the program is told that there is nothing to draw on", async () => {
        await visit();
        assert.equal((await sent("start"))[0].plain, undefined);
        await visit("", () => { HTMLCanvasElement.prototype.getContext = () => null; });
        assert.equal((await sent("start"))[0].plain, true);
    });

    test("a program that breaks off later leaves the first page and a calm sentence, and is asked nothing any more", async () => {
        await visit();
        assert.equal(await page.getByText("Nodig").isVisible(), false);
        await page.evaluate(() => { globalThis.onsend = (m) => { if (m.t === "act") throw new WebAssembly.RuntimeError("unreachable"); }; });
        await page.getByRole("button", { name: "A" }).click();
        assert.match(await page.getByRole("alert").textContent(), /Gestopt/);
        assert.equal(await page.getByRole("heading", { name: "Koers" }).isVisible(), true);
        const count = (await sent()).length;
        await page.setViewportSize({ width: 500, height: 700 });
        await page.waitForTimeout(100);
        assert.equal((await sent()).length, count);
        for (const beside of ["Nodig", "Even"]) assert.equal(await page.getByText(beside).isVisible(), false, beside);
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Opnieuw");
        await page.keyboard.press("Enter");
        await page.getByRole("button", { name: "A" }).waitFor();
        assert.equal(await page.getByRole("alert").count(), 0);
    });

    test("a program that breaks off while a question is open does not keep the first page out of reach", async () => {
        await visit();
        await page.evaluate(() => {
            const link = Object.assign(document.createElement("a"), { href: "tel:112", textContent: "112" });
            document.querySelector("#first section").append(link);
            sync({ put: [{ i: "q", r: "dialog", n: "Zeker?", layer: "modal", b: [0, 0, 300, 200] }, { i: "no", r: "button", n: "Nee", b: [0, 40, 100, 48] }], order: [["h", ""], ["a", ""], ["q", ""], ["no", "q"]], modal: "q" });
        });
        await page.getByRole("dialog").waitFor();
        await page.evaluate(() => { globalThis.onsend = (m) => { if (m.t === "act") throw new WebAssembly.RuntimeError("unreachable"); }; });
        await page.getByRole("button", { name: "Nee" }).click();
        assert.match(await page.getByRole("alert").textContent(), /Gestopt/);
        await page.getByRole("link", { name: "112" }).click({ trial: true, timeout: 2000 });
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "112");
    });
});

describe("running", () => {
    test("a frame for each time one is asked for, and none when nothing happens", async () => {
        await visit();
        await page.waitForTimeout(100);
        const count = await page.evaluate(() => frames);
        await page.waitForTimeout(300);
        assert.equal(await page.evaluate(() => frames), count);
        await page.evaluate(() => { for (let i = 0; i < 5; i++) tell({ t: "frame" }); });
        await page.waitForFunction((count) => frames > count, count);
        await page.waitForTimeout(100);
        assert.equal(await page.evaluate(() => frames), count + 1);
    });

    test("a hidden page draws too, so that saves go out", async () => {
        await visit();
        const drawn = await page.evaluate(async () => {
            const before = frames;
            globalThis.requestAnimationFrame = () => 0; // what a hidden page gets
            tell({ t: "frame" });
            Object.defineProperty(document, "hidden", { value: true });
            document.dispatchEvent(new Event("visibilitychange"));
            await new Promise((r) => setTimeout(r, 50));
            tell({ t: "frame" });
            await new Promise((r) => setTimeout(r, 50));
            return frames - before;
        });
        assert.equal(drawn, 2);
    });

    test("what happens while the program draws waits until it is done", async () => {
        await visit();
        const order = await page.evaluate(async () => {
            const order = [];
            globalThis.onsend = (m) => m.t !== "opened" && m.t !== "warm" && order.push(m.t); // the store answers when it likes, and rest comes when it comes
            globalThis.onframe = () => { order.push("frame {"); sync({ focus: "a" }); order.push("}"); };
            tell({ t: "frame" });
            await settled(() => order.length >= 5);
            return order;
        });
        assert.deepEqual(order, ["frame {", "}", "touch", "frame {", "}"]);
    });

    test("where finger and focus are is told once before a frame, and before what was done", async () => {
        await visit();
        const told = await page.evaluate(async () => {
            sync({ put: [{ i: "a", r: "button", n: "A", b: [0, 0, 99, 48] }], order: [["a", ""]] });
            const order = [];
            globalThis.onsend = (m) => (m.t === "touch" || m.t === "act") && order.push(m.t === "act" ? m.node : [m.hover, m.down, m.focus].join("|"));
            globalThis.onframe = () => order.push("frame");
            const element = document.querySelector('[data-id="a"]');
            const mouse = (type, target = element) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse" }));
            mouse("pointerover");
            mouse("pointerdown");
            element.focus();
            await settled(() => order.length >= 2);
            mouse("pointerup");
            element.click();
            mouse("pointerleave", document.getElementById("mirror"));
            await settled(() => order.length >= 6);
            return order;
        });
        assert.deepEqual(told, ["a|a|a", "frame", "a||a", "a", "||a", "frame"]);
    });

    test("the size of the canvas, scrolling and preferences are told when they change", async () => {
        await visit();
        await page.setViewportSize({ width: 700, height: 400 });
        await until(() => sent.some((m) => m.t === "view" && m.w === 700));
        await page.evaluate(() => scrollTo(0, 250));
        await until(() => sent.some((m) => m.t === "scroll" && m.y === 250));
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        await until(() => sent.some((m) => m.t === "prefs" && m.dark && m.still));
    });

    test("timers ring once, and anew when set again; another language's pack is given before it is announced", async () => {
        await visit();
        // In one go: however slow the machine, the second is set before the first can ring.
        await page.evaluate(() => {
            tell({ t: "timer", name: "x", ms: 50 });
            tell({ t: "timer", name: "x", ms: 80 });
        });
        await until(() => sent.some((m) => m.t === "timer"));
        await page.waitForTimeout(150);
        assert.equal((await sent("timer")).length, 1);
        await page.evaluate(() => { globalThis.onsend = (m) => { if (m.t === "content") globalThis.had = given.content; }; });
        await tell({ t: "content", lang: "en" });
        await until(() => globalThis.had === 8);
    });

    test("opens, saves and finds it again after a reload", async () => {
        await visit();
        await tell({ t: "open" });
        await until(() => sent.some((m) => m.t === "opened" && m.state === "empty"));
        await tell({ t: "save", base: 0, pages: [{ id: "p0", text: "blijft" }], gone: [] });
        await until(() => sent.some((m) => m.t === "saved" && m.generation === 1));
        await page.reload();
        await page.waitForFunction(() => document.documentElement.className !== "");
        await tell({ t: "open" });
        await until(() => sent.some((m) => m.t === "opened" && m.pages[0]?.text === "blijft"));
    });
});

describe("back", () => {
    test("goes one screen back as long as there is one, and then leaves, with one extra entry in the history", async () => {
        await page.goto("about:blank");
        await visit();
        const length = await page.evaluate(() => history.length);
        await page.evaluate(() => { globalThis.onsend = (m) => { if (m.t === "back") sync({ depth: --globalThis.depth }); }; globalThis.depth = 3; sync({ depth: 3 }); });
        for (let left = 2; left >= 0; left--) {
            await page.evaluate(() => history.back());
            await page.waitForFunction((left) => globalThis.depth === left, left);
            assert.equal(await page.evaluate(() => history.length), length + 1);
        }
        assert.equal((await sent("back")).length, 3);
        await page.evaluate(() => history.back());
        await page.waitForURL("about:blank");
    });

    test("whoever goes back again before the program has answered goes back again, and not out", async () => {
        await page.goto("about:blank");
        await visit();
        await page.evaluate(() => { globalThis.depth = 3; sync({ depth: 3 }); });
        await page.waitForFunction(() => history.state?.guard === true);
        await page.evaluate(() => {
            addEventListener("popstate", () => history.back(), { once: true });
            history.back();
        });
        await page.waitForFunction(() => globalThis.sent.filter((m) => m.t === "back").length === 2);
        assert.notEqual(page.url(), "about:blank");
    });

    test("a link that is opened in a running tab costs no press of back, and leaves no trap", async () => {
        await page.goto("about:blank");
        await visit();
        await page.evaluate(() => {
            globalThis.onsend = (m) => {
                if (m.t === "back") sync({ depth: --globalThis.depth });
                if (m.t === "link") sync({ depth: ++globalThis.depth });
            };
            globalThis.depth = 1;
            sync({ depth: 1 });
        });
        await page.evaluate(() => (location.hash = "1.AAAA"));
        await page.waitForFunction(() => globalThis.depth === 2);
        for (let left = 1; left >= 0; left--) {
            await page.evaluate(() => history.back());
            await page.waitForFunction((left) => globalThis.depth === left, left);
        }
        await page.evaluate(() => history.back());
        await page.waitForURL("about:blank");
    });

    test("links on the first screen, and forward, are no way out and no trap", async () => {
        await page.goto("about:blank");
        await visit();
        const there = page.url();
        await page.evaluate(() => {
            globalThis.links = globalThis.backs = globalThis.depth = 0;
            globalThis.onsend = (m) => {
                if (m.t === "back") sync({ depth: --globalThis.depth }), ++globalThis.backs;
                if (m.t === "link") sync({ depth: (globalThis.depth = 1) }), ++globalThis.links;
            };
            sync({ depth: 0 });
        });
        for (const n of [1, 2]) {
            await page.evaluate((n) => (location.hash = `1.${n}`), n);
            await page.waitForFunction((n) => globalThis.links === n, n);
        }
        await page.evaluate(() => history.back());
        await page.waitForFunction(() => globalThis.depth === 0);
        for (let i = 0; i < 3; ++i) {
            await page.evaluate(() => history.forward());
            await page.waitForTimeout(60);
        }
        assert.equal(page.url(), there);
        assert.equal(await page.evaluate(() => globalThis.backs), 1);
        assert.equal((await sent("start")).length, 1);
        // A screen is opened where forward led, and back closes it.
        await page.evaluate(() => sync({ depth: (globalThis.depth = 1) }));
        await page.evaluate(() => history.back());
        await page.waitForFunction(() => globalThis.depth === 0);
        await page.evaluate(() => history.back());
        await page.waitForURL("about:blank");
    });

    test("a guard that is left over is walked through, not stood on", async () => {
        await page.goto("about:blank");
        await visit();
        await page.evaluate(() => { sync({ depth: 1 }); sync({ depth: 0 }); });
        await page.evaluate(() => history.back());
        await page.waitForURL("about:blank");
    });
});

test("a new release is announced when it is complete, and switched to when the program says so", async () => {
    await visit();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.className !== "" && navigator.serviceWorker.controller);
    assert.deepEqual(await sent("update"), []);
    files["/sw.js"][1] = worker(2);
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await until(() => sent.some((m) => m.t === "update"));
    await Promise.all([page.waitForEvent("load"), tell({ t: "reload" })]);
    await page.waitForFunction(() => document.documentElement.className !== "");
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting), null);
});
