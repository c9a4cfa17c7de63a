// One contract, every store: what is said to be saved is there, and what is not there is said.
// Runs in Chromium, in a fresh profile for each test, against the real IndexedDB, private files, locks and channels.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, describe, test } from "node:test";
import { bundle, launch, serve } from "../support/page.mjs";

const script = await bundle(`
    import { DiskStore } from "./store";
    import { MemoryStore } from "./memory";
    import { Copies, canary } from "./copies";
    import { download } from "./files";

    const news = [];
    Object.assign(globalThis, {
        news, download, Copies, canary,
        disk: (options = {}) => (globalThis.store = new DiskStore({ news: (n) => news.push(n), copyDelay: 50, patience: 1500, ...options })),
        memory: () => (globalThis.store = new MemoryStore()),
        save: (base, pages, gone = []) => store.save({ t: "save", base, pages: Object.entries(pages).map(([id, text]) => ({ id, text })), gone }),
        pagesOf: (opened) => Object.fromEntries(opened.pages.map(({ id, text }) => [id, text])),
        until: async (true_) => { for (let i = 0; i < 200; i++) { const v = await true_(); if (v) return v; await new Promise((r) => setTimeout(r, 20)); } throw new Error("never"); },
        raw: (act, mode = "readwrite") => new Promise((resolve, reject) => {
            const open = indexedDB.open("koers");
            open.onsuccess = () => {
                const tx = open.result.transaction([...open.result.objectStoreNames], mode);
                const request = act(tx);
                tx.oncomplete = () => { open.result.close(); resolve(request?.result); };
                tx.onabort = () => reject(tx.error);
            };
            open.onerror = () => reject(open.error);
        }),
        deleteDatabase: () => new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase("koers");
            request.onsuccess = resolve; request.onerror = reject;
        }),
        hasCopy: async () => (await new Copies().read())[0]?.generation,
        dropCopies: () => new Copies().drop(),
        files: async () => { const names = []; for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name); return names; },
    });
    document.body.dataset.ready = "1";
`);

let browser, server, context;
before(async () => {
    browser = await launch();
    server = await serve({
        "/": ["text/html", `<!doctype html><meta charset="utf-8"><title>t</title><body><script type="module" src="/t.js"></script>`],
        "/t.js": ["text/javascript", script],
        "/sw.js": ["text/javascript", ""],
    });
});
after(async () => {
    await browser.close();
    server.close();
});
beforeEach(async () => { context = await browser.newContext(); });
afterEach(() => context.close());

/** A new tab in this test's profile. `first` runs before the page's own script. */
async function tab(first) {
    const page = await context.newPage();
    if (first) await page.addInitScript(first);
    await page.goto(server.url);
    await page.waitForSelector("body[data-ready]", { state: "attached" });
    return page;
}

for (const kind of ["disk", "memory"]) {
    describe(`any store (${kind})`, () => {
        test("an empty store opens empty, and opening stores nothing", async () => {
            const page = await tab();
            const result = await page.evaluate(async (kind) => {
                const opened = await globalThis[kind]().open();
                return { opened, databases: await indexedDB.databases(), files: await files(), marks: localStorage.length, caches: await caches.keys() };
            }, kind);
            assert.deepEqual(result.opened.pages, []);
            assert.equal(result.opened.state, "empty");
            assert.equal(result.opened.writer, true);
            assert.equal(result.opened.expected, false);
            assert.deepEqual([result.databases, result.files, result.marks, result.caches], [[], [], 0, []]);
        });

        test("what was saved is there when opened again, and what is gone is gone", async () => {
            const page = await tab();
            const result = await page.evaluate(async (kind) => {
                globalThis[kind]();
                const { generation } = await store.open();
                const first = await save(generation, { p0: "één", p1: "x".repeat(32000) });
                const second = await save(first.generation, { p0: "twee 🙂", p2: "" }, ["p1"]);
                return { first, second, opened: await store.open() };
            }, kind);
            assert.equal(result.first.t, "saved");
            assert.equal(result.second.t, "saved");
            assert.equal(result.second.generation, result.opened.generation);
            assert.equal(result.opened.state, "ok");
            assert.deepEqual(result.opened.pages, [{ id: "p0", text: "twee 🙂" }, { id: "p2", text: "" }]);
        });

        test("a save made from an older generation is refused and changes nothing", async () => {
            const page = await tab();
            const result = await page.evaluate(async (kind) => {
                globalThis[kind]();
                const { generation } = await store.open();
                await save(generation, { p0: "new" });
                return { stale: await save(generation, { p0: "old" }), pages: pagesOf(await store.open()) };
            }, kind);
            assert.deepEqual(result.stale, { t: "unsaved", reason: "elsewhere" });
            assert.deepEqual(result.pages, { p0: "new" });
        });

        test("erased is empty, and usable at once", async () => {
            const page = await tab();
            const result = await page.evaluate(async (kind) => {
                globalThis[kind]();
                await save((await store.open()).generation, { p0: "a" });
                const erased = await store.erase();
                const opened = await store.open();
                return { erased, opened, again: await save(opened.generation, { p0: "b" }) };
            }, kind);
            assert.deepEqual(result.erased, { t: "erased", left: [] });
            assert.equal(result.opened.state, "empty");
            assert.equal(result.again.t, "saved");
        });
    });
}

