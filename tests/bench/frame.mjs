// How long the program takes to draw a screen anew, and the page to follow what the program says. A visitor goes to every screen; there it is redrawn, by
// scrolling and by a pointer that wanders over what can be touched. What is measured is processor time of the page's thread, at full speed, times the
// slow-down: pieces of a few milliseconds are too short for the browser's own slow-down, and neither a busy machine nor OpenGL in software gets into it.
import { chapters } from "../web/screens.mjs";
import { Visitor } from "../web/visitor.mjs";
import { COARSE, framesIn, gauge, median, p95, PATIENCE, SLOW_CPU, traced } from "./gauge.mjs";

const WALKS = 3;
const REDRAWS = 20;
const LANES = 2;

/** Runs in the page. */
async function redraw([name, times]) {
    const { gauge } = globalThis;
    // What was pressed to come here has its answer on the screen.
    for (let drawn = -1; drawn !== gauge.frames; ) {
        drawn = gauge.frames;
        for (let i = 0; i < 12; ++i) await new Promise(gauge.frame);
    }
    const mirror = document.getElementById("mirror");
    const dialog = document.querySelector("dialog[open]");
    const scroller = dialog ?? document.scrollingElement;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const things = [...(dialog ?? mirror).querySelectorAll(".acts"), mirror];
    const point = (at) => at.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    const settled = async (drawn) => {
        for (let waited = 0; waited < 12 && gauge.frames === drawn; ++waited) await new Promise(gauge.frame);
    };
    gauge.mark(`screen ${name}`);
    gauge.waits.length = 0;
    for (let i = 0; i < times; ++i) {
        const drawn = gauge.frames;
        if (room > 0 && i % 2 === 0) scroller.scrollTop = Math.round((room * (i + 1)) / times);
        else point(things[i % things.length]);
        await settled(drawn);
    }
    const { waits } = gauge;
    gauge.mark("screen");
    const drawn = gauge.frames;
    scroller.scrollTop = 0;
    point(mirror);
    await settled(drawn);
    performance.clearMarks();
    return waits;
}

async function walk(browser, url, { start, first, screens }, waits) {
    const visitor = await Visitor.arrive(browser, url, { context: COARSE, first });
    visitor.context.setDefaultTimeout(PATIENCE);
    await visitor.context.addInitScript(gauge);
    await start(visitor);
    for (const [name, go] of screens) {
        await go(visitor);
        (waits[name] ??= []).push(...(await visitor.page.evaluate(redraw, [name, REDRAWS])));
    }
    await visitor.leave();
}

/** -> {screens: {name: {runs, waited}}, first, answer, sync, whole, after, all, cold, layout: [of a walk], told: [ms of a sync]} */
export async function everyScreen(browser, url) {
    const found = { screens: {}, first: [], answer: [], sync: [], whole: [], after: [], all: [], cold: [], layout: [] };
    const waits = {};
    const slowed = (frames, part) => frames.map((frame) => frame[part] * SLOW_CPU);
    for (let run = 0; run < WALKS; ++run) {
        const left = [...chapters];
        const lane = async () => {
            while (left.length > 0) await walk(browser, url, left.shift(), waits);
        };
        const frames = framesIn(await traced(browser, undefined, ["blink.user_timing"], () => Promise.all(Array.from({ length: LANES }, lane))));
        for (const [name] of chapters.flatMap((chapter) => chapter.screens)) {
            const redrawn = frames.filter((frame) => frame.screen === name);
            if (redrawn.length < REDRAWS / 2) throw new Error(`${name}: it is not drawn anew when it is scrolled or pointed at`);
            (found.screens[name] ??= { runs: [] }).runs.push(p95(slowed(redrawn, "ms")));
        }
        const all = frames.filter((frame) => frame.sync !== undefined);
        const first = all.filter((frame) => frame.first);
        const told = all.filter((frame) => !frame.first);
        found.told = slowed(told, "written");
        found.first.push(median(slowed(first, "ms")));
        found.cold.push(median(slowed(first, "written")));
        found.answer.push(p95(slowed(told, "ms")));
        found.sync.push(p95(slowed(told, "written")));
        found.whole.push(p95(slowed(told, "sync")));
        found.after.push(p95(slowed(told.filter((frame) => frame.after !== undefined), "after")));
        found.all.push(p95(slowed(told.map((frame) => ({ all: frame.written + (frame.after ?? 0) })), "all")));
        found.layout.push(p95(slowed(told, "layout")));
    }
    for (const [name, screen] of Object.entries(found.screens)) screen.waited = median(waits[name]);
    return found;
}
