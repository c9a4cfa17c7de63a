// What Koers is measured against: Dear ImGui's own example for SDL2 and OpenGL, shape for shape, with about as many widgets as Vandaag.
// It draws in every animation frame, whether anything happened or not. Not part of Koers.
#include <SDL.h>
#include <SDL_opengles2.h>
#include <emscripten.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <initializer_list>

// CMakeLists.txt builds SDL2 without game controllers; nobody plays here.
extern "C" {
SDL_GameController* SDL_GameControllerOpen(int) { return nullptr; }
Uint8 SDL_GameControllerGetButton(SDL_GameController*, SDL_GameControllerButton) { return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController*, SDL_GameControllerAxis) { return 0; }
}

static SDL_Window* window;

static void draw_window() {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("Vandaag", nullptr, ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove);
    ImGui::Text("Goeiedag. Wat wil je noteren?");
    for (const char* name : {"Gebruik", "Zin", "Mijn dag"}) {
        ImGui::Button(name, {110, 90});
        ImGui::SameLine();
    }
    ImGui::NewLine();
    for (const char* week : {"Alcohol deze week", "Tabak deze week"}) {
        static const float days[] = {0, 2, 0, 4, 1, 0, 2};
        ImGui::PushID(week);
        ImGui::SeparatorText(week);
        ImGui::PlotHistogram("##days", days, 7, 0, nullptr, 0, 5, {-1, 128});
        for (const char* day : {"ma", "di", "wo", "do", "vr", "za", "zo"}) {
            ImGui::Text("%s", day);
            ImGui::SameLine(0, 34);
        }
        ImGui::NewLine();
        ImGui::TextWrapped("9 glazen, 3 dagen zonder. 1 dag is niet ingevuld.");
        ImGui::TextWrapped("Nog 1 glas tot je doel van deze week.");
        ImGui::Button("Vandaag niets", {-1, 48});
        ImGui::PopID();
    }
    static float strength = 5;
    ImGui::SliderFloat("Hoe sterk?", &strength, 0, 10);
    for (const char* place : {"Vandaag", "Dagboek", "Plan", "Meer", "Hulp"}) {
        ImGui::Button(place, {66, 56});
        ImGui::SameLine();
    }
    ImGui::End();
}

static void main_loop() {
    SDL_Event event;
    while (SDL_PollEvent(&event)) ImGui_ImplSDL2_ProcessEvent(&event);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
    draw_window();
    ImGui::Render();
    const ImGuiIO& io = ImGui::GetIO();
    glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
               static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
    glClearColor(0.45f, 0.55f, 0.60f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(window);
}

int main() {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 24);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 8);
    window = SDL_CreateWindow("Stock", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 390, 844,
                              SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    SDL_GLContext context = window ? SDL_GL_CreateContext(window) : nullptr;
    if (!context) return 1;
    SDL_GL_MakeCurrent(window, context);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ImGui_ImplSDL2_InitForOpenGL(window, context);
    ImGui_ImplOpenGL3_Init("#version 100");
    emscripten_set_main_loop(main_loop, 0, true);
    return 0;
}
