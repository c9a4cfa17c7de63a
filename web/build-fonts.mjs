// One small TTF per weight for both faces: ImGui reads it, and CSS uses the very same file, so text on the canvas and in a field match.
// The package offers Latin and Latin Extended as two files; they are subset and then joined here.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** What people write in western Europe; what they type beyond it, from Gdańsk to an emoji, the browser draws with a font of the device. */
export const CHARACTERS = [
    ...range(0x20, 0x7e), ...range(0xa0, 0xff), 0x152, 0x153, ...range(0x2010, 0x2015), ...range(0x2018, 0x201e),
    0x2022, 0x2026, 0x20ac, 0x2212, ...range(0x2190, 0x2193), 0x2264, 0x2265,
];

// Neither kerning nor ligatures: ImGui applies none, and both faces must be equally wide.
const DROP = ["GPOS", "GSUB", "GDEF", "kern", "gasp", "DSIG", "STAT", "meta", "BASE"];

function tables(font) {
    const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
    const found = {};
    for (let i = 0; i < view.getUint16(4); i += 1) {
        const at = 12 + 16 * i;
        found[font.subarray(at, at + 4).toString("latin1")] = font.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12));
    }
    return found;
}

function glyphs(t) {
    const count = t.maxp.readUInt16BE(4);
    const long = t.head.readInt16BE(50) === 1;
    const offset = (i) => (long ? t.loca.readUInt32BE(4 * i) : 2 * t.loca.readUInt16BE(2 * i));
    const metrics = t.hhea.readUInt16BE(34);
    return range(0, count - 1).map((i) => ({
        outline: t.glyf.subarray(offset(i), offset(i + 1)),
        advance: t.hmtx.readUInt16BE(4 * Math.min(i, metrics - 1)),
        bearing: i < metrics ? t.hmtx.readInt16BE(4 * i + 2) : t.hmtx.readInt16BE(4 * metrics + 2 * (i - metrics)),
    }));
}

/** Character -> glyph, from the format 4 table (all our characters are in the basic plane). */
function characters(t) {
    const c = t.cmap;
    for (let i = 0; i < c.readUInt16BE(2); i += 1) {
        const at = c.readUInt32BE(4 + 8 * i + 4);
        if (c.readUInt16BE(at) !== 4) continue;
        const n = c.readUInt16BE(at + 6) / 2;
        const map = new Map();
        for (let s = 0; s < n; s += 1) {
            const end = c.readUInt16BE(at + 14 + 2 * s);
            const start = c.readUInt16BE(at + 16 + 2 * n + 2 * s);
            const delta = c.readUInt16BE(at + 16 + 4 * n + 2 * s);
            const where = at + 16 + 6 * n + 2 * s;
            const jump = c.readUInt16BE(where);
            for (let ch = start; ch <= end && ch !== 0xffff; ch += 1) {
                const glyph = jump === 0 ? (ch + delta) & 0xffff : c.readUInt16BE(where + jump + 2 * (ch - start));
                if (glyph !== 0) map.set(ch, jump === 0 ? glyph : (glyph + delta) & 0xffff);
            }
        }
        return map;
    }
    throw new Error("the font has no format 4 character table");
}

/** A composite glyph names its parts by number: move them along with the glyphs. */
function shiftParts(outline, by) {
    const copy = Buffer.from(outline);
    if (copy.length === 0 || copy.readInt16BE(0) >= 0) return copy;
    let at = 10;
    for (;;) {
        const flags = copy.readUInt16BE(at);
        copy.writeUInt16BE(copy.readUInt16BE(at + 2) + by, at + 2);
        at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
        if (!(flags & 0x20)) return copy;
    }
}

function characterTable(map) {
    const runs = [];
    for (const [ch, glyph] of [...map].sort((a, b) => a[0] - b[0])) {
        const last = runs.at(-1);
        if (last && last.end + 1 === ch && last.glyph + (ch - last.start) === glyph) last.end = ch;
        else runs.push({ start: ch, end: ch, glyph });
    }
    runs.push({ start: 0xffff, end: 0xffff, glyph: 0 });
    const n = runs.length;
    const table = Buffer.alloc(12 + 16 + 8 * n);
    const log = Math.floor(Math.log2(n));
    [0, 1, 3, 1, 0, 12, 4, 16 + 8 * n, 0, 2 * n, 2 * 2 ** log, log, 2 * (n - 2 ** log)].forEach((v, i) => table.writeUInt16BE(v, 2 * i));
    runs.forEach((run, i) => {
        table.writeUInt16BE(run.end, 26 + 2 * i);
        table.writeUInt16BE(run.start, 28 + 2 * n + 2 * i);
        table.writeUInt16BE((run.glyph - run.start + 0x20000) & 0xffff, 28 + 4 * n + 2 * i);
    });
    table.writeUInt16BE(1, 28 + 4 * n + 2 * (n - 1));
    return table;
}

