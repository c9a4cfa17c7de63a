#include "core/export/code.h"

namespace koers {

std::string code_as_path(const QrCode& code) {
    std::string path;
    for (size_t y = 0; y < code.rows.size(); ++y) {
        const std::string& row = code.rows[y];
        for (size_t x = 0; x < row.size();) {
            size_t end = x;
            while (end < row.size() && row[end] == '1') ++end;
            if (end > x)
                path += "M" + std::to_string(x) + " " + std::to_string(y) + "h" + std::to_string(end - x) + "v1h-" +
                        std::to_string(end - x) + "z";
            x = end + 1;
        }
    }
    return path;
}

std::string code_as_drawing(const QrCode& code) {
    const std::string side = std::to_string(code.rows.size() + 8);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 " + side + " " + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M-4-4h" + side + "v" + side + "h-" + side +
           "z\"/><path d=\"" + code_as_path(code) + "\"/></svg>\n";
}

}  // namespace koers
