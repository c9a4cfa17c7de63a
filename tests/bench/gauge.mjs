// What is put into a page to see when it works, and what a browser knows about it from outside.

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, locale: "nl-BE", timezoneId: "Europe/Brussels" };
/** The same with a quarter of the pixels: OpenGL in software takes the processor from the page, and only the baking of letters knows of density. */
export const COARSE = { ...PHONE, deviceScaleFactor: 1 };
export const SLOW_CPU = 4;
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
export const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** ms that a step may take here: many go at a time. */
export const PATIENCE = 30000;

export const pause = (ms) => new Promise((over) => setTimeout(over, ms));
const sorted = (values) => [...values].sort((a, b) => a - b);
export const p95 = (values) => sorted(values)[Math.max(0, Math.ceil(values.length * 0.95) - 1)];
export function median(values) {
    const order = sorted(values);
    return (order[Math.floor((order.length - 1) / 2)] + order[Math.floor(order.length / 2)]) / 2;
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

/** Runs in the page before its own scripts: counts animation frames and marks, for a trace, every turn of the program in one and every sync it says. */
export function gauge() {
    const noted = { animations: 0, frames: 0, waits: [], frame: requestAnimationFrame.bind(globalThis) };
    globalThis.gauge = noted;
    // Pages may share a process and its thread: each says who it is.
    const me = Math.random().toString(36).slice(2);
    const mark = (noted.mark = (name) => performance.mark(`koers ${me} ${name}`));
    mark("start");

    let animating = false;
    globalThis.requestAnimationFrame = (draw) => noted.frame((now) => {
        ++noted.animations;
        animating = true;
        try {
            draw(now);
        } finally {
            animating = false;
        }
    });

    // A question to OpenGL is answered when everything before it has been drawn: until then the page waits, and uses no processor.
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

    // What makes the browser lay out at once is told apart from what is written.
    const laying = [
        [HTMLElement.prototype, "focus"], [HTMLElement.prototype, "blur"], [HTMLDialogElement.prototype, "showModal"], [HTMLDialogElement.prototype, "close"], [globalThis, "scrollTo"],
    ];
    for (const [owner, name] of laying) {
        const call = owner[name];
        owner[name] = function (...given) {
            mark("lay");
            call.apply(this, given);
            mark("laid");
        };
    }

    let said = false;
    let inside = false;
    const { parse } = JSON;
    JSON.parse = (text, reviver) => {
        const value = parse(text, reviver);
        if (value?.t === "sync") {
            said = true;
            mark("sync");
        }
        return value;
    };

    // What a sync leaves for after the paint is told by itself.
    const wait = globalThis.setTimeout.bind(globalThis);
    globalThis.setTimeout = (act, ms, ...given) => !inside || ms ? wait(act, ms, ...given) : wait(() => {
        mark("after");
        try {
            act(...given);
        } finally {
            mark("afterwards");
        }
    });

    // Of what the program exports only its frame takes nothing and is called in an animation frame. A sync is the last thing a frame says;
    // the style and layout that follow from it come a moment later anyway, here they come at once.
    const timed = (call) => (...given) => {
        if (!animating || inside) return call(...given);
        inside = true;
        said = false;
        waited = 0;
        mark("frame");
        try {
            return call(...given);
        } finally {
            mark("drawn");
            if (said) document.documentElement.getBoundingClientRect();
            mark("over");
            inside = false;
            ++noted.frames;
            noted.waits.push(waited);
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

/** The events of these categories while `act` ran, in their order; tts is the processor time of a thread in microseconds. */
export async function traced(browser, page, categories, act) {
    await browser.startTracing(page, { categories: ["-*", ...categories] });
    await act();
    return JSON.parse((await browser.stopTracing()).toString()).traceEvents.sort((a, b) => a.ts - b.ts);
}

/** What the marks of a gauged page tell: {screen, first, ms, sync?, written?, layout?, after?} of every frame, in ms of processor time. */
export function framesIn(events) {
    const frames = [];
    const threads = new Map();
    for (const { cat, name, pid, tid, tts } of events) {
        if (cat !== "blink.user_timing" || !name.startsWith("koers ")) continue;
        const [, page, what, of = ""] = name.split(" ");
        const key = `${pid} ${tid} ${page}`;
        const at = threads.get(key) ?? threads.set(key, {}).get(key);
        const ms = (from) => (tts - from) / 1000;
        if (what === "start") Object.assign(at, { screen: "", first: true });
        else if (what === "screen") at.screen = of;
        else if (what === "frame") Object.assign(at, { began: tts, said: undefined, forced: 0 });
        else if (what === "sync") at.said = tts;
        else if (what === "lay") at.laying = tts;
        else if (what === "laid" && at.said !== undefined) at.forced += ms(at.laying);
        else if (what === "after") at.after = tts;
        else if (what === "afterwards" && at.frame) at.frame.after = (at.frame.after ?? 0) + ms(at.after);
        else if (what === "drawn") {
            at.frame = { screen: at.screen, first: at.first, ms: ms(at.began) };
            if (at.said !== undefined) Object.assign(at.frame, { sync: ms(at.said), written: ms(at.said) - at.forced });
            at.drawn = tts;
        } else if (what === "over") {
            if (at.said !== undefined) Object.assign(at, { first: false }).frame.layout = at.forced + ms(at.drawn);
            frames.push(at.frame);
        }
    }
    return frames;
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
