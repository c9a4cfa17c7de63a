// The program's own picture, for a browser tab and a home screen: a plain curved line on a plain ground. It tells a passer-by nothing.
import { deflateSync } from "node:zlib";
import { path } from "./build-icons.mjs";

const GROUND = "#1E6B5E";
const LINE = "#FBF8F3";
const CURVE = "M6 16.5C9.5 16.5 9.5 7.5 13 7.5S16 12 18 12";

export const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5.5" fill="${GROUND}"/>` +
    `<path d="${CURVE}" fill="none" stroke="${LINE}" stroke-width="2.4" stroke-linecap="round"/></svg>`;

const colour = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

function chunk(name, body) {
    const data = Buffer.concat([Buffer.from(name, "latin1"), body]);
    let crc = 0xffffffff;
    for (const byte of data) {
        crc ^= byte;
        for (let k = 0; k < 8; k += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    const frame = Buffer.alloc(12 + body.length);
    frame.writeUInt32BE(body.length, 0);
    data.copy(frame, 4);
    frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + body.length);
    return frame;
}

/** The picture as a PNG. `full`: the ground goes to the edges and the drawing stays in the middle, for systems that cut their own shape. */
export function png(size, full) {
    const points = path(CURVE)[0];
    const scale = full ? 0.8 : 1;
    const [ground, ink] = [colour(GROUND), colour(LINE)];
    const unit = 24 / size;
    const clamp = (v) => Math.min(1, Math.max(0, v));
    const rows = Buffer.alloc(size * (1 + 4 * size));
    for (let row = 0; row < size; row += 1) {
        for (let column = 0; column < size; column += 1) {
            const [x, y] = [(column + 0.5) * unit, (row + 0.5) * unit];
            // Distances to the shapes, in pixels, give smooth edges.
            const [qx, qy] = [Math.abs(x - 12) - 6.5, Math.abs(y - 12) - 6.5];
            const edge = Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - 5.5;
            const alpha = full ? 1 : clamp(0.5 - edge / unit);
            const [u, v] = [(x - 12) / scale + 12, (y - 12) / scale + 12];
            let near = Infinity;
            for (let i = 0; i + 3 < points.length; i += 2) {
                const [ax, ay, bx, by] = points.slice(i, i + 4);
                const t = clamp(((u - ax) * (bx - ax) + (v - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1));
                near = Math.min(near, Math.hypot(u - ax - t * (bx - ax), v - ay - t * (by - ay)));
            }
            const cover = clamp(0.5 - ((near - 1.2) * scale) / unit);
            const at = row * (1 + 4 * size) + 1 + 4 * column;
            for (let c = 0; c < 3; c += 1) rows[at + c] = Math.round(ground[c] + (ink[c] - ground[c]) * cover);
            rows[at + 3] = Math.round(255 * alpha);
        }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(size, 0);
    header.writeUInt32BE(size, 4);
    header.set([8, 6, 0, 0, 0], 8);
    return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
