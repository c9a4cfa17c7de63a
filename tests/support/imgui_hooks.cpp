#include "tests/support/imgui_hooks.h"

#include <imgui_internal.h>

#include <cstdarg>

static std::vector<koers::test::ImGuiItem> heard;

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box, const ImGuiLastItemData* item) {
    // Without an item it is a window that is spoken of; without an id something that cannot be touched. ImGui's own fallback window is never shown.
    const bool fallback = context->CurrentWindow && context->CurrentWindow->IsFallbackWindow;
    if (item && id && !fallback) heard.push_back({id, {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()}});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace koers::test {

Listening::Listening() {
    heard.clear();
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
}
Listening::~Listening() { ImGui::GetCurrentContext()->TestEngineHookItems = false; }
const std::vector<ImGuiItem>& Listening::items() const { return heard; }

}  // namespace koers::test
