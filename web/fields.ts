// Text fields belong to the person who is typing. The program hears every change, answers a frame later, and its answer may already be old; a word that is
// still being composed (Japanese, but also the suggestions of a phone's keyboard) breaks when the value is written under it.

type Field = HTMLInputElement | HTMLTextAreaElement;

interface State {
    /** What this field sent and the program has not yet given back. */
    sent: string[];
    /** The last words either side said: some browsers tell one change twice. */
    last?: string;
    composing: boolean;
    /** The program's words, waiting for the end of a composition. */
    waiting?: string;
}

export class Fields {
    private readonly states = new WeakMap<Element, State>();

    /** The person changed it; whether that is news. */
    typed(field: Field): boolean {
        const state = this.of(field);
        if (state.last === field.value) return false;
        state.last = field.value;
        state.sent.push(field.value);
        return true;
    }

    composition(field: Field, on: boolean): void {
        const state = this.of(field);
        state.composing = on;
        if (on || state.waiting === undefined) return;
        const value = state.waiting;
        delete state.waiting;
        this.write(field, value);
    }

    /** The program says what stands in it. An echo of something this field sent changes nothing, however much was typed since. */
    write(field: Field, value: string): void {
        const state = this.of(field);
        const echo = state.sent.lastIndexOf(value);
        if (echo >= 0) {
            state.sent.splice(0, echo + 1);
            delete state.waiting; // of before
            return;
        }
        if (state.composing) state.waiting = value;
        else this.put(field, state, value);
    }

    /** The program has heard all that was typed, and this is what it has: what it refused does not stand there as if it were kept. */
    settle(field: Field, value: string): void {
        const state = this.of(field);
        if (!state.composing) this.put(field, state, value);
    }

    private put(field: Field, state: State, value: string): void {
        if (field.value === value) return;
        state.sent = [];
        state.last = value;
        field.value = value;
    }

    private of(field: Element): State {
        let state = this.states.get(field);
        if (!state) this.states.set(field, (state = { sent: [], composing: false }));
        return state;
    }
}
