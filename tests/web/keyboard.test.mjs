// With a keyboard alone: every screen can be walked through with Tab, what has the focus shows it, and the main steps need no mouse.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "../support/page.mjs";
import { site, until, Visitor } from "./visitor.mjs";

let browser, home, person;
before(async () => {
    browser = await launch();
    home = await site();
});
after(async () => {
    await browser.close();
    await home.close();
});
afterEach(async () => {
    person.calm();
    await person.leave();
});

const key = (name) => person.page.keyboard.press(name);

/** What has the focus: the id of its mirror element, and whether a browser would show it. */
const focus = () => person.page.evaluate(() => {
    const element = document.activeElement;
    const root = element?.closest("#mirror [data-id]");
    return { id: root?.dataset.id ?? "", shown: root != null && element.matches(":focus-visible") };
});

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

/** Tab until it has the focus. */
async function tabTo(role, what) {
    const target = person.find(role, what).first();
    await target.waitFor();
    for (let i = 0; i < 100; ++i) {
        if (await target.evaluate((element) => element === document.activeElement)) {
            assert.ok((await focus()).shown);
            return;
        }
        await key("Tab");
    }
    throw new Error(`Tab does not reach ${role} ${what}`);
}
async function enter(role, what) {
    await tabTo(role, what);
    await key("Enter");
}

