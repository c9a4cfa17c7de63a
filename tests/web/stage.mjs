// What every test file in a real browser begins with: one browser and the served site, closed at the end.
import { after, afterEach, before } from "node:test";
import { launch } from "../support/page.mjs";
import { site } from "./visitor.mjs";

/** Hands both over before the first test of the file that calls it. */
export function stage(take) {
    let browser, home;
    before(async () => {
        browser = await launch();
        home = await site();
        take(browser, home);
    });
    after(async () => {
        await browser.close();
        await home.close();
    });
}

/** After each test: nothing complained, and whoever was there leaves. */
export function calmly(who) {
    afterEach(async () => {
        who().calm();
        await who().leave();
    });
}
