// Files that leave the browser, because the person asked for them.

/** Hands a file to the browser's own download. Nothing goes over the network: the address is a blob in this page. */
export function download(name: string, content: Blob): void {
    const url = URL.createObjectURL(content);
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    // Safari reads the blob some time after the click.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
