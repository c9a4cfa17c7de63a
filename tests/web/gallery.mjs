// Pictures of every screen: build/gallery/<screen>-<device>-<theme>-<language>.png and a sheet with all of them, index.html.
//   node tests/web/gallery.mjs [word…]     only pictures whose name has each of these words: phone light nl
// Each screen in both sizes, light and dark, Dutch and English, and once (phone, Dutch) on the text face.
// A page longer than the window is one tall picture, a very long one has a second, -2. The clock is set and the journal is the example, so pictures compare from one day to the next.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../support/page.mjs";
import { chapters } from "./screens.mjs";
import { site, Visitor, withoutCanvas } from "./visitor.mjs";

const folder = fileURLToPath(new URL("../../build/gallery/", import.meta.url));
const TALLEST = 4000;
const devices = {
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
};
const languages = { nl: "nl-BE", en: "en-GB" };
const themes = ["light", "dark"];
/** Faces: drawn in both themes, and the text face once. */
const faces = [{ themes }, { themes: ["text"], only: "phone-nl" }];

const words = process.argv.slice(2);
const wanted = (name) => words.every((word) => name.split("-").includes(word) || name.startsWith(word));
const pictures = [];

/** A picture that two looks in a row agree on. One that is all of one colour is a canvas that the browser has not shown yet. */
const BLANK = 9000; // bytes
async function still(page) {
    let before = await page.screenshot();
    for (let i = 0; i < 60; ++i) {
        const now = await page.screenshot();
        if (now.length > BLANK && now.equals(before)) return now;
        before = now;
    }
    throw new Error("the screen does not come to rest");
}

async function take(visitor, name, device) {
    const { page } = visitor;
    const { width, height } = devices[device].viewport;
    await page.mouse.move(0, 0); // nothing lies under the hand
    const long = await page.evaluate(() => document.documentElement.scrollHeight);
    // A question lies over a page that cannot be scrolled.
    const tall = long > height && (await page.locator("dialog[open]").count()) === 0;
    if (tall) await page.setViewportSize({ width, height: Math.min(long, TALLEST) });
    for (let part = 0; part === 0 || (tall && part * TALLEST < long); ++part) {
        if (tall) await page.evaluate((y) => scrollTo(0, y), part * TALLEST);
        const file = part === 0 ? name : `${name}-${part + 1}`;
        writeFileSync(join(folder, `${file}.png`), await still(page));
        pictures.push(file);
    }
    if (tall) await page.setViewportSize({ width, height });
}

/** What a printer makes of it, in light and once a language: one picture a page. */
async function print(visitor, name) {
    const pdf = join(folder, `${name}.pdf`);
    writeFileSync(pdf, await visitor.page.pdf({ format: "A4" }));
    execFileSync("pdftoppm", ["-r", "80", "-png", pdf, join(folder, name)]);
    rmSync(pdf);
    for (const file of readdirSync(folder)) if (file.startsWith(`${name}-`) && file.endsWith(".png")) pictures.push(file.replace(/\.png$/, ""));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const home = await site();
const browser = await launch();
for (const [language, locale] of Object.entries(languages))
    for (const [device, context] of Object.entries(devices))
        for (const face of faces.filter(({ only }) => only === undefined || only === `${device}-${language}`))
            for (const { start, first, screens } of chapters) {
                if (!screens.some(([screen]) => face.themes.some((theme) => wanted(`${screen}-${device}-${theme}-${language}`)))) continue;
                const text = face.themes[0] === "text";
                const visitor = await Visitor.arrive(browser, home.url, { context: { ...context, locale }, first: text ? withoutCanvas(first) : first, language });
                await start(visitor);
                for (const [screen, go] of screens) {
                    await go(visitor);
                    for (const theme of face.themes) {
                        const name = `${screen}-${device}-${theme}-${language}`;
                        if (!wanted(name)) continue;
                        if (!text) await visitor.lit(theme);
                        await take(visitor, name, device);
                        if (screen.startsWith("paper-") && device === "phone" && theme === "light") await print(visitor, `printed-${screen}-${language}`);
                    }
                }
                await visitor.leave();
            }
await browser.close();
await home.close();

const sheet = pictures.sort().map((name) => `<figure><a href="${name}.png"><img src="${name}.png" alt="${name}" loading="lazy"></a><figcaption>${name}</figcaption></figure>`);
writeFileSync(join(folder, "index.html"), `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Koers, every screen</title>
<style>body{font:14px sans-serif;background:#888;display:flex;flex-wrap:wrap;gap:16px;margin:16px}figure{margin:0}img{height:480px;width:auto;background:#fff}figcaption{text-align:center}</style>
${sheet.join("\n")}
</html>
`);
console.log(`${pictures.length} pictures in build/gallery`);
