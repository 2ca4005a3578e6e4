#pragma once

#include "ui/widgets/timeline.h"

namespace hg {

/// The layers that a cell's cone goes down through, from the cell itself to the input.
class FieldTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_level; }
    QString label() const override;
    double rate(double) const override { return layersASecond; }
    std::vector<double> speeds() const override { return {0.25, 0.5, 1, 2, 4}; }

    /// Of the cell.
    void setLevel(int level);
    static constexpr double layersASecond = 0.7;

private:
    int m_level = 0;
};

} // namespace hg