const sum = (bytes) => {
    let total = 0;
    for (let i = 0; i < bytes.length; i += 4) {
        total = (total + (((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0))) >>> 0;
    }
    return total;
};

function assemble(parts) {
    const names = Object.keys(parts).sort();
    const log = Math.floor(Math.log2(names.length));
    const header = Buffer.alloc(12 + 16 * names.length);
    header.writeUInt32BE(0x00010000, 0);
    [names.length, 16 * 2 ** log, log, 16 * (names.length - 2 ** log)].forEach((v, i) => header.writeUInt16BE(v, 4 + 2 * i));
    const chunks = [header];
    let at = header.length;
    let headAt = 0;
    names.forEach((name, i) => {
        const body = parts[name];
        header.write(name.padEnd(4), 12 + 16 * i, "latin1");
        header.writeUInt32BE(sum(body), 16 + 16 * i);
        header.writeUInt32BE(at, 20 + 16 * i);
        header.writeUInt32BE(body.length, 24 + 16 * i);
        if (name === "head") headAt = at;
        const padded = Buffer.alloc((body.length + 3) & ~3);
        body.copy(padded);
        chunks.push(padded);
        at += padded.length;
    });
    const font = Buffer.concat(chunks);
    font.writeUInt32BE((0xb1b0afba - sum(font)) >>> 0, headAt + 8);
    return font;
}

function join(first, second) {
    const [a, b] = [tables(first), tables(second)];
    if (a.head.readUInt16BE(18) !== b.head.readUInt16BE(18)) throw new Error("the two halves of the font have different units");
    const [from, more] = [glyphs(a), glyphs(b)];
    const map = characters(a);
    for (const [ch, glyph] of characters(b)) if (!map.has(ch)) map.set(ch, glyph + from.length);
    const all = [...from.map((g) => ({ ...g, outline: Buffer.from(g.outline) })), ...more.map((g) => ({ ...g, outline: shiftParts(g.outline, from.length) }))];

    const hmtx = Buffer.alloc(4 * all.length);
    const loca = Buffer.alloc(4 * (all.length + 1));
    const outlines = [];
    let at = 0;
    all.forEach((g, i) => {
        hmtx.writeUInt16BE(g.advance, 4 * i);
        hmtx.writeInt16BE(g.bearing, 4 * i + 2);
        const padded = Buffer.alloc((g.outline.length + 3) & ~3);
        g.outline.copy(padded);
        outlines.push(padded);
        at += padded.length;
        loca.writeUInt32BE(at, 4 * (i + 1));
    });
    const [head, hhea, maxp, os2, post] = [a.head, a.hhea, a.maxp, a["OS/2"], a.post.subarray(0, 32)].map((t) => Buffer.from(t));
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    for (const [offset, pick] of [[36, Math.min], [38, Math.min], [40, Math.max], [42, Math.max]]) {
        head.writeInt16BE(pick(a.head.readInt16BE(offset), b.head.readInt16BE(offset)), offset);
    }
    hhea.writeUInt16BE(all.length, 34);
    hhea.writeUInt16BE(Math.max(a.hhea.readUInt16BE(10), b.hhea.readUInt16BE(10)), 10);
    maxp.writeUInt16BE(all.length, 4);
    for (let i = 6; i < maxp.length; i += 2) maxp.writeUInt16BE(Math.max(a.maxp.readUInt16BE(i), b.maxp.readUInt16BE(i)), i);
    post.writeUInt32BE(0x00030000, 0);
    os2.writeUInt16BE(Math.min(...map.keys()), 64);
    os2.writeUInt16BE(Math.max(...map.keys()), 66);
    return { font: assemble({ head, hhea, maxp, "OS/2": os2, post, name: a.name, cmap: characterTable(map), glyf: Buffer.concat(outlines), loca, hmtx }), has: map };
}

/** -> {bytes, missing}: the font of that weight, and the characters it turned out not to have. */
export async function font(weight) {
    const subset = require("subset-font");
    const text = String.fromCodePoint(...CHARACTERS);
    const half = (part) =>
        subset(readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-${weight}-normal.woff2`)), text, {
            targetFormat: "truetype", noHinting: true, noLayoutClosure: true, keepFeatures: [], dropTables: DROP,
        });
    const { font: bytes, has } = join(await half("latin"), await half("latin-ext"));
    return { bytes, missing: CHARACTERS.filter((c) => !has.has(c)) };
}
