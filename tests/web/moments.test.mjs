// Moments that decide whether a person can trust it: another tab, a slip of the finger, a reload halfway, a full disk, a damaged page, an old browser.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { calmly, stage } from "./stage.mjs";
import { escaped, until, Visitor, words } from "./visitor.mjs";

const NOW = "2026-11-22T18:00";

let browser, home, person;
stage((...both) => ([browser, home] = both));
calmly(() => person);

/** Somebody who follows this and has begun. */
async function begun(substances = ["alcohol"], options = {}) {
    person = await Visitor.arrive(browser, home.url, options);
    await person.open(NOW);
    await person.begin(...substances);
    return person.t;
}

/** From the first step of "Mijn dag" to the one with the note. */
async function toTheNote() {
    await person.press("app.run.tell_more");
    await person.at("activity.day.step.body.title");
    await person.press("app.run.tell_more");
    await person.at("activity.day.step.strength.title");
}

async function json(download) {
    let text = "";
    for await (const chunk of await download.createReadStream()) text += chunk;
    return JSON.parse(text);
}

describe("logging", () => {
    const clicks = (act) => async () => {
        const t = await begun(["alcohol"], { first: () => {
            globalThis.taps = 0;
            addEventListener("pointerdown", (event) => event.isTrusted && ++globalThis.taps, true);
        } });
        await person.page.evaluate(() => { globalThis.taps = 0; });
        await act(t);
        return person.page.evaluate(() => globalThis.taps);
    };
    for (const [what, wanted, act] of [
        ["a use like the last one", 2, async (t) => { await person.press("activity.use.short"); await person.press("app.run.keep"); await person.reads(t("activity.use.saved")); }],
        ["a day without", 1, async (t) => { await person.press("app.none.today"); await person.reads(t("app.none.saved")); }],
        ["an urge", 3, async (t) => {
            await person.press("activity.urge.short");
            await person.slide("activity.urge.strength.label", 6);
            await person.press("app.run.keep");
            await person.reads(t("activity.urge.saved"));
        }],
        ["how the day was", 3, async (t) => {
            await person.press("activity.day.short");
            await person.slide("activity.day.mood.label", 6);
            await person.press("app.run.keep");
            await person.reads(t("activity.day.saved"));
        }],
    ]) {
        test(`${what}: ${wanted} ${wanted === 1 ? "tap" : "taps"}`, async () => {
            assert.equal(await clicks(act)(), wanted);
            await person.saved();
            await person.reload();
            await person.go("diary");
            await person.is("heading", /^Vandaag$/);
            assert.match(await person.text(), /Alcohol: 1 glas|Niets: Alcohol|Trek: 6 op 10|Stemming: 6 op 10/);
        });
    }

    test("everything typed counts, however fast it came", async () => {
        await begun();
        await person.press("activity.use.short");
        await person.at("activity.use.step.what.title");
        // Several changes before the program draws again, as from a fast typist on a slow phone.
        await person.find("textbox", "activity.use.amount.label").evaluate((field) => {
            for (const value of ["1", "12", "12,", "12,5"]) {
                field.value = value;
                field.dispatchEvent(new Event("input", { bubbles: true }));
            }
        });
        await person.press("app.run.keep");
        await person.go("diary");
        await person.sees("button", /^Alcohol: 12,5 glazen/);
    });

    test("a slider follows every arrow, however fast they come", async () => {
        await begun();
        await person.press("activity.urge.short");
        await person.at("activity.urge.step.how.title");
        const slider = person.find("slider", "activity.urge.strength.label");
        await slider.focus();
        await slider.evaluate((input) => {
            for (const value of ["6", "7", "8"]) {
                input.value = value;
                input.dispatchEvent(new Event("input", { bubbles: true }));
            }
        });
        await person.press("app.run.keep");
        await person.go("diary");
        await person.sees("button", /^Trek: 8 op 10/);
    });

    test("a wrong number says in words what is wrong, and is not kept; a comma is a comma", async () => {
        const t = await begun();
        await person.press("activity.use.short");
        for (const [typed, sentence] of [
            ["twee", t("app.problem.not_a_number")],
            ["-1", t("app.problem.too_small", { min: 0 })],
            ["2000000", new RegExp(`^${escaped(t("app.problem.too_large", { max: "…" })).replace("…", "\\d+")}$`)],
            ["1,125", t("app.problem.too_many_decimals")],
        ]) {
            await person.fill("activity.use.amount.label", typed);
            await person.reads(sentence);
            const field = person.find("textbox", "activity.use.amount.label");
            assert.equal(await field.getAttribute("aria-invalid"), "true");
            const told = (await field.getAttribute("aria-description")).split(". ")[0];
            assert.ok(sentence instanceof RegExp ? sentence.test(`${told}.`) || sentence.test(told) : sentence.startsWith(told), told);
            await person.press("app.run.keep");
            await person.at("activity.use.step.what.title");
            assert.equal(await field.inputValue(), typed, "what was typed stays");
        }
        await person.fill("activity.use.amount.label", "1,5");
        await until("no complaint", async () => (await person.find("textbox", "activity.use.amount.label").getAttribute("aria-invalid")) === null);
        await person.press("app.run.keep");
        await person.go("diary");
        await person.sees("button", /^Alcohol: 1,5 glazen/);
    });

    test("ten thousand characters with pictures and other scripts come back as they were written", async () => {
        const t = await begun();
        const note = `${"Het was een lange avond. 🙂🏽 Привет, 你好.\n".repeat(400).slice(0, 9990)} Einde. 🌱`.slice(0, 10000);
        await person.press("activity.day.short");
        await person.at("activity.day.step.how.title");
        await person.slide("activity.day.mood.label", 4);
        await toTheNote();
        await person.fill("activity.day.note.label", note);
        await person.press("app.run.keep");
        await person.reads(t("activity.day.saved"));
        await person.saved();
        await person.reload();
        await person.go("diary");
        await person.press(/^Stemming: 4 op 10/);
        await person.press("app.entry.edit");
        await person.at("activity.day.step.how.title");
        await toTheNote();
        const field = person.find("textbox", "activity.day.note.label");
        await field.waitFor();
        assert.equal(await field.evaluate((area) => getComputedStyle(area).padding), "12px 16px", "the words stand inside the frame");
        assert.equal(await field.inputValue(), note);
    });

    test("ten thousand characters without a space stop nothing", async () => {
        const t = await begun();
        await person.press("activity.day.short");
        await person.at("activity.day.step.how.title");
        await person.slide("activity.day.mood.label", 4);
        await toTheNote();
        const before = Date.now();
        await person.fill("activity.day.note.label", "é".repeat(10000));
        await person.press("app.run.keep");
        await person.reads(t("activity.day.saved"));
        await person.go("diary");
        await person.press(/^Stemming: 4 op 10/);
        await person.sees("button", "app.entry.edit");
        const took = Date.now() - before;
        assert.ok(took < 6000, `${took} ms`);
    });
});

