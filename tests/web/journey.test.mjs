// The main journey in Chromium: with a hand, with the keyboard alone, by the accessibility tree alone, and on the text face.
import { after, before, test } from "node:test";
import { launch } from "../support/page.mjs";
import { live } from "./journey.mjs";
import { noCanvas, site } from "./visitor.mjs";

let browser, home;
before(async () => {
    browser = await launch();
    home = await site();
});
after(async () => {
    await browser.close();
    await home.close();
});

const story = "three days of use and urges, one back-dated, one edited; there after a reload, there without a network, in another language, and gone when erased";
const ways = {
    "with a hand": {},
    "with the keyboard alone": { keyboard: true },
    "by what a screen reader is given, without any place on the screen": { reader: true },
    "on the text face, without a canvas": { first: noCanvas },
    "on the text face, with the keyboard alone": { first: noCanvas, keyboard: true },
};
for (const [way, options] of Object.entries(ways)) test(`${way}: ${story}`, () => live(browser, home.url, options));
