// A plan made by hand or by keys, part after part, as one would in ten minutes: what the tests of paper and the gallery share.
import { escaped } from "./visitor.mjs";

/** The n-th line of a list. */
export const line = (v, item, n) => new RegExp(`^${escaped(v.t(`${item}.label`))} ${n}$`);

/** On a low screen what was said last lies over the places. */
async function toPlan(v) {
    if ((await v.find("button", "app.close").count()) > 0) await v.press("app.close");
    await v.go("plan");
}

/** From Plan into one of its parts, which is not there yet. */
export async function opens(v, part) {
    await toPlan(v);
    await v.sees("heading", "app.plan.parts");
    await v.press(v.row(`activity.${part}.title`));
}
async function lines(v, item, words) {
    for (const [i, text] of words.entries()) await v.fill(line(v, item, i + 1), text);
}
async function kept(v, part) {
    await v.press("app.run.keep");
    await v.reads(v.t(`activity.${part}.saved`));
}

export async function reasons(v, words) {
    await opens(v, "plan_reasons");
    await v.at("activity.plan_reasons.step.reasons.title");
    await lines(v, "activity.plan_reasons.reasons", words);
    await kept(v, "plan_reasons");
}

/** [name, number, night] */
export async function people(v, all) {
    await opens(v, "plan_people");
    const item = "activity.plan_people.people";
    for (const [name, phone, night] of all) {
        await v.press(`${item}.add`);
        await v.fill(`${item}.name`, name);
        if (phone) await v.fill(`${item}.phone`, phone);
        if (night) await v.choose(`${item}.night.${night}`);
        await v.press("app.rows.done");
        await v.sees("button", `${item}.add`);
    }
    await kept(v, "plan_people");
}

/** [moment, response]: what is hard, and what one would do then. */
export async function links(v, pairs) {
    await opens(v, "plan_situations");
    const part = "activity.plan_situations";
    await v.at(`${part}.step.situations.title`);
    for (const [moment] of pairs) await v.tick(`${part}.situations.${moment}`);
    await v.press("app.run.tell_more");
    await v.at(`${part}.step.weigh.title`);
    await v.choose(`${part}.weigh.risk.high`);
    await v.choose(`${part}.weigh.sure.low`);
    await v.press("app.run.tell_more");
    await v.at(`${part}.step.responses.title`);
    for (const [, response] of pairs) await v.tick(`${part}.responses.${response}`);
    await v.press("app.run.tell_more");
    await v.at(`${part}.step.links.title`);
    for (const [moment, response] of pairs) {
        await v.choose(`${part}.situations.${moment}`);
        await v.choose(`${part}.responses.${response}`);
        await v.press("app.pairs.join");
        await v.page.getByRole("button", { name: new RegExp(escaped(v.t(`${part}.situations.${moment}`))) }).first().waitFor();
    }
    await kept(v, "plan_situations");
}

export async function safety(v, signs, worth) {
    await opens(v, "plan_safety");
    const part = "activity.plan_safety";
    const words = { signs, worth };
    for (const step of ["now", "signs", "myself", "distract", "ask", "professionals", "safer", "worth"]) {
        await v.at(`${part}.step.${step}.title`);
        await lines(v, `${part}.${step}`, words[step] ?? []);
        await v.press((await v.find("button", "app.run.tell_more").count()) > 0 ? "app.run.tell_more" : "app.run.next");
    }
    await kept(v, "plan_safety");
}

export async function onPaper(v, paper) {
    await toPlan(v);
    await v.press(v.row("app.paper.title"));
    await v.at("app.paper.title");
    await chooses(v, paper);
}
/** Another paper, and it is there. */
export async function chooses(v, paper) {
    await v.choose(`app.paper.${paper}`);
    await v.page.locator(`[data-id="paper"][aria-label="${v.t(`app.paper.${paper}`)}"]`).waitFor({ state: "attached" });
}
