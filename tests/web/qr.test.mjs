// A link as a QR code (web/qr.ts), without a browser: the matrix against ISO/IEC 18004, and pictures of it read by a reader that is not ours.
// Needs zbarimg (Debian: zbar-tools).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const { buildSync } = createRequire(new URL("../../web/package.json", import.meta.url))("esbuild");
const { outputFiles } = buildSync({ entryPoints: [join(web, "qr.ts")], bundle: true, write: false, format: "esm", target: "es2022", logLevel: "silent" });
const { code, keepPng } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

/** Bytes that fit in level M, by version (ISO/IEC 18004, table 7). */
const ROOM = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331];
const QUIET = 4;

/** The same numbers on every run: xorshift32. */
function chance(seed) {
    return () => {
        seed ^= seed << 13;
        seed ^= seed >>> 17;
        seed ^= seed << 5;
        return (seed >>> 0) / 2 ** 32;
    };
}
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
function link(length, random) {
    const start = "https://koers.example/#1.";
    return start + Array.from({ length: length - start.length }, () => LETTERS[Math.floor(random() * 64)]).join("");
}

test("a code is as large as the table says, no larger", () => {
    const random = chance(1);
    for (const [length, size] of [[60, 33], [110, 45], [300, 69]]) assert.equal(code(link(length, random)).size, size, `${length} characters`);
    ROOM.forEach((room, at) => {
        const size = 21 + 4 * at;
        assert.equal(code("a".repeat(Math.min(room, 300))).size, size, `version ${at + 1}`);
        if (room < 300) assert.equal(code("a".repeat(room + 1)).size, size + 4, `version ${at + 1} is full`);
    });
});

test("rows are as many as they are long, in ones and zeros, and the same text gives the same code", () => {
    const { size, rows } = code(link(110, chance(2)));
    assert.equal(rows.length, size);
    for (const row of rows) assert.match(row, new RegExp(`^[01]{${size}}$`));
    assert.deepEqual(code(link(110, chance(2))), { size, rows });
    assert.notDeepEqual(code(link(110, chance(3))).rows, rows);
});

test("three corners have their squares, and between them runs the dotted line", () => {
    const square = ["11111110", "10000010", "10111010", "10111010", "10111010", "10000010", "11111110", "00000000"];
    const mirrored = square.map((row) => [...row].reverse().join(""));
    for (const length of [30, 60, 110, 300]) {
        const { size, rows } = code(link(length, chance(length)));
        const part = (x, y) => rows.slice(y, y + 8).map((row) => row.slice(x, x + 8));
        assert.deepEqual(part(0, 0), square);
        assert.deepEqual(part(size - 8, 0), mirrored);
        assert.deepEqual(part(0, size - 8), [...square].reverse());
        for (let at = 8; at < size - 8; ++at) {
            assert.equal(rows[6][at], at % 2 === 0 ? "1" : "0");
            assert.equal(rows[at][6], at % 2 === 0 ? "1" : "0");
        }
        assert.equal(rows[size - 8][8], "1", "the module that is always dark");
    }
});

