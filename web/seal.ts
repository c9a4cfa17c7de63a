// A text sealed with a pass phrase, as a file that somebody else opens in their own Koers: a Summary on its way from a client to a professional.
//
// Format 1. The file is one line of JSON in ASCII, shorter than 256 bytes, and what AES-256-GCM made of the text:
//   {"koers":"summary","v":1,"kdf":"pbkdf2-sha256","it":600000,"salt":"…","aead":"a256gcm","iv":"…","len":N}
//   salt and iv are 16 and 12 bytes in base64url without padding, N is the number of bytes after the line.
// The line with its newline is the additional authenticated data. What is encrypted is the length of the text in bytes (4 bytes, big-endian),
// the text in UTF-8, and zeros up to the next 4 KiB, so that the size of the file tells little about what is in it.
// There is exactly one way to write each header, and only that one is read: no keys in another order, no white space, no second spelling.
// Every version, also a later one, begins with {"koers":"summary","v":<number> so that an older Koers can say that the file is too new for it.
//
// A wrong phrase and a damaged file look the same: AES-GCM says only that what came out is not what went in. It does not bind a file to one phrase
// either: who makes a file can make one that two phrases open. That is the maker's own text both times, so nothing hangs on it.

import type { Bytes } from "./vault";

/** `foreign`: no such file, or one whose header is out of bounds · `newer`: of a later format · `closed`: another phrase, or damaged. */
export type Problem = "foreign" | "newer" | "closed";
export type Opened = { text: string } | { problem: Problem };

/** What the first line says, within bounds. */
export interface Header {
    /** Rounds of PBKDF2. */
    it: number;
    salt: Bytes;
    iv: Bytes;
    /** The line itself with its newline. */
    line: Bytes;
    /** What follows the line. */
    sealed: Bytes;
}

// PBKDF2 because WebCrypto has nothing better, and Argon2 in WebAssembly would be one more program to trust; 600 000 rounds after OWASP, 2023.
const ROUNDS = 600_000;
/** Fewer would be a weak file, more would hold up an old phone for a minute: neither was made by Koers. */
const FEWEST_ROUNDS = 100_000;
const MOST_ROUNDS = 5_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const STEP = 4096;
const FILE_BYTES = 1 << 20;
const LINE_BYTES = 256;
/** Whole steps that fit in a file beside its first line. */
const MOST_STEPS = Math.floor((FILE_BYTES - LINE_BYTES - TAG_BYTES) / STEP);

const VERSION = /^\{"koers":"summary","v":([1-9][0-9]{0,8})[,}]/;
const LINE =
    /^\{"koers":"summary","v":1,"kdf":"pbkdf2-sha256","it":([1-9][0-9]{0,8}),"salt":"([A-Za-z0-9_-]{22})","aead":"a256gcm","iv":"([A-Za-z0-9_-]{16})","len":([1-9][0-9]{0,8})\}\n/;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The same phrase however it was typed: phones begin with a capital and leave a space at the end. */
export function normal(phrase: string): string {
    return phrase.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}

/** The whole file. RangeError: an empty phrase, or a text of more than about 1 MB. */
export async function seal(text: string, phrase: string): Promise<Uint8Array> {
    const padded = pad(encoder.encode(text));
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const line = written(ROUNDS, salt, iv, padded.length + TAG_BYTES);
    const key = await derived(phrase, salt, ROUNDS);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: line }, key, padded);
    const file = new Uint8Array(line.length + sealed.byteLength);
    file.set(line);
    file.set(new Uint8Array(sealed), line.length);
    return file;
}

/** All of the text or nothing of it. The key is worked out only for a header that is within bounds; that takes about a second. */
export async function open(bytes: ArrayBuffer, phrase: string): Promise<Opened> {
    const header = read(bytes);
    if (typeof header === "string") return { problem: header };
    if (normal(phrase) === "") return { problem: "closed" };
    return openWith(header, await derived(phrase, header.salt, header.it));
}

/** What the first line says, before anybody is asked for a phrase. */
export function looksSealed(bytes: ArrayBuffer): "sealed" | "newer" | "foreign" {
    const header = read(bytes);
    return typeof header === "string" ? header : "sealed";
}

