// The development server: build/dist with the headers of production (headers.json), so that what works here works on a host.
//   node web/host/serve.mjs [--port N] [--host NAME] [--root FOLDER] [--say FILE]      port 0 = any free one; --say writes the address to FILE
import { createReadStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const headers = JSON.parse(readFileSync(join(here, "headers.json"), "utf8"));

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file behind a request path, or "" when there is none; never one outside the root. */
function fileOf(root, url) {
    let path;
    try {
        path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    } catch {
        return "";
    }
    if (path.includes("\0") || path.includes("\\")) return "";
    const file = resolve(root, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    return file.startsWith(root + sep) && isFile(file) ? file : "";
}

function accepts(request, coding) {
    return (request.headers["accept-encoding"] ?? "").split(",").some((part) => {
        const [name, q] = part.trim().split(/;\s*q=/);
        return name === coding && q !== "0";
    });
}

function answer(root, request, response) {
    for (const [name, value] of Object.entries(headers.every)) response.setHeader(name, value);
    const plain = (status, text) => {
        response.writeHead(status, { "Content-Type": headers.types.txt, "Cache-Control": "no-cache" });
        response.end(request.method === "HEAD" ? undefined : `${text}\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
        response.setHeader("Allow", "GET, HEAD");
        return plain(405, "This site only gives pages.");
    }
    const file = fileOf(root, request.url ?? "/");
    if (file === "") return plain(404, "There is nothing here.");

    const path = `/${file.slice(root.length + 1).split(sep).join("/")}`;
    const cache = Object.entries(headers.cache).find(([prefix]) => path.startsWith(prefix));
    response.setHeader("Content-Type", headers.types[extname(file).slice(1)] ?? "application/octet-stream");
    response.setHeader("Cache-Control", cache ? cache[1] : "no-cache");
    response.setHeader("Vary", "Accept-Encoding");
    let sent = file;
    for (const [coding, ending] of [["br", ".br"], ["gzip", ".gz"]]) {
        if (accepts(request, coding) && isFile(file + ending)) {
            response.setHeader("Content-Encoding", coding);
            sent = file + ending;
            break;
        }
    }
    response.setHeader("Content-Length", statSync(sent).size);
    response.writeHead(200);
    if (request.method === "HEAD") return response.end();
    createReadStream(sent).on("error", () => response.destroy()).pipe(response);
}

/** -> {url, port, close()}. */
export function serve({ port = 0, host = "localhost", root = join(here, "..", "..", "build", "dist") } = {}) {
    const folder = resolve(root);
    const server = createServer((request, response) => answer(folder, request, response));
    return new Promise((done, failed) => {
        server.once("error", failed);
        server.listen(port, host, () => {
            const at = server.address().port;
            done({ url: `http://localhost:${at}`, port: at, close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }) });
        });
    });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const options = {};
    for (let i = 2; i + 1 < process.argv.length; i += 2) options[process.argv[i].replace(/^--/, "")] = process.argv[i + 1];
    try {
        const running = await serve({ ...options, port: Number(options.port ?? 8080) });
        if (options.say) writeFileSync(options.say, running.url);
        console.log(`Koers is at ${running.url} (Ctrl+C stops it)`);
        for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
    } catch (error) {
        console.error(error.code === "EADDRINUSE" ? `Port ${options.port ?? 8080} is taken; choose another with --port N.` : `The server could not start: ${error.message}`);
        process.exit(1);
    }
}
