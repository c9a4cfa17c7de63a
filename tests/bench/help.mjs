// Hulp nu: from the tap until its first frame is painted, the first time in a page, on a slowed-down processor.
import { Visitor } from "../web/visitor.mjs";
import { COARSE, outside, pause, SLOW_CPU } from "./gauge.mjs";

const RUNS = 7;

/** The paint that follows a tap is told by the browser itself: its time from the tap on, in steps of 8 ms. */
function watch() {
    globalThis.taps = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === "click") globalThis.taps.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 });
}

/** -> {first: [ms], again: [ms]}: the first opening of a page, and the second. */
export async function helpOpens(browser, url) {
    const first = [], again = [];
    for (let i = 0; i < RUNS; ++i) {
        const visitor = await Visitor.arrive(browser, url, { context: COARSE, first: watch });
        await visitor.open("2026-11-22T18:00", "&scenario=week");
        const { page } = visitor;
        const { slow } = await outside(page);
        await pause(1500); // the start is over
        await slow(SLOW_CPU);
        for (const runs of [first, again]) {
            const before = await page.evaluate(() => globalThis.taps.length);
            const box = await page.locator('[data-id="bar.help"]').boundingBox();
            await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
            // Looking for the heading, again and again, would be work of ours on the page's own thread: it is looked for afterwards.
            await pause(900);
            await visitor.at("help.title");
            const taps = await page.evaluate((before) => globalThis.taps.slice(before), before);
            // Quicker than the browser tells of: under 16 ms.
            runs.push(taps.length > 0 ? taps[0] : 16);
            await visitor.press("app.back");
            await pause(300);
        }
        await visitor.leave();
    }
    return { first, again };
}
