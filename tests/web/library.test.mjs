// Ontdekken in a real browser: exercises and checks worked through with the keyboard alone, and a library that is there without a network.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { stage } from "./stage.mjs";
import { door, until, Visitor } from "./visitor.mjs";

const NOW = "2026-11-22T18:00";

let browser, home, person;
stage((...both) => ([browser, home] = both));
afterEach(() => person.leave());

/** Whatever Tab comes to is answered with the keys that belong to it, until it is kept. Returns what kinds of things were met. */
async function byTab(person) {
    const met = new Set();
    const done = new Set();
    for (let tabs = 0; tabs < 400; ++tabs) {
        await person.key("Tab");
        const { id, kind, shown } = await person.page.evaluate(() => {
            const element = document.activeElement;
            return { id: element.closest("[data-id]")?.dataset.id ?? "", kind: element.type ?? element.localName, shown: element.matches(":focus-visible") };
        });
        if (!id || done.has(id)) continue;
        assert.ok(shown, `the focus on ${id} is to be seen`);
        if (id === "run.next" || id === "run.keep") {
            const title = await person.page.getByRole("heading", { level: 1 }).innerText();
            await person.key("Enter");
            if (id === "run.keep") return met;
            await person.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor({ state: "detached" });
            done.clear();
            continue;
        }
        if (kind === "radio" || kind === "checkbox") await person.key("Space");
        else if (kind === "range") for (let i = 0; i < 3; ++i) await person.key("ArrowRight");
        else if (kind === "text" || kind === "textarea") await person.page.keyboard.type("Iets van mij");
        else continue;
        met.add(kind);
        done.add(id);
    }
    throw new Error("it never came to an end");
}

describe("with the keyboard alone", () => {
    const exercise = ["app.entry.own_words", "Iets van mij"];
    for (const [id, [heading, words]] of [
        ["less_powerless", exercise], ["reasons", exercise], ["my_why", exercise], ["check_wellbeing", ["app.entry.answers", "van 100"]], ["check_alcohol", ["app.entry.answers", "van 40"]],
    ])
        test(id, async () => {
            person = await Visitor.arrive(browser, home.url, { keyboard: true });
            await person.open(NOW);
            await person.begin("alcohol");
            await person.go("discover");
            await person.at("app.discover.title");
            const title = `activity.${id}.title`;
            await person.press(person.row(title));
            await person.at(title);
            await person.press("app.activity.begin");
            await person.find("button", "app.run.next").first().waitFor();
            const met = await byTab(person);
            assert.ok(met.size > 0, "something was asked");
            await person.sees("heading", heading);
            assert.ok((await person.text()).includes(words));
            person.calm();
        });
});

test("the library is there without a network, also in a start that begins with something of it", async () => {
    const gate = await door(home.url);
    person = await Visitor.arrive(browser, gate.url);
    await person.open();
    await person.begin("alcohol");
    await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await person.go("discover");
    await person.press(person.row("activity.check_wellbeing.title"));
    await person.press("app.activity.begin");
    await person.at("activity.check_wellbeing.step.mood.title");
    for (const group of await person.page.locator("#mirror main").getByRole("radiogroup").all()) await group.locator("label").nth(2).click();
    await person.press("app.back");
    await person.saved();
    await gate.shut();
    await person.page.reload();
    await person.arrived();
    // What was begun is on Vandaag, with its own title: for that the library had to come.
    await until("its name is known", async () => (await person.page.getByRole("button", { name: person.row("activity.check_wellbeing.title") }).count()) > 0);
    await person.go("discover");
    await person.sees("heading", "app.discover.go_on");
});
