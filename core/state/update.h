#pragma once

#include "core/state/effect.h"
#include "core/state/event.h"
#include "core/state/model.h"

namespace koers {

// The one way the Model changes. No I/O, no clock, no chance: the same model and event always give the same result.
Effects update(Model& model, const Stamp& stamp, const Event& event);

}  // namespace koers