/** Saves three pages and waits for the second copy, in a tab of its own that is then closed. */
async function given(options = {}) {
    const page = await tab();
    await page.evaluate(async (options) => {
        disk(options);
        const one = await save((await store.open()).generation, { p0: "nul", p1: "een" });
        const two = await save(one.generation, { p2: "twee" });
        await store.flush();
        if (options.copyDelay === undefined) await until(async () => (await hasCopy()) === two.generation);
    }, options);
    await page.close();
}

/** Flips one byte of a value in the database. */
const flip = (page, store, key, at = 20) =>
    page.evaluate(async ([store, key, at]) => {
        const value = await raw((tx) => tx.objectStore(store).get(key), "readonly");
        (value.sealed ?? value)[at] ^= 1;
        await raw((tx) => tx.objectStore(store).put(value, key));
        return Array.from(value.sealed ?? value);
    }, [store, key, at]);

describe("on disk", () => {
    test("nothing of the text stands readable in the database or the copy", async () => {
        const page = await tab();
        const found = await page.evaluate(async () => {
            disk();
            await save((await store.open()).generation, { p0: "geheim woord" });
            await store.flush();
            const bytes = [(await raw((tx) => tx.objectStore("page").get("p0"), "readonly")).sealed];
            const folder = await navigator.storage.getDirectory();
            for (const name of await files()) bytes.push(new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer()));
            return { count: bytes.length, seen: bytes.some((b) => new TextDecoder().decode(b).includes("geheim")), length: bytes[0].length, mark: localStorage.koers };
        });
        assert.equal(found.count, 2);
        assert.equal(found.seen, false);
        assert.equal((found.length - 12 - 16) % 256, 0);
        assert.deepEqual(JSON.parse(found.mark), { has: 1, gen: 1 });
    });

    for (const id of ["p0", "p1", "p2"]) {
        test(`one flipped bit in ${id}: the others are readable, it is named, its bytes are kept, also after the next save`, async () => {
            await given();
            const page = await tab();
            await page.evaluate(() => dropCopies());
            const bytes = await flip(page, "page", id);
            const result = await page.evaluate(async (id) => {
                const opened = await disk().open();
                const saved = await save(opened.generation, { p9: "verder" });
                const kept = await raw((tx) => tx.objectStore("page").get(id), "readonly");
                return { opened, saved, kept: Array.from(kept.sealed), again: await store.open() };
            }, id);
            assert.equal(result.opened.state, "ok");
            assert.deepEqual(result.opened.damaged, [id]);
            assert.equal(result.opened.pages.length, 2);
            assert.equal(result.saved.t, "saved");
            assert.deepEqual(result.kept, bytes);
            assert.deepEqual(result.again.damaged, [id]);
            assert.equal(result.again.pages.length, 3);
            assert.match(result.opened.raw, /"base64"/);
        });
    }

    test("every byte of a page is guarded", async () => {
        const page = await tab();
        const unseen = await page.evaluate(async () => {
            disk({ copyDelay: 1e6 });
            await save((await store.open()).generation, { p0: "klein" });
            const record = await raw((tx) => tx.objectStore("page").get("p0"), "readonly");
            const unseen = [];
            for (let i = 0; i < record.sealed.length; i++) {
                record.sealed[i] ^= 0x40;
                await raw((tx) => tx.objectStore("page").put(record, "p0"));
                if ((await store.open()).pages.length > 0) unseen.push(i);
                record.sealed[i] ^= 0x40;
            }
            return unseen;
        });
        assert.deepEqual(unseen, []);
    });

    test("pages swapped, replayed or taken away are damaged; a page slipped in is not read", async () => {
        const page = await tab();
        const result = await page.evaluate(async () => {
            disk({ copyDelay: 1e6 });
            const one = await save((await store.open()).generation, { a: "a1", b: "b1", c: "c1", d: "d1" });
            const old = await raw((tx) => tx.objectStore("page").get("c"), "readonly");
            await save(one.generation, { c: "c2" });
            const a = await raw((tx) => tx.objectStore("page").get("a"), "readonly");
            const b = await raw((tx) => tx.objectStore("page").get("b"), "readonly");
            await raw((tx) => {
                const pages = tx.objectStore("page");
                pages.put(b, "a"); pages.put(a, "b"); pages.put(old, "c"); pages.delete("d"); pages.put(a, "e");
            });
            const opened = await store.open();
            await save(opened.generation, { z: "z" });
            return [opened, await store.open()];
        });
        assert.deepEqual(result[0].damaged.sort(), ["a", "b", "c", "d", "e"]);
        assert.equal(result[0].state, "lost");
        assert.deepEqual(result[1].damaged.sort(), ["a", "b", "c", "d", "e"], "still damaged after a save");
        assert.deepEqual(result[1].pages, [{ id: "z", text: "z" }]);
    });

    test("a damaged page, index or key is healed from the second copy, and the database with it", async () => {
        await given();
        const page = await tab();
        await flip(page, "page", "p0");
        await flip(page, "meta", "index");
        await flip(page, "key", "data");
        const result = await page.evaluate(async () => {
            const opened = await disk().open();
            await dropCopies();
            return [opened, await store.open()];
        });
        for (const opened of result) {
            assert.equal(opened.state, "ok");
            assert.deepEqual(opened.damaged, []);
            assert.deepEqual(opened.pages.map((p) => p.text), ["nul", "een", "twee"]);
        }
    });

    test("a damaged key alone, with whole pages, is healed for good", async () => {
        await given();
        const page = await tab();
        await flip(page, "key", "data");
        const result = await page.evaluate(async () => {
            const opened = await disk().open();
            await dropCopies();
            return [opened, await store.open()];
        });
        for (const opened of result) {
            assert.deepEqual(opened.damaged, []);
            assert.equal(opened.pages.length, 3);
        }
    });

    test("a lost head costs no page, and saving goes on", async () => {
        await given();
        const page = await tab();
        const result = await page.evaluate(async () => {
            await dropCopies();
            await raw((tx) => tx.objectStore("meta").delete("head"));
            const opened = await disk().open();
            return { opened, saved: await save(opened.generation, { p3: "drie" }), pages: pagesOf(await store.open()) };
        });
        assert.equal(result.opened.state, "ok");
        assert.equal(result.saved.t, "saved");
        assert.deepEqual(result.pages, { p0: "nul", p1: "een", p2: "twee", p3: "drie" });
    });

    test("a lost index costs no page", async () => {
        await given();
        const page = await tab();
        await page.evaluate(() => dropCopies());
        await flip(page, "meta", "index");
        const opened = await page.evaluate(() => disk().open());
        assert.equal(opened.pages.length, 3);
        assert.deepEqual(opened.damaged, ["index"]);
    });

    test("with the key gone everything is lost, said so, and kept; what comes next works", async () => {
        await given();
        const page = await tab();
        await page.evaluate(() => dropCopies());
        const dead = await flip(page, "key", "data");
        const result = await page.evaluate(async () => {
            const opened = await disk().open();
            const saved = await save(opened.generation, { p9: "nieuw" });
            return { opened, saved, again: await store.open(), kept: Array.from(await raw((tx) => tx.objectStore("key").get("kept-2"), "readonly")) };
        });
        assert.equal(result.opened.state, "lost");
        assert.equal(result.saved.t, "saved");
        assert.deepEqual(result.kept, dead);
        assert.deepEqual(result.again.pages, [{ id: "p9", text: "nieuw" }]);
        assert.deepEqual(result.again.damaged.sort(), ["p0", "p1", "p2"]);
    });
});

