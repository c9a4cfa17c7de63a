// The names of this release's files, filled in by build.mjs (esbuild `define`): paths relative to the page, with a content hash in each name.
declare const RELEASE: {
    readonly version: string;
    readonly wasm: string;
    readonly fonts: { readonly regular: string; readonly bold: string };
    readonly icons: string;
    /** Those that only the library needs. */
    readonly libraryIcons: string;
    /** One pack per language: `RELEASE.content["nl"]`, and its exercises and checks, which come when they are wanted. */
    readonly content: Readonly<Record<string, string>>;
    readonly library: Readonly<Record<string, string>>;
    /** The host's own file: no part of the release, whatever is in it. */
    readonly host: string;
    /** The script that makes a picture of a paper, fetched when it is wanted. */
    readonly photo: string;
    /** The script that hands things over: links, QR codes, sealed files. Fetched when it is wanted. */
    readonly handing: string;
    /** Only in the service worker: pages that lead to a part of Koers. */
    readonly doors: readonly string[];
    /** Only in the service worker: every file of the release with its SHA-256 in hex; the page itself is "./". */
    readonly files: ReadonlyArray<readonly [path: string, sha256: string]>;
};