describe("going back on it", () => {
    test("what was deleted can be put back", async () => {
        const t = await begun();
        await person.logUse("alcohol", "3");
        await person.go("diary");
        await person.press(/^Alcohol: 3 glazen/);
        await person.press("app.entry.delete");
        await person.reads(t("app.entry.deleted"));
        await person.is("button", /^Alcohol: 3 glazen/, 0);
        await person.press("app.undo");
        await person.sees("button", /^Alcohol: 3 glazen/);
        await person.saved();
        await person.reload();
        await person.go("diary");
        await person.sees("button", /^Alcohol: 3 glazen/);
    });

    test("what was deleted and not put back is gone, also after a reload", async () => {
        const t = await begun();
        await person.logUse("alcohol", "3");
        await person.go("diary");
        await person.press(/^Alcohol: 3 glazen/);
        await person.press("app.entry.delete");
        await person.reads(t("app.entry.deleted"));
        await person.saved();
        await person.reload();
        await person.go("diary");
        await person.reads(t("app.day.empty"));
        await person.is("button", /^Alcohol: 3 glazen/, 0);
    });

    test("the browser's back button goes one screen back, and from the first one out", async () => {
        person = await Visitor.arrive(browser, home.url);
        await person.page.goto("about:blank");
        await person.open(NOW, "&scenario=week");
        await person.go("more");
        await person.press(person.row("app.more.look"));
        await person.at("app.look.title");
        await person.press("app.help");
        await person.at("help.title");
        const back = () => person.page.evaluate(() => history.back());
        await back();
        await person.at("app.look.title");
        await back();
        await person.at("app.place.more");
        for (let i = 0; i < 3 && person.page.url() !== "about:blank"; ++i) {
            await back().catch(() => undefined); // the page may be left while it is asked
            await until("a screen further", async () => person.page.url() === "about:blank" || (await person.find("heading", "app.place.more").count()) === 0);
        }
        assert.equal(person.page.url(), "about:blank");
    });

    test("Escape closes a question and changes nothing; the focus is back where it was", async () => {
        await begun();
        await person.go("more");
        await person.press(person.row("app.more.data"));
        for (const close of [() => person.page.keyboard.press("Escape"), () => person.page.evaluate(() => history.back()), () => person.press("app.erase.no")]) {
            await person.press("app.data.erase.button");
            await person.sees("dialog", "app.erase.title");
            assert.equal(await person.page.evaluate(() => document.activeElement.closest("dialog") !== null), true, "the focus is in the question");
            await close();
            await person.is("dialog", "app.erase.title", 0);
            await until("the focus is back", () => person.find("button", "app.data.erase.button").evaluate((button) => button === document.activeElement));
        }
        await person.at("app.data.title");
    });

    test("what was begun and not finished is offered after a reload, as far as it came", async () => {
        const t = await begun(["alcohol", "tobacco"]);
        await person.press("activity.use.short");
        await person.choose("substance.tobacco");
        await person.fill("activity.use.amount.label", "7");
        await until("it is on the disk", async () => (await person.stored()).marks > 0);
        await person.press("app.run.tell_more");
        await person.at("activity.use.step.when.title");
        await person.press("app.back");
        await person.press("app.back");
        await person.saved();
        await person.reload();
        await person.sees("heading", "app.unfinished.title");
        await person.press(person.row("activity.use.title"));
        await person.at("activity.use.step.what.title");
        assert.equal(await person.find("textbox", "activity.use.amount.label").inputValue(), "7");
        assert.equal(await person.find("radio", "substance.tobacco").isChecked(), true);
        await person.press("app.run.keep");
        await person.reads(t("activity.use.saved"));
        await person.is("heading", "app.unfinished.title", 0);
    });
});