describe("a database that vanished", () => {
    test("comes back from the second copy, and stays", async () => {
        await given();
        const page = await tab();
        const result = await page.evaluate(async () => {
            await deleteDatabase();
            const opened = await disk().open();
            const again = await store.open();
            return { opened, again, saved: await save(again.generation, { p3: "drie" }), pages: pagesOf(await store.open()) };
        });
        assert.equal(result.opened.state, "recovered");
        assert.deepEqual(result.opened.pages.map((p) => p.text), ["nul", "een", "twee"]);
        assert.equal(result.opened.behind, 0);
        assert.equal(result.again.state, "ok");
        assert.equal(result.saved.t, "saved");
        assert.deepEqual(result.pages, { p0: "nul", p1: "een", p2: "twee", p3: "drie" });
    });

    test("with one copy torn comes back from the other, and says how much is missing", async () => {
        const page = await tab();
        const opened = await page.evaluate(async () => {
            disk({ copyDelay: 1e6 });
            let { generation } = await store.open();
            for (const text of ["een", "twee"]) {
                ({ generation } = await save(generation, { p0: text }));
                await store.flush();
            }
            const folder = await navigator.storage.getDirectory();
            for (const name of await files()) {
                const handle = await folder.getFileHandle(name);
                const text = await (await handle.getFile()).text();
                if (!text.includes('"generation":2')) continue;
                const stream = await handle.createWritable({ keepExistingData: true });
                await stream.truncate(300);
                await stream.close();
            }
            await raw((tx) => tx.objectStore("page").clear());
            await store.open();
            await deleteDatabase();
            return disk().open();
        });
        assert.equal(opened.state, "recovered");
        assert.deepEqual(opened.pages, [{ id: "p0", text: "een" }]);
        assert.equal(opened.behind, 1);
    });

    test("without any copy is lost, never a first visit; starting again works and counts on", async () => {
        await given();
        const page = await tab();
        const result = await page.evaluate(async () => {
            await dropCopies();
            await deleteDatabase();
            const opened = await disk().open();
            return { opened, saved: await save(opened.generation, { p0: "opnieuw" }), again: await store.open() };
        });
        assert.equal(result.opened.state, "lost");
        assert.equal(result.opened.expected, true);
        assert.equal(result.saved.t, "saved");
        assert.ok(result.saved.generation > 2);
        assert.equal(result.again.state, "ok");
    });

    test("without its mark, but with a copy, comes back too", async () => {
        await given();
        const page = await tab();
        const opened = await page.evaluate(async () => {
            await deleteDatabase();
            localStorage.clear();
            return disk().open();
        });
        assert.equal(opened.state, "recovered");
        assert.equal(opened.pages.length, 3);
    });

    test("set back to an older state is brought up to date from the copy", async () => {
        const page = await tab();
        const opened = await page.evaluate(async () => {
            disk({ copyDelay: 1e6 });
            const one = await save((await store.open()).generation, { p0: "oud", p1: "weg" });
            const all = {};
            for (const [name, keys] of [["meta", ["head", "index"]], ["page", ["p0", "p1"]]])
                for (const key of keys) all[`${name}/${key}`] = await raw((tx) => tx.objectStore(name).get(key), "readonly");
            await save(one.generation, { p0: "nieuw" }, ["p1"]);
            await store.flush();
            await raw((tx) => { for (const [path, value] of Object.entries(all)) tx.objectStore(path.split("/")[0]).put(value, path.split("/")[1]); });
            return [await store.open(), await store.open()];
        });
        assert.equal(opened[0].state, "recovered");
        assert.deepEqual(opened[0].pages, [{ id: "p0", text: "nieuw" }]);
        assert.equal(opened[1].state, "ok");
        assert.deepEqual(opened[1].pages, [{ id: "p0", text: "nieuw" }]);
        assert.deepEqual(opened[1].damaged, []);
    });

    test("in the middle of a visit: the next save is not half a journal, and the reopening brings everything back", async () => {
        await given();
        const page = await tab();
        const result = await page.evaluate(async () => {
            const { generation } = await disk().open();
            await deleteDatabase();
            const unsaved = await save(generation, { p0: "anders" });
            return { unsaved, opened: await until(() => news.find((n) => n.t === "opened")) };
        });
        assert.deepEqual(result.unsaved, { t: "unsaved", reason: "elsewhere" });
        assert.equal(result.opened.state, "recovered");
        assert.equal(result.opened.pages.length, 3);
    });
});

