// The stock program (stock.cpp): how much its main thread does while nothing happens, and how long one of its frames takes on a slow processor.
import { existsSync, readFileSync } from "node:fs";
import zlib from "node:zlib";
import { serve } from "../support/page.mjs";
import { gauge, outside, p95, PHONE, SLOW_CPU } from "./gauge.mjs";
import { watched } from "./idle.mjs";

const built = (name) => new URL(`../../build/web/koers_stock.${name}`, import.meta.url);
const RUNS = 3;

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
    const context = await browser.newContext(PHONE);
    await context.addInitScript(gauge);
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.gauge.animations.length > 60);

    const rests = [];
    for (let run = 0; run < RUNS; ++run) rests.push(await watched(page));
    const { slow } = await outside(page);
    await slow(SLOW_CPU);
    const frames = [];
    for (let run = 0; run < RUNS; ++run)
        frames.push(p95(await page.evaluate(async () => {
            const { gauge } = globalThis;
            gauge.animations.length = 0;
            while (gauge.animations.length < 30) await new Promise(gauge.frame);
            return gauge.animations;
        })));
    await context.close();
    server.close();
    return { rests, frames, size: packed(script) + packed(program) };
}