describe("another tab", () => {
    test("reads along, takes over, and the first one is told", async () => {
        const t = await begun();
        await person.logUse("alcohol", "2");
        const second = await person.tab();
        await second.open(NOW);
        await second.sees("heading", /^Deze week/);
        await second.reads(t("app.store.reading.title"));
        await second.is("button", "app.none.today", 0);

        await person.page.bringToFront();
        await person.logUse("alcohol", "4");
        await second.page.bringToFront();
        await second.go("diary");
        await second.sees("button", /^Alcohol: 4 glazen/);
        await second.sees("button", /^Alcohol: 2 glazen/);

        await second.press("app.store.reading.take");
        await person.reads(t("app.store.reading.title"));
        await second.is("button", "app.store.reading.take", 0);
        await second.go("today");
        await second.logUse("alcohol", "5");
        await person.page.bringToFront();
        await person.go("diary");
        for (const amount of [2, 4, 5]) await person.sees("button", new RegExp(`^Alcohol: ${amount} glazen`));

        // The writer closes: the one that reads along goes on.
        await second.page.close();
        await person.is("button", "app.store.reading.take", 0);
        await person.go("today");
        await person.logUse("alcohol", "6");
        await person.saved();
    });

    test("what is typed in a tab that may only read does not stand there as if it were kept", async () => {
        const t = await begun();
        await person.press("activity.use.short");
        await person.fill("activity.use.amount.label", "2");
        const second = await person.tab();
        await second.open(NOW);
        await second.press("app.store.reading.take");
        await person.page.bringToFront();
        await person.reads(t("app.store.reading.title"));
        const amount = person.page.getByRole("textbox", { name: t("activity.use.amount.label") });
        await amount.fill("7");
        await person.reads(t("app.store.reading.refused"));
        await until("the amount that is kept", async () => (await amount.inputValue()) === "2");
    });

    test("erased in one is erased in the other", async () => {
        const t = await begun();
        await person.logUse("alcohol", "2");
        const second = await person.tab();
        await second.open(NOW);
        await second.go("diary");
        await second.sees("button", /^Alcohol: 2 glazen/);
        await person.page.bringToFront();
        await person.go("more");
        await person.press(person.row("app.more.data"));
        await person.press("app.data.erase.button");
        await person.press("app.erase.yes");
        await person.reads(t("app.erased"));
        await second.page.bringToFront();
        await second.at("welcome.title");
        assert.equal((await person.stored()).databases, 0);
    });
});

