/* Stand-ins for the parts of SDL2 that Koers leaves out (about half of it by size). Each fails the way SDL itself does when it cannot. */
#include "SDL_internal.h"
#include "SDL.h"
#include "video/SDL_sysvideo.h"
#include "video/emscripten/SDL_emscriptenvideo.h"
#include "video/emscripten/SDL_emscriptenevents.h"

/* See sdl_small.h. */
void (*koers_no_gl_by_name(const char *name))(void)
{
    (void)name;
    return NULL;
}

/* Input arrives through the page's own elements (web/README.md, decision 1): SDL listens to nothing, so it can prevent nothing. */
void Emscripten_RegisterEventHandlers(SDL_WindowData *data) { (void)data; }
void Emscripten_UnregisterEventHandlers(SDL_WindowData *data) { (void)data; }
EM_BOOL Emscripten_HandleCanvasResize(int type, const void *reserved, void *data)
{
    (void)type, (void)reserved, (void)data;
    return 0;
}

/* Everything is drawn through WebGL: no window of plain pixels, no copying between surfaces. */
int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window *window, Uint32 *format, void **pixels, int *pitch)
{
    (void)_this, (void)window, (void)format, (void)pixels, (void)pitch;
    return SDL_Unsupported();
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window *window, const SDL_Rect *rects, int count)
{
    (void)_this, (void)window, (void)rects, (void)count;
    return SDL_Unsupported();
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window *window) { (void)_this, (void)window; }
int SDL_CalculateBlit(SDL_Surface *surface)
{
    (void)surface;
    return SDL_Unsupported();
}
int SDL_RLESurface(SDL_Surface *surface)
{
    (void)surface;
    return SDL_Unsupported();
}
void SDL_UnRLESurface(SDL_Surface *surface, int recode) { (void)surface, (void)recode; }

/* No renderer exists, so no window has one. */
SDL_Renderer *SDL_GetRenderer(SDL_Window *window)
{
    (void)window;
    return NULL;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer *renderer) { (void)renderer; }
