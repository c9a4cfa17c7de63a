// Sealing: AES-256-GCM around every page and around the index of pages, from the very first write.
//
// The key lies beside what it seals, so this alone keeps nobody out. It is done so that there is one path and one format, and a later pass phrase
// only has to wrap the key (facts/storage_security.md 2.4). What it does give today: every flipped, swapped or replayed byte is found.

/** Bytes of our own, never shared memory: what WebCrypto and IndexedDB take. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const FORMAT = 1;
export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Plaintext grows in these steps, so that the length of a sealed page tells little about what is in it. */
const STEP = 256;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Which pages there are and the generation each was written in: what makes a missing or replayed page visible. */
export interface Index {
    format: number;
    generation: number;
    pages: [id: string, generation: number][];
}

export function newKey(): Bytes {
    return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

export class Vault {
    private constructor(private readonly key: CryptoKey) {}

    /** Not extractable: that stops accidental leaks, not somebody who reads the disk. */
    static async with(raw: Bytes): Promise<Vault> {
        return new Vault(await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]));
    }

    sealPage(id: string, generation: number, text: string): Promise<Bytes> {
        return this.seal(pageLabel(id, generation), text);
    }

    /** The text, or undefined when a single bit is not as it was sealed under this id and generation. */
    openPage(id: string, generation: number, sealed: Bytes): Promise<string | undefined> {
        return this.open(pageLabel(id, generation), sealed);
    }

    sealIndex(index: Index): Promise<Bytes> {
        return this.seal(indexLabel(index.generation), JSON.stringify(index));
    }

    async openIndex(generation: number, sealed: Bytes): Promise<Index | undefined> {
        const text = await this.open(indexLabel(generation), sealed);
        return text === undefined ? undefined : (JSON.parse(text) as Index);
    }

    private async seal(label: Bytes, text: string): Promise<Bytes> {
        // Random, never a counter: a restored copy and a second tab would repeat one.
        const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
        const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: label }, this.key, pad(text));
        const out = new Uint8Array(IV_BYTES + sealed.byteLength);
        out.set(iv);
        out.set(new Uint8Array(sealed), IV_BYTES);
        return out;
    }

    private async open(label: Bytes, sealed: Bytes): Promise<string | undefined> {
        if (sealed.length < IV_BYTES + TAG_BYTES + STEP) return undefined;
        try {
            const parameters = { name: "AES-GCM", iv: sealed.subarray(0, IV_BYTES), additionalData: label };
            return unpad(new Uint8Array(await crypto.subtle.decrypt(parameters, this.key, sealed.subarray(IV_BYTES))));
        } catch {
            return undefined;
        }
    }
}

/** The format is part of the label: what a newer version seals is never mistaken for ours. */
function pageLabel(id: string, generation: number): Bytes {
    return encoder.encode(`koers|page|${FORMAT}|${id}|${generation}`);
}

function indexLabel(generation: number): Bytes {
    return encoder.encode(`koers|index|${FORMAT}|${generation}`);
}

/** Four bytes of length, the text, zeros up to the next step. */
function pad(text: string): Bytes {
    const bytes = encoder.encode(text);
    const out = new Uint8Array(Math.ceil((4 + bytes.length) / STEP) * STEP);
    new DataView(out.buffer).setUint32(0, bytes.length);
    out.set(bytes, 4);
    return out;
}

function unpad(padded: Bytes): string {
    const length = new DataView(padded.buffer).getUint32(0);
    if (4 + length > padded.length) throw new RangeError("length beyond the end");
    return decoder.decode(padded.subarray(4, 4 + length));
}
