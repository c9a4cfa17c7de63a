// WebKitGTK, which Playwright cannot start, behind the few names of Playwright that Visitor uses: the W3C WebDriver protocol, spoken with fetch.
// What is found by role and name has to carry both in the browser's own accessibility tree too.
import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const pause = (ms) => new Promise((on) => setTimeout(on, ms));

async function free() {
    const server = createServer();
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address();
    await new Promise((closed) => server.close(closed));
    return port;
}

/** Everything the browser asks goes through here and is told; only this machine answers. */
async function watch(told) {
    const server = createServer((request, response) => {
        told(request.url);
        const { hostname } = new URL(request.url);
        if (hostname !== "localhost") return response.writeHead(502).end();
        ask(request.url, { method: request.method, headers: request.headers }, (answer) => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        }).on("error", () => response.destroy()).end();
    });
    server.on("connect", (request, socket) => {
        told(`https://${request.url}/`);
        socket.destroy();
    });
    server.unref();
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    return { address: `127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } };
}

// ---- in the page ----

/** The elements that are meant, the visible ones, in reading order. */
function meant({ css, role, level, text, name, exact, pattern, flags }) {
    const types = { radio: "radio", checkbox: "checkbox", range: "slider", text: "textbox" };
    const roles = {
        A: "link", BUTTON: "button", H1: "heading", H2: "heading", H3: "heading", H4: "heading", H5: "heading", H6: "heading", IMG: "img", SELECT: "combobox",
        TEXTAREA: "textbox", TABLE: "table", TR: "row", TD: "cell", DIALOG: "dialog", PROGRESS: "progressbar", NAV: "navigation", MAIN: "main", LI: "listitem",
    };
    const plain = (words) => (words ?? "").replace(/\s+/g, " ").trim();
    const wanted = pattern === undefined ? undefined : new RegExp(pattern, flags);
    const fits = (words) => (wanted ? wanted.test(words) : exact ? words === plain(name) : words.toLowerCase().includes(plain(name).toLowerCase()));
    const roleOf = (element) => element.getAttribute("role") ?? (element.tagName === "INPUT" ? types[element.type] : roles[element.tagName]);
    const nameOf = (element) => plain(element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent);
    const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
    const all = [...document.body.querySelectorAll(css ?? "*")];
    return all.filter((element) => {
        if (role && (roleOf(element) !== role || (level && element.tagName !== `H${level}`) || !fits(nameOf(element)))) return false;
        if (text && (!fits(plain(element.textContent)) || [...element.children].some((child) => fits(plain(child.textContent))))) return false;
        return visible(element);
    });
}

/** One to act on: there, alone or the first, able, lying still, and not under another. */
async function ready(elements, alone) {
    if (elements.length === 0) return { why: "not there" };
    if (elements.length > 1 && alone) throw new Error(`${elements.length} of them`);
    const [element] = elements;
    const box = () => element.getBoundingClientRect();
    const before = JSON.stringify(box());
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    if (!element.isConnected || JSON.stringify(box()) !== before) return { why: "moving" };
    if (element.disabled) return { why: "disabled" };
    const { left, top, width, height } = box();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    if (element.contains(over)) return { element, left, top, width, height };
    element.scrollIntoView({ block: "center", behavior: "instant" });
    return { why: `under ${over?.outerHTML.slice(0, 120)}` };
}

// ---- the page from here ----

const keys = {
    Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", Space: " ", Home: "\uE011", End: "\uE010", Backspace: "\uE003", Delete: "\uE017", Shift: "\uE008",
    ControlOrMeta: "\uE009", Control: "\uE009", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};
/** Milliseconds that one command may take. */
const LONGEST = 30000;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

class Locator {
    constructor(page, what, first = false) {
        Object.assign(this, { page, what, alone: !first });
    }
    first() {
        return new Locator(this.page, this.what, true);
    }
    toString() {
        const { role, css, text, name, pattern } = this.what;
        return `${role ?? css ?? "text"} ${pattern ?? name ?? text ?? ""}`;
    }
    count() {
        return this.page.run(`(${meant})(what).length`, { what: this.what });
    }
    waitFor() {
        return this.page.until(`${this}`, async () => {
            const count = await this.count();
            if (count > 1 && this.alone) throw new Error(`${count} times ${this}`);
            return count > 0;
        });
    }
    async evaluate(act, argument) {
        await this.waitFor();
        return this.page.run(`(${act})((${meant})(what)[0], argument)`, { what: this.what, argument });
    }
    innerText() {
        return this.evaluate((element) => element.innerText);
    }
    isChecked() {
        return this.evaluate((element) => element.checked);
    }
    inputValue() {
        return this.evaluate((element) => element.value);
    }
    getAttribute(name) {
        return this.evaluate((element, name) => element.getAttribute(name), name);
    }
    boundingBox() {
        return this.evaluate((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return { x, y, width, height };
        });
    }
    /** With a mouse, in the middle or at a place, as soon as it can be done. */
    async click({ position } = {}) {
        let spot;
        await this.page.until(() => `${this}, to be pressed: ${spot.why}`, async () => {
            spot = await this.page.run(`(${ready})((${meant})(what), alone)`, { what: this.what, alone: this.alone });
            return spot.element;
        });
        await this.page.called(spot.element[ELEMENT], this.what);
        const { x, y } = position ?? { x: spot.width / 2, y: spot.height / 2 };
        const move = { type: "pointerMove", duration: 0, x: Math.round(spot.left + x), y: Math.round(spot.top + y) };
        await this.page.ask("POST", "/actions", { actions: [
            { type: "pointer", id: "mouse", actions: [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] },
        ] });
    }
    async check() {
        if (!(await this.isChecked())) await this.click();
        await this.page.until(`${this} is on`, () => this.isChecked());
    }
    /** As a person does: into the field, all of it, and over it. */
    async fill(value) {
        await this.click();
        await this.page.keyboard.press("ControlOrMeta+a");
        await this.page.keyboard.type(value);
        await this.page.until(`${this} says ${value}`, async () => (await this.inputValue()) === value);
    }
}

class Page {
    patience = 12000;
    keyboard = {
        press: (chord) => {
            const held = chord.split("+").map((key) => keys[key] ?? key);
            return this.type([...held.map((value) => ({ type: "keyDown", value })), ...held.reverse().map((value) => ({ type: "keyUp", value }))]);
        },
        type: (text) => this.type([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
    };

    constructor(address, scripts = [], complained = () => undefined) {
        Object.assign(this, { address, scripts, complained });
    }
    async ask(method, path, body) {
        const response = await fetch(`${this.address}${path}`, { method, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(LONGEST) });
        const { value } = await response.json();
        if (value?.error) throw Object.assign(new Error(`${value.error}: ${value.message}`), { code: value.error });
        return value;
    }
    async until(what, true_) {
        const end = Date.now() + this.patience;
        for (;;) {
            const value = await true_();
            if (value) return value;
            if (Date.now() > end) throw new Error(`never: ${typeof what === "string" ? what : what()}`);
            await pause(30);
        }
    }
    type(actions) {
        return this.ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
    }
    /** An expression in the page, over these names; it may be a promise. */
    async run(expression, names = {}) {
        const script = `
            const [${Object.keys(names)}] = arguments, done = arguments[arguments.length - 1];
            const complaints = () => globalThis.complaints?.splice(0) ?? [];
            (async () => ${expression})().then((value) => done({ value, complaints: complaints() }), (error) => done({ thrown: String(error), complaints: complaints() }));`;
        const { value, thrown, complaints } = await this.ask("POST", "/execute/async", { script, args: Object.values(names).map((value) => value ?? null) });
        complaints.forEach(this.complained);
        if (thrown) throw new Error(thrown);
        return value;
    }
    evaluate(act, argument) {
        return this.run(`(${act})(argument)`, { argument });
    }
    waitForFunction(act, argument) {
        return this.until(String(act), () => this.evaluate(act, argument));
    }
    /** The accessibility tree says the same as the element. */
    async called(id, { role, name, pattern, flags }) {
        if (!role) return;
        const said = await this.ask("GET", `/element/${id}/computedrole`);
        const label = (await this.ask("GET", `/element/${id}/computedlabel`)).replace(/\s+/g, " ").trim();
        if (said !== role) throw new Error(`${name ?? pattern} is a ${role}, to assistive technology a ${said}`);
        if (pattern === undefined ? name && label !== name : !new RegExp(pattern, flags).test(label)) throw new Error(`${role} ${name ?? pattern} is called ${label}`);
    }

    async goto(url) {
        await this.ask("POST", "/url", { url });
        await this.begin();
    }
    async reload() {
        await this.ask("POST", "/refresh", {});
        await this.begin();
    }
    /** When everything is loaded: what is run earlier may get lost with the page before. The browser's own console cannot be had, so the page keeps what it complains about. */
    async begin() {
        await this.evaluate(() => {
            const complaints = (globalThis.complaints = []);
            addEventListener("error", (event) => complaints.push(`${event.message} ${event.filename}:${event.lineno}`));
            addEventListener("unhandledrejection", (event) => complaints.push(`unhandled: ${event.reason}`));
            const { error } = console;
            console.error = (...words) => (complaints.push(words.join(" ")), error(...words));
        });
        for (const script of this.scripts) await this.evaluate(script);
    }
    async screenshot() {
        return Buffer.from(await this.ask("GET", "/screenshot"), "base64");
    }
    /**
     * The window becomes larger by what the page lacks. It lies under the pointer, in the middle of the screen: nobody else manages windows there, and who lies
     * under the pointer has the keyboard.
     */
    async setViewportSize({ width, height }) {
        const inner = () => this.evaluate(() => [innerWidth, innerHeight]);
        const now = await inner();
        const window = await this.ask("GET", "/window/rect");
        await this.ask("POST", "/window/rect", { x: 800 - Math.round(width / 2), y: 300, width: window.width + width - now[0], height: window.height + height - now[1] });
        await this.until(`a page of ${width} x ${height}`, async () => String(await inner()) === `${width},${height}`);
    }

    getByRole(role, { name, exact = false, level } = {}) {
        return new Locator(this, { role, level, ...words(name), exact });
    }
    getByText(text, { exact = false } = {}) {
        return new Locator(this, { text: true, ...words(text), exact });
    }
    locator(css) {
        return new Locator(this, { css });
    }
}

const words = (what) => (what instanceof RegExp ? { pattern: what.source, flags: what.flags } : { name: what ?? "" });

/** A folder of settings: the browser's own buttons take no room, so that a window can be as narrow as a phone, and its language is there without being installed. */
function surroundings(folder, locale) {
    for (const name of ["gtk-3.0", "gtk-4.0"]) {
        mkdirSync(join(folder, name));
        writeFileSync(join(folder, name, "gtk.css"), "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 4px; -gtk-icon-transform: scale(0.1); }");
    }
    const language = locale.replace("-", "_");
    symlinkSync("/usr/lib/locale/C.utf8", join(folder, `${language}.utf8`));
    return { XDG_CONFIG_HOME: folder, LOCPATH: folder, LC_ALL: `${language}.UTF-8` };
}

/** One person: a browser of their own, that forgets everything when it closes. */
class Context extends EventEmitter {
    scripts = [];

    static async open({ command, environment }, { viewport, locale, timezoneId }) {
        const context = new Context();
        const port = await free();
        context.home = mkdtempSync(join(tmpdir(), "koers-webkit-"));
        context.driver = spawn(command, [`--port=${port}`], {
            env: { ...environment, ...surroundings(context.home, locale), TZ: timezoneId }, stdio: "ignore",
        });
        process.once("exit", () => context.driver.kill());
        context.proxy = await watch((url) => context.emit("request", { url: () => url }));
        try {
            await context.begin(`http://127.0.0.1:${port}`, viewport);
        } catch (error) {
            await context.close();
            throw error;
        }
        return context;
    }
    async begin(address, viewport) {
        const { port } = new URL(address);
        const there = () => new Promise((done) => {
            const socket = connect(port, "127.0.0.1", () => (socket.destroy(), done(true))).on("error", () => done(false));
        });
        for (let i = 0; !(await there()); ++i) {
            if (i === 100 || this.driver.exitCode !== null) throw new Error("WebKitWebDriver does not start");
            await pause(50);
        }
        const { sessionId } = await new Page(address).ask("POST", "/session", { capabilities: { alwaysMatch: {
            proxy: { proxyType: "manual", httpProxy: this.proxy.address, sslProxy: this.proxy.address },
        } } });
        this.page = new Page(`${address}/session/${sessionId}`, this.scripts, (text) => this.emit("console", { type: () => "error", text: () => text }));
        await this.page.setViewportSize(viewport);
    }
    setDefaultTimeout(ms) {
        this.page.patience = ms;
    }
    async addInitScript(script) {
        if (typeof script !== "function") throw new Error("this protocol runs nothing before the page's own scripts");
        this.scripts.push(script);
    }
    async newPage() {
        return this.page;
    }
    async close() {
        await this.page?.ask("DELETE", "").catch(() => undefined);
        this.proxy.close();
        this.driver.kill();
        rmSync(this.home, { recursive: true });
    }
}

export const webkit = (options) => ({ newContext: (context) => Context.open(options, context), close: async () => undefined });
