// Everything that can hang gets a time limit: a browser whose storage never answers must become a clear state, not a spinner.

/** Milliseconds after which the storage counts as not answering. */
export const PATIENCE = 3000;

export function outOfPatience(what: string): DOMException {
    return new DOMException(`${what} did not answer in time`, "TimeoutError");
}

/** The promise, or a TimeoutError. What comes too late is dropped: whoever starts something must be able to bear its late success. */
export function within<T>(what: string, promise: Promise<T>, ms: number): Promise<T> {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(outOfPatience(what)), ms);
        promise.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}

/** The value, or the fallback when it fails or takes too long. */
export async function orElse<T>(fallback: T, what: string, ms: number, attempt: () => Promise<T>): Promise<T> {
    try {
        return await within(what, attempt(), ms);
    } catch {
        return fallback;
    }
}
