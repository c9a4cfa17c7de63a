// The table of contents: load what is needed, start the program, let page and program talk, draw a frame when asked.
// Whatever fails, something readable stands: the first page was there before this script and comes back if the program cannot go on.

import { BackGuard, takeFragment } from "./back";
import { download } from "./files";
import type { Handing, Order } from "./handing";
import { MemoryStore } from "./memory";
import { Program } from "./program";
import type { Incoming, Opened, Outgoing, StoreNews, Sync, Touch } from "./protocol";
import { Mirror } from "./semantics";
import { DiskStore, type Store } from "./store";
import { canShare, clock, insideApp, installed, prefs, view, watchInstalled, watchPrefs, watchView } from "./surroundings";
import { watchTranslation } from "./translated";
import { Release } from "./update";
import { Voice } from "./voice";

const html = document.documentElement;
const canvas = document.getElementById("canvas") as HTMLCanvasElement;

/** ?scenario=name&at=2026-11-22T18:00+01:00&still: start states for tests and the gallery. On a real host the address can set nothing. */
const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
// A "+" in an address is a space to URLSearchParams; in an offset it is a plus.
const query = new URLSearchParams(local ? location.search.replace(/\+/g, "%2B") : "");
const scenario = query.get("scenario");

// ---- when it does not work ----

/** The first page stands again. */
function stand(how: "stranded" | "stopped", why: unknown): void {
    console.error(why);
    html.classList.remove("running", "modal", "gutter");
    html.classList.add(how);
}

/** It could not begin: the first page says what Koers needs. */
const strand = (why: unknown) => stand("stranded", why);

/** The program broke off. What was saved is saved, and the person hears so, with the way back in: a Koers that was installed has no button of a browser. */
function apologise(why: unknown): void {
    stand("stopped", why);
    const first = document.getElementById("first");
    const sorry = first?.querySelector<HTMLElement>(`[lang="${html.lang}"] .stopped`) ?? first?.querySelector<HTMLElement>(".stopped");
    if (!sorry) return;
    first!.prepend(sorry);
    sorry.hidden = false;
    const again = sorry.querySelector("button");
    again?.addEventListener("click", () => location.reload());
    window.scrollTo(0, 0);
    again?.focus();
}

/** The context that the program draws with, made here: SDL asks for the same one and gets it. It gets its picture in the size that the program will want. */
function hasWebGl(): boolean {
    const { w, h, dpr } = view(canvas);
    canvas.width = Math.round(w * dpr);
    canvas.height = Math.round(h * dpr);
    return canvas.getContext("webgl", { alpha: false, depth: false, stencil: false, antialias: false }) !== null;
}

/** When there is nothing better to do; Safari does not tell. */
function whenIdle(act: () => void): void {
    if ("requestIdleCallback" in window) requestIdleCallback(act);
    else setTimeout(act, 1000);
}

// ---- loading ----

async function load(path: string): Promise<ArrayBuffer> {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.arrayBuffer();
}

/** The first language of the reader that Koers speaks, else English. The journal may know better later. */
function firstLanguage(): string {
    const spoken = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]!);
    return spoken.find((language) => language in RELEASE.content) ?? ("en" in RELEASE.content ? "en" : Object.keys(RELEASE.content)[0]!);
}

const pack = (language: string) => load(RELEASE.content[language] ?? "");

async function keepPicture(name: string, scale: string): Promise<boolean | undefined> {
    const paper = document.querySelector<HTMLElement>('[data-id="paper"]');
    const { keep } = (await import(new URL(RELEASE.photo, document.baseURI).href)) as typeof import("./photo");
    return paper ? keep(paper, Number(scale) || 1, name) : false;
}

// ---- the program and the page ----

