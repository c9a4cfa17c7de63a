// A link as a QR code, on the screen and as a picture to print. Fetched when somebody wants it.

import { encode } from "uqr";
import { download } from "./files";

/** Longer ones are read badly from a small print; version 13, 69 modules wide, is the largest there is for this. */
const MOST_LETTERS = 300;
const PRINTABLE = /^[\x20-\x7e]+$/;
/** Modules of white around a code that ISO/IEC 18004 asks for. */
const QUIET = 4;
/** Picture px that are enough for a poster. */
const WIDE = 1000;

/** A QR code without the white around it. */
export interface Code {
    /** Modules in a row, and rows. */
    size: number;
    /** From the top; of each module from the left "1" for black, "0" for white. */
    rows: string[];
}

/**
 * The smallest code of level M (15 % may be lost) in byte mode. The same text gives the same code, in every version that uses the same library.
 * RangeError: nothing, more than 300 characters, or other than printable ASCII.
 */
export function code(text: string): Code {
    if (text.length > MOST_LETTERS || !PRINTABLE.test(text)) throw new RangeError("a code is made of 1 to 300 characters of printable ASCII");
    // As bytes, or a text of digits and capitals would come out in another mode.
    const bytes = Array.from(text, (letter) => letter.charCodeAt(0));
    const { size, data } = encode(bytes, { ecc: "M", boostEcc: false, border: 0 });
    return { size, rows: data.map((row) => row.map((black) => (black ? "1" : "0")).join("")) };
}

/** Black on white, whole picture px to a module: what is scaled afterwards stays sharp. -> the picture, or null when there is no canvas to draw on. */
function picture({ size, rows }: Code): Promise<Blob | null> {
    const modules = size + 2 * QUIET;
    const module = Math.ceil(WIDE / modules);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = modules * module;
    const pen = canvas.getContext("2d");
    if (!pen) return Promise.resolve(null);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#000000";
    rows.forEach((row, y) => [...row].forEach((black, x) => black === "1" && pen.fillRect((x + QUIET) * module, (y + QUIET) * module, module, module)));
    return new Promise((made) => canvas.toBlob(made, "image/png"));
}

/** `name`: of the file, with its ending. -> whether it was given to the browser. RangeError as `code`. */
export async function keepPng(text: string, name: string): Promise<boolean> {
    const made = await picture(code(text));
    if (!made) return false;
    download(name, made);
    return true;
}
