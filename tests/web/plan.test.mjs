// The third pillar lived through: a plan made with the keyboard alone and without a network, help when it is hard, a day that went otherwise, and paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { chooses, links, onPaper, people, reasons, safety } from "./plan.mjs";
import { printed } from "./printed.mjs";
import { calmly, stage } from "./stage.mjs";
import { door, until, Visitor } from "./visitor.mjs";

const NOW = "2026-11-22T18:00";

let browser, home, person;
stage((...both) => ([browser, home] = both));
calmly(() => person);

/** A browser that only counts how often it was asked to print. */
const countsPrints = () => {
    globalThis.prints = 0;
    globalThis.print = () => void ++globalThis.prints;
};

const MM = 72 / 25.4;

const REASONS = ["Er zijn voor mijn dochter", "Weer rustig slapen", "Geld overhouden voor de zomer", "Mijn moeder niet ongerust maken"];
const PEOPLE = [["Els", "0470 12 34 56", "yes"], ["Jan", "", ""], ["Karim van hiernaast", "0471 99 88 77", "no"]];
const LINKS = [["pressure", "leave"], ["unpleasant", "call"]];

describe("a plan in ten minutes, with the keyboard alone and without a network", () => {
    test("made, read back in Hulp nu, logged after a hard day, and on paper", async () => {
        const gate = await door(home.url);
        person = await Visitor.arrive(browser, gate.url, { keyboard: true, first: countsPrints });
        await person.open(NOW);
        await person.begin("alcohol");
        await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await person.saved();
        await gate.shut();
        await person.reload();

        await reasons(person, REASONS);
        await people(person, PEOPLE);
        await links(person, LINKS);
        await person.saved();
        await person.reload();

        // During: own reasons and own people, a wave, and it goes into the diary when one wants it.
        await person.press("app.help");
        await person.at("help.title");
        await person.reads(`• ${REASONS[0]}`);
        assert.equal(await person.page.getByRole("link", { name: person.t("help.mine.call.night", { name: "Els" }) }).getAttribute("href"), "tel:0470123456");
        await person.press(person.row("help.door.urge"));
        await person.at("help.wave.title");
        await person.press("help.wave.start");
        await person.slide("help.wave.ask", 6);
        await person.press("help.wave.stop");
        await person.sees("heading", "help.wave.after.title");
        await person.press("help.wave.keep");
        await person.reads(person.t("help.wave.kept"));

        // After: safe first, kind words, and the diary only if wanted.
        await person.press("app.back");
        await person.press(person.row("help.door.used"));
        await person.choose("help.used.safe.yes");
        await person.sees("heading", "help.used.step.title");
        await person.press("help.used.log");
        await person.at("activity.use.step.what.title");
        await person.fill("activity.use.amount.label", "3");
        await person.press("app.run.keep");
        await person.reads(person.t("activity.use.saved"));

        // On paper.
        await onPaper(person, "card");
        await person.press("app.paper.print");
        await until("it is printed once", async () => (await person.page.evaluate(() => globalThis.prints)) === 1);
        const { text } = await printed(person);
        for (const words of [REASONS[0], "0470 12 34 56", "112", "1813"]) assert.ok(text.includes(words), words);
        // Without a network the browser says that it has none; that is no complaint about Koers.
        person.trouble = person.trouble.filter((line) => !/ERR_(CONNECTION|EMPTY)|Failed to load resource/.test(line));
    });
});

