// The architecture as rules: who may name whom. Prints one line per rule broken, and "N passed, N failed" at the end.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stale } from "../../web/host/samples.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

function files(folder) {
    const found = [];
    const walk = (path) => {
        for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
            const child = `${path}/${entry.name}`;
            if (entry.isDirectory()) {
                if (entry.name !== "node_modules") walk(child);
            } else found.push(child);
        }
    };
    if (existsSync(join(root, folder))) walk(folder);
    return found;
}

const isCpp = (path) => [".cpp", ".h", ".c"].includes(extname(path));
const notVendor = (path) => !path.startsWith("app/vendor/");
const text = new Map();
const read = (path) => text.get(path) ?? text.set(path, readFileSync(join(root, path), "utf8")).get(path);
/** Without comments: a rule is about what the code does, not about what it says. */
const code = (path) => read(path).replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, " ")).replace(/(^|[^:"'])\/\/[^\n]*/g, "$1");
const includes = (path) => [...code(path).matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/gm)].map((m) => m[1]);

const core = files("core").filter(isCpp);
const app = files("app").filter(isCpp).filter(notVendor);
const web = files("web").filter(isCpp);
const scripts = files("web").filter((p) => p.endsWith(".ts"));
const tests = files("tests").filter(isCpp);

const isStandard = (name) => /^[a-z_0-9]+$/.test(name);
const isJson = (name) => /^nlohmann\/[a-z_]+\.hpp$/.test(name);
const isImGui = (name) => /^(imgui|imgui_internal)\.h$/.test(name);
const each = (paths, allowed, say) => paths.flatMap((p) => includes(p).filter((i) => !allowed(i, p)).map((i) => `${p} includes ${i}: ${say}`));
const never = (paths, pattern, say) => paths.filter((p) => pattern.test(code(p))).map((p) => `${p}: ${say}`);

const window = new Set(["app/window_sdl.cpp", "app/main.cpp"]);
const rules = {
    "core knows std, nlohmann/json and core": () =>
        each(core, (i) => isStandard(i) || isJson(i) || i.startsWith("core/"), "core may include std, nlohmann and core/"),
    "app knows core, app, Dear ImGui; only its window knows SDL": () =>
        each(
            app,
            (i, p) => isStandard(i) || isJson(i) || isImGui(i) || i.startsWith("core/") || i.startsWith("app/") ||
                (window.has(p) && /^(SDL|GLES|(backends\/)?imgui_impl_opengl3\.h$)/.test(i)),
            "not for app",
        ),
    "no Emscripten in core and app": () => [
        ...never([...core, ...app], /\bemscripten|\bEM_(JS|ASM)/, "Emscripten belongs in web/platform_web.cpp"),
        ...never([...core, ...app].filter((p) => !window.has(p)), /__EMSCRIPTEN__/, "only the window may ask where it runs"),
    ],
    "EM_JS and EM_ASM only in web/platform_web.cpp": () =>
        never([...core, ...app, ...tests, ...web.filter((p) => p !== "web/platform_web.cpp")], /\bEM_(JS|ASM)/, "EM_JS belongs in web/platform_web.cpp"),
    "core asks for no time, no chance and no file": () =>
        never(core, /\b(system_clock|steady_clock|random_device|mt19937|ifstream|ofstream|fopen|getenv|std::rand|srand)\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)/,
            "time, chance and files come in from outside"),
    "nothing points at tests": () => each([...core, ...app, ...web], (i) => !/(^|\/)tests\//.test(i), "nothing outside tests may include tests/"),
    "content is JSON only": () =>
        files("assets").filter((p) => !p.endsWith(".json") && !p.endsWith("README.md")).map((p) => `${p}: assets hold JSON and README.md only`),
    "scripts write no HTML and evaluate no text": () =>
        never(scripts, /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\s*\(|new\s+Function\b/, "the page forbids this"),
    // But the script that makes QR codes, which is fetched by the few who want one.
    "scripts depend on nothing but each other": () =>
        scripts.flatMap((p) => [...code(p).matchAll(/\bfrom\s+"([^"]+)"|\bimport\s*\(\s*"([^"]+)"/g)].map((m) => m[1] ?? m[2])
            .filter((i) => !i.startsWith("./") && !(p === "web/qr.ts" && i === "uqr")).map((i) => `${p} imports ${i}: only ./ is allowed`)),
    "Trusted Types: one policy, made in one place": () => {
        const makers = scripts.filter((p) => /trustedTypes\b[^;]*createPolicy|\bcreatePolicy\s*\(/.test(code(p)));
        return makers.length > 1 ? [`made in ${makers.join(" and ")}`] : [];
    },
    "server samples say what headers.json says": () => stale().map((name) => `web/host/${name} is stale: run node web/host/samples.mjs`),
    "lock files name no host": () =>
        ["web/package-lock.json", "tests/web/package-lock.json"].filter((p) => /"resolved"|https?:/.test(read(p))).map((p) => `${p}: made without --omit-lockfile-registry-resolved`),
};

let passed = 0;
let failed = 0;
for (const [name, rule] of Object.entries(rules)) {
    const broken = rule();
    if (broken.length === 0) passed += 1;
    else {
        failed += 1;
        console.log(`broken: ${name}`);
        for (const line of broken) console.log(`  ${line}`);
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