describe("two tabs", () => {
    test("one writes, the other reads along; whoever takes over, the other is told", async () => {
        const [one, two] = [await tab(), await tab()];
        assert.equal(await one.evaluate(async () => (await disk().open()).writer), true);
        assert.equal(await two.evaluate(async () => (await disk().open()).writer), false);
        assert.deepEqual(await two.evaluate(() => save(0, { p0: "no" })), { t: "unsaved", reason: "refused" });

        await one.evaluate(() => save(0, { p0: "van een" }));
        const heard = await two.evaluate(() => until(() => news.find((n) => n.t === "opened" && n.generation === 1)));
        assert.deepEqual(heard.pages, [{ id: "p0", text: "van een" }]);
        assert.equal(heard.writer, false);

        const taken = await two.evaluate(() => store.takeOver());
        assert.equal(taken.writer, true);
        assert.equal((await two.evaluate(() => save(1, { p0: "van twee" }))).t, "saved");
        await one.evaluate(() => until(() => news.find((n) => n.t === "writer" && !n.yes)));
        assert.deepEqual(await one.evaluate(() => save(1, { p0: "te laat" })), { t: "unsaved", reason: "refused" });
        const read = await one.evaluate(() => until(() => news.find((n) => n.t === "opened" && n.generation === 2)));
        assert.deepEqual(read.pages, [{ id: "p0", text: "van twee" }]);
    });

    test("when the writing tab closes, the waiting one becomes the writer", async () => {
        const [one, two] = [await tab(), await tab()];
        await one.evaluate(async () => { await disk().open(); await save(0, { p0: "a" }); });
        await two.evaluate(() => disk().open());
        await one.close();
        const opened = await two.evaluate(() => until(() => news.find((n) => n.t === "opened" && n.writer)));
        assert.deepEqual(opened.pages, [{ id: "p0", text: "a" }]);
        assert.equal((await two.evaluate(() => save(1, { p1: "b" }))).t, "saved");
    });

    test("without locks both may write, and the generations let only one of two through", async () => {
        const none = () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
        const mute = () => { delete globalThis.BroadcastChannel; };
        const [one, two] = [await tab(none), await tab(none)];
        for (const page of [one, two]) await page.evaluate(mute);
        await one.evaluate(async () => { await disk().open(); await save(0, { p0: "een" }); });
        await two.evaluate(() => disk().open());
        assert.equal((await one.evaluate(() => save(1, { p0: "een opnieuw" }))).t, "saved");
        assert.deepEqual(await two.evaluate(() => save(1, { p0: "twee" })), { t: "unsaved", reason: "elsewhere" });
        const opened = await two.evaluate(() => until(() => news.find((n) => n.t === "opened" && n.generation === 2)));
        assert.deepEqual(opened.pages, [{ id: "p0", text: "een opnieuw" }]);
        assert.equal((await two.evaluate(() => save(2, { p0: "twee" }))).t, "saved");
    });

    test("200 saves fought over by two tabs without locks: every acknowledged one is there, in order", async () => {
        const none = () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
        const [one, two] = [await tab(none), await tab(none)];
        const write = (page, who) => page.evaluate(async (who) => {
            const acknowledged = [];
            let opened = await disk({ copyDelay: 1e6 }).open();
            for (let n = 0; acknowledged.length < 100 && n < 5000; n++) {
                const log = opened.pages[0]?.text ?? "";
                const result = await save(opened.generation, { log: `${log}${who}${n} ` });
                if (result.t === "saved") acknowledged.push(`${who}${n}`);
                opened = await store.open();
            }
            return acknowledged;
        }, who);
        const [a, b] = await Promise.all([write(one, "a"), write(two, "b")]);
        const log = (await one.evaluate(() => store.open())).pages[0].text.trim().split(" ");
        assert.equal(a.length, 100);
        assert.equal(b.length, 100);
        assert.deepEqual(log.filter((x) => x[0] === "a"), a);
        assert.deepEqual(log.filter((x) => x[0] === "b"), b);
    });

    test("erased in one is erased in the other, and nothing grows back", async () => {
        const [one, two] = [await tab(), await tab()];
        await one.evaluate(async () => { await disk({ copyDelay: 300 }).open(); await save(0, { p0: "a" }); });
        await two.evaluate(() => disk().open());
        assert.deepEqual(await two.evaluate(() => store.erase()), { t: "erased", left: [] });
        await one.evaluate(() => until(() => news.find((n) => n.t === "erased")));
        await one.waitForTimeout(500);
        const left = await one.evaluate(async () => [await indexedDB.databases(), await files(), localStorage.length]);
        assert.deepEqual(left, [[], [], 0]);
        assert.equal((await one.evaluate(() => store.open())).state, "empty");
    });

    test("a copy that is on its way while the other erases does not grow back", async () => {
        const [one, two] = [await tab(), await tab()];
        await one.evaluate(async () => {
            const { createWritable } = FileSystemFileHandle.prototype;
            const begun = new Promise((writing) => {
                FileSystemFileHandle.prototype.createWritable = async function () {
                    writing();
                    await new Promise((erased) => setTimeout(erased, 700));
                    return createWritable.call(this);
                };
            });
            await disk({ copyDelay: 10 }).open();
            await save(0, { p0: "a" });
            await begun;
        });
        await two.evaluate(() => disk().open());
        assert.deepEqual(await two.evaluate(() => store.erase()), { t: "erased", left: [] });
        await one.waitForTimeout(1500);
        assert.deepEqual(await one.evaluate(() => files()), []);
    });
});

