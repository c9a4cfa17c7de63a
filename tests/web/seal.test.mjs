// A text sealed with a pass phrase (web/seal.ts), without a browser: what opens, and everything that must not.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createCipheriv, createHash, pbkdf2Sync, randomBytes, webcrypto } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { buildSync } = createRequire(new URL("../../web/package.json", import.meta.url))("esbuild");
globalThis.crypto ??= webcrypto; // Node 18

const { outputFiles } = buildSync({ entryPoints: [join(root, "web/seal.ts")], bundle: true, write: false, format: "esm", target: "es2022", logLevel: "silent" });
const { derived, looksSealed, normal, offer, open, openWith, read, seal } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

const STEP = 4096;
const TAG = 16;
const phrase = "joela kito suimo rada";
const fixture = join(root, "tests/fixtures/sealed-summary-1");

/** What the functions take: an ArrayBuffer of these bytes and nothing else. */
const buffer = (bytes) => Uint8Array.from(bytes).buffer;
const lineOf = (file) => file.subarray(0, file.indexOf(10) + 1);
const withLine = (line, file) => Buffer.concat([Buffer.from(line, "latin1"), file.subarray(lineOf(file).length)]);
const changed = (file, at, mask) => {
    const other = Buffer.from(file);
    other[at] ^= mask;
    return other;
};

