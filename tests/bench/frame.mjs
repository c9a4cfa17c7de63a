// How long the program takes to draw a screen anew, and the page to follow what the program says. A visitor goes to every screen at full speed; there the
// processor is slowed down and the screen redrawn, by scrolling and by a pointer that wanders over what can be touched.
import { readFileSync } from "node:fs";
import { bundle, serve } from "../support/page.mjs";
import { chapters } from "../web/screens.mjs";
import { Visitor } from "../web/visitor.mjs";
import { COARSE, gauge, median, outside, p95, SLOW_CPU } from "./gauge.mjs";

const REDRAWS = 12; // a round
const CLOSER = 3; // screens that are looked at again,
const ROUNDS = 4; // so often
const REPLAYS = 3;

/** Runs in the page. */
async function redraw(times) {
    const { gauge } = globalThis;
    const mirror = document.getElementById("mirror");
    const dialog = document.querySelector("dialog[open]");
    const scroller = dialog ?? document.scrollingElement;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const things = [...(dialog ?? mirror).querySelectorAll(".acts"), mirror];
    gauge.frames.length = 0;
    for (let i = 0; i < times; ++i) {
        const drawn = gauge.frames.length;
        if (room > 0 && i % 2 === 0) scroller.scrollTop = Math.round((room * (i + 1)) / times);
        else things[i % things.length].dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
        for (let waited = 0; waited < 12 && gauge.frames.length === drawn; ++waited) await new Promise(gauge.frame);
        await gauge.drawn();
    }
    const took = gauge.frames.map(({ ms, waited }) => ({ ms, waited }));
    scroller.scrollTop = 0;
    mirror.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    await new Promise(gauge.frame);
    return took;
}

/** Walks through a chapter; on the screens that are `wanted` so many rounds of redrawing. */
async function walk(browser, url, { start, first, screens }, wanted, rounds, found) {
    const visitor = await Visitor.arrive(browser, url, { context: COARSE, first });
    await visitor.context.addInitScript(gauge);
    await start(visitor);
    const { slow } = await outside(visitor.page);
    const told = [];
    const listen = async () => told.push(...(await visitor.page.evaluate(() => globalThis.gauge.syncs.splice(0))));
    for (const [name, go] of screens) {
        await go(visitor);
        await listen();
        if (!wanted(name)) continue;
        await slow(SLOW_CPU);
        for (let round = 0; round < rounds; ++round) {
            const took = await visitor.page.evaluate(redraw, REDRAWS);
            if (took.length === 0) throw new Error(`${name}: it is not drawn anew when it is scrolled or pointed at`);
            (found[name] ??= []).push({ p95: p95(took.map((frame) => frame.ms)), waited: median(took.map((frame) => frame.waited)) });
        }
        await slow(1);
        await listen();
    }
    await visitor.leave();
    return told;
}

const slowest = (found) => Object.keys(found).sort((a, b) => median(found[b].map((one) => one.p95)) - median(found[a].map((one) => one.p95)));

/** Every screen once, the slowest ones again. -> {found: {name: [{p95, waited} of a round]}, slowest: name, told: [[sync of a chapter]]} */
export async function everyScreen(browser, url) {
    const found = {};
    const told = [];
    for (const chapter of chapters) told.push(await walk(browser, url, chapter, () => true, 1, found));
    const closer = Object.fromEntries(slowest(found).slice(0, CLOSER).map((name) => [name, found[name]]));
    for (const chapter of chapters)
        if (chapter.screens.some(([name]) => name in closer)) await walk(browser, url, chapter, (name) => name in closer, ROUNDS, closer);
    return { found, slowest: slowest(closer)[0], told };
}

// What makes the browser lay out at once is told apart from what is written.
const player = `
    import { Mirror } from "./semantics";
    let forced = 0;
    for (const [owner, name] of [[HTMLElement.prototype, "focus"], [HTMLDialogElement.prototype, "showModal"], [globalThis, "scrollTo"]]) {
        const call = owner[name];
        owner[name] = function (...given) {
            const began = performance.now();
            call.apply(this, given);
            forced += performance.now() - began;
        };
    }
    const mirror = new Mirror(document.getElementById("mirror"), { act() {}, touch() {} });
    document.documentElement.classList.add("running");
    globalThis.play = async (texts) => {
        const took = [];
        for (const text of texts) {
            const sync = JSON.parse(text);
            forced = 0;
            const began = performance.now();
            mirror.apply(sync);
            const applied = performance.now();
            document.documentElement.getBoundingClientRect();
            const laid = performance.now();
            took.push({ sync: applied - began, written: applied - began - forced, layout: forced + laid - applied });
            await new Promise((next) => setTimeout(next, 30));
        }
        return took;
    };`;

/** What the program said on its way through every chapter, told once more to a mirror in a slow page. -> [[{sync, written, layout} of a sync] of a run] */
export async function replayed(browser, told) {
    const server = await serve({
        "/": ["text/html", `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Koers</title>
            <link rel="stylesheet" href="/s.css"><body><canvas id="canvas" aria-hidden="true"></canvas><div id="mirror"></div><script type="module" src="/m.js"></script>`],
        "/m.js": ["text/javascript", await bundle(player)],
        "/s.css": ["text/css", readFileSync(new URL("../../web/styles.css", import.meta.url), "utf8")],
    });
    const runs = [];
    for (let run = 0; run < REPLAYS; ++run) {
        const took = [];
        for (const texts of told) {
            const context = await browser.newContext(COARSE);
            const page = await context.newPage();
            await page.goto(server.url);
            await page.waitForFunction(() => globalThis.play);
            const { slow } = await outside(page);
            await slow(SLOW_CPU);
            took.push(...(await page.evaluate((texts) => globalThis.play(texts), texts)));
            await context.close();
        }
        runs.push(took);
    }
    server.close();
    return runs;
}
