// Lucide's SVG drawings as polylines: what ImGui can stroke. 24x24 units, two decimals, a closed line repeats its first point.

const TOLERANCE = 0.02; // units: a twelfth of a pixel when the icon is drawn 96 px large
const TAU = 2 * Math.PI;

function attributes(tag) {
    return Object.fromEntries([...tag.matchAll(/([a-zA-Z0-9-]+)\s*=\s*"([^"]*)"/g)].map((m) => [m[1], m[2]]));
}

function cubic(line, x0, y0, x1, y1, x2, y2, x3, y3) {
    const bend = Math.max(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
    const n = Math.max(1, Math.ceil(Math.sqrt((6 * bend) / (8 * TOLERANCE))));
    for (let i = 1; i <= n; i += 1) {
        const t = i / n;
        const u = 1 - t;
        line.push(u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3, u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3);
    }
}

/** An elliptical arc from its end points (SVG 1.1, appendix F.6.5). */
function arc(line, x0, y0, rx, ry, turn, large, sweep, x, y) {
    if (x0 === x && y0 === y) return;
    if (rx === 0 || ry === 0) {
        line.push(x, y);
        return;
    }
    [rx, ry] = [Math.abs(rx), Math.abs(ry)];
    const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const [dx, dy] = [(x0 - x) / 2, (y0 - y) / 2];
    const [px, py] = [c * dx + s * dy, c * dy - s * dx];
    const grow = (px / rx) ** 2 + (py / ry) ** 2;
    if (grow > 1) [rx, ry] = [rx * Math.sqrt(grow), ry * Math.sqrt(grow)];
    const q = (rx * py) ** 2 + (ry * px) ** 2;
    const k = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - q) / q));
    const [qx, qy] = [(k * rx * py) / ry, (-k * ry * px) / rx];
    const [cx, cy] = [c * qx - s * qy + (x0 + x) / 2, s * qx + c * qy + (y0 + y) / 2];
    const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
    let angle = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
    if (sweep && angle < 0) angle += TAU;
    if (!sweep && angle > 0) angle -= TAU;
    const n = Math.max(1, Math.ceil(Math.abs(angle) / (2 * Math.acos(1 - Math.min(1, TOLERANCE / Math.max(rx, ry))))));
    for (let i = 1; i < n; i += 1) {
        const a = from + (angle * i) / n;
        line.push(cx + c * rx * Math.cos(a) - s * ry * Math.sin(a), cy + s * rx * Math.cos(a) + c * ry * Math.sin(a));
    }
    line.push(x, y);
}

const ARGUMENTS = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

function commands(d) {
    const list = [];
    let at = 0;
    const skip = () => {
        while (at < d.length && /[\s,]/.test(d[at])) at += 1;
    };
    const number = (flag) => {
        skip();
        if (flag && /[01]/.test(d[at])) return Number(d[at++]); // flags may stand without a space: "a1 1 0 011 1"
        const m = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/.exec(d.slice(at));
        if (!m) throw new Error(`a number was expected at "${d.slice(at, at + 12)}"`);
        at += m[0].length;
        return Number(m[0]);
    };
    for (;;) {
        skip();
        if (at >= d.length) return list;
        let name = d[at];
        const count = ARGUMENTS[name.toLowerCase()];
        if (count === undefined) throw new Error(`unknown path command "${name}"`);
        at += 1;
        do {
            list.push([name, Array.from({ length: count }, (_, i) => number(count === 7 && (i === 3 || i === 4)))]);
            if (name === "m") name = "l"; // further pairs after a move are lines
            if (name === "M") name = "L";
            skip();
        } while (count > 0 && at < d.length && /[\d.+-]/.test(d[at]));
    }
}

