// Every screen that can be reached, and how: what axe looks at and the gallery takes pictures of. Each begins from a fresh start of the program.
import { links, onPaper, people, reasons } from "./plan.mjs";
import { until } from "./visitor.mjs";

const begin = (more) => (visitor) => visitor.open("2026-11-22T18:00", more);
const example = begin("&scenario=week");
/** Three exercises and a check, for who uses alcohol or gambles, every four weeks, until the end of June 2027; in whatever language the reader has. */
const LINK = "1.AQQ9LAhBAgIBDQMBAQUBAwYBBAcCogSDop6Y";

/** Opens the entry that the example wrote yesterday and edits it, so that it has a history. */
async function edited(visitor) {
    await visitor.go("diary");
    await visitor.at("app.place.diary");
    await visitor.choose("app.diary.list");
    await visitor.press(visitor.starts("app.entry.use", { what: visitor.t("substance.alcohol"), amount: "1 " }));
    await visitor.press("app.entry.edit");
    await visitor.at("activity.use.step.what.title");
    await visitor.fill("activity.use.amount.label", "2");
    await visitor.press("app.run.keep");
    await visitor.sees("heading", "app.entry.history");
}
const under = (screen, title) => async (visitor) => {
    await visitor.go("more");
    await visitor.at("app.place.more");
    await visitor.press(visitor.row(`app.more.${screen}`));
    await visitor.at(title);
};
const further = async (visitor, activity, step, word = "app.run.tell_more") => {
    await visitor.press(word);
    await visitor.at(`activity.${activity}.step.${step}.title`);
};

const titled = (v) => v.page.getByRole("heading", { level: 1 }).innerText();
/** On to the next step, and there. */
async function onward(v) {
    const title = await titled(v);
    await v.press("app.run.next");
    await until(`a step after ${title}`, async () => (await titled(v)) !== title);
}

/** Whatever is asked on this step and the next ones gets its second choice, until it can be kept. */
async function choosing(v) {
    for (;;) {
        for (const group of await v.page.locator("#mirror main").getByRole("radiogroup").all()) await group.locator("label").nth(1).click();
        if ((await v.find("button", "app.run.next").count()) === 0) return;
        await onward(v);
    }
}
const wellbeing = "activity.check_wellbeing.title";

/** Begins an exercise and goes on until this step; `answer` does what the way there asks for. */
async function working(v, activity, step, answer = async () => undefined) {
    await v.go("discover");
    await v.at("app.discover.title");
    await v.press(v.row(`activity.${activity}.title`));
    await v.press("app.activity.begin");
    await v.sees("button", "app.run.next");
    const there = v.t(`activity.${activity}.step.${step}.title`);
    for (;;) {
        const title = await titled(v);
        if (title === there) return;
        await answer(title);
        await onward(v);
    }
}
/** A row of one's own: a first column, and choices by the keys of their texts. */
async function adding(v, item, first, text, ...choices) {
    await v.press(`${item}.add`);
    await v.fill(`${item}.${first}`, text);
    for (const choice of choices) await v.choose(`${item}.${choice}`);
    await v.press("app.rows.done");
    await v.sees("button", `${item}.add`);
}
/** From the first step of what is asked to what came of it. */
async function kept(v) {
    await choosing(v);
    await v.press("app.run.keep");
    await v.sees("button", "app.entry.edit");
}

