#pragma once

#include "ui/widgets/timeline.h"

namespace hg {

/// The rows of a list as a timeline: its position is the row, from 0, and each stays for two seconds.
class RowTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_rows > 0 ? m_rows - 1 : 0; }
    QString label() const override;
    double rate(double) const override { return 0.5; }
    std::vector<double> speeds() const override { return {0.25, 0.5, 1, 2, 4}; }

    void setRows(int rows);
    int row() const;

private:
    int m_rows = 0;
};

} // namespace hg
