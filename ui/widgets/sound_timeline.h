#pragma once

#include "ui/widgets/timeline.h"

namespace hg {

/// The playhead of a sound, in real time, with a stop every tenth of a second.
class SoundTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_count; }
    QString label() const override;
    double rate(double position) const override;
    /// What is heard has one speed.
    std::vector<double> speeds() const override { return {1}; }
    void setSeconds(double seconds);
    double second() const;
    void seekSecond(double second);

private:
    double m_seconds = 0;
    int m_count = 0;
};

} // namespace hg