/** Another writer of the format, from its description, with Node's own cryptography: `seal` in fewer rounds, or something that only looks like it. */
function written(text, { it = 100_000, salt = randomBytes(16), iv = randomBytes(12), plain = padded(text) } = {}) {
    const line = `{"koers":"summary","v":1,"kdf":"pbkdf2-sha256","it":${it},"salt":"${salt.toString("base64url")}","aead":"a256gcm","iv":"${iv.toString("base64url")}","len":${plain.length + TAG}}\n`;
    const cipher = createCipheriv("aes-256-gcm", pbkdf2Sync(phrase, salt, it, 32, "sha256"), iv).setAAD(Buffer.from(line));
    return Buffer.concat([Buffer.from(line), cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
function padded(text, length = Buffer.byteLength(text)) {
    const bytes = Buffer.from(text);
    const plain = Buffer.alloc(Math.ceil((4 + bytes.length) / STEP) * STEP);
    plain.writeUInt32BE(length);
    bytes.copy(plain, 4);
    return plain;
}

/** How often a key was worked out while this ran. */
async function keysFor(task) {
    const subtle = Object.getPrototypeOf(crypto.subtle);
    const real = subtle.deriveKey;
    let keys = 0;
    subtle.deriveKey = function (...given) {
        ++keys;
        return real.apply(this, given);
    };
    try {
        await task();
    } finally {
        subtle.deriveKey = real;
    }
    return keys;
}

/** Refused by both, without a key worked out. */
async function refused(bytes, problem, what) {
    const keys = await keysFor(async () => {
        assert.equal(looksSealed(buffer(bytes)), problem, what);
        assert.deepEqual(await open(buffer(bytes), phrase), { problem }, what);
    });
    assert.equal(keys, 0, `${what}: no work for it`);
}

const small = written("een korte tekst");
const header = read(buffer(small));
const key = await derived(phrase, header.salt, header.it);

const texts = {
    "nothing": "",
    "a letter": "a",
    "a hundred kB": "Zin in iets, elke dag. ".repeat(4500),
    "emoji": "👩🏽‍⚕️ 🙂 🏳️‍🌈",
    "combining accents": "cafe\u0301 caf\u00e9 n\u0303 \u1E9B\u0323",
    "lines and signs": "\uFEFFeen\r\ntwee\n\0drie\t„vier” €",
};
for (const [what, text] of Object.entries(texts)) {
    test(`${what}: sealed and opened, it is the same text`, async () => {
        const file = await seal(text, phrase);
        assert.equal(looksSealed(buffer(file)), "sealed");
        assert.deepEqual(await open(buffer(file), phrase), { text });
    });
}

test("the longest text that can be sealed can be opened, and one letter more is not sealed", async () => {
    const most = 255 * STEP - 4;
    const file = await seal("x".repeat(most), phrase);
    assert.ok(file.length <= 1 << 20, String(file.length));
    assert.equal((await open(buffer(file), phrase)).text.length, most);
    await assert.rejects(seal("x".repeat(most + 1), phrase), RangeError);
});

test("another phrase opens nothing, and one try is one key", async () => {
    assert.equal(await keysFor(() => open(buffer(small), "een andere zin")), 1);
    for (const other of ["joela kito suimo radi", "joela kito suimo", "joelakito suimo rada", "x", "\0"]) assert.deepEqual(await open(buffer(small), other), { problem: "closed" }, other);
});

test("a phrase with capitals, double spaces and a line's end opens all the same", async () => {
    for (const typed of ["Joela kito  suimo rada ", "JOELA KITO SUIMO RADA", "\tjoela\u00a0kito suimo rada\r\n", "\uff4aoela kito suimo rada"]) {
        assert.deepEqual(await open(buffer(small), typed), { text: "een korte tekst" }, JSON.stringify(typed));
    }
    assert.equal(normal(" \u00c9e\u0301n\n  TWEE\u3000drie "), "\u00e9\u00e9n twee drie");
    for (const typed of ["", "Joela  kito", "\u0130stanbul \u03a3\u03a3", "\ufb01\u2460 \u00bd"]) assert.equal(normal(normal(typed)), normal(typed), typed);
});

test("an empty phrase seals nothing and opens nothing", async () => {
    await assert.rejects(seal("tekst", " \n "), RangeError);
    assert.equal(await keysFor(async () => assert.deepEqual(await open(buffer(small), "  "), { problem: "closed" })), 0);
});

test("the same text sealed twice has nothing in common but the form", async () => {
    const [one, two] = (await Promise.all([seal("tekst", phrase), seal("tekst", phrase)])).map((file) => read(buffer(file)));
    for (const part of ["salt", "iv", "sealed"]) assert.notDeepEqual(one[part], two[part], part);
    assert.deepEqual([one.it, two.it], [600_000, 600_000]);
});

test("a file is written in one way: its line, and whole steps after it", async () => {
    const file = Buffer.from(await seal("tekst", phrase));
    const line = lineOf(file).toString();
    assert.match(line, /^\{"koers":"summary","v":1,"kdf":"pbkdf2-sha256","it":600000,"salt":"[\w-]{22}","aead":"a256gcm","iv":"[\w-]{16}","len":4112\}\n$/);
    assert.equal(file.length - line.length, 4112);
});

test("the size does not betray the length of the text within 4 KiB", async () => {
    const size = async (length) => (await seal("x".repeat(length), phrase)).length;
    const sizes = await Promise.all([0, 1, 999, 4092].map(size));
    assert.equal(new Set(sizes).size, 1);
    assert.equal((await size(4093)) - sizes[0], STEP);
});

test("a file of another maker opens, in as few and as many rounds as there may be", async () => {
    for (const it of [100_000, 5_000_000]) {
        const file = written("van een ander", { it });
        assert.deepEqual(await open(buffer(file), phrase), { text: "van een ander" }, String(it));
    }
});

test("a file with one bit changed stays closed", async () => {
    assert.deepEqual(await openWith(header, key), { text: "een korte tekst" });
    const counts = { foreign: 0, newer: 0, closed: 0 };
    for (let at = 0; at < small.length; ++at) {
        const masks = at < header.line.length ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << at % 8];
        for (const mask of masks) {
            const seen = read(buffer(changed(small, at, mask)));
            const { problem, text } = typeof seen === "string" ? { problem: seen } : await openWith(seen, key);
            assert.equal(text, undefined, `byte ${at}, bit ${mask}`);
            ++counts[problem];
        }
    }
    assert.equal(counts.foreign + counts.newer + counts.closed, 8 * header.line.length + small.length - header.line.length);
    assert.ok(counts.closed > small.length - header.line.length, "salt, rounds and nonce can be changed into others that are within bounds");
});

test("each byte of the line changed, and some of what follows, with the phrase as it is asked for", async () => {
    const places = [...Array(header.line.length).keys(), ...[0, 1, 15, 16, 2000, 4095, 4096, 4111].map((at) => header.line.length + at)];
    for (const at of places) assert.equal((await open(buffer(changed(small, at, 1)), phrase)).text, undefined, `byte ${at}`);
});

test("a file cut off anywhere is no file, and nothing is worked out for it", async () => {
    for (let length = 0; length <= header.line.length + 40; ++length) await refused(small.subarray(0, length), "foreign", `${length} bytes`);
    for (let length = header.line.length; length < small.length; ++length) assert.equal(looksSealed(buffer(small.subarray(0, length))), "foreign");
});

test("a file with more behind it is no file", async () => {
    for (const more of [1, 16, STEP]) await refused(Buffer.concat([small, Buffer.alloc(more)]), "foreign", `${more} more`);
    const line = lineOf(small).toString();
    await refused(Buffer.concat([Buffer.from(line.replace("4112", "4113")), small.subarray(line.length), Buffer.alloc(1)]), "foreign", "a length between two steps");
    await refused(Buffer.from(line.replace("4112", "16") + "0123456789abcdef"), "foreign", "nothing but a tag");
});

test("a file of more than 1 MiB is not looked at", async () => {
    const length = 256 * STEP + TAG;
    const line = lineOf(small).toString().replace('"len":4112', `"len":${length}`);
    await refused(Buffer.concat([Buffer.from(line), Buffer.alloc(length)]), "foreign", "well formed, too large");
    await refused(Buffer.alloc(3 << 20), "foreign", "zeros");
});

test("rounds without measure are refused before any work", async () => {
    const line = lineOf(small).toString();
    for (const it of ["1000000000", "5000001", "99999", "1", "0", "-1", "-600000", "1.5", "600000.0", "6e5", "1e9", '"600000"', "null", "true", "[600000]", "0600000", "+600000", "999999999999999999999"]) {
        await refused(withLine(line.replace('"it":100000', `"it":${it}`), small), "foreign", it);
    }
});

test("a line in any other form is refused", async () => {
    const line = lineOf(small).toString();
    const salt = /"salt":"([^"]+)"/.exec(line)[1];
    const others = {
        "an unknown key": line.replace("}", ',"note":1}'),
        "a key twice": line.replace('"v":1,', '"v":1,"v":1,'),
        "the rounds twice": line.replace('"it":100000', '"it":100000,"it":600000'),
        "a key that is not there": line.replace('"aead":"a256gcm",', ""),
        "keys in another order": line.replace('"v":1,"kdf":"pbkdf2-sha256"', '"kdf":"pbkdf2-sha256","v":1'),
        "the version first": line.replace('"koers":"summary","v":1', '"v":1,"koers":"summary"'),
        "a space": line.replace('"v":1', '"v": 1'),
        "a space at the end": line.replace("\n", " \n"),
        "a space before it": ` ${line}`,
        "a byte order mark": `\xef\xbb\xbf${line}`,
        "a line's end of two bytes": line.replace("\n", "\r\n"),
        "no line's end": line.replace("\n", ""),
        "a second line's end": `${line}\n`,
        "an escaped letter": line.replace("summary", "summar\\u0079"),
        "a key that objects have": line.replace("}", ',"__proto__":{}}'),
        "another cipher": line.replace("a256gcm", "a128gcm"),
        "another derivation": line.replace("pbkdf2-sha256", "pbkdf2-sha1"),
        "another kind": line.replace("summary", "journal"),
        "version 0": line.replace('"v":1', '"v":0'),
        "version 1.5": line.replace('"v":1', '"v":1.5'),
        "version as text": line.replace('"v":1', '"v":"1"'),
        "salt too short": line.replace(salt, salt.slice(0, -2)),
        "salt too long": line.replace(salt, `${salt}AA`),
        "salt padded": line.replace(salt, `${salt}==`),
        "salt in plain base64": line.replace(salt, `+/${salt.slice(2)}`),
        "salt with bits that mean nothing": line.replace(salt, `${salt.slice(0, -1)}B`),
        "a length that starts with 0": line.replace('"len":4112', '"len":04112'),
        "a length as text": line.replace('"len":4112', '"len":"4112"'),
        "a line without end": `{"koers":"summary","v":1,${" ".repeat(300)}`,
        "nothing": "",
        "JSON of something else": '{"format":1}\n',
        "a page": "<!doctype html>\n",
    };
    for (const [what, other] of Object.entries(others)) {
        assert.notEqual(other, line, what);
        await refused(withLine(other, small), "foreign", what);
    }
});

