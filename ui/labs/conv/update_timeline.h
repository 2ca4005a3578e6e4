#pragma once

#include "ui/widgets/timeline.h"

namespace hg {

/// The updates of a learned filter as a timeline: track and pace follow log(1 + update), so that the steep
/// beginning goes slowly and the whole is played in twenty seconds.
class UpdateTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_updates; }
    QString label() const override;
    double rate(double position) const override;
    std::vector<double> speeds() const override { return {0.25, 0.5, 1, 2, 4}; }
    double shareOf(double position) const override;
    double positionAt(double share) const override;

    void setUpdates(int updates);
    /// The last update that has been reached.
    int update() const;

private:
    int m_updates = 0;
};

} // namespace hg
