#include "ui/painters/run_film_maps.h"

#include "core/embed/alignment.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// Beside the only number of a code, so that dots do not hide each other: spread evenly, in no order.
float chanceOf(std::size_t i)
{
    constexpr double golden = 0.61803398874989485;
    return static_cast<float>(std::fmod(golden * static_cast<double>(i), 1.0) - 0.5);
}

/// Pairs of columns `across` and `up` of rows of `size` numbers; chance beside the only one.
std::vector<float> pairsOf(const std::vector<float>& rows, int size, int across, int up)
{
    const auto width = static_cast<std::size_t>(size);
    std::vector<float> pairs;
    for (std::size_t i = 0; i + width <= rows.size(); i += width) {
        pairs.push_back(rows[i + static_cast<std::size_t>(std::min(across, size - 1))]);
        pairs.push_back(size > 1 ? rows[i + static_cast<std::size_t>(std::min(up, size - 1))] : chanceOf(i));
    }
    return pairs;
}

} // namespace

RunFilmMaps::RunFilmMaps(const RunFilm& film, const AutoencoderView& view, Workers& workers)
    : m_plane(view.plane), m_places(film.stops.size()), m_ranges(film.stops.size())
{
    const FilmSamples& samples = film.samples;
    const auto count = static_cast<std::size_t>(samples.count);
    const int components = count > 0 ? static_cast<int>(samples.pcaScores.size() / count) : 0;
    if (components > 0) m_pcaPlaces = pairsOf(samples.pcaScores, components, 0, 1);
    if (components < 2) m_pcaNames.up.clear();
    m_areAligned = view.isAligned && components == 2 && count > 2;
    for (std::size_t i = film.stops.size(); i-- > 0;) {
        const FilmStop& stop = film.stops[i];
        if (stop.codes.empty()) continue;
        if (m_areAligned) {
            const Fit fit = affineFit(stop.codes, samples.pcaScores, samples.count, stop.codeSize, 2);
            m_places[i] = mapped(fit.map, stop.codes);
        } else {
            m_places[i] = planeOf(stop, i + 1 < film.stops.size() ? &m_places[i + 1] : nullptr, workers);
        }
    }
    chooseRanges();
}

/// Signs and order of components are nobody's choice: they are those of the next stop, as far as can be.
std::vector<float> RunFilmMaps::planeOf(const FilmStop& stop, const std::vector<float>* next,
                                        Workers& workers) const
{
    const int size = stop.codeSize;
    if (!m_plane.isPca || size < 3) return pairsOf(stop.codes, size, m_plane.across, m_plane.up);
    const SampleView rows = viewOf(stop.codes, static_cast<std::size_t>(size));
    const auto pca = fitPca(rows, 2, workers);
    if (!pca) return pairsOf(stop.codes, size, 0, 1); // of codes that are all the same
    std::vector<float> scores = project(*pca, rows, workers);
    if (!next || next->size() != scores.size()) return scores;
    AffineMap still = procrustes(scores, *next, rows.count, 2, {.allowsScale = false}).map;
    still.shift = {0, 0};
    return mapped(still, scores);
}

void RunFilmMaps::chooseRanges()
{
    if (const auto range = robustRange(m_pcaPlaces)) m_pcaRange = *range;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto wanted = m_areAligned ? std::optional(m_pcaRange) : robustRange(m_places[i]);
        const bool mayStay = i > 0 && i + 1 < m_places.size() && !m_places[i - 1].empty();
        if (wanted) m_ranges[i] = mayStay && staysIn(m_ranges[i - 1], *wanted) ? m_ranges[i - 1] : *wanted;
    }
}

AxisNames RunFilmMaps::namesAt(const FilmStop& stop) const
{
    if (m_areAligned) return m_pcaNames;
    if (m_plane.isPca && stop.codeSize > 2) return componentAxisNames();
    return codeAxisNames(m_plane.across, m_plane.up, stop.codeSize);
}

} // namespace hg
