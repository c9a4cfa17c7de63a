// Reads the screen aloud, with a voice that lives on the device: one over the network would tell somebody else what is on the screen.
// What is being read is marked, word by word where the browser can.

interface Listener {
    /** Whether there is a voice for the language on screen. */
    found(yes: boolean): void;
    speaking(yes: boolean): void;
}

const SPOKEN = "spoken";

export class Voice {
    private language = "";
    private told: boolean | undefined;
    private queue: HTMLElement[] = [];
    private marked: HTMLElement | undefined;
    private speaking = false;
    private readonly synth: SpeechSynthesis | undefined = globalThis.speechSynthesis;

    constructor(private readonly page: HTMLElement, private readonly listener: Listener) {
        // Browsers fetch their list of voices late, and tell when it is there.
        this.synth?.addEventListener?.("voiceschanged", () => this.look());
        document.addEventListener("visibilitychange", () => document.hidden && this.stop());
        addEventListener("pagehide", () => this.stop());
    }

    /** The language of what is on screen. */
    speaks(language: string): void {
        if (language === this.language) return;
        this.stop();
        this.language = language;
        // Not within the frame that says so: its answer is another frame.
        queueMicrotask(() => this.look());
    }

    read(): void {
        this.stop();
        const voice = this.voice();
        if (!voice) return;
        const within = this.page.querySelector("dialog[open]") ?? this.page.querySelector("main") ?? this.page;
        this.queue = [...within.querySelectorAll<HTMLElement>("h1, h2, h3, p:not([aria-hidden]), li, label, th, td, [role=img]")].filter((element) => words(element) !== "");
        this.say(true);
        this.next(voice);
    }

    stop(): void {
        this.queue = [];
        this.mark(undefined);
        if (!this.speaking) return;
        this.synth?.cancel();
        this.say(false);
    }

    private next(voice: SpeechSynthesisVoice): void {
        const element = this.queue.shift();
        if (!element) return this.stop();
        if (!element.isConnected) return this.next(voice);
        const saying = new SpeechSynthesisUtterance(words(element));
        saying.voice = voice;
        saying.lang = voice.lang;
        saying.onboundary = (event) => event.name !== "sentence" && this.markWord(element, event.charIndex, event.charLength);
        saying.onend = saying.onerror = () => {
            // Stopped, or begun anew, meanwhile: then this end is not ours.
            if (this.marked === element) this.next(voice);
        };
        this.mark(element);
        element.scrollIntoView({ block: "nearest" });
        this.synth?.speak(saying);
    }

    private voice(): SpeechSynthesisVoice | undefined {
        const own = this.synth?.getVoices().filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === this.language) ?? [];
        // Flemish to who reads Flemish, where the device has the choice.
        return own.find((voice) => navigator.languages.includes(voice.lang.replace("_", "-"))) ?? own[0];
    }

    private look(): void {
        const yes = this.voice() !== undefined;
        if (yes === this.told) return;
        this.told = yes;
        this.listener.found(yes);
    }

    private say(on: boolean): void {
        this.speaking = on;
        this.listener.speaking(on);
    }

    private mark(element: HTMLElement | undefined): void {
        if (!element && !this.marked) return;
        this.marked?.classList.remove(SPOKEN);
        element?.classList.add(SPOKEN);
        this.marked = element;
        CSS.highlights?.delete(SPOKEN);
    }

    private markWord(element: HTMLElement, from: number, length: number): void {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
        if (!text || !CSS.highlights || element !== this.marked) return;
        const rest = (text.textContent ?? "").slice(from);
        const end = from + (length || /^\S*/.exec(rest)![0].length);
        if (end > (text.textContent ?? "").length) return;
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, end);
        CSS.highlights.set(SPOKEN, new Highlight(range));
    }
}

/** A picture is read by its name; of things that hold others only their own words. */
function words(element: HTMLElement): string {
    if (element.getAttribute("role") === "img") return element.getAttribute("aria-label") ?? "";
    return element.querySelector("p, h2, h3, label") ? "" : (element.textContent ?? "").trim();
}