describe("saving", () => {
    test("a disk that is full for once: it is said, nothing is lost, and trying again saves", async () => {
        const t = await begun(["alcohol"], { first: () => {
            const { transaction } = IDBDatabase.prototype;
            IDBDatabase.prototype.transaction = function (stores, mode, options) {
                const tx = transaction.call(this, stores, mode, options);
                if (mode === "readwrite" && globalThis.full) {
                    Object.defineProperty(tx, "error", { value: new DOMException("no room", "QuotaExceededError") });
                    tx.objectStore("meta").get("x").onsuccess = () => tx.abort();
                }
                return tx;
            };
        } });
        await person.saved();
        await person.page.evaluate(() => { globalThis.full = true; });
        await person.logUse("alcohol", "3");
        await person.is("region", "app.unsaved.title");
        await person.reads(t("app.unsaved.full"));
        await person.reads(t("app.safe.failed"));
        // What could not be saved can be taken along.
        const copy = person.page.waitForEvent("download");
        await person.press("app.download");
        assert.equal((await json(await copy)).entries[0].answers.amount.number, 3);
        await person.page.evaluate(() => { globalThis.full = false; });
        await person.press("app.retry");
        await person.saved();
        await person.is("region", "app.unsaved.title", 0);
        await person.reload();
        await person.go("diary");
        await person.sees("button", /^Alcohol: 3 glazen/);
    });

    test("a damaged page: the rest is read, the damage is named, and its bytes are kept", async () => {
        const t = await begun();
        // Two notes too long to lie on one page, and a use beside the second.
        for (const [mood, letter] of [[2, "é"], [8, "ö"]]) {
            await person.go("today");
            await person.press("activity.day.short");
            await person.at("activity.day.step.how.title");
            await person.slide("activity.day.mood.label", mood);
            await toTheNote();
            await person.fill("activity.day.note.label", `${letter.repeat(9)} `.repeat(990));
            await person.press("app.run.keep");
            await person.reads(t("activity.day.saved"));
            await person.saved();
        }
        const bytes = () => person.page.evaluate(() => new Promise((resolve, reject) => {
            const open = indexedDB.open("koers");
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
                const store = open.result.transaction("page").objectStore("page");
                const [keys, values] = [store.getAllKeys(), store.getAll()];
                values.onsuccess = () => {
                    open.result.close();
                    resolve(Object.fromEntries(keys.result.map((key, i) => [key, String(values.result[i].sealed)])));
                };
            };
        }));
        const before = await bytes();
        const pages = Object.keys(before).sort();
        assert.ok(pages.length > 1, `several pages: ${pages}`);
        const victim = pages.at(-1);
        // The second copy comes a little later; afterwards nothing is written any more.
        await until("the second copy", async () => (await person.stored()).files > 0);
        await person.page.evaluate(async (victim) => {
            await new Promise((resolve, reject) => {
                const open = indexedDB.open("koers");
                open.onsuccess = () => {
                    const tx = open.result.transaction("page", "readwrite");
                    const store = tx.objectStore("page");
                    const asked = store.get(victim);
                    asked.onsuccess = () => {
                        asked.result.sealed[100] ^= 1;
                        store.put(asked.result, victim);
                    };
                    tx.oncomplete = () => { open.result.close(); resolve(); };
                    tx.onabort = () => reject(tx.error);
                };
            });
            const folder = await navigator.storage.getDirectory();
            for await (const name of folder.keys()) await folder.removeEntry(name);
            await caches.delete("journal-copy");
        }, victim);
        const broken = (await bytes())[victim];
        assert.notEqual(broken, before[victim]);

        await person.open(NOW);
        await person.reads(t("app.store.damaged.title"));
        await person.reads(t("app.store.damaged.body", { pages: victim }));
        await person.go("diary");
        await person.sees("button", /^Stemming: 2 op 10/);
        await person.is("button", /^Stemming: 8 op 10/, 0);
        // It goes on, and what is broken stays as it is.
        await person.go("today");
        await person.logUse("alcohol", "1");
        await person.saved();
        await person.reload();
        await person.reads(t("app.store.damaged.title"));
        assert.equal((await bytes())[victim], broken);
        await person.go("diary");
        await person.sees("button", /^Alcohol: 1 glas/);
        await person.sees("button", /^Stemming: 2 op 10/);
    });

    test("a copy is a file with everything that was written", async () => {
        await begun(["alcohol", "tobacco"]);
        await person.logUse("alcohol", "2");
        await person.logUrge(6, "tobacco");
        await person.go("more");
        await person.press(person.row("app.more.data"));
        const file = person.page.waitForEvent("download");
        await person.press("app.data.export.button");
        const download = await file;
        assert.equal(download.suggestedFilename(), "koers-2026-11-22.json");
        const journal = await json(download);
        assert.deepEqual(journal.settings.followed.map((one) => one.id ?? one), ["alcohol", "tobacco"]);
        assert.deepEqual(journal.entries.map((entry) => entry.activity).sort(), ["urge", "use"]);
        const answers = (activity) => journal.entries.find((entry) => entry.activity === activity).answers;
        assert.deepEqual([answers("use").substance.choice, answers("use").amount.number, answers("urge").substance.choice, answers("urge").strength.number], ["alcohol", 2, "tobacco", 6]);
    });
});

