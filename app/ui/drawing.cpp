#include "app/ui/drawing.h"

#include <imgui_internal.h>

namespace koers {

struct Drawing::Parts {
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ImDrawData data;
};

Drawing::Drawing() : parts_(std::make_unique<Parts>()) {
    parts_->shared.CurveTessellationTol = 1.25f;
    parts_->shared.SetCircleTessellationMaxError(0.3f);
    parts_->shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
}
Drawing::~Drawing() = default;

ImDrawList& Drawing::begin(float w, float h, float dpr) {
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImDrawListSharedData& shared = parts_->shared;
    shared.Font = atlas.Fonts[0];
    shared.FontSize = shared.Font->FontSize;
    shared.TexUvWhitePixel = atlas.TexUvWhitePixel;
    shared.TexUvLines = atlas.TexUvLines;
    shared.ClipRectFullscreen = {0, 0, w, h};
    ImDrawData& data = parts_->data;
    data.Clear();
    data.DisplaySize = {w, h};
    data.FramebufferScale = {dpr, dpr};
    parts_->list._ResetForNewFrame();
    parts_->list.PushTextureID(atlas.TexID);
    parts_->list.PushClipRectFullScreen();
    return parts_->list;
}

ImDrawData* Drawing::end() {
    parts_->data.AddDrawList(&parts_->list);
    parts_->list._PopUnusedDrawCmd();
    parts_->data.Valid = true;
    return &parts_->data;
}

}  // namespace koers
