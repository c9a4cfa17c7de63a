// Somebody who uses the built site: presses, types and looks by role and name, in the words of assets/texts. What every browser test of the whole shares.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { serve } from "../../web/host/serve.mjs";

const assets = new URL("../../assets/texts/", import.meta.url);

/** words("nl")("app.run.step", {n: 1, total: 3}) -> "Stap 1 van 3". A key that is not there is a mistake in the test. */
export function words(language) {
    const folder = new URL(`${language}/`, assets);
    const texts = Object.assign({}, ...readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
    return (key, variables = {}) => {
        assert.ok(key in texts, `no text ${key} in ${language}`);
        return Object.entries(variables).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), texts[key]);
    };
}

export const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The site as `koers` serves it, or one of our own when a file is run by itself. */
export async function site() {
    const given = process.env.KOERS_URL;
    return given ? { url: given.replace(/\/$/, ""), close: async () => undefined } : serve();
}

/** A door before the site that can be shut: what the browser meets when there is no network. It remembers what passed; `own` answers a path itself: {status, text}, of JSON. */
export async function door(url, own = {}) {
    const passed = [];
    const server = createServer((request, response) => {
        passed.push(request.url);
        if (request.url in own) {
            const { status = 200, text } = own[request.url];
            response.writeHead(status, { "Content-Type": "application/json" });
            return response.end(text);
        }
        ask(`${url}${request.url}`, { method: request.method, headers: { ...request.headers, host: new URL(url).host } }, (answer) => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        }).on("error", () => response.destroy()).end();
    });
    server.unref(); // a test that failed must not wait for it
    await new Promise((ready) => server.listen(0, "localhost", ready));
    return {
        url: `http://localhost:${server.address().port}`,
        passed,
        shut: () => new Promise((shut) => { server.close(shut); server.closeAllConnections(); }),
    };
}

export async function until(what, true_, patience = 15000) {
    const end = Date.now() + patience;
    for (;;) {
        const value = await true_();
        if (value) return value;
        if (Date.now() > end) throw new Error(`never: ${what}`);
        await new Promise((again) => setTimeout(again, 50));
    }
}

/** For an init script: a browser without WebGL. */
export const noCanvas = () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return /webgl/.test(kind) ? null : getContext.call(this, kind, ...more);
    };
};
/** The same, and then another one. */
export const withoutCanvas = (first) => (first ? { content: `(${noCanvas})(); (${first})();` } : noCanvas);

const phone = { viewport: { width: 390, height: 844 }, locale: "nl-BE", timezoneId: "Europe/Brussels" };

/** A person with a browser profile of their own. */
export class Visitor {
    /** What must stay empty: complaints of the browser, and requests that go anywhere else. */
    trouble = [];
    requests = 0;

