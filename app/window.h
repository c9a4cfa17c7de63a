// The surface that ImGui's triangles are drawn on. window_sdl.cpp in a browser; headless tests have none.
#pragma once

struct ImDrawData;

namespace koers {

// False when there is no WebGL to be had: the page then keeps its first HTML.
bool window_open();
void window_resize(float css_w, float css_h, float dpr);
void window_draw(ImDrawData* data);
// The font atlas was baked anew.
void window_take_fonts();
// The context was lost and given back: everything on it is made anew with the next frame.
void window_restore();

}  // namespace koers
