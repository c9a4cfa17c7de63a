// The paper on screen as a picture to keep on a phone: the words of its elements, set anew on a canvas of its own. Fetched when somebody wants it.

import { download } from "./files";

const WIDTH = 1080;
const MARGIN = 72;
/** Picture px in a CSS px of the screen's type. */
const GROWN = 2.6;
const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif';

interface Line {
    text: string;
    font: string;
    /** From the top of the picture to the middle of the line. */
    y: number;
    soft: boolean;
}

/** Breaks what is too long at a space, and a word that is too long anywhere. */
function wrapped(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split("\n")) {
        let line = "";
        for (const word of paragraph.split(" ")) {
            const longer = line === "" ? word : `${line} ${word}`;
            if (pen.measureText(longer).width <= room) {
                line = longer;
                continue;
            }
            if (line !== "") lines.push(line);
            line = word;
            while (pen.measureText(line).width > room && [...line].length > 1) {
                let letters = Math.max(1, [...line].length - 1);
                while (letters > 1 && pen.measureText([...line].slice(0, letters).join("")).width > room) --letters;
                lines.push([...line].slice(0, letters).join(""));
                line = [...line].slice(letters).join("");
            }
        }
        lines.push(line);
    }
    return lines;
}

/** `scale`: how much larger than usual the reader's text is; a picture has one size for all. */
export async function picture(paper: HTMLElement, scale: number): Promise<Blob | null> {
    await Promise.all([document.fonts.load(`400 40px ${FAMILY}`), document.fonts.load(`700 40px ${FAMILY}`)]).catch(() => undefined);
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d")!;
    const lines: Line[] = [];
    const folds: number[] = [];
    let y = MARGIN;
    for (const element of paper.querySelectorAll<HTMLElement>("section, h2, h3, p")) {
        if (element.tagName === "SECTION") {
            if (lines.length > 0) folds.push((y += MARGIN / 2)), (y += MARGIN / 2);
            continue;
        }
        const size = (Number.parseFloat(element.style.fontSize) / scale) * GROWN;
        const heading = element.tagName !== "P";
        const font = `${heading ? 700 : 400} ${size}px ${FAMILY}`;
        pen.font = font;
        y += heading && lines.length > 0 ? size * 0.7 : size * 0.15;
        for (const text of wrapped(pen, element.textContent ?? "", WIDTH - 2 * MARGIN)) {
            lines.push({ text, font, y: y + size * 0.7, soft: !heading && size < 15 * GROWN });
            y += size * 1.4;
        }
    }
    canvas.width = WIDTH;
    canvas.height = Math.ceil(y + MARGIN);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.textBaseline = "middle";
    for (const line of lines) {
        pen.font = line.font;
        pen.fillStyle = line.soft ? "#51615f" : "#20302f";
        pen.fillText(line.text, MARGIN, line.y);
    }
    pen.strokeStyle = "#51615f";
    pen.lineWidth = 3;
    pen.setLineDash([16, 14]);
    for (const at of folds) {
        pen.beginPath();
        pen.moveTo(MARGIN, at);
        pen.lineTo(WIDTH - MARGIN, at);
        pen.stroke();
    }
    return new Promise((made) => canvas.toBlob(made, "image/png"));
}

let underWay = false;

/** Where a phone keeps pictures is for the person to say: its own sheet asks. -> whether it was kept; undefined: the person changed their mind, or the sheet said it all. */
export async function keep(paper: HTMLElement, scale: number, name: string): Promise<boolean | undefined> {
    if (underWay) return undefined;
    underWay = true;
    try {
        const made = await picture(paper, scale);
        if (!made) return false;
        const files = [new File([made], name, { type: made.type })];
        if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files })) {
            try {
                await navigator.share({ files });
                return undefined;
            } catch (error) {
                // Not allowed (any more): then as a file. Anything else is the person's own no.
                if ((error as DOMException).name !== "NotAllowedError") return undefined;
            }
        }
        download(name, made);
        return true;
    } finally {
        underWay = false;
    }
}
