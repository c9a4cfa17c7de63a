// Makes the site: build/dist from the program (build/web), the scripts and pages of this folder, and assets/.
// Every file but the page and the service worker carries a hash of its content in its name and lives in a/, so it may be kept for ever.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { font } from "./build-fonts.mjs";
import { polylines } from "./build-icons.mjs";
import { png, svg } from "./build-pictures.mjs";

const require = createRequire(import.meta.url);
const esbuild = require("esbuild");

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const build = join(root, "build");
const dist = join(build, "dist.new");
const kept = join(build, "cache");
const LANGUAGES = ["nl", "en"]; // the order of the first page
const NO_VERSION = "release-version!"; // as long as the real one, put in its place when everything else is known

const fail = (text) => {
    console.error(`site: ${text}`);
    process.exit(1);
};
const sha256 = (bytes, coding = "hex") => createHash("sha256").update(bytes).digest(coding);
const sri = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const json = (path) => {
    try {
        return JSON.parse(readFileSync(path, "utf8"));
    } catch (error) {
        return fail(`${relative(root, path)}: ${error.message}`);
    }
};

/** The result of slow work, remembered by what went into it. */
async function remembered(what, key, work) {
    const file = join(kept, `${what}-${sha256(key).slice(0, 24)}`);
    if (existsSync(file)) return readFileSync(file);
    const bytes = await work();
    writeFileSync(file, bytes);
    return bytes;
}

const files = new Map(); // path in the site -> bytes
const add = (path, bytes) => (files.set(path, Buffer.from(bytes)), path);
const addHashed = (name, bytes) => {
    const dot = name.lastIndexOf(".");
    return add(`a/${name.slice(0, dot)}.${sha256(bytes).slice(0, 10)}${name.slice(dot)}`, bytes);
};

// ---- fonts ---------------------------------------------------------------------------------------------------------

async function fonts() {
    const version = json(require.resolve("@fontsource/atkinson-hyperlegible-next/package.json")).version + readFileSync(join(here, "build-fonts.mjs"));
    const one = (weight) => remembered(`font-${weight}.ttf`, version, async () => (await font(weight)).bytes);
    return { regular: addHashed("regular.ttf", await one(400)), bold: addHashed("bold.ttf", await one(700)) };
}

// ---- icons ---------------------------------------------------------------------------------------------------------

function icons() {
    const { icons: base, library } = json(join(root, "assets/icons/icons.json"));
    const folder = join(dirname(require.resolve("lucide-static/package.json")), "icons");
    // In fiftieths, each point from the one before, all x and then all y: what is alike stands together, and 3 KB less goes over the line.
    const steps = (line) => {
        const along = (from) => line.filter((_, i) => i % 2 === from).map((x) => Math.round(x * 50)).map((x, i, all) => (i === 0 ? x : x - all[i - 1]));
        return [...along(0), ...along(1)].join(" ");
    };
    const draw = (name) => {
        const file = join(folder, `${name}.svg`);
        if (!existsSync(file)) fail(`assets/icons/icons.json: there is no Lucide icon "${name}"`);
        try {
            return [name, ...polylines(readFileSync(file, "utf8")).map(steps)].join("|");
        } catch (error) {
            return fail(`icon ${name}: ${error.message}`);
        }
    };
    // Not as JSON: its thousands of numbers took a tenth of a start to read.
    return { icons: addHashed("icons.txt", base.map(draw).join("\n")), libraryIcons: addHashed("icons-library.txt", library.map(draw).join("\n")) };
}

// ---- content -------------------------------------------------------------------------------------------------------

