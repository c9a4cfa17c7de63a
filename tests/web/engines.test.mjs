// The main journey in every engine and at every width that people have. `./koers engines` lives it in all of them, `./koers test` in Chromium; KOERS_ENGINES=firefox,webkit names others.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "../support/engines.mjs";
import { live } from "./journey.mjs";
import { site } from "./visitor.mjs";

const wanted = (process.env.KOERS_ENGINES ?? Object.keys(engines).join()).split(",");
const sizes = [{ width: 320, height: 640 }, { width: 390, height: 844 }, { width: 1280, height: 800 }];

let home;
before(async () => { home = await site(); });
after(() => home.close());

for (const engine of wanted)
    describe(engine, () => {
        let browser;
        before(async () => {
            assert.ok(engine in engines, `KOERS_ENGINES names ${engine}; known are ${Object.keys(engines)}`);
            browser = await engines[engine]();
        });
        after(() => browser?.close());

        for (const viewport of sizes)
            test(`the main journey, ${viewport.width} px wide`, () => live(browser, home.url, { context: { viewport } }));
    });
