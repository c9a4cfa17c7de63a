// The C++ program as the page sees it: bytes and JSON in, JSON out, one frame when asked. Knows the memory of the program and nothing of what is said.

import createKoers, { type Program as Module } from "./koers.mjs";
import type { Incoming, Outgoing, Stamp } from "./protocol";

/** Kinds of bytes the program is given before it starts. */
export type Gift = "font.regular" | "font.bold" | "icons" | "content" | "library" | "host";

export interface ProgramOptions {
    canvas: HTMLCanvasElement;
    wasm: string;
    /** What the program says, at once, while it is still speaking: whoever answers inside is heard after. */
    tell: (message: Outgoing) => void;
    stamp: () => Stamp;
    /** It trapped. Nothing can be asked of it any more. */
    died: (why: unknown) => void;
}

export class Program {
    private speaking = false;
    private dead = false;
    private readonly waiting: string[] = [];

    private constructor(private readonly module: Module, private readonly options: ProgramOptions) {}

    static async load(options: ProgramOptions): Promise<Program> {
        const module = await createKoers({
            canvas: options.canvas,
            locateFile: () => options.wasm,
            tell: (text: string) => options.tell(JSON.parse(text) as Outgoing),
        });
        return new Program(module, options);
    }

    give(kind: Gift, bytes: ArrayBuffer): void {
        this.call(() => {
            const name = this.put(new TextEncoder().encode(kind), 1);
            const data = this.put(new Uint8Array(bytes), 0);
            this.module._koers_give(name, data, bytes.byteLength);
            this.module._free(data);
            this.module._free(name);
        });
    }

    /** In the order sent. Focus that moves while the program writes the mirror makes messages in the middle of its frame: they wait. */
    send(message: Incoming): void {
        this.waiting.push(JSON.stringify({ ...this.options.stamp(), ...message }));
        this.drain();
    }

    frame(): void {
        this.call(() => this.module._koers_frame());
        this.drain();
    }

    private drain(): void {
        while (!this.speaking && !this.dead && this.waiting.length > 0) {
            const text = this.waiting.shift()!;
            this.call(() => {
                const json = this.put(new TextEncoder().encode(text), 1);
                this.module._koers_send(json);
                this.module._free(json);
            });
        }
    }

    private call(act: () => void): void {
        if (this.dead) return;
        this.speaking = true;
        try {
            act();
        } catch (error) {
            this.fail(error);
        } finally {
            this.speaking = false;
        }
    }

    /** It cannot go on. */
    fail(error: unknown): void {
        if (this.dead) return;
        this.dead = true;
        this.options.died(error);
    }

    /** Copies into the program's memory, with so many zeros after it. */
    private put(bytes: Uint8Array, zeros: number): number {
        const at = this.module._malloc(bytes.length + zeros);
        // Read after malloc: the memory may have grown and moved.
        const memory = this.module.HEAPU8;
        memory.set(bytes, at);
        memory.fill(0, at + bytes.length, at + bytes.length + zeros);
        return at;
    }
}