test("a file of a later format is known as one, whatever else is in it", async () => {
    const line = lineOf(small).toString();
    for (const v of [2, 3, 10, 999999999]) await refused(withLine(line.replace('"v":1', `"v":${v}`), small), "newer", `v ${v}`);
    await refused(Buffer.from('{"koers":"summary","v":2}\n'), "newer", "nothing more");
    await refused(Buffer.concat([Buffer.from('{"koers":"summary","v":2,"kdf":"argon2id"'), Buffer.alloc(2 << 20)]), "newer", "larger than a file may be now");
    for (const v of ["02", "2.5", "-2", '"2"', "9999999999", "2 "]) await refused(withLine(line.replace('"v":1', `"v":${v}`), small), "foreign", `v ${v}`);
});

test("who knows the phrase and writes something else is given no part of it", async () => {
    const bad = {
        "a length beyond the end": padded("tekst", STEP - 3),
        "a length of 4 GB": padded("tekst", 0xffffffff),
        "letters after the text": padded("tekst", 3),
        "no UTF-8": (() => {
            const plain = padded("tekst");
            plain[5] = 0xff;
            return plain;
        })(),
        "half a letter": padded("é", 1),
    };
    for (const [what, plain] of Object.entries(bad)) assert.deepEqual(await open(buffer(written("", { plain })), phrase), { problem: "foreign" }, what);
});

