// The engines that journeys run in, each with Playwright's names for what Visitor does. Firefox and WebKitGTK draw on a screen that is not there (Xvfb):
// without one they have no WebGL.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, isAbsolute, join } from "node:path";
import { launch as chromium } from "./page.mjs";
import { webkit } from "./webdriver.mjs";

const { firefox } = createRequire(new URL("../web/package.json", import.meta.url))("playwright-core");

/** Where the program is; a plain sentence where it is not. */
function program(name, source) {
    const places = isAbsolute(name) ? [name] : process.env.PATH.split(delimiter).map((folder) => join(folder, name));
    const found = places.find((place) => existsSync(place));
    if (!found) throw new Error(`${name} is not there: install ${source}, or let KOERS_ENGINES name the engines to try (KOERS_ENGINES=chromium).`);
    return found;
}

async function screen() {
    const { WAYLAND_DISPLAY, ...rest } = process.env;
    const server = spawn(program("Xvfb", "the package xvfb"), ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
        stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const close = () => server.kill();
    process.once("exit", close);
    const number = await new Promise((ready, failed) => {
        server.stdio[3].once("data", (data) => ready(String(data).trim()));
        server.once("exit", () => failed(new Error("Xvfb does not start.")));
    });
    return { environment: { ...rest, DISPLAY: `:${number}` }, close };
}

/** Closing the browser closes its screen. */
async function on(start) {
    const { environment, close } = await screen();
    try {
        const browser = await start(environment);
        return { newContext: (options) => browser.newContext(options), close: () => browser.close().finally(close) };
    } catch (error) {
        close();
        throw error;
    }
}

export const engines = {
    chromium: () => (program(process.env.CHROMIUM ?? "/usr/bin/chromium", "the package chromium"), chromium()),
    firefox: () => {
        const executablePath = program(process.env.FIREFOX ?? "firefox-esr", "the package firefox-esr");
        // A channel that begins with "moz-" is Firefox as it is sold, through WebDriver BiDi.
        return on((env) => firefox.launch({ channel: "moz-firefox", executablePath, headless: false, env }));
    },
    webkit: () => {
        const command = program(process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", "the package webkit2gtk-driver");
        return on(async (environment) => webkit({ command, environment }));
    },
};
