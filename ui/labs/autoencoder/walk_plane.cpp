#include "ui/labs/autoencoder/walk_plane.h"

#include <algorithm>
#include <utility>

namespace hg {

WalkPlane::WalkPlane(std::shared_ptr<const Model> model, const CodePlane& plane, std::vector<float> origin)
    : m_model(std::move(model)), m_origin(std::move(origin))
{
    const int last = codeSize() - 1;
    m_across = codeSize() > 2 ? std::min(plane.across, last) : 0;
    m_up = codeSize() > 2 ? std::min(plane.up, last) : last;
}

std::vector<float> WalkPlane::codeAt(const QPointF& place) const
{
    std::vector<float> code = m_origin;
    if (m_up != m_across) code[static_cast<std::size_t>(m_up)] = static_cast<float>(place.y());
    code[static_cast<std::size_t>(m_across)] = static_cast<float>(place.x());
    return code;
}

std::vector<float> WalkPlane::codesIn(const CellGrid& cells) const
{
    std::vector<float> codes;
    codes.reserve(m_origin.size() * static_cast<std::size_t>(cells.columns) *
                  static_cast<std::size_t>(cells.rows));
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            const double x = cells.left + (column + 0.5) / cells.columns * (cells.right - cells.left);
            const double y = cells.top - (row + 0.5) / cells.rows * (cells.top - cells.bottom);
            const auto code = codeAt({x, y});
            codes.insert(codes.end(), code.begin(), code.end());
        }
    return codes;
}

QPointF WalkPlane::placeOf(std::span<const float> code) const
{
    const auto number = [&](int i) { return static_cast<double>(code[static_cast<std::size_t>(i)]); };
    return {number(m_across), m_up != m_across ? number(m_up) : 0.0};
}

std::vector<float> WalkPlane::placesOf(std::span<const float> codes) const
{
    const auto size = static_cast<std::size_t>(codeSize());
    std::vector<float> places;
    places.reserve(codes.size() / size * 2);
    for (std::size_t at = 0; at + size <= codes.size(); at += size) {
        places.push_back(codes[at + static_cast<std::size_t>(m_across)]);
        places.push_back(m_up != m_across ? codes[at + static_cast<std::size_t>(m_up)] : 0.0f);
    }
    return places;
}

std::vector<float> WalkPlane::pictureOf(std::span<const float> code)
{
    std::vector<float> picture(m_model->plan->outputSize());
    if (!m_decoder) m_decoder.emplace(*m_model);
    m_decoder->decode(code, picture);
    return picture;
}

} // namespace hg
