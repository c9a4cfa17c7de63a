#include <SDL.h>
#include <SDL_opengles2.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "app/window.h"

extern "C" void koers_canvas_size(int width, int height);  // of the browser (platform_web.cpp)

namespace koers {

static SDL_Window* window = nullptr;
static int pixels_w = 0, pixels_h = 0;

bool window_open() {
    if (window) return true;
    // SDL gives the window and its context. It is kept from the keyboard and everything else of the page: input comes from the mirror's elements.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    window = SDL_CreateWindow("Koers", 0, 0, 390, 844, SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE);
    if (!window || !SDL_GL_CreateContext(window)) return false;
    return ImGui_ImplOpenGL3_Init("#version 100");
}

void window_resize(float css_w, float css_h, float dpr) {
    pixels_w = static_cast<int>(css_w * dpr + 0.5f);
    pixels_h = static_cast<int>(css_h * dpr + 0.5f);
    koers_canvas_size(pixels_w, pixels_h);
}

// At once and not with the next drawing: what is laid out from here on names the texture it will be drawn with.
void window_take_fonts() {
    if (!window) return;
    if (!ImGui::GetIO().Fonts->TexID) return ImGui_ImplOpenGL3_NewFrame();  // the first time: shaders and all
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void window_restore() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_CreateDeviceObjects();
}

void window_draw(ImDrawData* data) {
    glViewport(0, 0, pixels_w, pixels_h);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
    SDL_GL_SwapWindow(window);
}

}  // namespace koers