async function start(): Promise<void> {
    if (typeof WebAssembly !== "object") return strand("no WebAssembly");
    let program: Program | undefined;
    let begun = false;
    // Where finger and focus are is for drawing only, and a tap tells it three times in a row: the last word of it counts, before the next frame or message.
    let touched: Omit<Touch, "t"> | undefined;
    const tellTouch = () => {
        if (!touched) return;
        program?.send({ t: "touch", ...touched });
        touched = undefined;
    };
    const send = (message: Incoming) => {
        tellTouch();
        program?.send(message);
    };

    // The journal is on its way while the program is still being made; what other tabs do meanwhile is told after it. Asked for again, it is opened again.
    const early: StoreNews[] = [];
    const store: Store = scenario === null ? new DiskStore({ news: (news) => void (begun ? send(news) : early.push(news)) }) : new MemoryStore();
    let opening: Promise<Opened> | undefined = store.open();
    const language = firstLanguage();
    const files = Promise.all([load(RELEASE.fonts.regular), load(RELEASE.fonts.bold), load(RELEASE.icons), pack(language)]);
    files.catch(() => undefined); // awaited below
    // What the host put beside Koers; nobody waits long for it.
    const host = Promise.race([load(RELEASE.host).catch(() => undefined), new Promise<undefined>((late) => setTimeout(late, 2000))]);
    let fragment = takeFragment();
    const still = query.has("still");
    const stamp = clock(query.get("at"));

    const mirror = new Mirror(document.getElementById("mirror")!, {
        act: (act) => send({ t: "act", ...act }),
        touch: (touch) => {
            touched = touch;
            requestFrame();
        },
        scrolled: (scroll) => send({ t: "scroll", ...scroll }),
    }, (error) => program?.fail(error));
    const voice = new Voice(document.getElementById("mirror")!, {
        found: (yes) => send({ t: "voice", yes }),
        speaking: (yes) => send({ t: "speaking", yes }),
    });
    const guard = new BackGuard(() => send({ t: "back" }), (text) => {
        if (begun) send({ t: "link", fragment: text });
        else fragment = text; // tapped while the program is still on its way: the last one counts
    });
    const release = new Release();
    // What hands things over, once somebody wants it.
    let handing: Promise<Handing> | undefined;
    const hands = (order: Order) => {
        handing ??= import(new URL(RELEASE.handing, document.baseURI).href).then(({ Handing }: typeof import("./handing")) => new Handing(send));
        handing.then((it) => it.take(order)).catch((error) => {
            console.warn(error);
            handing = undefined; // without a network and never here before: asked for again the next time
        });
    };

    // Frames: one for each time the program asks, none in between. A hidden page gets no animation frames, and saves have to go out.
    let cancelFrame: (() => void) | undefined;
    const draw = () => {
        tellTouch();
        cancelFrame = undefined;
        program?.frame();
        // Only when the program has come to rest has it said all it wants about what was done.
        if (cancelFrame === undefined) mirror.settle();
    };
    const requestFrame = () => {
        if (cancelFrame) return;
        if (document.hidden) {
            const timer = setTimeout(draw, 0);
            cancelFrame = () => clearTimeout(timer);
        } else {
            const frame = requestAnimationFrame(draw);
            cancelFrame = () => cancelAnimationFrame(frame);
        }
    };

    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const setTimer = (name: string, ms: number) => {
        clearTimeout(timers.get(name));
        if (ms > 0) timers.set(name, setTimeout(() => (timers.delete(name), send({ t: "timer", name })), ms));
    };

    const show = (sync: Sync) => {
        if (!html.classList.contains("running")) {
            html.classList.add("running");
            whenIdle(() => {
                mirror.warm();
                send({ t: "warm" });
            });
        }
        if (sync.top) voice.stop();
        mirror.apply(sync);
        voice.speaks(sync.lang);
        // The history is of the browser's other half, and slow: nothing on the screen waits for it.
        setTimeout(() => guard.set(sync.depth));
    };

    const tell = (message: Outgoing): void => {
        switch (message.t) {
            case "sync":
                return show(message);
            case "frame":
                return requestFrame();
            case "timer":
                return setTimer(message.name, message.ms);
            case "content":
                void Promise.all([pack(message.lang), ...(message.whole ? [load(RELEASE.library[message.lang] ?? ""), load(RELEASE.libraryIcons)] : [])]).then(
                    ([bytes, library, drawings]) => {
                        program?.give("content", bytes!);
                        if (library) program?.give("library", library);
                        if (drawings) program?.give("icons", drawings);
                        send({ t: "content", lang: message.lang });
                    },
                    () => send({ t: "content", lang: message.lang, missing: true, whole: message.whole }), // offline and never fetched
                );
                return;
            case "open":
                void (opening ?? store.open()).then((opened) => {
                    send(opened);
                    for (const news of early.splice(0)) send(news);
                });
                begun = true;
                opening = undefined;
                return;
            case "save":
                return void store.save(message).then(send);
            case "takeover":
                return void store.takeOver().then(send);
            case "persist":
                return void store.persist().then(send);
            case "erase":
                return void store.erase().then(send);
            case "copy":
                return void store.keepCopy(message.keep);
            case "download":
                return download(message.name, new Blob([message.text], { type: message.mime }));
            case "warn":
                return console.warn(message.text);
            case "print":
                // After the frame, so that what was left out a moment ago is out; a browser inside another app may not be able to.
                setTimeout(() => {
                    try {
                        window.print();
                    } catch (error) {
                        console.warn(error);
                    }
                });
                return;
            case "picture":
                void keepPicture(message.name, html.style.getPropertyValue("--scale")).then((yes) => yes !== undefined && send({ t: "picture", yes }), () => send({ t: "picture", yes: false }));
                return;
            case "reload":
                return release.switchOver();
            case "clip":
            case "share":
            case "code":
            case "phrase":
            case "seal":
            case "choose":
            case "unseal":
            case "forget":
            case "prepare":
                return hands(message);
            case "speak":
                return message.on ? voice.read() : voice.stop();
        }
    };

    const died = (why: unknown) => {
        mirror.abandon();
        apologise(why);
    };
    const loading = Program.load({ canvas, wasm: new URL(RELEASE.wasm, document.baseURI).href, tell, stamp, died });
    loading.catch(() => undefined); // awaited below
    // Making a context waits for the graphics process: first everything else is sent on its way.
    await undefined;
    const plain = !hasWebGl();
    const loaded = await loading;
    const [regular, bold, icons, content] = await files;
    program = loaded;
    program.give("font.regular", regular);
    program.give("font.bold", bold);
    program.give("icons", icons);
    program.give("content", content);
    const own = await host;
    if (own) program.give("host", own);
    send({
        t: "start",
        languages: [...navigator.languages],
        view: view(canvas),
        prefs: prefs(still),
        content: language,
        address: new URL("./", document.baseURI).href,
        ...(insideApp() && { inside: true }),
        ...(canShare() && { share: true }),
        ...(plain && { plain }),
        ...(fragment !== "" && { fragment }),
        ...(scenario !== null && { scenario }),
    });
    // A program that did not ask for the journal could not start. Its first frame comes when the journal is open: until then the first page stands.
    if (!begun) return strand("the program did not start");

    send({ t: "installed", yes: installed() });
    watchInstalled(() => send({ t: "installed", yes: installed() }));
    watchView(canvas, (now) => send({ t: "view", ...now }));
    watchPrefs(() => send({ t: "prefs", ...prefs(still) }));
    addEventListener("scroll", () => send({ t: "scroll", layer: "page", y: Math.max(0, window.scrollY) }), { passive: true });
    addEventListener("pageshow", (event) => event.persisted && void store.check());
    document.addEventListener("visibilitychange", () => {
        if (document.hidden) void store.flush();
        if (cancelFrame) {
            cancelFrame();
            cancelFrame = undefined;
            requestFrame();
        }
    });
    // Phones take a canvas its memory in the background. When it comes back everything is drawn anew; if it stays away the text face takes over.
    let patience: ReturnType<typeof setTimeout> | undefined;
    let [lost, translated] = [false, false];
    const tellCanvas = () => send({ t: "canvas", yes: !lost && !translated && !plain });
    canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        patience = setTimeout(() => {
            lost = true;
            tellCanvas();
        }, 3000);
    });
    canvas.addEventListener("webglcontextrestored", () => {
        clearTimeout(patience);
        lost = false;
        tellCanvas();
    });
    watchTranslation(() => mirror.language, (now) => {
        translated = now;
        tellCanvas();
    });
    addEventListener("beforeprint", () => mirror.print(true));
    addEventListener("afterprint", () => mirror.print(false));
    if (scenario === null) void release.watch(() => send({ t: "update" }));
}

start().catch(strand);
