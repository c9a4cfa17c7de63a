/* Forced into every file of SDL2. */
#ifndef KOERS_SDL_SMALL_H
#define KOERS_SDL_SMALL_H

/* SDL 2.32 uses EM_JS_DEPS, which Emscripten 3.1.6 does not have yet. em_js.h has no C++ or system dependency of its own. */
#ifndef __ASSEMBLER__
#include <emscripten/em_js.h>
#ifndef EM_JS_DEPS
#define EM_JS_DEPS(tag, deps)
#endif
/* Looking GL functions up by name keeps the table of all of them: 10 KB of program and 34 KB of script. ImGui's backend links the ones it needs. */
#define eglGetProcAddress koers_no_gl_by_name
#endif

#endif
