// With a keyboard alone: every screen can be walked through with Tab, what has the focus shows it, and every journey is made without a mouse.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chapters } from "./screens.mjs";
import { calmly, stage } from "./stage.mjs";
import { escaped, until, Visitor } from "./visitor.mjs";

let browser, home, person;
stage((...both) => ([browser, home] = both));
calmly(() => person);

const key = (name) => person.key(name);
const focus = () => person.focus();

/** Everything on the screen that a key should reach, once each: of a group of radios the one that is chosen, else the first. */
const reachable = () => person.page.evaluate(() => {
    const groups = new Set();
    const within = document.querySelector("dialog[open]") ?? document;
    return [...within.querySelectorAll("#mirror .acts")].flatMap((root) => {
        const control = root instanceof HTMLLabelElement ? root.firstElementChild : root;
        if (control.disabled) return [];
        if (control.type === "radio") {
            const group = [...document.getElementsByName(control.name)];
            const one = group.find((radio) => radio.checked) ?? group[0];
            if (groups.has(control.name) || control !== one) return [];
            groups.add(control.name);
        }
        return [root.dataset.id];
    });
});

/** Tab after Tab until it begins again. */
async function walk(step = "Tab") {
    const stops = [];
    for (let i = 0; i < 150; ++i) {
        await key(step);
        const { id, shown } = await focus();
        if (id === "") continue; // past the end: a browser goes through its own bars here
        if (id === stops[0] && stops.at(-1) !== id) return stops;
        if (stops.at(-1) === id) continue; // a field for a date or a time has several parts
        assert.ok(shown, `the focus on ${id} is to be seen`);
        stops.push(id);
    }
    throw new Error(`Tab does not come round: ${stops.join(" ")}`);
}

describe("Tab", () => {
    const week = () => person.open("2026-11-22T18:00", "&scenario=week");
    async function around(name) {
        let wanted = [];
        let same = 0;
        // What was just done, and what is fetched for it, may still be on its way to the screen: nothing changes for some frames in a row.
        await until(`${name} is at rest`, async () => {
            const before = String(wanted);
            await person.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))));
            wanted = await reachable();
            same = String(wanted) === before ? same + 1 : 0;
            return same === 3;
        });
        const stops = await walk();
        assert.deepEqual([...stops].sort(), [...wanted].sort(), name);
        // Once round, in the order of reading.
        const from = wanted.indexOf(stops[0]);
        assert.deepEqual(stops, [...wanted.slice(from), ...wanted.slice(0, from)], name);
        return stops;
    }
    for (const { start, first, screens } of chapters)
        test(`reaches everything once, and nothing holds it: ${screens.map(([name]) => name).join(", ")}`, async () => {
            person = await Visitor.arrive(browser, home.url, { first });
            await start(person);
            for (const [name, go] of screens) {
                await go(person);
                const stops = await around(name);
                if (name.endsWith("-question")) assert.equal(stops.length, 2, "nothing behind a question can be reached");
            }
        });

    test("goes back the same way with Shift", async () => {
        person = await Visitor.arrive(browser, home.url);
        await week();
        const there = await walk();
        const back = await walk("Shift+Tab");
        assert.deepEqual([...back].sort(), [...there].sort());
        const from = back.indexOf(there.at(-1));
        assert.deepEqual([...back.slice(from), ...back.slice(0, from)], [...there].reverse());
    });

    test("draws a ring round what it stands on", async () => {
        person = await Visitor.arrive(browser, home.url);
        await week();
        for (const id of await reachable()) {
            await key("Tab");
            const now = (await focus()).id;
            const control = person.page.locator(`[data-id="${now}"]`);
            const box = await control.boundingBox();
            const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
            const picture = async () => (await person.page.screenshot({ clip })).toString("base64");
            await until(`a ring round ${now} (of ${id})`, async () => {
                const ringed = await picture();
                await control.evaluate((element) => (element.firstElementChild?.matches("input") ? element.firstElementChild : element).blur());
                const plain = await picture();
                await control.evaluate((element) => (element.firstElementChild?.matches("input") ? element.firstElementChild : element).focus());
                return ringed !== plain;
            });
        }
    });
});

