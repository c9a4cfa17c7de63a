// Numbers into text and back, as far as Koers, Dear ImGui, SDL2 and nlohmann/json ask for it. The C library's own does more (long doubles, wide characters,
// positional arguments) and is 8 KB of the first visit. web/libc.cpp puts these in its place; natively they are only held against it (tests/ui/libc_test.cpp).
#pragma once

#include <cstdarg>
#include <cstddef>

namespace koers {

// %d %i %u %x %X %c %s %p %f %g %% with flags - + 0 and space, width and precision (also *), and the lengths hh h l ll z j t. Returns the length of the
// whole, as vsnprintf does; what does not fit is cut off. Ties of %f go to the even digit of the decimal as written.
int small_vsnprintf(char* out, size_t size, const char* format, va_list args);

// Whole numbers between fixed words: %d, %i and %u, as the OpenGL backend reads "#version 100". Returns how many were read, as sscanf does; at any other
// conversion it stops.
int small_vsscanf(const char* text, const char* format, va_list args);

// The number at the beginning of `text`; `end` is set behind it, or to `text` when there is none. Exactly rounded: what takes more than one step of exact
// arithmetic is left to `exact`.
double small_strtod(const char* text, char** end, double (*exact)(const char* text, size_t length));

}  // namespace koers
