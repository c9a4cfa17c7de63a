// What Koers promises a slow phone, measured on the built site in a real browser. Limits are told, not enforced: times differ from machine to machine.
//   node tests/bench/bench.mjs [--root FOLDER] [word…]     only figures whose name begins with one of the words: start frame
// KOERS_URL names a site that is already served. Writes build/bench.json; README.md says how each figure is taken and what it does not see.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { launch, launchProfile } from "../support/page.mjs";
import { serve } from "../../web/host/serve.mjs";
import { everyScreen } from "./frame.mjs";
import { machine, median, p95, SLOW_CPU } from "./gauge.mjs";
import { helpOpens } from "./help.mjs";
import { idleScreens } from "./idle.mjs";
import { emptyStarts, firstStarts, warmStarts } from "./start.mjs";
import { isBuilt, stock } from "./stock.mjs";

const build = new URL("../../build/", import.meta.url);
const words = process.argv.slice(2);
const at = words.indexOf("--root");
const [, root] = at < 0 ? [] : words.splice(at, 2);

const LIMITS = {
    "size.first_visit_br_kb": 300,
    "start.readable_ms": 1500,
    "start.first_usable_ms": undefined,
    "start.usable_ms": 3500,
    "start.repeat_ms": 1200,
    "help.open_ms": 100,
    "idle.frames_10s": 0,
    "idle.script_ms_10s": 0,
    "idle.main_thread_ms_10s": undefined,
    "frame.p95_ms": 16,
    "frame.waited_ms": undefined,
    "frame.first_ms": undefined,
    "frame.answer_p95_ms": undefined,
    "mirror.sync_p95_ms": 4,
    "mirror.first_ms": undefined,
    "mirror.layout_p95_ms": undefined,
    "mirror.after_p95_ms": undefined,
    "mirror.all_p95_ms": undefined,
    "mirror.whole_p95_ms": undefined,
};
const names = Object.keys(LIMITS).filter((name) => words.length === 0 || words.some((word) => name.startsWith(word)));
if (names.length === 0) throw new Error(`no figure begins with ${words.join(" or ")}; there are ${Object.keys(LIMITS).join(", ")}`);

const round = (value) => Math.round(value * 10) / 10;
const figures = {};
function figure(name, runs, { value = median(runs), baseline, note, ...more } = {}) {
    if (!names.includes(name)) return;
    const limit = LIMITS[name];
    figures[name] = {
        value: round(value), ...(limit !== undefined && { limit, ok: round(value) <= limit }), runs: runs.map(round),
        ...(baseline !== undefined && { baseline: round(baseline) }), ...(note && { note }), ...more,
    };
}

const home = process.env.KOERS_URL ? { url: process.env.KOERS_URL.replace(/\/$/, ""), close() {} } : await serve({ ...(root && { root }) });
const { version } = await (await fetch(`${home.url}/manifest.json`)).json();
const browser = await launch();
const here = { cpus: cpus().length, cpu: cpus()[0]?.model, load: loadavg()[0], ...(await machine(browser)) };

/** What could not be measured keeps nothing else from being measured. */
const failures = [];
const began = Date.now();
async function measure(what, figures, act) {
    if (!figures.some((name) => names.includes(name))) return;
    try {
        await act();
        process.stderr.write(`  ${what} (${Math.round((Date.now() - began) / 1000)} s)\n`);
    } catch (error) {
        failures.push(`${what} could not be measured: ${error.message.split("\n")[0]}`);
    }
}
const all = (...prefixes) => Object.keys(LIMITS).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));

let peer;
await measure("the stock program", ["frame.p95_ms", ...all("size", "idle")], async () => {
    if (isBuilt()) peer = await stock(browser);
});
await measure("size", all("size"), async () => {
    const size = JSON.parse(readFileSync(new URL("size.json", build), "utf8"));
    figure("size.first_visit_br_kb", [size.firstVisit.br / 1000], {
        baseline: peer && peer.size / 1000,
        note: `1 kB = 1000 bytes${size.version === version ? "" : `; of build ${size.version}, not of the site measured`}`,
    });
});
await measure("first starts", ["start.readable_ms", "start.first_usable_ms"], async () => {
    const seen = await firstStarts(browser, home.url);
    figure("start.readable_ms", seen.map((one) => one.readable));
    figure("start.first_usable_ms", seen.map((one) => one.answered), { seen });
});
await measure("starts over the line", ["start.usable_ms"], async () => {
    const seen = await emptyStarts(browser, home.url);
    figure("start.usable_ms", seen.map((one) => one.answered), { seen });
});
await measure("starts from the service worker", ["start.repeat_ms"], async () => {
    const own = launchProfile();
    const seen = await warmStarts(own, home.url).finally(() => own.close());
    figure("start.repeat_ms", seen.map((one) => one.answered), { seen });
});

