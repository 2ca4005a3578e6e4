#pragma once

#include "core/data/assets.h"
#include "core/util/clock.h"
#include "core/util/workers.h"
#include "ui/lab/settings.h"
#include "ui/pictures/picture_reader.h"
#include "ui/runs/data_store.h"
#include "ui/runs/job.h"
#include "ui/runs/run_store.h"

namespace hg {

/// What the whole program shares, handed to whoever needs it. Outlives every window.
struct AppContext {
    Settings& settings;
    Workers& workers;
    const Clock& clock;
    const Assets& assets;
    JobYard& jobs;
    DataStore& data;
    RunStore& runs;
};

/// The shared things that are made of the others, in the order in which they may end.
struct Stores {
    Stores(Workers& workers, const Assets& assets) : data(workers, assets, readPicture, jobs) {}
    RunStore runs;
    JobYard jobs; ///< its end waits for work that uses what is above
    DataStore data;
};

} // namespace hg