describe("a browser that cannot", () => {
    for (const [what, options] of [
        ["no JavaScript", { context: { javaScriptEnabled: false } }],
        ["no WebAssembly", { first: () => { delete globalThis.WebAssembly; } }],
    ]) {
        test(`${what}: what Koers is, what it needs, and whom to call, in both languages`, async () => {
            person = await Visitor.arrive(browser, home.url, options);
            const { page } = person;
            await page.goto(`${home.url}/`);
            for (const t of [words("nl"), words("en")]) {
                for (const text of ["first.what", "first.where", "first.not", "first.needs"]) await page.getByText(t(text), { exact: true }).waitFor();
                await page.getByRole("heading", { name: t("first.title") }).waitFor();
            }
            for (const number of ["112", "1813", "113"]) assert.ok((await page.locator(`a[href="tel:${number}"]:visible`).count()) >= 2, number);
            assert.equal(await page.locator("#mirror").isVisible(), false);
            // That it could not start is said to whoever looks for the reason.
            person.trouble = person.trouble.filter((line) => line !== "no WebAssembly");
        });
    }
});

test("on a slow network the first page waits in both languages; when it never comes, it says what to do", async () => {
    person = await Visitor.arrive(browser, home.url);
    const { page } = person;
    let lost;
    const coming = new Promise((none) => (lost = none));
    await page.route("**/*.wasm", async (route) => (await coming, route.abort()));
    await page.goto(`${home.url}/`, { waitUntil: "commit" });
    const first = (key) => ["nl", "en"].map((lang) => page.getByText(words(lang)(key), { exact: true }));
    for (const line of first("first.wait")) await line.waitFor();
    for (const line of first("first.needs")) assert.equal(await line.isVisible(), false);
    lost();
    for (const line of first("first.needs")) await line.waitFor();
    for (const line of first("first.wait")) assert.equal(await line.isVisible(), false);
    person.trouble = [];
});