await measure("Hulp nu", all("help"), async () => {
    const { first, again } = await helpOpens(browser, home.url);
    figure("help.open_ms", first, { note: `from the tap to the first frame on the screen, the first time in a page; the second time ${median(again)} ms` });
});

async function frames() {
    const { screens, told, ...runs } = await everyScreen(browser, home.url);
    const [name, slowest] = Object.entries(screens).sort(([, a], [, b]) => median(b.runs) - median(a.runs))[0];
    figure("frame.p95_ms", slowest.runs, {
        note: `the slowest of ${Object.keys(screens).length} screens: ${name}`, baseline: peer && p95(peer.frames) * SLOW_CPU,
        screens: Object.fromEntries(Object.entries(screens).map(([name, screen]) => [name, { runs: screen.runs.map(round), waited: round(screen.waited) }])),
    });
    figure("frame.waited_ms", Object.values(screens).map((screen) => screen.waited), { note: "of a frame, for OpenGL to answer questions; comes on top" });
    figure("frame.first_ms", runs.first, { note: "the first frame of a start" });
    figure("frame.answer_p95_ms", runs.answer, { note: "frames that changed the mirror, their sync included" });
    figure("mirror.sync_p95_ms", runs.sync, { note: `${told.length} syncs on the way through every screen; in the middle ${round(median(told))} ms` });
    figure("mirror.first_ms", runs.cold, { note: "the first sync of a start, which has never run before" });
    figure("mirror.layout_p95_ms", runs.layout, { note: "style and layout, in a sync and after it: the browser's own work on a new screen" });
    figure("mirror.after_p95_ms", runs.after, { note: "what only the canvas shows, and the focus with the layout that it forces: after the paint" });
    figure("mirror.all_p95_ms", runs.all, { note: "a sync and what it leaves for after the paint, together" });
    figure("mirror.whole_p95_ms", runs.whole, { note: "a sync with the layout that moving the focus forces in it" });
}
async function rest() {
    const still = await launch();
    const screens = await idleScreens(still, home.url).finally(() => still.close());
    for (const [name, part] of [["idle.frames_10s", "frames"], ["idle.script_ms_10s", "script"], ["idle.main_thread_ms_10s", "thread"]]) {
        const runs = Object.values(screens).map((one) => one[part]);
        const busy = Object.entries(screens).filter(([, one]) => round(one[part]) > (LIMITS[name] ?? Infinity)).map(([screen, one]) => `${screen} ${round(one[part])}`);
        figure(name, runs, {
            value: Math.max(...runs), baseline: peer && median(peer.rests.map((one) => one[part])),
            note: `the worst of ${runs.length} screens${busy.length ? `: ${busy.join(", ")}` : ""}`,
            screens: Object.fromEntries(Object.entries(screens).map(([screen, one]) => [screen, round(one[part])])),
        });
    }
}
// Processor time does not mind company: these two go side by side, each in a browser of its own.
await Promise.all([measure("frames and syncs", all("frame", "mirror"), frames), measure("screens at rest", all("idle"), rest)]);
await browser.close();
await home.close();

const report = { taken: new Date().toISOString(), chromium: browser.version(), version, slow_down: SLOW_CPU, machine: here, figures: Object.fromEntries(names.filter((name) => name in figures).map((name) => [name, figures[name]])) };
writeFileSync(new URL("bench.json", build), `${JSON.stringify(report, null, 1)}\n`);

const text = (value) => (value === undefined ? "" : value.toLocaleString("en"));
const rows = Object.entries(report.figures).map(([name, { value, limit, ok, runs, baseline, note = "" }]) =>
    [name, text(value), text(limit), ok === undefined ? "" : ok ? "met" : "MISSED", `${text(Math.min(...runs))}–${text(Math.max(...runs))}`, text(baseline), note]);
const table = [["figure", "value", "limit", "", "spread", "stock", ""], ...rows];
const width = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
const numbers = new Set([1, 2, 4, 5]);
for (const row of table) console.log(row.map((cell, column) => (numbers.has(column) ? cell.padStart(width[column]) : cell.padEnd(width[column]))).join("  ").trimEnd());
console.log(`Chromium ${report.chromium}; a fixed piece of work took ${round(here.work_ms)} ms, slowed down ${round(here.slowed_work_ms)} ms. All of it in ${fileURLToPath(new URL("bench.json", build))}`);
if (here.load > here.cpus / 2) console.log(`The machine was busy with other things (load ${round(here.load)} on ${here.cpus} processors): times are too high.`);
for (const failure of failures) console.log(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
