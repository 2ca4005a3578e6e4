#pragma once

#include "ui/theme/texts.h"
#include "ui/widgets/timeline.h"

#include <functional>

namespace hg {

/// A timeline over things that are counted: its stops are `from` … `to`.
class CountTimeline : public Timeline {
    Q_OBJECT

public:
    /// Says a stop in the window's language.
    using Label = std::function<QString(int stop, int last)>;

    CountTimeline(const Clock& clock, int from, Label label)
        : Timeline(clock), m_from(from), m_label(std::move(label))
    {}
    int count() const override;
    QString label() const override { return m_label(stop(), m_last); }
    double rate(double) const override { return 1; }
    std::vector<double> speeds() const override { return {0.5, 1, 2, 4}; }

    /// The stop that the playhead has come to.
    int stop() const;
    void seekStop(int stop) { seek(stop - m_from); }
    void setLast(int last);

private:
    int m_from, m_last = 0;
    Label m_label;
};

} // namespace hg
