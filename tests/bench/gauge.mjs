// What is put into a page to see when it works, and what a browser knows about it from outside.

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, locale: "nl-BE", timezoneId: "Europe/Brussels" };
/** The same with a quarter of the pixels: OpenGL in software takes the processor from the page, and only baking letters knows of density. */
export const COARSE = { ...PHONE, deviceScaleFactor: 1 };
export const SLOW_CPU = 4;
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
export const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

export const pause = (ms) => new Promise((over) => setTimeout(over, ms));
const sorted = (values) => [...values].sort((a, b) => a - b);
export const quantile = (values, part) => sorted(values)[Math.max(0, Math.ceil(values.length * part) - 1)];
export const p95 = (values) => quantile(values, 0.95);
export function median(values) {
    const [low, high] = [sorted(values)[Math.floor((values.length - 1) / 2)], sorted(values)[Math.floor(values.length / 2)]];
    return (low + high) / 2;
}

/** A page from outside: how fast its processor is, and what its main thread spent, in ms of processor time: waiting does not count. */
export async function outside(page) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    return {
        cdp,
        slow: (times) => cdp.send("Emulation.setCPUThrottlingRate", { rate: times }),
        async spent() {
            const { metrics } = await cdp.send("Performance.getMetrics");
            const ms = (name) => metrics.find((metric) => metric.name === name).value * 1000;
            return { script: ms("ScriptDuration"), thread: ms("ThreadTime") };
        },
    };
}

/** Runs in the page before its own scripts: every animation frame, every turn of the program in one, every sync it says. */
export function gauge() {
    const noted = { animations: [], frames: [], syncs: [], frame: requestAnimationFrame.bind(globalThis) };
    globalThis.gauge = noted;

    let animating = false;
    globalThis.requestAnimationFrame = (draw) => noted.frame((now) => {
        animating = true;
        const began = performance.now();
        try {
            draw(now);
        } finally {
            animating = false;
            noted.animations.push(performance.now() - began);
        }
    });

    let said;
    const { parse } = JSON;
    JSON.parse = (text, reviver) => {
        const value = parse(text, reviver);
        if (value?.t === "sync") said = { text, at: performance.now() };
        return value;
    };

    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (...given) {
        const context = getContext.apply(this, given);
        if (this.isConnected) noted.gl = context;
        return context;
    };
    /** The picture is done, and so is whatever else it took. */
    const pixel = new Uint8Array(4);
    noted.drawn = async () => {
        noted.gl.readPixels(0, 0, 1, 1, noted.gl.RGBA, noted.gl.UNSIGNED_BYTE, pixel);
        await new Promise((rest) => setTimeout(rest, 30));
    };

    // A question to OpenGL is answered when everything before it has been drawn: until then the page waits.
    let waited = 0;
    for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext])
        for (const [name, { value: call }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
            if (/^(get|is|read|finish)/.test(name) && typeof call === "function")
                prototype[name] = function (...given) {
                    const began = performance.now();
                    const answer = call.apply(this, given);
                    waited += performance.now() - began;
                    return answer;
                };

    // Of what the program exports only its frame takes nothing and is called in an animation frame. A sync is the last thing a frame says.
    let inside = false;
    const timed = (call) => (...given) => {
        if (!animating || inside) return call(...given);
        inside = true;
        waited = 0;
        const began = performance.now();
        try {
            return call(...given);
        } finally {
            const ended = performance.now();
            inside = false;
            noted.frames.push({ ms: ended - began, waited, sync: said ? ended - said.at : undefined });
            if (said) noted.syncs.push(said.text);
            said = undefined;
        }
    };
    for (const way of ["instantiate", "instantiateStreaming"]) {
        const original = WebAssembly[way];
        WebAssembly[way] = async (...given) => {
            const { module, instance } = await original.apply(WebAssembly, given);
            const exports = Object.entries(instance.exports).map(([name, it]) => [name, typeof it === "function" && it.length === 0 ? timed(it) : it]);
            return { module, instance: { exports: Object.fromEntries(exports) } };
        };
    }
}

/** Runs in the page: a fixed piece of work; how long it takes tells what the machine is worth now. */
export function work() {
    const began = performance.now();
    let x = 1;
    for (let i = 0; i < 2e7; ++i) x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return x === 0 ? 0 : performance.now() - began;
}

/** What the slow-down is worth here: the same work at full and at reduced speed. */
export async function machine(browser) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const { slow } = await outside(page);
    const times = async () => median([await page.evaluate(work), await page.evaluate(work), await page.evaluate(work)]);
    await page.evaluate(work);
    const full = await times();
    await slow(SLOW_CPU);
    const slowed = await times();
    await context.close();
    return { work_ms: full, slowed_work_ms: slowed };
}
