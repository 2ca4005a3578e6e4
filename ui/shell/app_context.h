#pragma once

#include "core/data/assets.h"
#include "core/util/clock.h"
#include "core/util/workers.h"
#include "ui/shell/settings.h"

namespace hg {

/// What the whole program shares, handed to whoever needs it. Outlives every window.
struct AppContext {
    Settings& settings;
    Workers& workers;
    const Clock& clock;
    const Assets& assets;
};

} // namespace hg
