// The browser program's own vsnprintf, strtod and their like, in the place of the C library's (app/vendor/libc_small.h says why).
#include <cstdio>
#include <cstdlib>

#include <emscripten/em_math.h>

#include "app/vendor/libc_small.h"

extern "C" double koers_exact_number(const char* text, int length);  // of the browser (platform_web.cpp)

static double exact(const char* text, size_t length) { return koers_exact_number(text, static_cast<int>(length)); }

extern "C" {

int vsnprintf(char* out, size_t size, const char* format, va_list args) {
    return koers::small_vsnprintf(out, size, format, args);
}
int snprintf(char* out, size_t size, const char* format, ...) {
    va_list args;
    va_start(args, format);
    const int length = koers::small_vsnprintf(out, size, format, args);
    va_end(args);
    return length;
}
// What is printed for a developer at a terminal, nobody reads here. (The other two are what Emscripten makes of calls without decimals.)
int fprintf(FILE*, const char*, ...) { return 0; }
int fiprintf(FILE*, const char*, ...) { return 0; }
int __small_fprintf(FILE*, const char*, ...) { return 0; }
// ImGui's OpenGL backend reads versions with it; its settings file, for which more would be needed, there is none of.
int sscanf(const char* text, const char* format, ...) {
    va_list args;
    va_start(args, format);
    const int read = koers::small_vsscanf(text, format, args);
    va_end(args);
    return read;
}

// Circles and waves, some tens a frame: the browser's own, in the place of 3 KB of tables.
float sinf(float x) { return static_cast<float>(emscripten_math_sin(x)); }
float cosf(float x) { return static_cast<float>(emscripten_math_cos(x)); }
float acosf(float x) { return static_cast<float>(emscripten_math_acos(x)); }

double strtod(const char* text, char** end) { return koers::small_strtod(text, end, exact); }
float strtof(const char* text, char** end) { return static_cast<float>(koers::small_strtod(text, end, exact)); }
long double strtold(const char* text, char** end) { return koers::small_strtod(text, end, exact); }
}