describe("Tab", () => {
    const screens = {
        "the three steps of the first visit": async () => {
            await person.open("2026-11-22T18:00");
            await around();
            await person.press("welcome.next");
            await person.at("welcome.who.title");
            await around();
            await person.press(person.row("welcome.who.me"));
            await person.at("welcome.about.title");
            await around();
        },
        "the places": async () => {
            await week();
            await around();
            await person.go("plan");
            await person.at("app.place.plan");
            await around();
            await person.go("more");
            await person.at("app.place.more");
            await around();
        },
        "the diary": async () => {
            await week();
            await person.go("diary");
            await person.at("app.place.diary");
            await around();
            await person.choose("app.diary.calendar");
            await person.sees("button", "app.calendar.earlier");
            await around();
            await person.choose("app.diary.chart");
            await person.press("app.chart.show_table");
            await person.sees("columnheader", "app.chart.amount");
            await around();
        },
        "a day and an entry": async () => {
            await week();
            await person.go("diary");
            await person.choose("app.diary.calendar");
            await person.press(/^Gisteren: /);
            await person.sees("heading", "app.day.add.title");
            await around();
            await person.press(/^Alcohol: /);
            await person.sees("button", "app.entry.edit");
            await around();
        },
        "the steps of a diary entry": async () => {
            await week();
            await person.press("activity.use.short");
            await person.at("activity.use.step.what.title");
            await around();
            await person.press("app.run.tell_more");
            await person.at("activity.use.step.when.title");
            await around();
            await person.press("app.run.tell_more");
            await person.at("activity.use.step.around.title");
            await around();
        },
        "a slider and lines": async () => {
            await week();
            await person.press("activity.day.short");
            await person.at("activity.day.step.how.title");
            await around();
            await person.press("app.run.tell_more");
            await person.at("activity.day.step.body.title");
            await person.press("app.run.tell_more");
            await person.at("activity.day.step.strength.title");
            await around();
        },
        "what lies under More": async () => {
            await week();
            for (const screen of ["follow", "look", "data", "about"]) {
                await person.go("more");
                await person.press(person.row(`app.more.${screen}`));
                await person.at(screen === "about" ? "about.title" : `app.${screen}.title`);
                await around();
            }
        },
        "Hulp nu": async () => {
            await week();
            await person.press("app.help");
            await person.at("help.title");
            await around();
        },
        "a question": async () => {
            await week();
            await person.go("more");
            await person.press(person.row("app.more.data"));
            await person.press("app.data.erase.button");
            await person.sees("dialog", "app.erase.title");
            assert.equal((await around()).length, 2, "nothing behind a question can be reached");
        },
    };
    const week = () => person.open("2026-11-22T18:00", "&scenario=week");
    async function around() {
        const wanted = await reachable();
        const stops = await walk();
        assert.deepEqual([...stops].sort(), [...wanted].sort());
        // Once round, in the order of reading.
        const from = wanted.indexOf(stops[0]);
        assert.deepEqual(stops, [...wanted.slice(from), ...wanted.slice(0, from)]);
        return stops;
    }
    for (const [name, go] of Object.entries(screens)) {
        test(`reaches everything once, and nothing holds it: ${name}`, async () => {
            person = await Visitor.arrive(browser, home.url);
            await go();
        });
    }

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

test("a first visit, a use, an urge, a goal and a copy, and back again", async () => {
    person = await Visitor.arrive(browser, home.url);
    const { page, t } = person;
    await person.open("2026-11-22T18:00");
    await enter("button", "welcome.next");
    await person.at("welcome.who.title");
    await enter("button", person.row("welcome.who.me"));
    await person.at("welcome.about.title");
    await tabTo("checkbox", "substance.alcohol");
    await key("Space");
    await tabTo("checkbox", "substance.tobacco");
    await key("Space");
    await enter("button", "welcome.start");

    // A use: the arrows go through the choices, the number is typed.
    await enter("button", "activity.use.short");
    await person.at("activity.use.step.what.title");
    await tabTo("radio", "substance.alcohol");
    await key("ArrowRight");
    await person.page.getByRole("radio", { name: t("substance.tobacco"), checked: true }).waitFor();
    await key("ArrowLeft");
    await person.page.getByRole("radio", { name: t("substance.alcohol"), checked: true }).waitFor();
    await tabTo("textbox", "activity.use.amount.label");
    await key("ControlOrMeta+a");
    await page.keyboard.type("2,5");
    await enter("button", "app.run.keep");
    await person.reads(t("activity.use.saved"));

    // An urge: two arrows from the middle.
    await enter("button", "activity.urge.short");
    await person.at("activity.urge.step.how.title");
    await tabTo("slider", "activity.urge.strength.label");
    await key("ArrowRight");
    await key("ArrowRight");
    await until("7 on the slider", async () => (await person.find("slider", "activity.urge.strength.label").getAttribute("aria-valuetext")) === "7");
    await enter("button", "app.run.keep");
    await person.reads(t("activity.urge.saved"));

    // A goal, through what has to be said about safety.
    await enter("button", "app.place.plan");
    await person.at("app.place.plan");
    await enter("button", "app.goal.set");
    await person.at("activity.goal.step.what.title");
    await tabTo("radio", "activity.goal.aim.stop");
    await key("ArrowDown");
    await person.page.getByRole("radio", { name: t("activity.goal.aim.less"), checked: true }).waitFor();
    await enter("button", "app.run.next");
    await person.at("activity.goal.step.safety.title");
    await person.sees("heading", "activity.goal.safe_alcohol.label");
    await enter("button", "app.run.next");
    await person.at("activity.goal.step.how.title");
    await tabTo("textbox", "activity.goal.per_week.label");
    await page.keyboard.type("10");
    await enter("button", "app.run.next");
    await person.at("activity.goal.step.why.title");
    await tabTo("textbox", "activity.goal.why.label");
    await page.keyboard.type("Weer fris opstaan.");
    await enter("button", "app.run.keep");
    await person.at("app.place.plan");
    await person.reads(/hooguit 10 glazen per week/);
    await person.reads("“Weer fris opstaan.”");

    // A copy of everything, and back.
    await enter("button", "app.place.more");
    await person.at("app.place.more");
    await enter("button", person.row("app.more.data"));
    await person.at("app.data.title");
    const file = page.waitForEvent("download");
    await enter("button", "app.data.export.button");
    const journal = await read(await file);
    const answers = (activity) => journal.entries.find((entry) => entry.activity === activity).answers;
    assert.equal(journal.entries.length, 3);
    assert.equal(answers("use").substance.choice, "alcohol");
    assert.deepEqual([answers("use").amount.number, answers("urge").strength.number, answers("goal").per_week.number], [2.5, 7, 10]);
    assert.equal(answers("goal").why.text, "Weer fris opstaan.");
    await enter("button", "app.back");
    await person.at("app.place.more");
});

async function read(download) {
    let text = "";
    for await (const chunk of await download.createReadStream()) text += chunk;
    return JSON.parse(text);
}
