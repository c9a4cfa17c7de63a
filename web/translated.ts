// A browser that translates the page changes its text, not a drawing. So while a page is translated the text face is shown. Browsers say that they translate
// by a class on the page (Chromium) or by its language, which is then no longer the one that the program speaks.

/** `speaks` is the program's language; `tell` hears every change. */
export function watchTranslation(speaks: () => string | undefined, tell: (translated: boolean) => void): void {
    const html = document.documentElement;
    let told = false;
    new MutationObserver(() => {
        const language = speaks();
        const now = /\btranslated-(ltr|rtl)\b/.test(html.className) || (language !== undefined && html.lang !== language);
        if (now !== told) tell((told = now));
    }).observe(html, { attributeFilter: ["class", "lang"] });
}
