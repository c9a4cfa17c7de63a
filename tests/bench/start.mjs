// From navigation until something answers. In the page an observer asks for a tap at the first sight of a button and notes when the heading has changed;
// the tap itself is a real one, from outside.
import { Visitor, words } from "../web/visitor.mjs";
import { outside, PHONE, pause, SLOW_CPU, SLOW_LINE } from "./gauge.mjs";

const RUNS = 5;
const t = words("nl");

// The line of a service worker is not slowed down with the page's. What it would fetch comes after the start; here nobody registers it.
const withoutWorker = () => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException("not here", "NotSupportedError"));
};

function watchFor(name) {
    if (top !== globalThis) return;
    const seen = {};
    let before;
    const heading = () => document.querySelector("#mirror h1")?.textContent;
    const painted = new PerformanceObserver((list) => {
        const click = list.getEntries().find((entry) => entry.name === "click");
        if (click) seen.painted = click.startTime + click.duration;
    });
    painted.observe({ type: "event", durationThreshold: 16 });
    const observer = new MutationObserver(() => {
        if (seen.there === undefined) {
            const button = [...document.querySelectorAll("#mirror button")].find((one) => one.textContent === name);
            if (!button) return;
            seen.there = performance.now();
            before = heading();
            const { x, y, width, height } = button.getBoundingClientRect();
            globalThis.askForTap(x + width / 2, y + height / 2);
        } else if (heading() !== before) {
            seen.answered = performance.now();
            observer.disconnect();
            setTimeout(() => {
                seen.readable = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
                seen.carried = performance.getEntriesByType("resource").reduce((sum, one) => sum + one.transferSize, 0);
                seen.worker = navigator.serviceWorker.controller !== null;
                globalThis.tellStart(seen);
            }, 500);
        }
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
}

/** One start in a new tab of this profile. */
async function start(context, url, name, { line }) {
    const page = await context.newPage();
    const { cdp, slow } = await outside(page);
    let told;
    const answer = new Promise((resolve) => (told = resolve));
    await page.exposeFunction("askForTap", (x, y) => void page.touchscreen.tap(x, y));
    await page.exposeFunction("tellStart", (seen) => told(seen));
    await page.addInitScript(watchFor, name);
    if (line) {
        await cdp.send("Network.enable");
        await cdp.send("Network.clearBrowserCache");
        await cdp.send("Network.emulateNetworkConditions", line);
    }
    await slow(SLOW_CPU);
    await page.goto(`${url}/`, { waitUntil: "commit" });
    const seen = await Promise.race([answer, pause(20000)]);
    if (!seen) throw new Error(`nothing answered a tap on "${name}"`);
    await page.close();
    return seen;
}

const profile = (browser, url, first) => Visitor.arrive(browser, url, { context: PHONE, first });

/** Somebody who has been here: what is followed, two uses and an urge, on the disk. */
async function beenHere(browser, url, first) {
    const visitor = await profile(browser, url, first);
    await visitor.open();
    await visitor.begin("alcohol");
    await visitor.logUse("alcohol", "2");
    await visitor.logUse("alcohol", "1");
    await visitor.logUrge(6, "alcohol");
    await visitor.saved();
    return visitor;
}

async function repeated(run, times = RUNS) {
    const seen = [];
    for (let i = 0; i < times; ++i) seen.push(await run());
    return seen;
}

/** Nobody has been here: the first page, then the first button of the first visit. */
export async function firstStarts(browser, url) {
    return repeated(async () => {
        const visitor = await profile(browser, url, withoutWorker);
        await visitor.page.close();
        const seen = await start(visitor.context, url, t("welcome.next"), { line: SLOW_LINE });
        await visitor.leave();
        return seen;
    });
}

/** The journal is on the disk, everything else comes over the line again. */
export async function emptyStarts(browser, url) {
    const visitor = await beenHere(browser, url, withoutWorker);
    await visitor.page.close();
    const seen = await repeated(async () => {
        const one = await start(visitor.context, url, t("activity.use.short"), { line: SLOW_LINE });
        if (one.carried < 200000) throw new Error(`only ${one.carried} bytes came over the line: something was kept`);
        return one;
    });
    await visitor.leave();
    return seen;
}

/** The service worker has the whole release, and the browser a profile on the disk, with what it compiled the last time. */
export async function warmStarts(browser, url) {
    const visitor = await beenHere(browser, url);
    await visitor.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const quiet = await visitor.context.newPage(); // a profile without a page closes
    await visitor.page.close();
    const seen = await repeated(async () => {
        const one = await start(visitor.context, url, t("activity.use.short"), {});
        if (!one.worker) throw new Error("the service worker did not answer");
        return one;
    }, 2 * RUNS - 1);
    await quiet.close();
    return seen;
}
