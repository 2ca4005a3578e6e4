#pragma once

#include "core/embed/cell_counts.h"
#include "core/engine/code_decoder.h"
#include "core/lab/lab_state.h"

#include <QPointF>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// The plane on which codes are walked through: both numbers of a code of two, the one of a code of one along
/// a line, two chosen numbers of a longer code while the others stay at those of one picture.
class WalkPlane {
public:
    /// `origin` (codeSize) has the numbers that stay. Cheap: the decoder is prepared by the first picture.
    WalkPlane(std::shared_ptr<const Model> model, const CodePlane& plane, std::vector<float> origin);

    int codeSize() const { return static_cast<int>(m_origin.size()); }
    const std::shared_ptr<const Model>& model() const { return m_model; }
    /// The numbers, from 0, that lie along the axes; both are 0 of a code of one.
    int across() const { return m_across; }
    int up() const { return m_up; }

    std::vector<float> codeAt(const QPointF& place) const;
    /// Of the cells' middles, from the upper left one on: (columns·rows, codeSize).
    std::vector<float> codesIn(const CellGrid& cells) const;
    QPointF placeOf(std::span<const float> code) const;
    /// (n, 2) of codes (n, codeSize).
    std::vector<float> placesOf(std::span<const float> codes) const;
    /// What the decoder draws there; of `code`, whatever plane it is from. One at a time.
    std::vector<float> pictureOf(std::span<const float> code);
    std::vector<float> pictureAt(const QPointF& place) { return pictureOf(codeAt(place)); }

private:
    std::shared_ptr<const Model> m_model;
    int m_across, m_up;
    std::vector<float> m_origin;
    std::optional<CodeDecoder> m_decoder;
};

} // namespace hg
