#pragma once

#include "ui/painters/run_film_export.h"

#include <memory>
#include <mutex>
#include <optional>

namespace hg {

class AeModel;

/// What the lab's run becomes in a file. Films that have been made whole are kept for as long as the run does
/// not change, so that the next file of it begins at once.
class AeExport {
public:
    explicit AeExport(AeModel& model) : m_model(model) {}

    /// Whether something has been kept of the run.
    bool isPossible() const;
    /// The film of the run, as far as it has come; what history lacks is trained again by whoever writes it.
    std::optional<Exportable> film(const ExportChoice& choice) const;
    /// What the tab in front shows: of Learns the film, of the others a still.
    std::optional<Exportable> shown(const ExportChoice& choice) const;

private:
    /// Of which film: other numbers, another film.
    struct Key {
        int serial = 0, update = 0, total = 0;
        std::optional<int> shown;
        FilmChoice look;
        bool operator==(const Key&) const;
    };
    /// Shared with those who make a film on another thread.
    struct Shelf {
        std::mutex mutex;
        Key key;
        std::shared_ptr<const RunFilm> film;
    };
    class Maker;

    std::optional<Exportable> maps(const ExportChoice& choice) const;
    std::optional<Exportable> walk(const ExportChoice& choice) const;

    AeModel& m_model;
    std::shared_ptr<Shelf> m_shelf = std::make_shared<Shelf>();
};

} // namespace hg