function jsonFiles(folder) {
    const found = [];
    const walk = (path) => {
        for (const entry of readdirSync(join(root, "assets", path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const child = path === "" ? entry.name : `${path}/${entry.name}`;
            if (entry.isDirectory()) walk(child);
            else if (entry.name.endsWith(".json")) found.push(child);
        }
    };
    if (existsSync(join(root, "assets", folder))) walk(folder);
    return found;
}

function content() {
    const languages = readdirSync(join(root, "assets/texts"), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).sort();
    const shared = jsonFiles("").filter((path) => !path.startsWith("texts/") && !path.startsWith("icons/"));
    const read = (path) => json(join(root, "assets", path));
    // Exercises and checks come when somebody wants them; the first visit does not wait for them.
    const later = (path) => (path.startsWith("activities/") && ["check", "exercise", "plan", "info"].includes(read(path).kind)) || /^texts\/\w+\/library\//.test(path) || path === "invite/sets.json" || (path.startsWith("demo/") && path !== "demo/week.json");
    const pack = (name, lang, paths) => {
        const lines = [JSON.stringify({ format: 2, lang }), ...paths.flatMap((path) => [path, JSON.stringify({ ...read(path), examples: undefined, vectors: undefined })])];
        return addHashed(`${name}-${lang}.txt`, `${lines.join("\n")}\n`);
    };
    const content = {}, library = {};
    for (const lang of languages) {
        // What only the first page says is on it already.
        const paths = [...shared, ...jsonFiles(`texts/${lang}`).filter((path) => path !== `texts/${lang}/first.json`)];
        content[lang] = pack("content", lang, paths.filter((path) => !later(path)));
        library[lang] = pack("library", lang, paths.filter(later));
    }
    return { content, library };
}

// ---- the first page ------------------------------------------------------------------------------------------------

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const rich = (text) => escape(text).replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");

function textsOf(lang) {
    return Object.assign({}, ...jsonFiles(`texts/${lang}`).map((path) => json(join(root, "assets", path))));
}

/** What is read without a program: what Koers is, what it needs, and whom to call. One section per language. */
function firstPage() {
    const section = (lang) => {
        const texts = textsOf(lang);
        const say = (key) => texts[key] ?? fail(`assets/texts/${lang}: the text "${key}" is missing; the first page needs it`);
        const country = new Intl.DisplayNames([lang], { type: "region" });
        const numbers = jsonFiles("contacts").map((path) => {
            const { country: code, contacts } = json(join(root, "assets", path));
            const urgent = contacts.filter((c) => c.tel && c.groups.some((g) => g === "emergency" || g === "crisis"));
            const lines = urgent.map((c) => {
                const what = texts[`contact.${c.id}.what`];
                const name = say(`contact.${c.id}.name`);
                const number = name.includes(c.tel) ? "" : `<strong>${escape(c.tel)}</strong> `;
                return `<li><a href="tel:${escape(c.tel.replace(/[^\d+]/g, ""))}">${number}${rich(name)}</a>` +
                    `${what ? `<br>${rich(what)}` : ""}</li>`;
            });
            return `<h3>${escape(texts[`country.${code}`] ?? country.of(code.toUpperCase()))}</h3>\n<ul>\n${lines.join("\n")}\n</ul>`;
        });
        return `<section lang="${lang}">
<h1>${rich(say("first.title"))}</h1>
<p>${rich(say("first.what"))}</p>
<p>${rich(say("first.where"))}</p>
<p>${rich(say("first.not"))}</p>
<p class="wait">${rich(say("first.wait"))}</p>
<p class="needs">${rich(say("first.needs"))}</p>
<div class="stopped" role="alert" hidden><p>${rich(say("first.stopped"))}</p><button type="button">${rich(say("first.reload"))}</button></div>
<h2>${rich(say("first.help"))}</h2>
${numbers.join("\n")}
</section>`;
    };
    return LANGUAGES.filter((lang) => existsSync(join(root, "assets/texts", lang))).map(section).join("\n");
}

/** Addresses that can be said aloud: each only leads to its part of Koers. */
const doors = { "hulpverleners/": ["nl", "app.pro.title"], "professionals/": ["en", "app.pro.title"] };
function door([lang, key]) {
    const title = escape(textsOf(lang)[key] ?? fail(`assets/texts/${lang}: the text "${key}" is missing; a page needs it`));
    return `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n<title>Koers</title>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
        `<meta name="referrer" content="no-referrer">\n<link rel="icon" href="../${pictures.svg}" type="image/svg+xml">\n<meta http-equiv="refresh" content="0; url=../#pro">\n</head>\n<body>\n<p><a href="../#pro">${title}</a></p>\n</body>\n</html>\n`;
}

// ---- the program ---------------------------------------------------------------------------------------------------

/** The optimiser that comes with Emscripten 3.1.6 is years old; today's leaves 4 KB less to carry over the line. Control flow written anew (flatten, rereloop) and
    made small until it gets no smaller saves 2 KB more. The first 1024 bytes of memory are nobody's, as Emscripten lays it out. */
const SMALLER = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "-Oz", "--converge", "--reorder-functions"];
async function smaller(wasm) {
    const optimiser = join(dirname(require.resolve("binaryen/package.json")), "bin/wasm-opt");
    const version = json(require.resolve("binaryen/package.json")).version;
    return remembered("program", Buffer.concat([Buffer.from([version, ...SMALLER].join(" ")), wasm]), () => {
        const result = spawnSync(process.execPath, [optimiser, ...SMALLER, "-o", join(kept, "program.wasm"), join(build, "web/koers.wasm")], { encoding: "utf8" });
        if (result.status !== 0) fail(`wasm-opt: ${result.stderr || result.error}`);
        return readFileSync(join(kept, "program.wasm"));
    });
}

// ---- scripts and styles --------------------------------------------------------------------------------------------

const program = {
    name: "program",
    setup(bundler) {
        bundler.onResolve({ filter: /(^|\/)koers\.mjs$/ }, () => ({ path: join(build, "web/koers.mjs") }));
    },
};

/** To an engine that knows it: make every function ready while the file comes, not when somebody waits for it the first time. */
const READY = "//# allFunctionsCalledOnLoad";

async function script(entry, release, format, banner = "") {
    const result = await esbuild.build({
        entryPoints: [join(here, entry)],
        bundle: true, write: false, minify: true, charset: "utf8", target: "es2020", format, legalComments: "none", logLevel: "silent",
        // The Emscripten script has branches for Node.js that a browser never takes.
        external: ["module", "fs", "path", "url", "crypto", "ws", "worker_threads", "perf_hooks", "child_process"],
        define: { RELEASE: JSON.stringify(release) },
        banner: { js: banner },
        plugins: [program],
    }).catch((error) => {
        const said = (error.errors ?? []).map((e) => `${e.location ? `${e.location.file}:${e.location.line}: ` : ""}${e.text}`);
        fail(`web/${entry}: ${said.join("\n") || error.message}`);
    });
    return Buffer.from(result.outputFiles[0].contents);
}

function styles(fontNames) {
    const face = (weight, path) => `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:${weight};font-display:swap;src:url("${path.slice(2)}") format("truetype")}\n`;
    const own = readFileSync(join(here, "styles.css"), "utf8");
    const { code } = esbuild.transformSync(face(400, fontNames.regular) + face(700, fontNames.bold) + own, { loader: "css", minify: true, charset: "utf8", target: ["chrome90", "firefox90", "safari14"], logLevel: "silent" });
    return Buffer.from(code);
}

// ---- all of it -----------------------------------------------------------------------------------------------------

if (!existsSync(join(build, "web/koers.wasm"))) fail("the program is not built yet (build/web/koers.wasm); ./koers build does both");
for (const needed of ["main.ts", "styles.css"]) if (!existsSync(join(here, needed))) fail(`web/${needed} is missing`);
mkdirSync(kept, { recursive: true });
rmSync(dist, { recursive: true, force: true });

const wasm = addHashed("koers.wasm", await smaller(readFileSync(join(build, "web/koers.wasm"))));
const fontNames = await fonts();
const iconNames = icons();
const packs = content();
const css = addHashed("styles.css", styles(fontNames));
const pictures = {
    svg: addHashed("picture.svg", svg),
    apple: addHashed("picture-180.png", png(180, true)),
    small: addHashed("picture-192.png", png(192, false)),
    large: addHashed("picture-512.png", png(512, false)),
    cut: addHashed("picture-cut-512.png", png(512, true)),
};
const manifest = addHashed("koers.webmanifest", JSON.stringify({
    id: "../", name: "Koers", short_name: "Koers", lang: "nl", dir: "ltr", start_url: "../", scope: "../", display: "standalone",
    background_color: "#FBF8F3", theme_color: "#FBF8F3",
    icons: [
        { src: pictures.svg.slice(2), sizes: "any", type: "image/svg+xml" },
        { src: pictures.small.slice(2), sizes: "192x192", type: "image/png" },
        { src: pictures.large.slice(2), sizes: "512x512", type: "image/png" },
        { src: pictures.cut.slice(2), sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
}));

// The version is a hash of the release and stands inside it: first everything with a blank in its place, then the blank is filled.
const lazy = {};
for (const name of ["photo", "handing"]) lazy[name] = addHashed(`${name}.js`, await script(`${name}.ts`, {}, "esm"));
const release = { wasm, fonts: fontNames, ...iconNames, ...packs, ...lazy, host: "koers.config.json" };
const blank = await script("main.ts", { version: NO_VERSION, ...release }, "esm", READY);
const template = readFileSync(join(here, "index.html"), "utf8");
const first = firstPage();
const version = sha256([sha256(blank), sha256(template + first), sha256(readFileSync(join(here, "worker.ts"))), ...files.keys()].join("\n")).slice(0, NO_VERSION.length);
const mainBytes = Buffer.from(blank.toString("utf8").replaceAll(NO_VERSION, version));
const main = addHashed("main.js", mainBytes);

const holes = {
    styles: css, "styles.sri": sri(files.get(css)), wasm, "font.regular": fontNames.regular, "font.bold": fontNames.bold, "icon.svg": pictures.svg,
    "icon.apple": pictures.apple, manifest, main, "main.sri": sri(mainBytes), first,
};
const html = template.replace(/<!--[\s\S]*?-->\n?/g, "").replace(/\{\{([a-z.]+)\}\}/g, (_, name) => holes[name] ?? fail(`web/index.html: nothing is known as {{${name}}}`));
add("index.html", html);
for (const [path, said] of Object.entries(doors)) add(`${path}index.html`, door(said));

const list = [["./", sha256(html)], ...Object.keys(doors).map((path) => [path, sha256(files.get(`${path}index.html`))]), ...[...files].filter(([path]) => path.startsWith("a/")).map(([path, bytes]) => [path, sha256(bytes)]).sort()];
add("sw.js", await script("worker.ts", { version, ...release, doors: Object.keys(doors), files: list }, "iife"));
add("manifest.json", `${JSON.stringify({ format: 1, version, files: [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes), bytes: bytes.length })).sort((a, b) => (a.path < b.path ? -1 : 1)) }, null, 1)}\n`);

// Not of the release: the host writes it. This one says nothing.
add(release.host, `${JSON.stringify({ format: 1 })}\n`);

const sizes = {};
for (const [path, bytes] of files) {
    const to = join(dist, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes);
    sizes[path] = { raw: bytes.length };
    if (/\.(png|woff2)$/.test(path)) continue;
    // The host replaces it: what lies compressed beside it would be served instead.
    if (path === release.host) {
        Object.assign(sizes[path], { br: bytes.length, gz: bytes.length });
        continue;
    }
    const br = await remembered("br", bytes, () => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
    const gz = await remembered("gz", bytes, () => zlib.gzipSync(bytes, { level: 9 }));
    writeFileSync(`${to}.br`, br);
    writeFileSync(`${to}.gz`, gz);
    Object.assign(sizes[path], { br: br.length, gz: gz.length });
}

// What a first visit in Dutch carries over the line.
const rows = [["page", "index.html"], ["styles", css], ["script", main], ["program", wasm], ["font, regular", fontNames.regular], ["font, bold", fontNames.bold], ["icons", iconNames.icons], ["content, one language", packs.content[LANGUAGES[0]]], ["host's own", release.host]]
    .filter(([, path]) => path !== undefined).map(([what, path]) => ({ what, path, ...sizes[path] }));
const total = { what: "first visit", raw: rows.reduce((n, r) => n + r.raw, 0), br: rows.reduce((n, r) => n + r.br, 0), gz: rows.reduce((n, r) => n + r.gz, 0) };
const number = (n) => n.toLocaleString("en").padStart(11);
const table = [`${"bytes".padEnd(24)}${"plain".padStart(11)}${"gzip".padStart(11)}${"brotli".padStart(11)}`, ...[...rows, total].map((r) => r.what.padEnd(24) + number(r.raw) + number(r.gz) + number(r.br))].join("\n");
writeFileSync(join(build, "size.txt"), `${table}\n`);
writeFileSync(join(build, "size.json"), `${JSON.stringify({ version, firstVisit: { raw: total.raw, gz: total.gz, br: total.br }, parts: rows }, null, 1)}\n`);

// Only a complete site takes the place of the old one.
rmSync(join(build, "dist.old"), { recursive: true, force: true });
if (existsSync(join(build, "dist"))) renameSync(join(build, "dist"), join(build, "dist.old"));
renameSync(dist, join(build, "dist"));
rmSync(join(build, "dist.old"), { recursive: true, force: true });
console.log(table);
