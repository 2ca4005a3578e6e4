#pragma once

#include "core/eval/run_film.h"
#include "core/lab/lab_state.h"
#include "ui/painters/axis_names.h"
#include "ui/painters/map_frame.h"

namespace hg {

/// Where the dots of a film lie at each of its stops, on the plane that a view of the lab asks for: two
/// numbers of the codes, their first two components, or codes after the best affine map onto PCA's scores.
/// Stops without codes have no places.
class RunFilmMaps {
public:
    RunFilmMaps(const RunFilm& film, const AutoencoderView& view, Workers& workers);

    /// Of the stop, from 0: (dots, 2).
    const std::vector<float>& places(std::size_t stop) const { return m_places[stop]; }
    /// What is seen of the plane there: it follows the dots in few steps, and fits them at the end.
    const MapRange& range(std::size_t stop) const { return m_ranges[stop]; }
    /// PCA's: (dots, 2), empty without components.
    const std::vector<float>& pcaPlaces() const { return m_pcaPlaces; }
    const MapRange& pcaRange() const { return m_pcaRange; }
    /// Whether codes stand as PCA's scores do, in their units.
    bool areAligned() const { return m_areAligned; }
    AxisNames namesAt(const FilmStop& stop) const;
    const AxisNames& pcaNames() const { return m_pcaNames; }

private:
    std::vector<float> planeOf(const FilmStop& stop, const std::vector<float>* next, Workers& workers) const;
    void chooseRanges();

    CodePlane m_plane;
    bool m_areAligned = false;
    std::vector<std::vector<float>> m_places;
    std::vector<MapRange> m_ranges;
    std::vector<float> m_pcaPlaces;
    MapRange m_pcaRange;
    AxisNames m_pcaNames = componentAxisNames();
};

} // namespace hg
