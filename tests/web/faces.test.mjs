// The two faces, and what a person asks of the page: the text face with every screen, paper, forced colours, 400 % zoom, a canvas that is lost, reading aloud.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, describe, test } from "node:test";
import { chapters } from "./screens.mjs";
import { stage } from "./stage.mjs";
import { until, Visitor, withoutCanvas } from "./visitor.mjs";

const { resolve } = createRequire(import.meta.url);
const readability = `${readFileSync(resolve("@mozilla/readability/Readability.js"), "utf8")}; globalThis.Readability = Readability;`;
const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const NOW = "2026-11-22T18:00";

let browser, home, person;
stage((...both) => ([browser, home] = both));
afterEach(() => person.leave());

const face = () => person.page.evaluate(() => document.documentElement.dataset.face);
/** Nothing is wider than the window: only one way to scroll. */
const tooWide = () => person.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [...document.querySelectorAll("#mirror [data-id]")].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5).map((one) => one.dataset.id);
});

describe("the text face", () => {
    for (const { start, first, screens } of chapters)
        test(`without a canvas: ${screens.map(([name]) => name).join(", ")}`, async () => {
            person = await Visitor.arrive(browser, home.url, { first: withoutCanvas(first), context: { viewport: { width: 360, height: 740 } } });
            await start(person);
            await person.page.evaluate(axe);
            const found = {};
            for (const [name, go] of screens) {
                await go(person);
                assert.equal(await face(), "text");
                for (const theme of ["light", "dark", "contrast"]) {
                    await person.lit(theme);
                    const complaints = await person.page.evaluate(async () => {
                        // Also contrast: here the letters are the browser's own.
                        const { violations, passes } = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
                        if (!passes.some(({ id }) => id === "color-contrast")) return ["no contrast was looked at"];
                        return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ").slice(0, 300)}`);
                    });
                    if (complaints.length) found[`${name}, ${theme}`] = complaints;
                }
                // Every word is there to be read: nothing transparent, nothing without a place.
                const hidden = await person.page.evaluate(() => [...document.querySelectorAll("#mirror :is(h1, h2, h3, p, li, button, a, label, th, td)")]
                    .filter((one) => one.textContent.trim() && (getComputedStyle(one).color === "rgba(0, 0, 0, 0)" || one.getClientRects().length === 0 || one.getBoundingClientRect().height < 8))
                    .map((one) => one.dataset.id));
                if (hidden.length) found[`${name}, hidden`] = hidden;
                // A browser brings back with a closed tab what stood in a form, and keeps that on disk: not here.
                const kept = await person.page.evaluate(() => [...document.querySelectorAll("#mirror :is(input, select, textarea)")].filter((one) => one.autocomplete !== "off").map((one) => one.outerHTML));
                if (kept.length) found[`${name}, kept by the browser`] = kept;
                const wide = await tooWide();
                if (wide.length) found[`${name}, too wide`] = wide;
            }
            assert.deepEqual(found, {});
        });

    test("is one switch away, holds, and is one switch back", async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.open(NOW);
        await person.begin("alcohol");
        assert.equal(await face(), "drawn");
        await person.go("more");
        await person.press(person.row("app.more.look"));
        await person.choose("app.look.face.text");
        await until("the text face", async () => (await face()) === "text");
        await person.go("today");
        await person.logUse("alcohol", "2");
        await person.saved();
        await person.reload();
        await until("still the text face", async () => (await face()) === "text");
        await person.go("more");
        await person.press(person.row("app.more.look"));
        await person.choose("app.look.face.drawn");
        await until("drawn again", async () => (await face()) === "drawn");
        person.calm();
    });

    test("can be had on the very first screen", async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.open(NOW);
        await person.press("app.face.text");
        await until("the text face", async () => (await face()) === "text");
        await person.begin("tobacco");
        await person.saved();
        await person.reload();
        assert.equal(await face(), "text");
    });
});

/** What a browser's own translation does to a page, here into capitals: words wrapped in elements of its own, new ones too, and the language changed. */
function translated() {
    const wrap = (text) => {
        if (!text.data.trim() || text.parentElement.closest("font, script, style")) return;
        const inner = document.createElement("font");
        inner.textContent = text.data.toUpperCase();
        const outer = document.createElement("font");
        outer.append(inner);
        text.replaceWith(outer);
    };
    const all = (root) => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) found.push(walk.currentNode);
        found.forEach(wrap);
    };
    document.documentElement.lang = "fr";
    document.documentElement.classList.add("translated-ltr");
    all(document.getElementById("mirror"));
    new MutationObserver((list) => list.forEach(({ addedNodes }) => addedNodes.forEach((one) => (one instanceof Text ? wrap(one) : all(one)))))
        .observe(document.getElementById("mirror"), { subtree: true, childList: true });
}