/** Chapters: a start, and one screen after the other. [name, go] */
export const chapters = [
    { start: begin(""), screens: [
        ["welcome-1", (v) => v.at("welcome.title")],
        ["welcome-2", async (v) => { await v.press("welcome.next"); await v.at("welcome.who.title"); }],
        ["welcome-3", async (v) => { await v.press(v.row("welcome.who.me")); await v.at("welcome.about.title"); await v.tick("substance.alcohol"); }],
        ["youth", async (v) => { await v.find("radio", "welcome.age.no").click(); await v.at("youth.title"); }],
        ["first-day", async (v) => {
            await v.press("app.back");
            await v.choose("welcome.age.yes");
            await v.press("welcome.start");
            await v.sees("button", "activity.use.short");
            await v.page.getByText(v.savedLine()).waitFor();
        }],
    ] },
    { start: begin(""), screens: [
        ["demo", async (v) => { await v.press("welcome.next"); await v.press(v.row("welcome.who.look")); await v.reads(v.t("app.demo.title")); }],
    ] },
    { start: example, screens: [
        ["today", async () => undefined],
        ["diary-list", async (v) => { await v.go("diary"); await v.at("app.place.diary"); }],
        ["diary-calendar", async (v) => { await v.choose("app.diary.calendar"); await v.sees("button", "app.calendar.earlier"); }],
        ["day", async (v) => { await v.press(v.starts("app.yesterday")); await v.sees("heading", "app.day.add.title"); }],
        ["diary-chart", async (v) => { await v.press("app.back"); await v.choose("app.diary.chart"); await v.sees("radio", "app.chart.week"); }],
        ["diary-chart-table", async (v) => { await v.press("app.chart.show_table"); await v.sees("columnheader", "app.chart.amount"); }],
        ["diary-chart-month", async (v) => { await v.choose("app.chart.month"); }],
        ["plan", async (v) => { await v.go("plan"); await v.at("app.place.plan"); }],
        ["more", async (v) => { await v.go("more"); await v.at("app.place.more"); }],
        ["follow", under("follow", "app.follow.title")],
        ["look", under("look", "app.look.title")],
        ["about", under("about", "about.title")],
        ["data", under("data", "app.data.title")],
        ["erase-question", async (v) => { await v.press("app.data.erase.button"); await v.sees("dialog", "app.erase.title"); }],
        ["help", async (v) => { await v.press("app.erase.no"); await v.press("app.help"); await v.at("help.title"); }],
        ["help-urge", async (v) => { await v.press(v.row("help.door.urge")); await v.at("help.wave.title"); }],
        ["help-wave", async (v) => { await v.press("help.wave.start"); await v.slide("help.wave.ask", 7); }],
        ["help-used", async (v) => {
            await v.press("app.back");
            await v.press(v.row("help.door.used"));
            await v.at("help.used.title");
            await v.choose("help.used.safe.yes");
            await v.sees("heading", "help.used.step.title");
        }],
        ["help-low", async (v) => {
            await v.press("app.back");
            await v.press(v.row("help.door.low"));
            await v.at("help.low.title");
            await v.choose("help.low.answer.now");
            await v.sees("link", "help.emergency");
        }],
        ["help-wake", async (v) => { await v.press("app.back"); await v.press(v.row("help.door.wake")); await v.at("help.wake.title"); }],
    ] },
    { start: example, screens: [
        ["use-1", async (v) => { await v.press("activity.use.short"); await v.at("activity.use.step.what.title"); }],
        ["use-1-wrong", async (v) => { await v.fill("activity.use.amount.label", "twee"); await v.reads(v.t("app.problem.not_a_number")); }],
        ["use-2", async (v) => { await v.fill("activity.use.amount.label", "2"); await further(v, "use", "when"); }],
        ["use-3", (v) => further(v, "use", "around")],
        ["use-4", (v) => further(v, "use", "more")],
        ["discard-question", async (v) => { await v.press("app.run.discard"); await v.sees("dialog", "app.discard.title"); }],
        ["unfinished", async (v) => {
            await v.press("app.discard.no");
            for (const step of ["around", "when", "what"]) { await v.press("app.run.previous"); await v.at(`activity.use.step.${step}.title`); }
            await v.press("app.back");
            await v.sees("heading", "app.unfinished.title");
        }],
    ] },
    { start: example, screens: [
        ["urge-1", async (v) => { await v.press("activity.urge.short"); await v.at("activity.urge.step.how.title"); }],
        ["urge-1-answered", (v) => v.slide("activity.urge.strength.label", 7)],
        ["urge-2", (v) => further(v, "urge", "when")],
        ["urge-3", async (v) => { await further(v, "urge", "around"); await v.press(v.starts("app.more_choices")); await v.tick("activity.urge.trigger.phone"); }],
        ["urge-4", async (v) => { await further(v, "urge", "did"); await v.tick("activity.urge.did.talked"); }],
        ["notice", async (v) => { await v.press("app.run.keep"); await v.reads(v.t("activity.urge.saved")); }],
    ] },
    { start: example, screens: [
        ["day-1", async (v) => { await v.press("activity.day.short"); await v.at("activity.day.step.how.title"); await v.slide("activity.day.mood.label", 6); }],
        ["day-2", (v) => further(v, "day", "body")],
        ["day-3", async (v) => { await further(v, "day", "strength"); await v.page.getByRole("textbox").first().fill(v.t("app.done")); }],
        ["day-4", (v) => further(v, "day", "when")],
    ] },
    { start: example, screens: [
        ["goal-1", async (v) => { await v.go("plan"); await v.at("app.place.plan"); await v.press("app.goal.revise"); await v.at("activity.goal.step.what.title"); }],
        ["goal-2", (v) => further(v, "goal", "signs", "app.run.next")],
        ["goal-stop", async (v) => { await v.tick("activity.goal.alcohol_signs.morning"); await further(v, "goal", "safety", "app.run.next"); }],
        ["goal-3", async (v) => {
            await v.press("app.run.previous");
            await v.at("activity.goal.step.signs.title");
            await v.tick("activity.goal.alcohol_signs.none");
            await further(v, "goal", "safety", "app.run.next");
            await further(v, "goal", "how", "app.run.next");
        }],
        ["goal-4", (v) => further(v, "goal", "why", "app.run.next")],
    ] },
    { start: example, screens: [["entry", edited]] },
    { start: example, screens: [
        ["discover", async (v) => { await v.go("discover"); await v.at("app.discover.title"); await v.sees("button", "app.discover.surprise"); }],
        ["check-card", async (v) => { await v.press(v.row(wellbeing)); await v.at(wellbeing); }],
        ["check", async (v) => { await v.press("app.activity.begin"); await v.at("activity.check_wellbeing.step.mood.title"); }],
        ["check-result", async (v) => { await choosing(v); await v.press("app.run.keep"); await v.sees("heading", "app.entry.answers"); }],
        ["exercise", async (v) => {
            await v.go("discover");
            await v.at("app.discover.title");
            await v.press(v.row("activity.less_powerless.title"));
            await v.press("app.activity.begin");
            await v.slide("activity.common.grip_before.label", 4);
        }],
        ["exercise-words", async (v) => { await v.press("app.run.next"); await v.page.getByRole("textbox").first().fill(v.t("app.done")); }],
    ] },
    // Every kind of question that is more than one answer.
    { start: example, screens: [
        ["sort", async (v) => {
            await working(v, "values", "cards");
            for (const pile of ["very", "not", "very", "very"]) await v.page.locator(`[data-id="run.cards.to.${pile}"]`).click();
            await v.press(new RegExp(`^${v.t("activity.values.cards.very")}: 3`));
        }],
        ["rank", async (v) => {
            await v.press("app.run.next");
            await v.at("activity.values.step.top.title");
            for (const box of (await v.page.getByRole("checkbox").all()).slice(0, 3)) await box.check();
            await v.reads(v.t("app.rank.order"));
        }],
    ] },
    { start: example, screens: [
        ["table", async (v) => { await working(v, "kwartet", "cards"); await v.fill("activity.kwartet.cards.clinical", v.t("demo.why")); }],
    ] },
    { start: example, screens: [
        ["timeline", async (v) => {
            await working(v, "my_story", "story");
            const item = "activity.my_story.story";
            await adding(v, item, "when", "1998", "kind.good");
            await adding(v, item, "when", "2010");
            await adding(v, item, "when", "2021", "kind.turning");
        }],
        ["timeline-row", async (v) => { await v.press(/^2010/); await v.sees("button", "app.rows.remove"); }],
    ] },
    { start: example, screens: [
        ["circles", async (v) => {
            await working(v, "people", "people");
            const item = "activity.people.people";
            await adding(v, item, "name", "Els", "circle.close", "effect.helps", "role.listens");
            await adding(v, item, "name", "Jan", "circle.far", "effect.uses");
            await adding(v, item, "name", "Sam", "circle.middle", "effect.neutral");
        }],
    ] },
    { start: example, screens: [
        ["sides", async (v) => {
            await working(v, "two_sides", "start", async (title) => {
                if (title === v.t("activity.two_sides.step.safe.title")) await v.choose("activity.two_sides.fear.no");
                if (title === v.t("activity.two_sides.step.pick.title")) await v.page.getByRole("checkbox").first().check();
            });
            await v.slide("activity.two_sides.start_me.label", 2);
        }],
    ] },
    { start: example, screens: [
        ["timer", async (v) => { await working(v, "ride_wave", "wave", async (title) => { if (title === v.t("activity.ride_wave.step.signs.title")) await v.choose("app.no"); }); }],
        ["timer-runs", async (v) => { await v.press("app.wave.begin"); await v.slide("help.wave.ask", 7); }],
    ] },
    { start: example, screens: [
        ["compass", async (v) => { await working(v, "compass_chime", "people"); await kept(v); }],
        ["plan-parts", async (v) => { await v.go("plan"); await v.sees("heading", "app.plan.parts"); }],
        ["pairs", async (v) => {
            await v.press(v.row("activity.plan_situations.title"));
            await v.page.getByRole("checkbox").first().check();
            await v.press("app.run.tell_more");
            await v.at("activity.plan_situations.step.weigh.title");
            await v.press("app.run.tell_more");
            await v.at("activity.plan_situations.step.responses.title");
            await v.page.getByRole("checkbox").first().check();
            await v.press("app.run.tell_more");
            await v.at("activity.plan_situations.step.links.title");
            for (const side of ["left", "right"]) await v.page.locator(`[data-id="run.links.${side}"] label`).first().click();
            await v.press("app.pairs.join");
        }],
    ] },

    // The plan on paper; the gallery has what a printer makes of it, too.
    { start: example, screens: [
        ["paper-empty", (v) => onPaper(v, "card")],
        ["paper-card", async (v) => {
            await reasons(v, [v.t("demo.why"), v.t("activity.plan_places.title")]);
            await people(v, [["Els", "0470 12 34 56", "yes"], ["Sam", "0471 99 88 77", "no"]]);
            await links(v, [["pressure", "leave"], ["unpleasant", "call"]]);
            await onPaper(v, "card");
        }],
        ["paper-page", (v) => onPaper(v, "page")],
        ["paper-plan", (v) => onPaper(v, "plan")],
    ] },

    // A link that was opened: the first time, too late, damaged; and what was taken from it.
    { start: begin(`#${LINK}`), screens: [
        ["invited", async (v) => { await v.at("app.invite.title"); await v.reads(v.t("activity.strengths.title")); }],
        ["taken", async (v) => {
            await v.press("app.invite.start");
            await v.at("activity.strengths.title");
            await v.press("app.back");
            await v.sees("heading", "app.taken.title");
        }],
        ["taken-all", async (v) => { await v.press("app.taken.all"); await v.at("app.taken.title"); }],
    ] },
    { start: begin("#1.AAAA"), screens: [["invited-unreadable", (v) => v.at("app.invite.title")]] },
    { start: async (v) => { await v.page.goto(`${v.url}/?still&at=2027-11-22T18:00+01:00#${LINK}`); await v.arrived(); }, screens: [
        ["invited-late", (v) => v.sees("button", "app.invite.late.yes")],
    ] },
    // For professionals: the page, a link being made and handed over, and a summary to open.
    { start: begin("#pro"), screens: [
        ["professional", (v) => v.sees("heading", "app.pro.before.title")],
        ["maker", async (v) => { await v.press(v.row("app.pro.link.title")); await v.choose("set.first.name"); await v.press("app.discover.where"); await v.tick("activity.check_alcohol.title"); }],
        ["link", async (v) => { await v.press("app.maker.make"); await v.sees("img", "app.link.code"); }],
        ["link-example", async (v) => { await v.press("app.link.try"); await v.reads(v.t("app.link.example")); }],
        ["handout", async (v) => { await v.press("app.back"); await v.press("app.link.handout"); await v.reads(v.t("app.handout.safe")); }],
        ["reading", async (v) => {
            for (const title of ["app.link.title", "app.link.title", "app.pro.title"]) {
                await v.press("app.back");
                await v.at(title);
            }
            await v.press(v.row("app.pro.read.title"));
            await v.at("app.read.title");
        }],
    ] },
    { start: example, screens: [
        ["summary", async (v) => { await under("summary", "app.summary.title")(v); await v.reads(v.t("app.summary.limits")); }],
        ["summary-seal", async (v) => { await v.press("app.summary.seal"); await v.sees("heading", "app.seal.title"); }],
    ] },

    // What stands above a screen when something is the matter.
    { start: begin(""), first: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }), screens: [
        ["banner-nothing-kept", async (v) => { await v.begin("alcohol"); await v.reads(v.t("app.store.volatile.title")); }],
    ] },
    { start: begin(""), first: () => {
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (stores, mode, options) {
            const tx = transaction.call(this, stores, mode, options);
            if (mode === "readwrite") tx.objectStore("meta").get("x").onsuccess = () => tx.abort();
            return tx;
        };
    }, screens: [
        ["banner-unsaved", async (v) => { await v.begin("alcohol"); await v.reads(v.t("app.unsaved.title")); }],
    ] },
    { start: async (v) => {
        await begin("")(v);
        await v.begin("alcohol");
        v.other = await v.page.context().newPage();
        const first = v.page;
        v.page = v.other;
        await begin("")(v);
        v.other = first;
    }, screens: [
        ["banner-reading", (v) => v.reads(v.t("app.store.reading.title"))],
    ] },
    { start: begin(""), first: () => location.origin !== "null" && localStorage.setItem("koers", JSON.stringify({ has: 1, gen: 7 })), screens: [
        ["recovery", (v) => v.at("app.recovery.title")],
    ] },
];