/** Where a mask turns a module over, by number (ISO/IEC 18004, table 10). */
const MASKS = [
    (x, y) => (x + y) % 2 === 0, (_, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0, (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
    (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0, (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

test("it is of level M and in byte mode, also when fewer modes would do or more correction would fit", () => {
    for (const text of ["a", "1234567890", "HTTPS://KOERS.EXAMPLE/", link(43, chance(4)), link(300, chance(5))]) {
        const { size, rows } = code(text);
        // The five bits of level and mask stand first, before their own correction.
        const format = Number.parseInt(rows[8].slice(0, 5), 2) ^ 0b10101;
        assert.equal(format >> 3, 0b00, `${text}: level M`);
        const mask = MASKS[format & 7];
        const bit = (back, up) => Number(rows[size - 1 - up][size - 1 - back]) ^ Number(mask(size - 1 - back, size - 1 - up));
        assert.equal(Number(`0b${bit(0, 0)}${bit(1, 0)}${bit(0, 1)}${bit(1, 1)}`), 0b0100, `${text}: byte mode`);
    }
});

test("what is too long, empty or no printable ASCII is refused", async () => {
    for (const text of ["", "x".repeat(301), "é", "een\ntwee", "een\ttwee", "\x7f", "\0", "🙂", "a\n"]) {
        assert.throws(() => code(text), RangeError, JSON.stringify(text));
        await assert.rejects(keepPng(text, "code.png"), RangeError);
    }
    assert.equal(code(" ~").size, 21);
});

// ---- the picture that is kept --------------------------------------------------------------------------------------------

/** As much of a page as a picture needs: a canvas that notes what is painted where, and a link that notes what is downloaded. */
function page({ pen = true, blob = true } = {}) {
    const seen = { painted: [], downloads: [] };
    const canvas = {
        getContext: () => (pen ? { fillStyle: "", fillRect(x, y, w, h) { seen.painted.push([this.fillStyle, x, y, w, h]); } } : null),
        toBlob: (done, type) => done(blob ? new Blob(["picture"], { type }) : null),
    };
    const anchor = { click: () => seen.downloads.push([anchor.download, anchor.href.split(":")[0]]) };
    globalThis.document = { createElement: (name) => (name === "canvas" ? (seen.canvas = canvas) : anchor) };
    return seen;
}
after(() => delete globalThis.document);
// The blob's address is taken back after a minute; nobody waits for that here.
const later = globalThis.setTimeout;
globalThis.setTimeout = (...given) => {
    const timer = later(...given);
    timer.unref();
    return timer;
};

test("the picture is at least 1000 px wide, whole px to a module, white around it", async () => {
    for (const length of [30, 60, 110, 213, 300]) {
        const text = link(length, chance(length));
        const { size, rows } = code(text);
        const seen = page();
        assert.equal(await keepPng(text, "code.png"), true);
        assert.deepEqual(seen.downloads, [["code.png", "blob"]]);
        const { width, height } = seen.canvas;
        const module = width / (size + 2 * QUIET);
        assert.ok(width >= 1000 && width === height && Number.isInteger(module), `${width} x ${height}`);
        const [ground, ...black] = seen.painted;
        assert.deepEqual(ground, ["#ffffff", 0, 0, width, width]);
        const grid = Array.from({ length: size }, () => Array(size).fill("0"));
        for (const [colour, x, y, w, h] of black) {
            assert.deepEqual([colour, w, h], ["#000000", module, module]);
            grid[y / module - QUIET][x / module - QUIET] = "1";
        }
        assert.deepEqual(grid.map((row) => row.join("")), rows);
    }
});

test("without a canvas to draw on it says so", async () => {
    for (const poor of [{ pen: false }, { blob: false }]) {
        const seen = page(poor);
        assert.equal(await keepPng("https://koers.example/", "code.png"), false);
        assert.deepEqual(seen.downloads, []);
    }
});

// ---- read by somebody else -----------------------------------------------------------------------------------------------

const folder = mkdtempSync(join(tmpdir(), "koers-qr-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Grey values 0..255 of `side` x `side` px. Where an edge falls within a px, the px is grey: so do screens and printers. */
function photographed({ size, rows }, side) {
    const modules = size + 2 * QUIET;
    const black = (x, y) => rows[y - QUIET]?.[x - QUIET] === "1";
    const step = modules / side;
    const parts = Array.from({ length: side }, (_, at) => {
        const found = [];
        for (let from = at * step; from < (at + 1) * step - 1e-9; ) {
            const to = Math.min(Math.floor(from + 1e-9) + 1, (at + 1) * step);
            found.push([Math.floor(from + 1e-9), (to - from) / step]);
            from = to;
        }
        return found;
    });
    const grey = new Float64Array(side * side);
    for (let y = 0; y < side; ++y) {
        for (let x = 0; x < side; ++x) {
            let dark = 0;
            for (const [v, high] of parts[y]) for (const [u, wide] of parts[x]) if (black(u, v)) dark += high * wide;
            grey[y * side + x] = 255 * (1 - dark);
        }
    }
    return grey;
}

/** The mean of 3 x 3 px, and up to 10 of 255 lighter or darker by chance. */
function worn(grey, side, random) {
    const within = (at) => Math.min(side - 1, Math.max(0, at));
    return grey.map((_, at) => {
        const [x, y] = [at % side, Math.floor(at / side)];
        let sum = 0;
        for (let v = -1; v <= 1; ++v) for (let u = -1; u <= 1; ++u) sum += grey[within(y + v) * side + within(x + u)];
        return sum / 9 + 20 * (random() - 0.5);
    });
}

const pgm = (grey, side) => Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), Buffer.from(Uint8ClampedArray.from(grey))]);

/** What zbarimg reads in these pictures, in their order; "" where it reads nothing. */
function read(pictures) {
    const names = pictures.map((picture, at) => {
        const name = join(folder, `${at}.pgm`);
        writeFileSync(name, picture);
        return name;
    });
    const said = spawnSync("zbarimg", ["--xml", "-q", "-Sdisable", "-Sqrcode.enable", ...names], { encoding: "utf8" });
    assert.equal(said.error, undefined, "zbarimg is needed (Debian: zbar-tools)");
    const found = new Map([...said.stdout.matchAll(/<source href='([^']+)'>([\s\S]*?)<\/source>/g)].map((m) => [m[1], /<data><!\[CDATA\[([\s\S]*?)\]\]>/.exec(m[2])?.[1] ?? ""]));
    return names.map((name) => found.get(name) ?? "");
}

const random = chance(20261122);
const links = Array.from({ length: 50 }, (_, at) => link(40 + Math.round((at * 260) / 49), random));
// 30 mm at 300 dots an inch with the white around it; a phone's width in CSS px.
for (const [where, side] of [["printed 30 mm wide", 354], ["on a screen 390 px wide", 390]]) {
    test(`50 links of 40 to 300 characters are read back, ${where}`, () => assert.deepEqual(read(links.map((text) => pgm(photographed(code(text), side), side))), links));
    test(`50 links of 40 to 300 characters are read back, ${where}, blurred and speckled`, () => {
        assert.deepEqual(read(links.map((text) => pgm(worn(photographed(code(text), side), side, random), side))), links);
    });
}

test("a picture of another link is not read as this one", () => {
    const [one, two] = [link(60, random), link(60, random)];
    assert.deepEqual(read([pgm(photographed(code(one), 354), 354), pgm(new Float64Array(354 * 354).fill(255), 354), pgm(photographed(code(two), 354), 354)]), [one, "", two]);
});
