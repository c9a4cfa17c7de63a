// Included before ImGui's OpenGL backend (CMakeLists.txt says so to the compiler). Before each frame the backend asks OpenGL some forty questions, to put
// everything back afterwards for others that draw. In a browser each question waits until all that was drawn before is done, and here nobody else draws:
// the answers are the state of a context that was just made.
#pragma once

#include <GLES2/gl2.h>
#include <imgui.h>
#include <stdint.h>
#include <stdio.h>

// What the backend does for Emscripten alone is to make a vertex array for every frame, which needs an extension of WebGL; it can do without.
#undef __EMSCRIPTEN__

static inline int koers_gl_number(GLenum what) {
    switch (what) {
        case GL_ACTIVE_TEXTURE:
            return GL_TEXTURE0;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA:
            return GL_FUNC_ADD;
        case GL_VERTEX_ATTRIB_ARRAY_SIZE:
            return 4;
        case GL_VERTEX_ATTRIB_ARRAY_TYPE:
            return GL_FLOAT;
        default:
            return 0;
    }
}

static inline void koers_gl_numbers(GLenum what, GLint* into) {
    const int count = what == GL_VIEWPORT || what == GL_SCISSOR_BOX ? 4 : 1;
    for (int i = 0; i < count; ++i) into[i] = koers_gl_number(what);
}

#define glGetIntegerv(what, into) koers_gl_numbers(what, into)
#define glIsEnabled(what) GL_FALSE
#define glGetVertexAttribiv(index, what, into) (*(into) = koers_gl_number(what))
#define glGetVertexAttribPointerv(index, what, into) (*(into) = nullptr)

// Whether the shaders are good is asked at the start, and each answer waits for the graphics process. They are ImGui's own, and of a "no" nothing would
// come but a line for a developer.
static inline void koers_gl_fine(GLenum what, GLint* into) { *into = what == GL_INFO_LOG_LENGTH ? 0 : GL_TRUE; }

#define glGetShaderiv(shader, what, into) koers_gl_fine(what, into)
#define glGetProgramiv(program, what, into) koers_gl_fine(what, into)
#define glGetShaderInfoLog(shader, size, length, into) ((void)0)
#define glGetProgramInfoLog(program, size, length, into) ((void)0)
