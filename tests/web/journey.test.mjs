// The main journey in Chromium: with a hand, with the keyboard alone, by the accessibility tree alone, and on the text face.
import { test } from "node:test";
import { live } from "./journey.mjs";
import { stage } from "./stage.mjs";
import { noCanvas } from "./visitor.mjs";

let browser, home;
stage((...both) => ([browser, home] = both));

const story = "three days of use and urges, one back-dated, one edited; there after a reload, there without a network, in another language, and gone when erased";
const ways = {
    "with a hand": {},
    "with the keyboard alone": { keyboard: true },
    "by what a screen reader is given, without any place on the screen": { reader: true },
    "on the text face, without a canvas": { first: noCanvas },
    "on the text face, with the keyboard alone": { first: noCanvas, keyboard: true },
};
for (const [way, options] of Object.entries(ways)) test(`${way}: ${story}`, () => live(browser, home.url, options));