    static async arrive(browser, url, { context = {}, first, language = "nl", keyboard = false, reader = false } = {}) {
        const visitor = new Visitor();
        Object.assign(visitor, { url, keyboard, reader, t: words(language), context: await browser.newContext({ ...phone, ...context }) });
        visitor.context.setDefaultTimeout(12000);
        // A policy that was broken reaches the console, also where the browser itself keeps silent.
        await visitor.context.addInitScript(() =>
            addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`)));
        if (first) await visitor.context.addInitScript(first);
        visitor.context.on("request", (request) => {
            ++visitor.requests;
            if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== url) visitor.trouble.push(`asked ${request.url()}`);
        });
        visitor.context.on("console", (message) => message.type() === "error" && visitor.trouble.push(message.text()));
        visitor.context.on("weberror", (error) => visitor.trouble.push(String(error.error())));
        visitor.page = await visitor.context.newPage();
        return visitor;
    }

    /** The same person in another tab. */
    async tab() {
        const other = Object.assign(new Visitor(), this);
        other.page = await this.context.newPage();
        return other;
    }

    leave() {
        return this.context.close();
    }

    /** Nothing complained and nothing was asked of anybody else. */
    calm() {
        assert.ok(this.requests > 0, "requests are counted");
        assert.deepEqual(this.trouble, []);
    }

    // ---- coming ----

    /** `at` sets the clock (2026-11-22T18:00); the journal is the real one, on this profile's disk. */
    async open(at, more = "") {
        await this.page.goto(`${this.url}/?still${at ? `&at=${at}+01:00` : ""}${more}`);
        await this.arrived();
    }
    async reload() {
        await this.page.reload();
        await this.arrived();
    }
    arrived() {
        return this.page.locator("#mirror h1").first().waitFor();
    }

    /** The first visit, in the shortest way. */
    async begin(...substances) {
        await this.press("welcome.next");
        await this.press(this.row("welcome.who.me"));
        for (const substance of substances) await this.tick(`substance.${substance}`);
        await this.press("welcome.start");
        await this.sees("button", "activity.use.short");
    }

    /** The window becomes this large, and the program has drawn itself anew in it: nothing sticks out, and a column is as wide as there is room for. */
    async resize(size) {
        await this.page.setViewportSize(size);
        await this.page.waitForFunction((width) => {
            const far = Math.max(0, ...[...document.querySelectorAll("#mirror [data-id]")].map((element) => element.getBoundingClientRect().right));
            return far <= width && far > Math.min(width, 1000) * 0.8;
        }, size.width);
    }
    /** light, dark or contrast, as the system asks for it; the program has answered. */
    async lit(theme) {
        await this.page.emulateMedia(theme === "contrast" ? { contrast: "more" } : { colorScheme: theme, contrast: "no-preference" });
        await this.page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, theme);
    }

    // ---- finding. A string is the key of a text; anything else is matched as it is. ----

    name(what) {
        return typeof what === "string" ? { name: this.t(what), exact: true } : { name: what };
    }
    /** A row is called by its title and what stands below it. */
    row(key) {
        return new RegExp(`^${escaped(this.t(key))}[.?]? `);
    }
    /** Begins with these words, with or without a capital. */
    starts(key, variables) {
        return new RegExp(`^${escaped(this.t(key, variables))}`, "i");
    }
    savedLine() {
        return new RegExp(`^(${escaped(this.t("app.safe.saved"))}|${escaped(this.t("app.safe.persisted"))})$`);
    }
    find(role, what) {
        return this.page.getByRole(role, this.name(what));
    }
    /** Who waits in vain says what stood there instead, and what had the focus: on another machine that is all there is to go by. */
    async meets(what) {
        try {
            await what.first().waitFor();
        } catch (error) {
            const there = await this.text().catch(() => "nothing");
            throw new Error(`${error.message}\nthe focus was on "${(await this.focus()).id}", and there stood:\n${there.slice(0, 1500)}`, { cause: error });
        }
    }
    sees(role, what) {
        return this.meets(this.find(role, what));
    }
    reads(text) {
        return this.meets(typeof text === "string" ? this.page.getByText(text, { exact: true }) : this.page.getByText(text));
    }
    is(role, what, count = 1) {
        return until(`${count} times ${role} ${what instanceof RegExp ? what : this.t(what)}`, async () => (await this.find(role, what).count()) === count);
    }
    /** The screen says where one is: its first heading. */
    at(key, variables) {
        return this.meets(this.page.getByRole("heading", { level: 1, name: this.t(key, variables), exact: true }));
    }
    /** What is said on this screen, all of it. */
    text() {
        return this.page.locator("#mirror main").innerText();
    }

    // ---- with the keyboard alone ----

    key(name) {
        return this.page.keyboard.press(name);
    }
    /** What has the focus: the id of its mirror element, and whether a browser would show it. */
    focus() {
        return this.page.evaluate(() => {
            const element = document.activeElement;
            const root = element?.closest("#mirror [data-id]");
            return { id: root?.dataset.id ?? "", shown: root != null && element.matches(":focus-visible") };
        });
    }
    /** Tab until it is so, and back with Shift where the target lies before: not every browser lets the keys of a test go round through its own buttons. */
    async tabUntil(there, target, what) {
        for (let i = 0; i < 150; ++i) {
            if (await there()) return assert.ok((await this.focus()).shown, `the focus on ${what} is to be seen`);
            const before = await target.evaluate((element) => (element.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
            await this.key(before ? "Shift+Tab" : "Tab");
        }
        throw new Error(`Tab does not reach ${what}`);
    }
    /** Tab until it has the focus. */
    async tabTo(role, what) {
        const target = this.find(role, what).first();
        await target.waitFor();
        await this.tabUntil(() => target.evaluate((element) => element === document.activeElement), target, `${role} ${what}`);
        return target;
    }

    // ---- by the accessibility tree alone, as a screen reader does: no place on the screen is ever asked for ----

    /** Does something to the first thing of this role and name in Chromium's accessibility tree. */
    async tell(role, what, act, ...values) {
        const { name } = this.name(what);
        const cdp = await this.page.context().newCDPSession(this.page);
        const found = await until(`${role} ${name} in the tree`, async () => {
            const { root } = await cdp.send("DOM.getDocument", { depth: 0 });
            const { nodes } = await cdp.send("Accessibility.queryAXTree", { backendNodeId: root.backendNodeId, role }).catch(() => ({ nodes: [] }));
            return nodes.find((node) => !node.ignored && (name instanceof RegExp ? name.test(node.name?.value) : node.name?.value === name));
        });
        const { object } = await cdp.send("DOM.resolveNode", { backendNodeId: found.backendDOMNodeId });
        await cdp.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration: String(act), arguments: values.map((value) => ({ value })) });
        if (role === "textbox") await cdp.send("Input.insertText", { text: values[0] });
        await cdp.detach();
    }

    // ---- doing: with a hand, with keys (`keyboard`), or by what a screen reader is given (`reader`) ----

    async press(what) {
        if (this.reader) return this.tell("button", what, function () { this.focus(); this.click(); });
        if (!this.keyboard) return this.find("button", what).first().click();
        await this.tabTo("button", what);
        await this.key("Enter");
    }
    async tick(what) {
        if (this.reader) return this.tell("checkbox", what, function () { if (!this.checked) this.click(); });
        if (!this.keyboard) return this.find("checkbox", what).check();
        const box = await this.tabTo("checkbox", what);
        if (!(await box.isChecked())) await this.key("Space");
        await until(`${what} is on`, () => box.isChecked());
    }
    async choose(what) {
        if (this.reader) return this.tell("radio", what, function () { this.click(); });
        const radio = this.find("radio", what).first();
        if (!this.keyboard) return radio.check();
        await radio.waitFor();
        const group = await radio.getAttribute("name");
        await this.tabUntil(() => this.page.evaluate((name) => document.activeElement.getAttribute("name") === name, group), radio, `the choices of ${what}`);
        // One that has the focus and is not on yet is chosen with the space bar, the others with the arrows; not every browser goes round at the end.
        const here = () => radio.evaluate((element) => element === document.activeElement);
        const steps = await radio.evaluate((element) => {
            const all = [...document.getElementsByName(element.name)];
            return all.indexOf(element) - all.indexOf(document.activeElement);
        });
        for (let i = Math.abs(steps); i > 0 && !(await here()); --i) await this.key(steps > 0 ? "ArrowDown" : "ArrowUp");
        if ((await here()) && !(await radio.isChecked())) await this.key("Space");
        await until(`${what} is chosen`, () => radio.isChecked());
    }
    async fill(what, value) {
        if (this.reader) return this.tell("textbox", what, function () { this.focus(); this.select(); }, value);
        if (!this.keyboard) return this.find("textbox", what).fill(value);
        await this.tabTo("textbox", what);
        await this.key("ControlOrMeta+a");
        await this.page.keyboard.type(value);
    }
    /** A tap on the line where the value lies, once the line lies still. */
    async slide(what, value) {
        if (this.reader)
            return this.tell("slider", what, function (value) {
                this.value = value;
                for (const type of ["input", "change"]) this.dispatchEvent(new Event(type, { bubbles: true }));
            }, value);
        const slider = this.find("slider", what);
        if (this.keyboard) {
            await this.tabTo("slider", what);
            await this.key("Home");
            for (let at = Number(await slider.getAttribute("min")); at < value; ++at) await this.key("ArrowRight");
            return until(`${what} is ${value}`, async () => Number(await slider.inputValue()) === value);
        }
        const [min, max] = await slider.evaluate((input) => [Number(input.min), Number(input.max)]);
        let box = await slider.boundingBox();
        await until(`${what} lies still`, async () => {
            const before = JSON.stringify(box);
            box = await slider.boundingBox();
            return JSON.stringify(box) === before;
        });
        await slider.click({ position: { x: 16 + ((value - min) / (max - min)) * (box.width - 32), y: box.height / 2 } });
        await until(`${what} is ${value}`, async () => Number(await slider.inputValue()) === value);
    }
    go(place) {
        return this.press(`app.place.${place}`);
    }

    // ---- whole steps ----

    /** From Vandaag: a use in a few taps. `amount` as typed. */
    async logUse(substance, amount) {
        await this.press("activity.use.short");
        await this.at("activity.use.step.what.title");
        await this.pick(substance);
        await this.fill("activity.use.amount.label", amount);
        await this.press("app.run.keep");
        await this.reads(this.t("activity.use.saved"));
    }
    async logUrge(strength, substance) {
        await this.press("activity.urge.short");
        await this.at("activity.urge.step.how.title");
        await this.slide("activity.urge.strength.label", strength);
        if (substance) await this.pick(substance);
        await this.press("app.run.keep");
        await this.reads(this.t("activity.urge.saved"));
    }
    /** Who follows one thing is not asked which. */
    async pick(substance) {
        if ((await this.find("radio", `substance.${substance}`).count()) > 0) await this.choose(`substance.${substance}`);
    }
    /** On the disk, and the program says so. */
    async saved() {
        await this.go("today");
        await this.page.getByText(this.savedLine()).waitFor();
    }

    // ---- what lies on this profile's disk ----

    stored() {
        return this.page.evaluate(async () => {
            const files = [];
            // Where there are no private files the second copy lies in a cache.
            if (navigator.storage?.getDirectory) for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
            else if (await caches.has("journal-copy")) files.push(...(await (await caches.open("journal-copy")).keys()));
            return {
                // WebKit keeps the name of a database whose making was refused, as version 0, without anything in it.
                databases: (await indexedDB.databases()).filter(({ version }) => version > 0).length, marks: localStorage.length + sessionStorage.length, files: files.length,
                caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length,
            };
        });
    }
}

export const NOTHING = { databases: 0, marks: 0, files: 0, caches: 0, workers: 0 };