test("erasing leaves nothing: no database, no copy, no mark, no cache, no worker", async () => {
    await given();
    const page = await tab();
    const left = await page.evaluate(async () => {
        await caches.open("release-1");
        await navigator.serviceWorker.register(trustedTypes.createPolicy("app-worker", { createScriptURL: () => "/sw.js" }).createScriptURL(""));
        const before = [(await indexedDB.databases()).length, (await files()).length, localStorage.length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length];
        await disk().open();
        const erased = await store.erase();
        return { before, erased, after: [(await indexedDB.databases()).length, (await files()).length, localStorage.length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length] };
    });
    assert.ok(left.before.every((n) => n > 0), String(left.before));
    assert.deepEqual(left.erased.left, []);
    assert.deepEqual(left.after, [0, 0, 0, 0, 0]);
});

describe("a newer Koers was here", () => {
    test("a newer database is shown as far as it opens, offered for export, and not touched", async () => {
        await given();
        const page = await tab();
        const result = await page.evaluate(async () => {
            await new Promise((resolve) => {
                const open = indexedDB.open("koers", 2);
                open.onupgradeneeded = () => open.result.createObjectStore("later").put({ x: new Uint8Array([1, 2]) }, "k");
                open.onsuccess = () => { open.result.close(); resolve(); };
            });
            const opened = await disk().open();
            const unsaved = await save(opened.generation, { p0: "overschreven" });
            const databases = await indexedDB.databases();
            return { opened, unsaved, databases, again: await store.open() };
        });
        assert.equal(result.opened.state, "newer");
        assert.equal(result.opened.writer, false);
        assert.deepEqual(result.unsaved, { t: "unsaved", reason: "refused" });
        assert.deepEqual(result.databases, [{ name: "koers", version: 2 }]);
        assert.deepEqual(result.opened.pages.map((p) => p.text), ["nul", "een", "twee"]);
        const raw = JSON.parse(result.opened.raw);
        assert.deepEqual(Object.keys(raw.stores).sort(), ["key", "later", "meta", "page"]);
        assert.deepEqual(raw.stores.later, [["k", { x: { base64: "AQI=" } }]]);
        assert.deepEqual(result.again, result.opened);
    });

    test("a newer format of records is read only too", async () => {
        await given();
        const page = await tab();
        const result = await page.evaluate(async () => {
            const head = await raw((tx) => tx.objectStore("meta").get("head"), "readonly");
            await raw((tx) => tx.objectStore("meta").put({ ...head, format: 2 }, "head"));
            const opened = await disk().open();
            return { opened, unsaved: await save(opened.generation, { p0: "x" }) };
        });
        assert.equal(result.opened.state, "newer");
        assert.deepEqual(result.unsaved, { t: "unsaved", reason: "refused" });
    });

    test("an upgrade in another tab is not held up by this one, which becomes read only", async () => {
        await given();
        const page = await tab();
        const opened = await page.evaluate(async () => {
            await disk().open();
            await new Promise((resolve, reject) => {
                const open = indexedDB.open("koers", 2);
                open.onblocked = reject;
                open.onsuccess = () => { open.result.close(); resolve(); };
            });
            return until(() => news.find((n) => n.t === "opened"));
        });
        assert.equal(opened.state, "newer");
    });
});

