/* Stand-ins for the parts of SDL2 that Koers leaves out (about half of it by size). Each fails the way SDL itself does when it cannot. */
#include "SDL_internal.h"
#include "SDL.h"
#include "events/SDL_events_c.h"
#include "video/SDL_sysvideo.h"
#include "video/emscripten/SDL_emscriptenvideo.h"
#include "video/emscripten/SDL_emscriptenevents.h"
#include "video/emscripten/SDL_emscriptenmouse.h"
#include "video/emscripten/SDL_emscriptenopengles.h"
#include <emscripten/html5.h>

/* See sdl_small.h. */
void (*koers_no_gl_by_name(const char *name))(void)
{
    (void)name;
    return NULL;
}
EMSCRIPTEN_RESULT koers_no_fullscreen(const char *target, EM_BOOL later, const EmscriptenFullscreenStrategy *strategy)
{
    (void)target, (void)later, (void)strategy;
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT koers_no_fullscreen_to_leave(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
void koers_no_title(const char *title) { (void)title; }
void koers_screen_size(int *w, int *h) { *w = 1920, *h = 1080; }
EMSCRIPTEN_RESULT koers_no_canvas_size(const char *target, int width, int height)
{
    (void)target, (void)width, (void)height;
    return EMSCRIPTEN_RESULT_SUCCESS;
}
void koers_no_sleep(unsigned int ms) { (void)ms; }
int koers_no_asyncify(void) { return 0; }

/* The WebGL context as the browser gives it, without EGL in between (SDL_egl.c and its script emulate a driver). The page made it already: asked
 * again, the canvas answers with the same one. What is drawn is shown when the frame's script is over. */
int Emscripten_GLES_LoadLibrary(_THIS, const char *path)
{
    (void)_this, (void)path;
    return 0;
}
void SDL_EGL_UnloadLibrary(_THIS) { (void)_this; }
void *SDL_EGL_GetProcAddress(_THIS, const char *name)
{
    (void)_this, (void)name;
    return NULL;
}
EGLSurface *SDL_EGL_CreateSurface(_THIS, NativeWindowType window)
{
    (void)_this, (void)window;
    return (EGLSurface *)1;
}
void SDL_EGL_DestroySurface(_THIS, EGLSurface surface) { (void)_this, (void)surface; }
SDL_GLContext Emscripten_GLES_CreateContext(_THIS, SDL_Window *window)
{
    EmscriptenWebGLContextAttributes wanted;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context;
    (void)window;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.alpha = _this->gl_config.alpha_size > 0;
    wanted.depth = _this->gl_config.depth_size > 0;
    wanted.stencil = _this->gl_config.stencil_size > 0;
    wanted.antialias = _this->gl_config.multisamplebuffers > 0;
    wanted.enableExtensionsByDefault = 0;
    wanted.majorVersion = 1;
    context = emscripten_webgl_create_context("#canvas", &wanted);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
        SDL_SetError("There is no WebGL");
        return NULL;
    }
    return (SDL_GLContext)context;
}
int Emscripten_GLES_MakeCurrent(_THIS, SDL_Window *window, SDL_GLContext context)
{
    (void)_this, (void)window;
    return emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) == EMSCRIPTEN_RESULT_SUCCESS ? 0 : -1;
}
int Emscripten_GLES_SwapWindow(_THIS, SDL_Window *window)
{
    (void)_this, (void)window;
    return 0;
}
int SDL_EGL_SetSwapInterval(_THIS, int interval)
{
    (void)_this, (void)interval;
    return SDL_Unsupported();
}
int SDL_EGL_GetSwapInterval(_THIS)
{
    (void)_this;
    return 1;
}
void SDL_EGL_DeleteContext(_THIS, SDL_GLContext context)
{
    (void)_this;
    emscripten_webgl_destroy_context((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context);
}

/* The pointer is the page's: its elements say how it looks. */
void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}

/* No queue of events: nobody would read it. What SDL tells itself about its window goes nowhere. */
int SDL_EventsInit(void) { return 0; }
void SDL_EventsQuit(void) {}
Uint8 SDL_EventState(Uint32 type, int state)
{
    (void)type, (void)state;
    return SDL_DISABLE;
}
int SDL_SendWindowEvent(SDL_Window *window, Uint8 event, int one, int two)
{
    (void)window, (void)event, (void)one, (void)two;
    return 0;
}
int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
SDL_Window *SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window *window) { (void)window; }
SDL_Mouse *SDL_GetMouse(void)
{
    static SDL_Mouse none;
    return &none;
}
int SDL_MousePreInit(void) { return 0; }
void SDL_MousePostInit(void) {}
void SDL_MouseQuit(void) {}
SDL_Window *SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window *window) { (void)window; }
int SDL_UpdateMouseCapture(SDL_bool force)
{
    (void)force;
    return 0;
}
void SDL_WarpMouseInWindow(SDL_Window *window, int x, int y) { (void)window, (void)x, (void)y; }
Uint32 SDL_GetMouseState(int *x, int *y)
{
    (void)x, (void)y;
    return 0;
}
int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}

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