test("a goal and a copy, and back again", async () => {
    person = await Visitor.arrive(browser, home.url, { keyboard: true });
    const { page } = person;
    await person.open("2026-11-22T18:00");
    await person.begin("alcohol");
    // Through what has to be said about safety.
    await person.go("plan");
    await person.at("app.place.plan");
    await person.press("app.goal.set");
    await person.at("activity.goal.step.what.title");
    await person.choose("activity.goal.aim.less");
    await person.press("app.run.next");
    await person.at("activity.goal.step.signs.title");
    await person.sees("heading", "activity.goal.safe_alcohol.label");
    await person.tick("activity.goal.alcohol_signs.none");
    await person.press("app.run.next");
    await person.at("activity.goal.step.safety.title");
    await person.press("app.run.next");
    await person.at("activity.goal.step.how.title");
    await person.fill("activity.goal.per_week.label", "10");
    await person.press("app.run.next");
    await person.at("activity.goal.step.why.title");
    await person.fill("activity.goal.why.label", "Weer fris opstaan.");
    await person.press("app.run.keep");
    await person.at("app.place.plan");
    await person.reads(/hooguit 10 glazen per week/);
    await person.reads("“Weer fris opstaan.”");

    await person.go("more");
    await person.at("app.place.more");
    await person.press(person.row("app.more.data"));
    await person.at("app.data.title");
    const file = page.waitForEvent("download");
    await person.press("app.data.export.button");
    const { entries } = await read(await file);
    assert.deepEqual([entries.length, entries[0].answers.per_week.number, entries[0].answers.why.text], [1, 10, "Weer fris opstaan."]);
    await person.press("app.back");
    await person.at("app.place.more");
});

test("a day, an entry thrown away and put back, a run left and gone on with, colours, help and the example", async () => {
    person = await Visitor.arrive(browser, home.url, { keyboard: true });
    const { page, t } = person;
    await person.open("2026-11-22T18:00");
    await person.press("welcome.next");
    await person.press(person.row("welcome.who.look"));
    await person.reads(t("app.demo.title"));
    await person.press("app.demo.stop");
    await person.at("welcome.title");
    await person.begin("alcohol", "tobacco");

    // How the day was, with three lines, the middle one taken out again.
    await person.press("activity.day.short");
    await person.at("activity.day.step.how.title");
    await person.slide("activity.day.mood.label", 8);
    await person.press("app.run.tell_more");
    await person.at("activity.day.step.body.title");
    await person.press("app.run.tell_more");
    await person.at("activity.day.step.strength.title");
    const line = (n) => new RegExp(`^${escaped(t("activity.day.gave.label"))} ${n}$`);
    for (const [n, words] of [[1, "Gewandeld"], [2, "Fout"], [3, "Soep gemaakt"]]) await person.fill(line(n), words);
    await person.press(new RegExp(`^${t("app.remove_line", { n: 2 })}$`));
    await person.press("app.run.keep");
    await person.reads(t("activity.day.saved"));

    // Thrown away, and put back.
    await person.go("diary");
    await person.press(/^Stemming: 8 op 10/);
    await person.reads("• Gewandeld\n• Soep gemaakt");
    await person.press("app.entry.delete");
    await person.is("button", /^Stemming: 8 op 10/, 0);
    await person.press("app.undo");
    await person.is("button", /^Stemming: 8 op 10/);

    // Nothing at all today.
    await person.go("today");
    await person.press("app.none.all");
    await person.reads(t("app.none.saved"));
    await person.press("app.close");

    // Begun, left, gone on with, thrown away after all.
    await person.press("activity.urge.short");
    await person.slide("activity.urge.strength.label", 3);
    await person.press("app.back");
    await person.sees("heading", "app.unfinished.title");
    await person.press(person.row("activity.urge.title"));
    await person.at("activity.urge.step.how.title");
    await person.press("app.run.discard");
    await person.sees("dialog", "app.discard.title");
    await key("Escape");
    await person.is("dialog", "app.discard.title", 0);
    await person.press("app.run.discard");
    await person.press("app.discard.yes");
    await person.is("heading", "app.unfinished.title", 0);

    // How it looks, and help in the other country.
    await person.go("more");
    await person.press(person.row("app.more.look"));
    await person.at("app.look.title");
    await person.choose("app.look.theme.dark");
    await until("it is dark", () => page.evaluate(() => document.documentElement.dataset.theme === "dark"));
    await person.choose(/^150 %$/);
    await person.press("app.help");
    await person.at("help.title");
    await person.choose("help.country.nl");
    await person.is("heading", "contact.nl_113.name");
    await person.press("app.back");
    await person.at("app.look.title");
});

async function read(download) {
    let text = "";
    for await (const chunk of await download.createReadStream()) text += chunk;
    return JSON.parse(text);
}
