// When a Step or an Item is shown. Small objects on purpose, no expression language: a clinician can read them, and they cannot loop.
#pragma once

#include <string>
#include <vector>

namespace koers {

enum class ConditionOp { All, Any, Is, IsNot, In, AtLeast, AtMost, Answered, UnitIs, Open };

struct Condition {
    ConditionOp op = ConditionOp::All;
    std::string item;                 // the item it looks at (not for All, Any)
    std::vector<std::string> values;  // choice ids, "true"/"false", or a unit id
    double number = 0;                // AtLeast, AtMost
    std::vector<Condition> parts;     // All, Any
};

}  // namespace koers