test("the drawing has the points of the screen, also where a point is 2.6 of them", async () => {
    person = await Visitor.arrive(browser, home.url, { context: { viewport: { width: 411, height: 731 }, deviceScaleFactor: 2.625 } });
    await person.page.goto(`${home.url}/?at=${NOW}+01:00&scenario=week&still`);
    await person.arrived();
    const sizes = () => person.page.evaluate(() => {
        const canvas = document.getElementById("canvas"), { width, height } = canvas.getBoundingClientRect();
        return [[canvas.width, canvas.height], [width, height].map((css) => Math.round(css * devicePixelRatio))];
    });
    await until("it fits", async () => { const [is, should] = await sizes(); return `${is}` === `${should}`; });
    await person.page.setViewportSize({ width: 573, height: 411 });
    await until("it fits again", async () => { const [is, should] = await sizes(); return should[0] === 1504 && `${is}` === `${should}`; });
});

describe("at rest", () => {
    // Nothing happens, so nothing runs: that is what a phone's battery asks.
    const idle = async () => {
        const { page } = person;
        const frames = () => page.evaluate(() => globalThis.frames);
        const cdp = await page.context().newCDPSession(page);
        await cdp.send("Performance.enable");
        const script = async () => (await cdp.send("Performance.getMetrics")).metrics.find((metric) => metric.name === "ScriptDuration").value;
        assert.ok((await frames()) > 0, "frames are counted");
        let before, spent;
        await until("it has settled", async () => {
            [before, spent] = [await frames(), await script()];
            await new Promise((later) => setTimeout(later, 500));
            return (await script()) - spent < 0.0005 && (await frames()) === before;
        });
        spent = await script();
        await new Promise((later) => setTimeout(later, 3000)); // the subject of this test
        const ran = (await script()) - spent;
        assert.equal(await frames(), before, "no frame");
        assert.ok(ran < 0.0005, `no script: ${ran} s`);
    };
    const counting = { first: () => {
        globalThis.frames = 0;
        const { requestAnimationFrame } = globalThis;
        globalThis.requestAnimationFrame = (draw) => (++globalThis.frames, requestAnimationFrame.call(globalThis, draw));
    } };

    test("Vandaag draws no frame and runs no script for three seconds, with movement allowed", async () => {
        person = await Visitor.arrive(browser, home.url, counting);
        await person.page.goto(`${home.url}/?at=${NOW}+01:00&scenario=week`);
        await person.arrived();
        await idle();
    });

    test("a question half answered neither", async () => {
        person = await Visitor.arrive(browser, home.url, counting);
        await person.page.goto(`${home.url}/?at=${NOW}+01:00&scenario=week`);
        await person.arrived();
        await person.press("activity.urge.short");
        await person.slide("activity.urge.strength.label", 6);
        await idle();
    });
});
