// The table of contents. The page gives bytes, sends messages and asks for frames; nothing runs in between.
#include <imgui.h>
#include <imgui_internal.h>

#include <string>

#include "app/inbox.h"

extern "C" {

// Bytes the page fetched: copied, the page frees its own.
void koers_give(const char* kind, const char* bytes, int size) {
    koers::inbox_give(kind, std::string(bytes, static_cast<size_t>(size)));
}

void koers_send(const char* message) { koers::inbox_send(message); }

void koers_frame() { koers::inbox_frame(); }
}

int main() {
    // A context as such, for the letters and the renderer: CreateContext() would bring the whole of ImGui's windows along.
    ImGui::SetCurrentContext(IM_NEW(ImGuiContext)(nullptr));
    return 0;
}
