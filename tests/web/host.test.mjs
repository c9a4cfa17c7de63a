// What the host of this Koers put beside it: its own contacts, without a rebuild; and when there is something wrong in them, the built-in ones.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { stage } from "./stage.mjs";
import { door, until, Visitor } from "./visitor.mjs";

let browser, home, person;
stage((...both) => ([browser, home] = both));
afterEach(() => person.leave());

const own = { format: 1, contacts: { be: [{ id: "house", groups: ["talk"], tel: "09 000 00 00", site: "example.be/hulp", checked: "2026-11-20", source: "het huis zelf",
    texts: { nl: { name: "Het Huis om de hoek", what: "Elke dag koffie en iemand die luistert" } } }] } };

/** The site with this text as its host's file; `file` can be changed. */
async function hosted(text) {
    const file = { text };
    return { file, ...(await door(home.url, { "/koers.config.json": file })) };
}
const helped = async () => {
    await person.press("app.help");
    await person.at("help.title");
};

test("own contacts stand in Hulp nu beside the lines that stay, also without a network", async () => {
    const host = await hosted(JSON.stringify(own));
    person = await Visitor.arrive(browser, host.url);
    await person.open();
    await person.begin("alcohol");
    await helped();
    await person.sees("heading", /Het Huis om de hoek/);
    assert.equal(await person.page.getByRole("link", { name: person.t("help.call", { name: "09 000 00 00" }) }).getAttribute("href"), "tel:090000000");
    for (const name of ["Zelfmoordlijn 1813"]) await person.sees("heading", new RegExp(name));
    assert.equal(await person.find("heading", /Tele-Onthaal/).count(), 0);
    person.calm();
    await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await until("the worker has it", () => person.page.evaluate(async () => (await caches.match("koers.config.json")) !== undefined));
    await host.shut();
    await person.reload();
    await helped();
    await person.sees("heading", /Het Huis om de hoek/);
});

test("a change is seen at the second start after it, and a file that is gone is gone", async () => {
    const host = await hosted(JSON.stringify(own));
    person = await Visitor.arrive(browser, host.url);
    await person.open();
    await person.begin("alcohol");
    await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await until("the worker has it", () => person.page.evaluate(async () => (await caches.match("koers.config.json")) !== undefined));
    host.file.status = 404;
    for (let i = 0; i < 2; ++i) {
        await person.reload();
        await helped();
    }
    await until("the built-in ones are back", async () => {
        if ((await person.find("heading", /Tele-Onthaal/).count()) > 0) return true;
        await person.reload();
        await helped();
        return false;
    });
});

test("name, imprint, language and ready-made links of the host are there for who comes to it", async () => {
    const host = await hosted(JSON.stringify({ format: 1, organisation: { site: "example.be/brug", texts: { nl: { name: "CGG De Brug", imprint: "Dorpsstraat 1, Gent" } } }, language: "nl", country: "nl",
        sets: [{ activities: ["strengths", "check_alcohol"], substances: ["alcohol"], for: "self", texts: { nl: { name: "Eerste gesprek bij De Brug", what: "Voor wie net belde." }, en: { name: "First talk at De Brug", what: "For who just called." } } }] }));
    // A browser that speaks none of ours reads the host's language.
    person = await Visitor.arrive(browser, host.url, { context: { locale: "pl-PL" } });
    const warned = [];
    person.page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
    await person.open();
    await person.at("welcome.title");
    assert.deepEqual(warned.filter((line) => line.includes("koers.config.json")), []);
    await person.begin("alcohol");
    await person.go("more");
    await person.press(person.row("app.pro.title"));
    await person.press(person.row("app.pro.link.title"));
    await person.choose(/Eerste gesprek bij De Brug/);
    await person.press("app.maker.make");
    await person.sees("img", "app.link.code");
    const address = (await person.page.locator('[data-id="link.address"]').textContent()).trim();
    assert.ok(address.startsWith(`${host.url}/#1.`), address);
    await person.go("more");
    await person.press(person.row("about.title"));
    await person.reads(/CGG De Brug/);
    await person.reads(/Dorpsstraat 1, Gent/);
    assert.equal(await person.page.getByRole("link", { name: /example\.be\/brug/ }).getAttribute("href"), "https://example.be/brug");
});

for (const [what, text] of [["no JSON", "{"], ["a script", JSON.stringify({ ...own, script: "https://example.com/x.js" })], ["an address that is none", JSON.stringify(own).replace("example.be/hulp", "javascript:alert(1)")]])
    test(`${what}: the built-in contacts, and the console says why`, async () => {
        const host = await hosted(text);
        person = await Visitor.arrive(browser, host.url);
        const warned = [];
        person.page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
        await person.open();
        await person.begin("alcohol");
        await helped();
        await person.sees("heading", /Tele-Onthaal/);
        assert.ok(warned.some((line) => line.startsWith("koers.config.json")), warned.join("\n"));
        person.calm();
    });