test("ten thousand phrases are all different and sound as they should", () => {
    const seen = new Set();
    const syllables = new Map();
    for (let n = 0; n < 10_000; ++n) {
        const one = offer();
        assert.match(one, /^(?:[bdgjklmrstw](?:oe|ui|[aiou])){2}(?: (?:[bdgjklmrstw](?:oe|ui|[aiou])){2}){3}$/);
        assert.equal(normal(one), one);
        seen.add(one);
        for (const syllable of one.match(/[bdgjklmrstw](?:oe|ui|[aiou])/g)) syllables.set(syllable, (syllables.get(syllable) ?? 0) + 1);
    }
    assert.equal(seen.size, 10_000);
    assert.equal(syllables.size, 66);
    assert.ok(8 * Math.log2(syllables.size) >= 48);
    // 80 000 draws from 66: chi-squared of 65 degrees, beyond 150 less than once in a hundred million runs.
    const fair = 80_000 / 66;
    const far = [...syllables.values()].reduce((sum, n) => sum + (n - fair) ** 2 / fair, 0);
    assert.ok(far < 150, `chi-squared ${far}`);
});

// ---- for ever, and without Koers -----------------------------------------------------------------------------------------

const frozen = { "summary.koers": "3a6c221368145fb553aa0cefb68f6f497fafac01c1f55ae410bb1ade620d4552", "text.txt": "b83702c92f582b9f8f9fb1c6e0942f263446c4bfff2b2da44f0ae666a8ff04a9" };

test("what was sealed in November 2026 opens", async () => {
    for (const [name, sum] of Object.entries(frozen)) assert.equal(createHash("sha256").update(readFileSync(join(fixture, name))).digest("hex"), sum, `${name} is frozen`);
    const text = readFileSync(join(fixture, "text.txt"), "utf8");
    for (const typed of [phrase, " Joela  kito suimo RADA"]) assert.deepEqual(await open(buffer(readFileSync(join(fixture, "summary.koers"))), typed), { text });
});

const folder = mkdtempSync(join(tmpdir(), "koers-seal-"));
after(() => rmSync(folder, { recursive: true, force: true }));
/** What the opener that is not Koers prints; `plain`: with nothing but Python itself. */
const python = async (file, typed, ...plain) =>
    (await promisify(execFile)("python3", [join(root, "tests/support/open_sealed.py"), file, typed, ...plain], { encoding: "buffer", maxBuffer: 1 << 22 })).stdout.toString("utf8");

for (const plain of [[], ["--plain"]]) {
    test(`what Koers seals is opened without Koers${plain.length > 0 ? ", with nothing but Python" : ""}`, async () => {
        assert.equal(await python(join(fixture, "summary.koers"), phrase, ...plain), readFileSync(join(fixture, "text.txt"), "utf8"));
        const fresh = join(folder, "fresh.koers");
        const text = texts["emoji"] + "é".repeat(5000);
        writeFileSync(fresh, await seal(text, "Een  Ζin van \u00c9\u00c9n mens\u00a0"));
        assert.equal(await python(fresh, "een ζin van e\u0301\u00e9n MENS", ...plain), text);
        await assert.rejects(python(fresh, "een andere zin", ...plain), { code: 1 });
        writeFileSync(fresh, changed(readFileSync(join(fixture, "summary.koers")), 1000, 1));
        await assert.rejects(python(fresh, phrase, ...plain), { code: 1 });
        writeFileSync(fresh, "iets anders");
        await assert.rejects(python(fresh, phrase, ...plain), { code: 2 });
    });
}
