// The table of contents. The page gives bytes, sends messages and asks for frames; nothing runs in between.
#include <imgui.h>

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
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    return 0;
}
