// A real browser and a page under the production Content-Security-Policy, with some of web/*.ts loaded into it: what tests/store and tests/web share.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const { build } = createRequire(new URL("../../web/package.json", import.meta.url))("esbuild");
const { chromium } = createRequire(new URL("../web/package.json", import.meta.url))("playwright-core");

const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types app-worker";

/** Bundles TypeScript that may import from web/ by "./name" and returns the script. */
export async function bundle(source) {
    const result = await build({
        stdin: { contents: source, resolveDir: web, loader: "ts" },
        bundle: true, write: false, format: "esm", target: "es2022", logLevel: "silent",
    });
    return result.outputFiles[0].text;
}

/** Serves {path: [type, text]} on a free port of this machine; every path not named is the page. */
export async function serve(files) {
    const server = createServer((request, response) => {
        const [type, text] = files[new URL(request.url, "http://x").pathname] ?? files["/"];
        response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy, "Cache-Control": "no-store" });
        response.end(text);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

const chosen = {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--no-sandbox", "--disable-quic", "--disable-background-networking",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
    ],
};

export function launch(options = {}) {
    return chromium.launch({ ...chosen, ...options });
}

/** A browser with one profile on the disk, as people have it: it keeps what it compiled, which a private window does not. */
export function launchProfile() {
    const folder = mkdtempSync(join(tmpdir(), "koers-profile-"));
    let context;
    return {
        newContext: async (options) => (context = await chromium.launchPersistentContext(folder, { ...chosen, ...options })),
        async close() {
            await context?.close();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
