#include "core/lab/stamps.h"

#include <algorithm>

namespace hg {
namespace {

std::vector<std::vector<InputTap>> tapsOf(const ConvAxis& axis)
{
    std::vector<std::vector<InputTap>> taps;
    for (int i = 0; i < axis.input; ++i)
        taps.push_back(tapsOfInput(axis, i));
    return taps;
}

} // namespace

Stamps::Stamps(const ConvFigure& figure)
    : m_figure(figure)
    , m_rows(tapsOf(uncropped(figure.geometry.h)))
    , m_columns(tapsOf(uncropped(figure.geometry.w)))
{}

bool Stamps::isBegun(int row, int column, int count) const
{
    const auto &r = m_rows[static_cast<std::size_t>(row)], &c = m_columns[static_cast<std::size_t>(column)];
    return !r.empty() && !c.empty() && place(r.front().output, c.front().output) < count;
}

bool Stamps::isFinished(int row, int column, int count) const
{
    const auto &r = m_rows[static_cast<std::size_t>(row)], &c = m_columns[static_cast<std::size_t>(column)];
    return !r.empty() && !c.empty() && place(r.back().output, c.back().output) < count;
}

bool Stamps::isRowFinished(int row, int count) const
{
    const auto& taps = m_rows[static_cast<std::size_t>(row)];
    return taps.empty() || place(taps.back().output, m_figure.geometry.w.output - 1) < count;
}

Stamps::Rows Stamps::openRows(int count) const
{
    Rows rows{size().h, -1};
    for (int row = 0; row < size().h; ++row) {
        const auto& taps = m_rows[static_cast<std::size_t>(row)];
        const bool isBegun = !taps.empty() && place(taps.front().output, 0) < count;
        if (!isBegun || isRowFinished(row, count)) continue;
        rows = {std::min(rows.first, row), row};
    }
    return rows;
}

double Stamps::valueAt(int filter, int row, int column, int count) const
{
    const ConvScene& s = m_figure.scene;
    double sum = 0;
    for (int ch = 0; ch < s.channels(); ++ch)
        for (const InputTap& r : m_rows[static_cast<std::size_t>(row)])
            for (const InputTap& c : m_columns[static_cast<std::size_t>(column)])
                if (place(r.output, c.output) < count)
                    sum +=
                        s.input.at(0, ch, r.output, c.output) * s.kernel.at(ch, filter, r.kernel, c.kernel);
    return sum + s.biasOf(filter);
}

} // namespace hg
