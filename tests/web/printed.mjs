// What the browser would hand to a printer, read by programs that are not browsers.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The screen of this visitor on paper: the text of each page, every word with its place in points, and the file itself. */
export async function printed(person, options = {}) {
    const folder = mkdtempSync(join(tmpdir(), "koers-paper-"));
    const file = join(folder, "paper.pdf");
    const pdf = await person.page.pdf({ format: "A4", preferCSSPageSize: false, ...options });
    writeFileSync(file, pdf);
    const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    const [, width, height] = boxes.match(/<page width="([\d.]+)" height="([\d.]+)"/).map(Number);
    const words = [...boxes.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, x, y, right, bottom, word]) => ({ x: +x, y: +y, right: +right, bottom: +bottom, word }));
    return { pages: text.split("\f").filter((page) => page.trim() !== ""), text: text.replace(/\s+/g, " "), words, width, height, pdf };
}

/** The QR codes in a picture (PNG or PDF, as bytes), as zbar reads them. */
export function codesIn(bytes, kind = "png") {
    const folder = mkdtempSync(join(tmpdir(), "koers-code-"));
    let picture = join(folder, `picture.${kind}`);
    writeFileSync(picture, bytes);
    try {
        if (kind === "pdf") {
            execFileSync("pdftoppm", ["-r", "300", "-png", "-singlefile", picture, join(folder, "page")]);
            picture = join(folder, "page.png");
        }
        return execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], { encoding: "utf8" }).trim().split("\n");
    } catch {
        return []; // it says so with its exit code
    } finally {
        rmSync(folder, { recursive: true });
    }
}

export const fileOf = async (download) => readFileSync(await download.path());