describe("a storage that fails", () => {
    /** As on a full disk: every request succeeds, the last one too, and then the transaction aborts. */
    const abortAtTheEnd = () => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (value, key) {
            const request = put.call(this, value, key);
            if (globalThis.failing && key === "head") request.addEventListener("success", () => this.transaction.abort());
            return request;
        };
    };

    test("an abort after every request succeeded is unsaved, nothing of it is there, and the same save works later", async () => {
        const page = await tab(abortAtTheEnd);
        const result = await page.evaluate(async () => {
            await disk().open();
            await save(0, { p0: "a" });
            globalThis.failing = true;
            const unsaved = await save(1, { p0: "b" });
            globalThis.failing = false;
            const between = pagesOf(await store.open());
            return { unsaved, between, mark: canary.read(), saved: await save(1, { p0: "b" }), pages: pagesOf(await store.open()) };
        });
        assert.deepEqual(result.unsaved, { t: "unsaved", reason: "other" });
        assert.deepEqual(result.between, { p0: "a" });
        assert.equal(result.mark, 1);
        assert.equal(result.saved.t, "saved");
        assert.deepEqual(result.pages, { p0: "b" });
    });

    test("a failed first save leaves the store empty, and the next one makes it", async () => {
        const page = await tab(abortAtTheEnd);
        const result = await page.evaluate(async () => {
            await disk().open();
            globalThis.failing = true;
            const unsaved = await save(0, { p0: "a" });
            globalThis.failing = false;
            const opened = await store.open();
            return { unsaved, opened, saved: await save(0, { p0: "a" }) };
        });
        assert.equal(result.unsaved.t, "unsaved");
        assert.equal(result.opened.state, "empty");
        assert.equal(result.saved.t, "saved");
    });

    test("a full disk is called full", async () => {
        const page = await tab(() => {
            const transaction = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (stores, mode, options) {
                const tx = transaction.call(this, stores, mode, options);
                if (mode === "readwrite" && globalThis.failing) {
                    Object.defineProperty(tx, "error", { value: new DOMException("no room", "QuotaExceededError") });
                    tx.objectStore("meta").get("x").onsuccess = () => tx.abort();
                }
                return tx;
            };
        });
        const result = await page.evaluate(async () => {
            await disk().open();
            await save(0, { p0: "a" });
            globalThis.failing = true;
            return { unsaved: await save(1, { p0: "b" }), opened: await store.open() };
        });
        assert.deepEqual(result.unsaved, { t: "unsaved", reason: "full" });
        assert.deepEqual(result.opened.pages, [{ id: "p0", text: "a" }]);
    });

    test("a database process that died once is opened again and the save goes through", async () => {
        const page = await tab(() => {
            const transaction = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (...all) {
                if (globalThis.failing-- > 0) throw new DOMException("connection lost", globalThis.failure);
                return transaction.apply(this, all);
            };
        });
        const result = await page.evaluate(async () => {
            await disk().open();
            await save(0, { p0: "a" });
            const results = [];
            for (const failure of ["UnknownError", "InvalidStateError"]) {
                Object.assign(globalThis, { failing: 1, failure });
                results.push((await save(results.length + 1, { p0: failure })).t);
            }
            Object.assign(globalThis, { failing: 2, failure: "UnknownError" });
            results.push(await save(3, { p0: "nooit" }));
            return { results, pages: pagesOf(await store.open()) };
        });
        assert.deepEqual(result.results, ["saved", "saved", { t: "unsaved", reason: "other" }]);
        assert.deepEqual(result.pages, { p0: "InvalidStateError" });
    });

    test("a database that never answers is refused within the time limit, and a save that hangs is unsaved", async () => {
        const page = await tab(() => {
            const { open } = IDBFactory.prototype;
            IDBFactory.prototype.open = function (...all) { return globalThis.hanging ? {} : open.apply(this, all); };
            const { get } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.get = function (key) { const r = get.call(this, key); return globalThis.stuck ? {} : r; };
        });
        const result = await page.evaluate(async () => {
            disk({ patience: 300 });
            await store.open();
            await save(0, { p0: "a" });
            globalThis.stuck = true;
            // An empty transaction completes by itself; keep this one busy.
            const { objectStore } = IDBTransaction.prototype;
            IDBTransaction.prototype.objectStore = function (name) {
                const s = objectStore.call(this, name);
                if (this.mode === "readwrite" && name === "meta") { const spin = () => { const r = s.count(); r.onsuccess = spin; }; spin(); }
                return s;
            };
            const unsaved = await save(1, { p0: "b" });
            IDBTransaction.prototype.objectStore = objectStore;
            globalThis.stuck = false;
            const after = pagesOf(await store.open());
            await store.flush();
            globalThis.hanging = true;
            const start = performance.now();
            const opened = await disk({ patience: 300 }).open();
            return { unsaved, after, opened, took: performance.now() - start };
        });
        assert.deepEqual(result.unsaved, { t: "unsaved", reason: "other" });
        assert.deepEqual(result.after, { p0: "a" });
        assert.equal(result.opened.state, "refused");
        assert.equal(result.opened.expected, true);
        assert.deepEqual(result.opened.pages, [{ id: "p0", text: "a" }], "shown from the second copy");
        assert.ok(result.took < 1500, String(result.took));
    });

    for (const [how, break_] of [
        ["missing", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
        ["forbidden", () => { IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; }],
    ]) {
        test(`indexedDB ${how}: the program goes on in memory and knows it`, async () => {
            const page = await tab(break_);
            const result = await page.evaluate(async () => {
                const opened = await disk().open();
                const saved = await save(opened.generation, { p0: "a" });
                return { opened, saved, marks: localStorage.length, again: pagesOf(await store.open()) };
            });
            assert.deepEqual(result.again, { p0: "a" });
            assert.equal(result.opened.state, "refused");
            assert.equal(result.opened.volatile, true);
            assert.equal(result.opened.writer, true);
            assert.equal(result.saved.t, "saved");
            assert.equal(result.marks, 0);
        });
    }

    test("no private files, no localStorage: saving works all the same, and the copy goes to the cache", async () => {
        const page = await tab(() => {
            delete FileSystemFileHandle.prototype.createWritable;
            Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };
        });
        const result = await page.evaluate(async () => {
            await disk().open();
            const saved = await save(0, { p0: "a" });
            await store.flush();
            const names = await caches.keys();
            await deleteDatabase();
            return { saved, names, opened: await disk().open() };
        });
        assert.equal(result.saved.t, "saved");
        assert.deepEqual(result.names, ["journal-copy"]);
        assert.equal(result.opened.state, "recovered");
        assert.deepEqual(result.opened.pages, [{ id: "p0", text: "a" }]);
    });
});

