// The stock program (stock.cpp): how large it is, what its main thread does while nothing happens, and what a frame of it takes.
import { existsSync, readFileSync } from "node:fs";
import zlib from "node:zlib";
import { serve } from "../support/page.mjs";
import { COARSE, gauge, pause, traced } from "./gauge.mjs";
import { watched } from "./idle.mjs";

const built = (name) => new URL(`../../build/web/koers_stock.${name}`, import.meta.url);
const RUNS = 2;

export const isBuilt = () => existsSync(built("mjs")) && existsSync(built("wasm"));

const packed = (bytes) => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export async function stock(browser) {
    const [script, program] = [readFileSync(built("mjs")), readFileSync(built("wasm"))];
    const server = await serve({
        "/": ["text/html", `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stock</title>
            <link rel="stylesheet" href="/s.css"><body><canvas id="canvas"></canvas><script type="module" src="/start.mjs"></script>`],
        "/start.mjs": ["text/javascript", `import create from "./koers_stock.mjs"; await create({ canvas: document.getElementById("canvas") });`],
        "/s.css": ["text/css", "body { margin: 0 }"],
        "/koers_stock.mjs": ["text/javascript", script],
        "/koers_stock.wasm": ["application/wasm", program],
    });
    const context = await browser.newContext(COARSE);
    await context.addInitScript(gauge);
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.gauge.animations > 60);

    const rests = [];
    for (let run = 0; run < RUNS; ++run) rests.push(await watched(page));
    const events = await traced(browser, page, ["devtools.timeline"], () => pause(3000));
    const frames = events.filter((event) => event.name === "FireAnimationFrame" && event.tdur !== undefined).map((event) => event.tdur / 1000);
    await context.close();
    server.close();
    return { rests, frames, size: packed(script) + packed(program) };
}