/** `open` in two halves, first: the header within its bounds, and all of the file accounted for. */
export function read(bytes: ArrayBuffer): Header | "newer" | "foreign" {
    const start = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(LINE_BYTES - 1, bytes.byteLength)));
    if (Number(VERSION.exec(start)?.[1]) > 1) return "newer";
    if (bytes.byteLength > FILE_BYTES) return "foreign";
    const found = LINE.exec(start);
    if (!found) return "foreign";
    const [it, length] = [Number(found[1]), Number(found[4])];
    if (it < FEWEST_ROUNDS || it > MOST_ROUNDS) return "foreign";
    if (length <= TAG_BYTES || length % STEP !== TAG_BYTES || found[0].length + length !== bytes.byteLength) return "foreign";
    const salt = unspelled(found[2]!), iv = unspelled(found[3]!);
    const line = written(it, salt, iv, length);
    // The last letter of the salt has room for four bits that mean nothing: they are zeros, or it is not our line.
    if (String.fromCharCode(...line) !== found[0]) return "foreign";
    return { it, salt, iv, line, sealed: new Uint8Array(bytes, line.length) };
}

/** `open` in two halves, second: with the key of this very header. */
export async function openWith(header: Header, key: CryptoKey): Promise<Opened> {
    let padded: ArrayBuffer;
    try {
        padded = await crypto.subtle.decrypt({ name: "AES-GCM", iv: header.iv, additionalData: header.line }, key, header.sealed);
    } catch {
        return { problem: "closed" };
    }
    const text = unpad(new Uint8Array(padded));
    // Somebody who knows the phrase wrote something that Koers does not write: another phrase would not help.
    return text === undefined ? { problem: "foreign" } : { text };
}

/** The key behind a phrase, not extractable. RangeError: an empty phrase. */
export async function derived(phrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
    const words = normal(phrase);
    if (words === "") throw new RangeError("an empty phrase seals nothing");
    const base = await crypto.subtle.importKey("raw", encoder.encode(words), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
    return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function written(it: number, salt: Bytes, iv: Bytes, length: number): Bytes {
    const header = { koers: "summary", v: 1, kdf: "pbkdf2-sha256", it, salt: spelled(salt), aead: "a256gcm", iv: spelled(iv), len: length };
    return encoder.encode(`${JSON.stringify(header)}\n`);
}

/** base64url without padding. */
function spelled(bytes: Bytes): string {
    return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

function unspelled(letters: string): Bytes {
    return Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function pad(text: Uint8Array): Bytes {
    const steps = Math.ceil((LENGTH_BYTES + text.length) / STEP);
    if (steps > MOST_STEPS) throw new RangeError("the text is too long for a file that Koers would open");
    const padded = new Uint8Array(steps * STEP);
    new DataView(padded.buffer).setUint32(0, text.length);
    padded.set(text, LENGTH_BYTES);
    return padded;
}

/** The text, or undefined when these bytes were not made by `pad`. */
function unpad(padded: Bytes): string | undefined {
    const end = LENGTH_BYTES + new DataView(padded.buffer).getUint32(0);
    if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) return undefined;
    try {
        return decoder.decode(padded.subarray(LENGTH_BYTES, end));
    } catch {
        return undefined;
    }
}

// What is hard to mishear on a telephone and has one spelling in Dutch. Of what sounds alike there one each: of s and f, of m and n, of t and p; and of what
// is one sound in some mouths: of s and z, of w and v, of g and h. No e, which is read in two ways; no ij and no ou, which are heard as ei and au.
const CONSONANTS = ["b", "d", "g", "j", "k", "l", "m", "r", "s", "t", "w"];
const VOWELS = ["a", "i", "o", "u", "oe", "ui"];
/** Of the 4356 words that can come up, those that nobody should be given. */
const UNKIND = new Set(["koka", "kaka", "lulu", "luilui", "gaga", "joeda", "joedi", "dodo", "kuku"]);
const WORDS = 4;
const SYLLABLES = 2;

/** A phrase to read out over the telephone: four words that mean nothing, "joela kito suimo rada". 66 syllables, 8 times, each as likely: 48.3 bits. */
export function offer(): string {
    const word = (): string => {
        const made = Array.from({ length: SYLLABLES }, syllable).join("");
        return UNKIND.has(made) ? word() : made;
    };
    return Array.from({ length: WORDS }, word).join(" ");
}

function syllable(): string {
    const at = below(CONSONANTS.length * VOWELS.length);
    return CONSONANTS[Math.floor(at / VOWELS.length)]! + VOWELS[at % VOWELS.length]!;
}

/** A whole number from 0 up to `end` (at most 256), each as likely: a byte that would favour the low ones is thrown again. */
function below(end: number): number {
    const fair = 256 - (256 % end);
    const byte = new Uint8Array(1);
    do crypto.getRandomValues(byte);
    while (byte[0]! >= fair);
    return byte[0]! % end;
}
