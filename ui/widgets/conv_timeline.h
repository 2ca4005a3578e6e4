#pragma once

#include "ui/widgets/timeline.h"

namespace hg {

/// The pace of a convolution: the first three positions that are looked at slowly, term by term, then so fast
/// that the whole ends within twenty seconds.
class ConvTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_count; }
    QString label() const override;
    double rate(double position) const override;
    void setCount(int count);
    /// The position that is looked at first: it and the next two go slowly.
    void setOpening(int position) { m_opening = position; }
    int opening() const { return m_opening; }
    /// The label does not tell the count: somebody is to predict it.
    void setCountHidden(bool isHidden);
    /// Cells of another reading that shares the time: told beside the stamps; 0: there is none.
    void setTwinCount(int cells);
    /// Stops after each of so many products of a position too; 0: whole positions only.
    void setTerms(int terms) { m_terms = terms; }
    int terms() const { return m_terms; }

protected:
    double stopBefore(double position) const override;
    double stopAfter(double position) const override;

private:
    int m_count = 0;
    int m_opening = 0;
    int m_terms = 0;
    int m_twinCount = 0;
    bool m_isCountHidden = false;
};

} // namespace hg
