// The names of this release's files, filled in by build.mjs (esbuild `define`): paths relative to the page, with a content hash in each name.
declare const RELEASE: {
    readonly version: string;
    readonly wasm: string;
    readonly fonts: { readonly regular: string; readonly bold: string };
    readonly icons: string;
    /** One pack per language: `RELEASE.content["nl"]`. */
    readonly content: Readonly<Record<string, string>>;
    /** Only in the service worker: every file of the release with its SHA-256 in hex; the page itself is "./". */
    readonly files: ReadonlyArray<readonly [path: string, sha256: string]>;
};
