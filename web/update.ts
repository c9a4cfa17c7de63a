// The service worker from the page's side: register it, notice a waiting release, switch to it when the person says so.

interface Policy {
    createScriptURL(url: string): string;
}
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;

const WORKER = "sw.js";

/** Under Trusted Types only this one constant address may become a script. Where they are unknown, the text itself does. */
function workerAddress(): string {
    if (typeof trustedTypes === "undefined") return WORKER;
    const createScriptURL = (url: string) => {
        if (url !== WORKER) throw new TypeError("not a script of ours");
        return url;
    };
    return trustedTypes.createPolicy("app-worker", { createScriptURL }).createScriptURL(WORKER);
}

export class Release {
    private registration: ServiceWorkerRegistration | undefined;
    private switching = false;

    /** `found`: a new release is complete and waits. */
    async watch(found: () => void): Promise<void> {
        if (!("serviceWorker" in navigator)) return;
        try {
            this.registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" });
        } catch {
            return; // private windows and some settings forbid it: Koers then needs the network to open, nothing else
        }
        const { registration } = this;
        if (registration.waiting && navigator.serviceWorker.controller) found();
        registration.addEventListener("updatefound", () => {
            const worker = registration.installing;
            worker?.addEventListener("statechange", () => {
                if (worker.state === "installed" && navigator.serviceWorker.controller) found();
            });
        });
        // Another tab switched: this one still runs the old release.
        navigator.serviceWorker.addEventListener("controllerchange", () => !this.switching && found());
    }

    switchOver(): void {
        this.switching = true;
        const waiting = this.registration?.waiting;
        if (!waiting) return location.reload();
        waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
        waiting.postMessage({ t: "switch" });
    }
}