test("a page that the browser translates is a plain one, and everything goes on working in it", async () => {
    person = await Visitor.arrive(browser, home.url);
    await person.open(NOW);
    await person.begin("alcohol");
    assert.equal(await face(), "drawn");
    await person.page.evaluate(translated);
    await until("the text face", async () => (await face()) === "text");
    const press = (id) => person.page.locator(`[data-id="${id}"]`).click();
    const reads = (key) => person.page.getByText(person.t(key).toUpperCase(), { exact: true }).first().waitFor();
    await reads("activity.use.short");
    await press("today.log.use");
    await reads("activity.use.title");
    await person.page.getByRole("textbox").first().fill("2");
    await person.page.getByRole("button", { name: person.t("app.run.keep").toUpperCase() }).click();
    await reads("activity.use.saved");
    assert.equal(await person.page.evaluate(() => document.documentElement.lang), "fr", "nobody takes the translation back");
    await person.page.evaluate(() => {
        document.documentElement.classList.remove("translated-ltr");
        document.documentElement.lang = "nl";
    });
    await until("drawn again", async () => (await face()) === "drawn");
    person.calm();
});

test("a browser's reader mode finds the page's own words in it", async () => {
    person = await Visitor.arrive(browser, home.url, { first: withoutCanvas() });
    await person.open(NOW);
    await person.begin("alcohol");
    await person.go("more");
    await person.press(person.row("app.more.about"));
    await person.at("app.more.about");
    await person.page.evaluate(readability);
    const article = await person.page.evaluate(() => new globalThis.Readability(document.cloneNode(true)).parse());
    const words = await person.page.locator("#mirror main p").allInnerTexts();
    assert.ok(words.length > 2);
    for (const text of words) assert.ok(article.textContent.includes(text), text);
});

test("on paper it is the text face, without what only a screen can do, and afterwards as it was", async () => {
    person = await Visitor.arrive(browser, home.url);
    await person.open(NOW, "&scenario=week");
    await person.go("diary");
    await person.at("app.place.diary");
    await person.page.emulateMedia({ media: "print" });
    await person.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await face(), "text");
    const seen = await person.page.evaluate(() => {
        const shows = (one) => one.getClientRects().length > 0;
        return { words: [...document.querySelectorAll("#mirror h2")].filter(shows).length, canvas: shows(document.getElementById("canvas")), places: shows(document.querySelector("#mirror nav")) };
    });
    assert.ok(seen.words > 5);
    assert.deepEqual([seen.canvas, seen.places], [false, false]);
    await person.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await face(), "drawn");
});

test("at 400 % zoom there is one way to scroll, on every screen of the example", async () => {
    // 1280 px at 400 % is 320 CSS px wide and 200 high.
    const found = {};
    for (const { start, screens } of chapters.filter((chapter) => !chapter.first)) {
        await person?.leave();
        person = await Visitor.arrive(browser, home.url, { context: { viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 } });
        await start(person);
        for (const [name, go] of screens) {
            await go(person);
            const wide = await tooWide();
            if (wide.length) found[name] = wide;
        }
    }
    assert.deepEqual(found, {});
});

test("forced colours: drawn in the system's own, and nothing is written twice", async () => {
    person = await Visitor.arrive(browser, home.url);
    await person.page.emulateMedia({ forcedColors: "active" });
    await person.open(NOW, "&scenario=week");
    assert.equal(await person.page.evaluate(() => document.documentElement.dataset.theme), "forced");
    assert.equal(await person.page.evaluate(() => getComputedStyle(document.querySelector("#mirror h1")).color), "rgba(0, 0, 0, 0)");
    const corner = await person.page.evaluate(async (picture) => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        return [...pen.getImageData(1, 1, 1, 1).data.slice(0, 3)].join(" ");
    }, (await person.page.screenshot()).toString("base64"));
    assert.equal(corner, await person.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).slice(0, 3).join(" ")));
    await person.page.emulateMedia({ forcedColors: "none" });
    await until("its own colours again", () => person.page.evaluate(() => document.documentElement.dataset.theme === "light"));
});

