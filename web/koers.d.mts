// The Emscripten program as its script offers it (CMakeLists.txt lists what is exported).
export interface Program {
    /** A getter of sorts: read it anew after every call, memory may have grown. */
    readonly HEAPU8: Uint8Array;
    _koers_give(kind: number, bytes: number, length: number): void;
    _koers_send(json: number): void;
    _koers_frame(): void;
    _malloc(size: number): number;
    _free(pointer: number): void;
    UTF8ToString(pointer: number, length?: number): string;
    stringToUTF8(text: string, pointer: number, room: number): void;
    lengthBytesUTF8(text: string): number;
}
export default function createKoers(options?: {
    canvas?: HTMLCanvasElement;
    locateFile?: (path: string, folder: string) => string;
    print?: (line: string) => void;
    printErr?: (line: string) => void;
    onAbort?: (why: unknown) => void;
    [extra: string]: unknown;
}): Promise<Program>;
