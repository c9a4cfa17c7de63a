/* Forced into every file of SDL2. */
#ifndef KOERS_SDL_SMALL_H
#define KOERS_SDL_SMALL_H

/* SDL 2.32 uses EM_JS_DEPS, which Emscripten 3.1.6 does not have yet. em_js.h has no C++ or system dependency of its own. */
#ifndef __ASSEMBLER__
#include <emscripten/em_js.h>
#ifndef EM_JS_DEPS
#define EM_JS_DEPS(tag, deps)
#endif
#ifndef KOERS_SDL_STOCK /* the program that the bench compares with has all of SDL */
/* Looking GL functions up by name keeps the table of all of them: 10 KB of program and 34 KB of script. ImGui's backend links the ones it needs. */
#define eglGetProcAddress koers_no_gl_by_name
/* No window of ours fills the screen or catches the pointer. What would is 9 KB of script. */
#define emscripten_request_fullscreen_strategy koers_no_fullscreen
#define emscripten_exit_fullscreen koers_no_fullscreen_to_leave
#define emscripten_set_window_title koers_no_title
/* The size of the screen is asked in a part of the script that brings 20 KB of others along; the page tells what room there is. */
#define emscripten_get_screen_size koers_screen_size
/* SDL gives the canvas three sizes before the right one, and that one rounded down, so that it is not sharp where a point is 2.6 pixels. Each takes it a new
 * picture. window_sdl.cpp gives it its size, once. */
#define emscripten_set_canvas_element_size koers_no_canvas_size
/* Nothing waits here: a wait would need the whole program turned inside out (Asyncify), and asking whether it was is as much. */
#define emscripten_sleep koers_no_sleep
#define emscripten_has_asyncify koers_no_asyncify
#endif
#endif

#endif