describe("a canvas that the browser takes away", () => {
    const lose = () => person.page.evaluate(() => {
        const canvas = document.getElementById("canvas");
        globalThis.lost = (canvas.getContext("webgl2") ?? canvas.getContext("webgl")).getExtension("WEBGL_lose_context");
        globalThis.lost.loseContext();
    });

    test("comes back with the same picture, without a reload and with what was being written", async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.open(NOW, "&scenario=week");
        await person.press("activity.use.short");
        await person.at("activity.use.step.what.title");
        await person.fill("activity.use.amount.label", "2");
        await person.page.evaluate(() => { document.activeElement.blur(); globalThis.still = true; });
        let before;
        await until("it is at rest", async () => {
            const now = (await person.page.screenshot()).toString("base64");
            const same = now === before;
            before = now;
            return same;
        });
        await lose();
        await new Promise((later) => setTimeout(later, 200));
        await person.page.evaluate(() => globalThis.lost.restoreContext());
        await until("the same picture", async () => (await person.page.screenshot()).toString("base64") === before);
        assert.equal(await person.page.evaluate(() => globalThis.still), true, "no reload");
        person.calm();
    });

    test("comes back under a translation, and the translation ends under a lost one: the drawing waits for both", async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.open(NOW, "&scenario=week");
        const translate = (on) => person.page.evaluate((on) => { document.documentElement.classList.toggle("translated-ltr", on); }, on);
        const stays = async () => {
            await new Promise((later) => setTimeout(later, 500));
            assert.equal(await face(), "text");
        };
        await translate(true);
        await until("the text face", async () => (await face()) === "text");
        await lose();
        await new Promise((later) => setTimeout(later, 100));
        await person.page.evaluate(() => globalThis.lost.restoreContext());
        await stays();
        await lose();
        await new Promise((later) => setTimeout(later, 3200));
        await translate(false);
        await stays();
        await person.page.evaluate(() => globalThis.lost.restoreContext());
        await until("drawn again", async () => (await face()) === "drawn");
    });

    test("and stays away: the text face goes on with it", async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.open(NOW, "&scenario=week");
        await person.press("activity.use.short");
        await person.fill("activity.use.amount.label", "2");
        await lose();
        await until("the text face", async () => (await face()) === "text");
        await person.press("app.run.keep");
        await person.reads(person.t("activity.use.saved"));
        await person.page.evaluate(() => globalThis.lost.restoreContext());
        await until("drawn again", async () => (await face()) === "drawn");
    });
});

describe("reading aloud", () => {
    const voices = (...list) => `
        const said = (globalThis.said = []);
        globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        Object.defineProperty(globalThis, "speechSynthesis", { value: {
            getVoices: () => ${JSON.stringify(list)}, addEventListener() {}, cancel: () => { clearTimeout(globalThis.saying); },
            speak(one) {
                said.push({ text: one.text, voice: one.voice.name, marked: document.querySelector(".spoken")?.dataset.id });
                globalThis.saying = setTimeout(() => { one.onboundary({ name: "word", charIndex: 0, charLength: 1 }); one.onend(); }, 30);
            },
        } });`;
    const own = { name: "Ellen", lang: "nl-BE", localService: true };

    test("a screen is read from its top by a voice of the device, each part marked, and stops when asked", async () => {
        person = await Visitor.arrive(browser, home.url, { first: { content: voices({ name: "Cloud", lang: "nl-BE", localService: false }, { name: "Xander", lang: "nl-NL", localService: true }, own) } });
        await person.open(NOW);
        await person.begin("alcohol");
        assert.equal(await person.find("button", "app.aloud").count(), 0, "no button nobody asked for");
        await person.go("more");
        await person.press(person.row("app.more.look"));
        await person.page.getByRole("radiogroup", person.name("app.look.aloud")).getByRole("radio", person.name("app.yes")).check();
        await person.go("plan");
        await person.at("app.place.plan");
        await person.press("app.aloud");
        await until("all was said", () => person.page.evaluate(() => globalThis.said.length > 2 && !document.querySelector(".spoken")));
        const said = await person.page.evaluate(() => globalThis.said);
        assert.ok(said.every(({ voice }) => voice === "Ellen"), "the Flemish voice of the device");
        assert.ok(said.every(({ marked }) => marked), "what is read is marked");
        assert.ok(said.some(({ text }) => text === person.t("substance.alcohol")));
        await until("the button is up again", async () => (await person.find("button", "app.aloud").getAttribute("aria-pressed")) === "false");

        // Asked to stop, and another screen, are both the end of it.
        for (const end of [() => person.press("app.aloud"), () => person.go("today")]) {
            await person.press("app.aloud");
            await end();
            await until("silence", () => person.page.evaluate(() => !document.querySelector(".spoken")));
            const count = await person.page.evaluate(() => globalThis.said.length);
            await new Promise((later) => setTimeout(later, 150));
            assert.equal(await person.page.evaluate(() => globalThis.said.length), count);
        }
        person.calm();
    });

    test("a voice over the network is never used, and the page says so", async () => {
        person = await Visitor.arrive(browser, home.url, { first: { content: voices({ name: "Cloud", lang: "nl-NL", localService: false }) } });
        await person.open(NOW);
        await person.begin("alcohol");
        await person.go("more");
        await person.press(person.row("app.more.look"));
        await person.reads(person.t("app.look.aloud.no_voice"));
        assert.equal(await person.page.getByRole("radiogroup", person.name("app.look.aloud")).count(), 0);
    });
});
