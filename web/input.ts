// From what is done to mirror elements to messages. One listener per kind of event on the page; nothing is prevented that the browser does well itself.

import type { Fields } from "./fields";
import type { Act, Scroll, Touch } from "./protocol";

export interface Listener {
    act(act: Omit<Act, "t">): void;
    touch(touch: Omit<Touch, "t">): void;
    scrolled?(scroll: Omit<Scroll, "t">): void;
}

/** Half the width of a slider's thumb (styles.css): its middle runs from here to here before the end. */
export const THUMB = 16;
/** A finger that moved less than this meant to tap. */
const SLOP = 6;
/** ms that a finger stays before what it touches looks pressed. */
const PRESS = 80;

const rootOf = (target: EventTarget | null): HTMLElement | undefined =>
    (target instanceof Element && target.closest<HTMLElement>("[data-id]")) || undefined;
const isSlider = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement && target.type === "range";
const isNative = (field: Element): boolean => field instanceof HTMLInputElement && (field.type === "date" || field.type === "time");

export function listen(page: HTMLElement, fields: Fields, { act, touch, scrolled }: Listener): void {
    const on = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void, options?: AddEventListenerOptions) =>
        page.addEventListener(type, handle, options);

    // ---- acts ----

    on("click", (event) => {
        const root = rootOf(event.target);
        if (!root) return;
        const link = root instanceof HTMLAnchorElement;
        if (!link && !(root instanceof HTMLButtonElement)) return;
        // A number to call and a page elsewhere are the browser's; the rest is a place inside the program.
        if (link && root.getAttribute("href")?.startsWith("#")) event.preventDefault();
        if (root.getAttribute("aria-disabled") === "true") return event.preventDefault();
        act({ node: root.dataset.id!, op: "press" });
    });

    on("input", (event) => {
        const root = rootOf(event.target);
        const field = event.target;
        if (!root) return;
        if (isSlider(field)) slide(field);
        else if ((field instanceof HTMLInputElement && field.type === "text") || field instanceof HTMLTextAreaElement) {
            if (fields.typed(field)) act({ node: root.dataset.id!, op: "typed", value: field.value });
        }
    });

    on("change", (event) => {
        const root = rootOf(event.target);
        const field = event.target;
        if (!root) return;
        let value: string | undefined;
        if (field instanceof HTMLSelectElement) value = field.value;
        else if (field instanceof HTMLInputElement) {
            if (field.type === "radio") value = field.value;
            else if (field.type === "checkbox") value = String(field.checked);
            else if (isNative(field)) {
                value = field.value;
                fields.typed(field);
            }
        }
        if (value !== undefined) act({ node: root.dataset.id!, op: "change", value });
    });

    on("compositionstart", (event) => fields.composition(event.target as HTMLInputElement, true));
    on("compositionend", (event) => fields.composition(event.target as HTMLInputElement, false));

    on("keydown", (event) => {
        const root = rootOf(event.target);
        if (!root || event.isComposing) return;
        if (event.key === "Enter" && root instanceof HTMLInputElement && root.type === "text") act({ node: root.dataset.id!, op: "enter", value: root.value });
        // The middle, where the thumb of an unanswered slider waits, can be meant too: Enter or Space takes it.
        else if ((event.key === "Enter" || event.key === " ") && isSlider(event.target)) slide(event.target);
    });

    // Escape, and the back gesture of phones that treat it so. The program closes; the element only reports.
    on("cancel", (event) => {
        // Where the browser will not be asked again, "close" follows and is reported by the mirror.
        if (!(event.target instanceof HTMLDialogElement) || !event.cancelable) return;
        event.preventDefault();
        act({ node: event.target.dataset.id!, op: "close" });
    }, { capture: true });

    // ---- sliders ----

    /** The slider under a finger or mouse; `sent` keeps our own reading and the browser's from telling the same twice. */
    let held: { slider: HTMLInputElement; pointer: number; x: number; before: string; moving: boolean; sent?: string } | undefined;

    function slide(slider: HTMLInputElement): void {
        if (held?.slider === slider) {
            // Chromium moves the thumb at the first touch, before anybody knows whether the finger only scrolls by.
            if (!held.moving || held.sent === slider.value) return;
            held.sent = slider.value;
        }
        act({ node: rootOf(slider)!.dataset.id!, op: "change", value: slider.value });
    }

    /** Where the finger is, is the value: iOS moves the thumb only when it is grabbed, and a first answer in the middle makes no event of its own. */
    function slideTo(slider: HTMLInputElement, x: number): void {
        const box = slider.getBoundingClientRect();
        const [min, max, step] = [Number(slider.min), Number(slider.max), Number(slider.step) || 1];
        const part = Math.min(1, Math.max(0, (x - box.left - THUMB) / Math.max(1, box.width - 2 * THUMB)));
        slider.value = String(min + Math.round((part * (max - min)) / step) * step);
        slide(slider);
    }

    on("pointerdown", (event) => {
        const slider = event.target;
        if (!isSlider(slider) || slider.disabled || event.button !== 0) return;
        // A mouse means it at once. A finger may be on its way to scroll past: it is believed when it moves sideways or lifts.
        const moving = event.pointerType === "mouse";
        held = { slider, pointer: event.pointerId, x: event.clientX, before: slider.value, moving };
        if (moving) slideTo(slider, event.clientX);
    });
    on("pointermove", (event) => {
        if (held?.pointer !== event.pointerId) return;
        held.moving ||= Math.abs(event.clientX - held.x) > SLOP;
        if (held.moving) slideTo(held.slider, event.clientX);
    });
    const letGo = (event: PointerEvent) => {
        if (held?.pointer !== event.pointerId) return;
        const { slider, before, moving } = held;
        if (event.type === "pointercancel" && !moving) slider.value = before;
        else if (!moving) {
            held.moving = true;
            slideTo(slider, event.clientX);
        }
        held = undefined;
    };

    // ---- touch: for drawing only ----

    const now: Omit<Touch, "t"> = { hover: "", down: "", focus: "", ring: false };
    let told = JSON.stringify(now);
    const tell = (change: Partial<typeof now>) => {
        Object.assign(now, change);
        const text = JSON.stringify(now);
        if (text === told) return;
        told = text;
        touch({ ...now });
    };
    const actor = (target: EventTarget | null) => {
        const root = rootOf(target);
        return root?.classList.contains("acts") ? root.dataset.id! : "";
    };

    on("pointerover", (event) => event.pointerType === "mouse" && tell({ hover: actor(event.target) }));
    on("pointerleave", () => tell({ hover: "" }));
    // A finger that only taps gets its answer, and one that scrolls by presses nothing: like the phone itself, a touch looks pressed when it stays a moment. The
    // frame that is saved is the one that a slow phone would draw first while the answer waits.
    let pressing: ReturnType<typeof setTimeout> | undefined;
    on("pointerdown", (event) => {
        const down = actor(event.target);
        clearTimeout(pressing);
        if (event.pointerType === "mouse") tell({ down });
        else pressing = setTimeout(() => tell({ down }), PRESS);
    });
    for (const type of ["pointerup", "pointercancel"] as const) {
        // On the window: a mouse may be let go outside the page.
        window.addEventListener(type, (event) => {
            letGo(event);
            clearTimeout(pressing);
            tell({ down: "" });
        });
    }
    on("focusin", (event) => {
        const root = rootOf(event.target);
        tell({ focus: root?.dataset.id ?? "", ring: event.target instanceof Element && event.target.matches(":focus-visible") });
    });
    on("focusout", () => tell({ focus: "", ring: false }));
    // The ring of a mouse user who goes on by keyboard: the browser changes its mind without a focus event.
    window.addEventListener("keydown", () => {
        const element = document.activeElement;
        if (now.focus !== "" && element) tell({ ring: element.matches(":focus-visible") });
    });
    // Without a touch listener iOS VoiceOver does not pass on its double tap everywhere.
    on("touchstart", () => undefined, { passive: true });

    page.addEventListener("scroll", (event) => {
        if (event.target instanceof HTMLDialogElement) scrolled?.({ layer: "modal", y: event.target.scrollTop });
    }, { capture: true, passive: true });
}