describe("what comes out of a printer", () => {
    const plan = async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.open(NOW, "&scenario=week");
        await reasons(person, REASONS);
        await people(person, PEOPLE);
        await links(person, LINKS);
        await safety(person, ["Ik neem de telefoon niet meer op"], ["De zee in de winter"]);
    };

    test("the card is as large as a bank card that folds, whole, on one page, and alone on it", async () => {
        await plan();
        await onPaper(person, "card");
        for (const face of ["drawn", "text"]) {
            if (face === "text") {
                await person.go("more");
                await person.press(person.row("app.more.look"));
                await person.choose("app.look.face.text");
                await onPaper(person, "card");
            }
            const { pages, text, words } = await printed(person);
            assert.equal(pages.length, 1, face);
            for (const words of [...REASONS.slice(0, 3), "Els: 0470 12 34 56", "Karim van hiernaast: 0471 99 88 77", "1813", "112"]) assert.ok(text.includes(words), `${face}: ${words}`);
            for (const words of [REASONS[3], "Jan", person.t("app.paper.lead"), person.t("app.paper.print"), person.t("app.place.diary")]) assert.ok(!text.includes(words), `${face}: ${words}`);
            const left = Math.min(...words.map((word) => word.x)), right = Math.max(...words.map((word) => word.right));
            assert.ok(right - left <= 85.6 * MM, `as wide as a bank card: ${(right - left) / MM} mm`);
            const top = Math.min(...words.map((word) => word.y)), bottom = Math.max(...words.map((word) => word.bottom));
            assert.ok(bottom - top <= 2 * 54 * MM, `folds to the height of a bank card: ${(bottom - top) / MM} mm`);
        }
    });

    test("one page is one page, with everything that was promised, also when a person writes much", async () => {
        await plan();
        await onPaper(person, "page");
        const roomy = await printed(person);
        assert.equal(roomy.pages.length, 1);
        for (const words of [...REASONS, "Els", "Jan", "Karim", "1813", person.t("app.paper.plan.title")]) assert.ok(roomy.text.includes(words), words);
        // A person who writes much: everything as long as it may be.
        const long = (n) => `${n} ${"heel veel woorden die er toch op moeten ".repeat(5)}`.slice(0, 198).trim();
        await person.go("plan");
        await person.press(/^Pas aan: Mijn redenen/);
        for (let n = 1; n <= 10; ++n) await person.fill(new RegExp(` ${n}$`), long(n));
        await person.press("app.run.keep");
        await person.press("app.help");
        await person.press("app.back");
        await onPaper(person, "page");
        const full = await printed(person);
        assert.equal(full.pages.length, 1);
        for (let n = 1; n <= 6; ++n) assert.ok(full.text.includes(`${n} heel veel`), `reason ${n}`);
        const low = Math.max(...full.words.map((word) => word.bottom));
        assert.ok(low < full.height - 10 * MM, "nothing lies under the edge");
        // As much as there can be: a story instead of a line is shortened, and the screen says so.
        await person.go("plan");
        await person.press("app.goal.revise");
        for (const step of ["signs", "safety", "how", "why"]) {
            if (step === "safety") await person.tick("activity.goal.alcohol_signs.none");
            await person.press("app.run.next");
            await person.at(`activity.goal.step.${step}.title`);
        }
        await person.page.getByRole("textbox").first().fill("Omdat ik het nu echt wil proberen, stap voor stap. ".repeat(190).trim());
        await person.press("app.run.keep");
        await onPaper(person, "page");
        await person.reads(person.t("app.paper.cut"));
        const cut = await printed(person);
        assert.equal(cut.pages.length, 1);
        assert.ok(cut.text.includes("1813") && cut.text.includes("…"));
        assert.ok(Math.max(...cut.words.map((word) => word.bottom)) < cut.height - 10 * MM, "nothing lies under the edge");
    });

    test("the whole plan holds every answer, and the safety plan its steps", async () => {
        await plan();
        await onPaper(person, "plan");
        const { text } = await printed(person);
        for (const words of [...REASONS, "Jan", "De zee in de winter", "Ik neem de telefoon niet meer op", person.t("activity.plan_safety.worth.label")]) assert.ok(text.includes(words), words);
        await chooses(person, "safety");
        const safe = await printed(person);
        assert.equal(safe.pages.length, 1);
        for (const words of ["De zee in de winter", "Els: 0470 12 34 56", "1813"]) assert.ok(safe.text.includes(words), words);
        assert.ok(!safe.text.includes(REASONS[0]));
    });

    test("it is black on white, whatever the theme of the screen", async () => {
        await plan();
        await person.lit("dark");
        await onPaper(person, "card");
        await person.page.emulateMedia({ media: "print", colorScheme: "dark" });
        await person.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        const colours = await person.page.evaluate(() => [...document.querySelectorAll('[data-id="paper"] :is(p, h2)')].map((one) => getComputedStyle(one).color));
        assert.ok(colours.length > 5);
        assert.deepEqual([...new Set(colours)].filter((colour) => !/^rgb\((\d+), \1, \1\)$/.test(colour) || Number(colour.match(/\d+/)[0]) > 60), []);
    });
});

test("the picture to keep on a phone is a file with the same words, and nothing goes anywhere", async () => {
    person = await Visitor.arrive(browser, home.url);
    await person.open(NOW, "&scenario=week");
    await reasons(person, REASONS);
    await onPaper(person, "card");
    const [download] = await Promise.all([person.page.waitForEvent("download"), person.press("app.paper.picture")]);
    assert.equal(download.suggestedFilename(), "koers.png");
    const bytes = readFileSync(await download.path());
    assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.equal(bytes.readUInt32BE(16), 1080);
    // Lines of writing: rows of the picture that have something dark in them, with light ones between.
    const lines = await person.page.evaluate(async (base64) => {
        const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/png" }));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const pen = canvas.getContext("2d");
        pen.drawImage(picture, 0, 0);
        const { data } = pen.getImageData(0, 0, picture.width, picture.height);
        let found = 0, inside = false;
        for (let y = 0; y < picture.height; ++y) {
            let dark = false;
            for (let x = 0; x < picture.width && !dark; ++x) dark = data[4 * (y * picture.width + x)] < 100;
            if (dark && !inside) ++found;
            inside = dark;
        }
        return found;
    }, bytes.toString("base64"));
    const said = await person.page.locator('[data-id="paper"] :is(h2, p)').count();
    assert.ok(lines >= said, `${lines} lines of writing for ${said} lines of the card`);
    await person.reads(person.t("app.paper.kept"));
});

test("a picture that cannot be made is said, and the paper stays", async () => {
    person = await Visitor.arrive(browser, home.url, { first: () => { HTMLCanvasElement.prototype.toBlob = (give) => give(null); } });
    await person.open(NOW, "&scenario=week");
    await onPaper(person, "card");
    await person.press("app.paper.picture");
    await person.reads(person.t("app.paper.not_kept"));
    await person.sees("button", "app.paper.print");
});
