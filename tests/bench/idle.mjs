// Ten seconds of nothing, on every screen: frames drawn and script run. Many pages lie still beside one another; each visitor is a browser context of its own
// and so a process of its own, and script is counted for each page by itself. Only a few walk at a time.
import { chapters } from "../web/screens.mjs";
import { Visitor } from "../web/visitor.mjs";
import { COARSE, gauge, outside, PATIENCE, pause } from "./gauge.mjs";

const SECONDS = 10;
const TAIL = 2500; // ms without script are rest: a save is copied two seconds later
const SCREENS = 4; // that one page goes to, of a long chapter
const WALKING = 2;
/** A wave moves while somebody rides it, and a timer tells the time: rest is not what they are for. */
const MOVES = new Set(["help-wave", "timer-runs"]);

function turnstile(room) {
    const waiting = [];
    return async (act) => {
        if (room > 0) --room;
        else await new Promise((go) => waiting.push(go));
        try {
            return await act();
        } finally {
            const next = waiting.shift();
            if (next) next();
            else ++room;
        }
    };
}

/** What ten seconds cost. The questions to the page itself are asked before and after. */
export async function watched(page) {
    const { cdp, spent } = await outside(page);
    const look = () => page.evaluate(() => ({ animations: globalThis.gauge.animations, visible: document.visibilityState === "visible" }));
    const first = await look();
    await pause(200);
    const before = await spent();
    await pause(SECONDS * 1000);
    const after = await spent();
    const last = await look();
    await cdp.detach();
    if (!first.visible || !last.visible) throw new Error("a page that is hidden draws nothing anyway");
    return { frames: last.animations - first.animations, script: after.script - before.script, thread: after.thread - before.thread };
}

/** Until what was done has come to its end; where something never ends, that is what the ten seconds are to show. A notice goes away by itself after twenty. */
async function rested(page) {
    await page.waitForFunction(() => !document.querySelector('[data-id="notice"]'), undefined, { timeout: 30_000, polling: 500 });
    const { cdp, spent } = await outside(page);
    for (let tries = 0, busy = true; busy && tries < 4; ++tries) {
        const before = await spent();
        await pause(TAIL);
        busy = (await spent()).script - before.script > 0.05;
    }
    await cdp.detach();
}

/** A chapter's screens from..to, each for ten seconds; the ones before are only walked through. */
async function lie(browser, url, { start, first, screens }, from, to, walking) {
    const visitor = await walking(async () => {
        const visitor = await Visitor.arrive(browser, url, { context: COARSE, first });
        visitor.context.setDefaultTimeout(PATIENCE);
        await visitor.context.addInitScript(gauge);
        // As a person meets it: with movement allowed.
        visitor.open = async (at, more = "") => {
            await visitor.page.goto(`${visitor.url}/?${at ? `at=${at}+01:00` : ""}${more}`);
            await visitor.arrived();
        };
        await start(visitor);
        for (const [, go] of screens.slice(0, from)) await go(visitor);
        return visitor;
    });
    const found = {};
    for (const [name, go] of screens.slice(from, to)) {
        await walking(() => go(visitor));
        if (MOVES.has(name)) continue;
        await rested(visitor.page);
        found[name] = await watched(visitor.page);
    }
    await visitor.leave();
    return found;
}

export async function idleScreens(browser, url) {
    const walking = turnstile(WALKING);
    const parts = chapters.flatMap((chapter) =>
        Array.from({ length: Math.ceil(chapter.screens.length / SCREENS) }, (_, i) => lie(browser, url, chapter, i * SCREENS, (i + 1) * SCREENS, walking)));
    return Object.assign({}, ...(await Promise.all(parts)));
}
