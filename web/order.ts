// Bringing the children of an element into order with as few moves as possible: an element that moves loses its focus, its selection, and many screen
// readers lose their place. So the longest run that already stands in order stays, and the one with the focus always does.

/** Indexes into `values` of a longest strictly increasing run. */
export function longestRun(values: number[]): number[] {
    const ends: number[] = []; // ends[k]: where the best run of length k + 1 ends
    const before: number[] = [];
    values.forEach((value, i) => {
        let low = 0;
        for (let high = ends.length; low < high; ) {
            const middle = (low + high) >> 1;
            if (values[ends[middle]!]! < value) low = middle + 1;
            else high = middle;
        }
        before[i] = low > 0 ? ends[low - 1]! : -1;
        ends[low] = i;
    });
    const run: number[] = [];
    for (let i = ends[ends.length - 1] ?? -1; i >= 0; i = before[i]!) run.push(i);
    return run.reverse();
}

/** Of the wanted elements that are in `parent`, those that need not move. `held` stays whatever the others cost. */
function staying(parent: Element, present: Element[], held: Element | undefined): Set<Element> {
    if (present.length < 2) return new Set(present);
    const place = new Map<Element, number>();
    for (let child = parent.firstElementChild, i = 0; child; child = child.nextElementSibling) place.set(child, i++);
    const run = (elements: Element[]) => longestRun(elements.map((element) => place.get(element)!)).map((i) => elements[i]!);
    const at = held ? present.indexOf(held) : -1;
    if (at < 0) return new Set(run(present));
    const here = place.get(held!)!;
    return new Set([
        ...run(present.slice(0, at).filter((element) => place.get(element)! < here)),
        held!,
        ...run(present.slice(at + 1).filter((element) => place.get(element)! > here)),
    ]);
}

/** Whether `wanted` are the first children of `parent`, in this order. */
function isArranged(parent: Element, wanted: Element[]): boolean {
    let child = parent.firstElementChild;
    for (const element of wanted) {
        if (child !== element) return false;
        child = child.nextElementSibling;
    }
    return true;
}

/** Makes `wanted` the first children of `parent`, in this order. Others of its children (live regions, what goes in a moment) come after. */
export function arrange(parent: Element, wanted: Element[], focused: Element | null): void {
    if (parent.firstElementChild === null) return parent.append(...wanted);
    if (isArranged(parent, wanted)) return;
    const present = wanted.filter((element) => element.parentNode === parent);
    const held = focused && present.find((element) => element.contains(focused));
    const stay = staying(parent, present, held ?? undefined);
    let next: Element | null = null;
    for (let last = parent.lastElementChild; last && !last.hasAttribute("data-id"); last = last.previousElementSibling) next = last;
    for (let i = wanted.length - 1; i >= 0; i--) {
        const element = wanted[i]!;
        if (!stay.has(element)) parent.insertBefore(element, next);
        next = element;
    }
}
