// What is handed over: a link to the clipboard, the share sheet or a QR code; a sealed file out, and one in. A script of its own, fetched by the few who want it.
// A file that was chosen stays here, in memory, until it is opened or forgotten.

import { download } from "./files";
import type { Incoming, Outgoing } from "./protocol";
import { code, keepPng } from "./qr";
import { looksSealed, offer, open, seal } from "./seal";

export type Order = Extract<Outgoing, { t: "clip" | "share" | "code" | "phrase" | "seal" | "choose" | "unseal" | "forget" | "prepare" }>;

async function clip(text: string): Promise<boolean> {
    await navigator.clipboard.writeText(text);
    return true;
}

export class Handing {
    private chosen: ArrayBuffer | undefined;

    constructor(private readonly send: (message: Incoming) => void) {}

    take(order: Order): void {
        const send = this.send;
        switch (order.t) {
            case "clip":
                return void clip(order.text).then(() => send({ t: "clipped", yes: true }), () => send({ t: "clipped", yes: false }));
            case "share":
                // Closed without sharing is no failure.
                return void navigator.share({ url: order.text }).catch(() => undefined);
            case "code":
                if (order.name !== undefined) return void keepPng(order.text, order.name).catch(console.warn);
                return send({ t: "code", text: order.text, rows: code(order.text).rows });
            case "phrase":
                return send({ t: "phrase", text: offer() });
            case "seal":
                return void seal(order.text, order.phrase)
                    .then((bytes) => {
                        download(order.name, new Blob([bytes as BlobPart], { type: "application/octet-stream" }));
                        send({ t: "sealed", yes: true });
                    })
                    .catch(() => send({ t: "sealed", yes: false }));
            case "choose":
                return this.choose();
            case "unseal":
                return void this.unseal(order.phrase, order.serial);
            case "forget":
                this.chosen = undefined;
                return;
            case "prepare": // to be here is all that was asked
        }
    }

    private choose(): void {
        const input = document.createElement("input");
        input.type = "file";
        input.addEventListener("change", () => void this.read(input.files?.[0]));
        input.click();
    }

    private async read(file: File | undefined): Promise<void> {
        if (!file) return;
        try {
            // Nothing of ours is larger; the rest need not be read to say so.
            const bytes = file.size > 1 << 20 ? new ArrayBuffer(0) : await file.arrayBuffer();
            const state = looksSealed(bytes);
            this.chosen = state === "sealed" ? bytes : undefined;
            this.send({ t: "chosen", state });
        } catch (error) {
            console.warn(error);
            this.send({ t: "chosen", state: "foreign" });
        }
    }

    private async unseal(phrase: string, serial: number): Promise<void> {
        try {
            const opened = this.chosen ? await open(this.chosen, phrase) : { problem: "closed" as const };
            this.send("text" in opened ? { t: "unsealed", serial, yes: true, text: opened.text } : { t: "unsealed", serial, yes: false });
        } catch (error) {
            console.warn(error);
            this.send({ t: "unsealed", serial, yes: false });
        }
    }
}
