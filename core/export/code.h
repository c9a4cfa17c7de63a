// A QR code, made elsewhere (web/qr.ts): here it becomes a drawing.
#pragma once

#include <string>
#include <vector>

namespace koers {

// Square, dark and light modules as rows of "1" and "0", without the quiet zone.
struct QrCode {
    std::string text;
    std::vector<std::string> rows;
};

// The dark modules as one SVG path, in modules from the code's corner.
std::string code_as_path(const QrCode& code);
// As an SVG file, with the quiet zone of four modules around it that readers want (ISO/IEC 18004).
std::string code_as_drawing(const QrCode& code);

}  // namespace koers
