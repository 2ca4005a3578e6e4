#pragma once

#include "ui/painters/run_film_painter.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A film, and what makes it whole where stops still lack something: on the thread that writes a file,
/// watched; null when that was ended.
struct FilmReel {
    std::shared_ptr<const RunFilm> film;
    std::function<std::shared_ptr<const RunFilm>(const Watch&)> complete{};
};

/// A training for a file, its stops those of the film, looked at as the view says. `now`: the stop that the
/// window shows, from 0. `workers` outlive it.
Exportable exportRun(FilmReel reel, const AutoencoderView& view, std::size_t now, const ExportChoice& choice,
                     Workers& workers);

} // namespace hg