test("the second copy can be switched off, and on again", async () => {
    await given();
    const page = await tab();
    const result = await page.evaluate(async () => {
        await disk().open();
        const names = [await files()];
        await store.keepCopy(false);
        await save(2, { p0: "b" });
        await store.flush();
        names.push(await files());
        await store.keepCopy(true);
        await save(3, { p0: "c" });
        await store.flush();
        names.push(await files());
        return names;
    });
    assert.ok(result[0].length > 0);
    assert.deepEqual(result[1], []);
    assert.deepEqual(result[2], ["mirror-A"]);
});

test("a page back from the browser's memory notices that the journal went on", async () => {
    const page = await tab();
    const opened = await page.evaluate(async () => {
        await disk().open();
        await save(0, { p0: "a" });
        const first = store;
        Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
        delete globalThis.BroadcastChannel;
        await disk().open();
        await save(1, { p0: "b" });
        news.length = 0;
        await first.check();
        return until(() => news.find((n) => n.t === "opened"));
    });
    assert.deepEqual(opened.pages, [{ id: "p0", text: "b" }]);
});

test("a download leaves through a blob under the strict policy", async () => {
    const page = await tab();
    const [file] = await Promise.all([page.waitForEvent("download"), page.evaluate(() => download("koers.txt", new Blob(["héél"], { type: "text/plain" })))]);
    assert.equal(file.suggestedFilename(), "koers.txt");
    const stream = await file.createReadStream();
    let text = "";
    for await (const chunk of stream) text += chunk;
    assert.equal(text, "héél");
});
