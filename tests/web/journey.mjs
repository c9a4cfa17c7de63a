// The main journey of a person through Koers, from the first visit to the last, with a real journal on a real disk: by role and name only.
// journey.test.mjs and engines.test.mjs live it.
import assert from "node:assert/strict";
import { door, NOTHING, until, Visitor, words } from "./visitor.mjs";

/** What the person wrote, as the week of 16 to 22 November has to tell it. */
const week = {
    alcohol: { 18: 4, 20: 2, 21: 0, 22: 1.5 },
    tobacco: { 21: 5 },
};
const urges = { alcohol: { 20: 7 }, tobacco: {} };
const units = { alcohol: "glass", tobacco: "cigarette" };

/** The same week in the words of a language: what the drawing says of itself, and the rows of its table. */
function told(t, language, what) {
    // The week is told from the first day that anything was written about: Wednesday.
    const days = [18, 19, 20, 21, 22].map((day) => {
        const amount = week[what][day];
        const words =
            amount === undefined ? t("app.day.unfilled")
            : amount === 0 ? t("app.day.none")
            : t(`unit.${units[what]}.${amount === 1 ? "one" : "other"}`, { n: amount.toLocaleString(language) });
        return { weekday: t(`app.weekday.short.${day - 16}`), date: t("app.date.short", { day, month: t("app.month.short.11") }), words, urge: urges[what][day] ?? "–" };
    });
    return {
        picture: days.map((day) => `${day.weekday}: ${day.words}`).join("; "),
        rows: [[t("app.chart.day"), t("app.chart.amount"), t("app.chart.urge")], ...days.map((day) => [`${day.weekday} ${day.date}`, day.words, String(day.urge)])],
    };
}

async function chartAgrees(person, language, what) {
    if ((await person.find("radio", `substance.${what}`).count()) > 0) await person.choose(`substance.${what}`);
    const { picture, rows } = told(person.t, language, what);
    await person.page.getByRole("img", { name: picture, exact: true }).waitFor();
    const table = person.find("table", "app.chart.table");
    await until(`the table of ${what}`, async () => (await table.innerText()).includes(rows.at(-1)[1]));
    const read = await table.evaluate((element) => [...element.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(read, rows);
}

/** Everything that was written stands in the list of the diary, day by day. */
async function allThere(person) {
    const { t } = person;
    const use = (what, amount) => new RegExp(`^${t("app.entry.use", { what: t(`substance.${what}`), amount })}`);
    await person.go("diary");
    await person.at("app.place.diary");
    await person.choose("app.diary.list");
    for (const row of [use("alcohol", "1,5 glazen"), use("tobacco", "5 sigaretten"), use("alcohol", "2 glazen"), use("alcohol", "4 glazen"),
        new RegExp(`^${t("app.entry.none", { what: t("substance.alcohol") })}`), new RegExp(`^${t("app.entry.urge", { n: "7 op 10" })}`)])
        await person.is("button", row);
    await person.is("button", use("alcohol", "3 glazen"), 0);
}

export async function live(browser, url, options = {}) {
    const entrance = await door(url);
    const person = await Visitor.arrive(browser, entrance.url, options);
    const { t, page } = person;

    // Friday: the first visit. Nothing is stored before "Beginnen".
    await person.open("2026-11-20T18:00");
    await person.at("welcome.title");
    assert.deepEqual({ ...(await person.stored()), caches: 0, workers: 0 }, NOTHING);
    await person.begin("alcohol", "tobacco");
    await person.reads("Vrijdag 20 nov");
    await person.logUse("alcohol", "2");
    await person.logUrge(7, "alcohol");
    await person.saved();

    // Saturday: tobacco, and no alcohol.
    await person.open("2026-11-21T18:00");
    await person.reads("Zaterdag 21 nov");
    await person.logUse("tobacco", "5");
    await person.press("app.none.today");
    await person.reads(t("app.none.saved"));
    await person.saved();

    // Sunday: three glasses, which were one and a half; and Wednesday, through the calendar.
    await person.open("2026-11-22T18:00");
    await person.logUse("alcohol", "3");
    await person.go("diary");
    await person.press(/^Alcohol: 3 glazen/);
    await person.press("app.entry.edit");
    await person.reads(t("app.run.editing"));
    await person.fill("activity.use.amount.label", "1,5");
    await person.press("app.run.keep");
    await person.sees("heading", "app.entry.history");
    await person.sees("heading", /^Alcohol: 1,5 glazen$/);
    await person.reads("3 glazen");
    await person.press("app.back");
    await person.choose("app.diary.calendar");
    await person.press(/^Woensdag 18 november: niet ingevuld$/);
    await person.reads(t("app.day.unfilled.long"));
    await person.press("app.day.add.use");
    await person.choose("substance.alcohol");
    await person.fill("activity.use.amount.label", "4");
    await person.press("app.run.keep");
    await person.sees("button", /^Alcohol: 4 glazen/);
    await person.press("app.back");
    await person.sees("button", /^Woensdag 18 november: gebruik$/);
    await person.saved();
    await allThere(person);

    // Reloaded.
    await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => ready.active.scriptURL));
    await person.reload();
    await allThere(person);
    person.calm();

    // Without a network, from here to the end.
    await until("the release is kept", () => page.evaluate(async () => navigator.serviceWorker.controller !== null && (await caches.keys()).length > 0));
    await entrance.shut();
    const passed = entrance.passed.length;
    await person.reload();
    await allThere(person);

    // In English: the drawing and its table say what was written.
    await person.choose("app.diary.chart");
    await person.press("app.chart.show_table");
    await chartAgrees(person, "nl", "alcohol");
    await person.go("more");
    await person.press(person.row("app.more.look"));
    await person.choose(/^English$/);
    person.t = words("en");
    await person.at("app.look.title");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await person.go("diary");
    await chartAgrees(person, "en", "alcohol");
    await chartAgrees(person, "en", "tobacco");

    // Erased.
    await until("database, mark and second copy are there", async () => {
        const stored = await person.stored();
        return stored.databases === 1 && stored.marks > 0 && stored.files > 0 && stored.caches > 0 && stored.workers === 1;
    });
    await person.go("more");
    await person.press(person.row("app.more.data"));
    await person.press("app.data.erase.button");
    await person.sees("dialog", "app.erase.title");
    await person.press("app.erase.no");
    await person.reads(person.t("app.data.count.other", { n: 6 }));
    await person.press("app.data.erase.button");
    await person.press("app.erase.yes");
    await person.at("welcome.title");
    await person.reads(person.t("app.erased"));
    assert.deepEqual(await person.stored(), NOTHING);
    assert.equal(entrance.passed.length, passed, "nothing went through the door after it was shut");
    person.calm();
    await person.leave();
}
