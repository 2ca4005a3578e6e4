#pragma once

#include "ui/widgets/timeline.h"

namespace hg {

/// The film of a path as a timeline: its stops are the pictures.
class FilmTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_pictures > 0 ? m_pictures - 1 : 0; }
    QString label() const override;
    double rate(double) const override { return 1.5; }
    std::vector<double> speeds() const override { return {0.5, 1, 2, 4}; }
    void setPictures(int pictures);

private:
    int m_pictures = 0;
};

} // namespace hg
