// Every screen before axe: light, dark and in strong contrast, on a phone and on a desk. (The text face: faces.test.mjs.)
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { chapters } from "./screens.mjs";
import { stage } from "./stage.mjs";
import { Visitor } from "./visitor.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // The mirror's letters are transparent, over a canvas that axe cannot see. Contrast is held by tests/ui/theme_test.cpp, pair by pair.
    rules: { "color-contrast": { enabled: false } },
};
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

let browser, home;
stage((...both) => ([browser, home] = both));

async function violations(visitor, size, theme) {
    const { page } = visitor;
    await visitor.resize(sizes[size]);
    await visitor.lit(theme);
    return page.evaluate(async (options) => {
        const found = await globalThis.axe.run(document, options);
        if (found.passes.length < 10) return ["axe saw almost nothing"];
        return found.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html).join(" ")}`);
    }, options);
}

test("axe finds something where something is wrong", async () => {
    const visitor = await Visitor.arrive(browser, home.url);
    await visitor.open("2026-11-22T18:00", "&scenario=week");
    await visitor.page.evaluate(axe);
    await visitor.page.evaluate(() => document.querySelector("#mirror button").replaceChildren());
    assert.match(String(await violations(visitor, "phone", "light")), /button-name/);
    await visitor.leave();
});

for (const { start, first, screens } of chapters) {
    test(screens.map(([name]) => name).join(", "), async () => {
        const visitor = await Visitor.arrive(browser, home.url, { first });
        await start(visitor);
        await visitor.page.evaluate(axe);
        const found = {};
        for (const [name, go] of screens) {
            await visitor.resize(sizes.phone);
            await go(visitor);
            for (const size of Object.keys(sizes))
                for (const theme of ["light", "dark", "contrast"]) {
                    const complaints = await violations(visitor, size, theme);
                    if (complaints.length > 0) found[`${name}, ${size}, ${theme}`] = complaints;
                }
        }
        await visitor.leave();
        assert.deepEqual(found, {});
    });
}
