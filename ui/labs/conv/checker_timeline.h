#pragma once

#include "ui/widgets/timeline.h"

#include <vector>

namespace hg {

/// The moments of a comparison as a timeline: its stops are the updates that were looked at, and the track
/// gives half of itself to the first hundred.
class CheckerTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_updates.empty() ? 0 : static_cast<int>(m_updates.size()) - 1; }
    QString label() const override;
    double rate(double) const override { return 2; }
    std::vector<double> speeds() const override { return {0.5, 1, 2, 4}; }
    double shareOf(double position) const override;
    double positionAt(double share) const override;
    bool endsNow() const override { return m_isGrowing; }

    /// By rising update, as far as the comparison has come; `end`: where it will. Stays at the end when it
    /// was there.
    void setUpdates(std::vector<int> updates, int end);
    /// 0 before there is any.
    int update() const;
    /// To the last stop that is not beyond it.
    void seekUpdate(int update);

private:
    std::vector<int> m_updates;
    int m_end = 0;
    bool m_isGrowing = false;
};

} // namespace hg