export function path(d) {
    const lines = [];
    let line = [];
    let [x, y, sx, sy, hx, hy] = [0, 0, 0, 0, 0, 0];
    let before = "";
    const start = () => {
        if (line.length === 0) line.push(x, y);
    };
    const end = () => {
        if (line.length >= 4) lines.push(line);
        line = [];
    };
    for (const [name, v] of commands(d)) {
        const kind = name.toLowerCase();
        const [ox, oy] = name === kind ? [x, y] : [0, 0];
        if (kind === "m") {
            end();
            [x, y] = [ox + v[0], oy + v[1]];
            [sx, sy] = [x, y];
        } else if (kind === "z") {
            start();
            if (x !== sx || y !== sy) line.push(sx, sy);
            end();
            [x, y] = [sx, sy];
        } else {
            start();
            if (kind === "l") [x, y] = [ox + v[0], oy + v[1]];
            else if (kind === "h") x = ox + v[0];
            else if (kind === "v") y = oy + v[0];
            if (kind === "l" || kind === "h" || kind === "v") line.push(x, y);
            else if (kind === "a") {
                const [tx, ty] = [ox + v[5], oy + v[6]];
                arc(line, x, y, v[0], v[1], v[2], v[3] === 1, v[4] === 1, tx, ty);
                [x, y] = [tx, ty];
            } else {
                // Every Bezier kind as a cubic; (hx, hy) is the last handle, which the smooth kinds mirror.
                const smooth = /[cs]/.test(kind) ? /[cs]/.test(before) : /[qt]/.test(before);
                const mirrored = smooth ? [2 * x - hx, 2 * y - hy] : [x, y];
                const [p, q] =
                    kind === "c" ? [[ox + v[0], oy + v[1]], [ox + v[2], oy + v[3]]]
                    : kind === "s" ? [mirrored, [ox + v[0], oy + v[1]]]
                    : kind === "q" ? [[ox + v[0], oy + v[1]], null]
                    : [mirrored, null];
                const [tx, ty] = [ox + v.at(-2), oy + v.at(-1)];
                const third = (from, to) => from + (2 / 3) * (to - from);
                const [c1, c2] = q ? [p, q] : [[third(x, p[0]), third(y, p[1])], [third(tx, p[0]), third(ty, p[1])]];
                cubic(line, x, y, ...c1, ...c2, tx, ty);
                [hx, hy] = q ?? p;
                [x, y] = [tx, ty];
            }
        }
        before = kind;
    }
    end();
    return lines;
}

function shape(tag, a) {
    const n = (name) => Number(a[name] ?? 0);
    const points = () => (a.points.match(/[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/gi) ?? []).map(Number);
    switch (tag) {
        case "path": return path(a.d);
        case "line": return [[n("x1"), n("y1"), n("x2"), n("y2")]];
        case "polyline": return [points()];
        case "polygon": return [[...points(), ...points().slice(0, 2)]];
        case "circle":
        case "ellipse": {
            const [cx, cy, rx, ry] = [n("cx"), n("cy"), n(tag === "circle" ? "r" : "rx"), n(tag === "circle" ? "r" : "ry")];
            return path(`M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}z`);
        }
        case "rect": {
            const [x, y, w, h] = [n("x"), n("y"), n("width"), n("height")];
            const rx = Math.min(Number(a.rx ?? a.ry ?? 0), w / 2);
            const ry = Math.min(Number(a.ry ?? a.rx ?? 0), h / 2);
            if (rx === 0 || ry === 0) return path(`M${x} ${y}h${w}v${h}h${-w}z`);
            return path(`M${x + rx} ${y}H${x + w - rx}A${rx} ${ry} 0 0 1 ${x + w} ${y + ry}V${y + h - ry}A${rx} ${ry} 0 0 1 ${x + w - rx} ${y + h}` +
                `H${x + rx}A${rx} ${ry} 0 0 1 ${x} ${y + h - ry}V${y + ry}A${rx} ${ry} 0 0 1 ${x + rx} ${y}z`);
        }
        default: throw new Error(`<${tag}> is not a shape this build can draw`);
    }
}

const round = (v) => Math.round(v * 100) / 100 + 0;

/** All lines of one SVG file, points that fall together after rounding left out. */
export function polylines(svg) {
    const body = svg.replace(/<!--[\s\S]*?-->/g, "").replace(/<svg[^>]*>|<\/svg>/g, "");
    if (/\btransform\s*=/.test(body)) throw new Error("transform is not supported");
    return [...body.matchAll(/<([a-z]+)\b([^>]*)>/g)].flatMap(([, tag, rest]) => shape(tag, attributes(rest))).map((line) => {
        const kept = [];
        for (let i = 0; i < line.length; i += 2) {
            const [px, py] = [round(line[i]), round(line[i + 1])];
            if (kept.length === 0 || kept.at(-2) !== px || kept.at(-1) !== py) kept.push(px, py);
        }
        return kept.length === 2 ? [...kept, kept[0] + 0.01, kept[1]] : kept;
    });
}
