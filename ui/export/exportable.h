#pragma once

#include "core/util/watch.h"

#include <QColor>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace hg {

/// The words and colours of an exported page, in the language and theme of the picture.
struct PageLook {
    QString language; ///< "en", "el"
    bool isDark = false;
    QColor ground, surface, ink, muted, line, accent, accentInk, accentText;
    QString first, back, play, pause, forward, last;
    QString track;     ///< what the range input is called
    QString enlarge;   ///< the switch that shows the picture in its own size on a small screen
    QString keys;      ///< one line: which keys do what
    QString needsCode; ///< said where scripts are off
};

/// What a lab gives away to be written into a file: a copy that stays as it is when the lab changes or goes,
/// and that one other thread at a time may use. Time t runs from 0 to the number of stops; whole numbers from
/// 1 are the stops (positions of the filter, say), as in Timeline.
struct Exportable {
    QString title; ///< a page's heading
    QSize size;    ///< the picture's sides in pixels
    QColor ground; ///< painted first
    /// How long the animation takes from each stop to the next, from t = 0. As many as there are stops, at
    /// least one.
    std::vector<double> seconds;
    double now = 1; ///< the t that the window shows
    /// Draws the picture at t onto `size`, always the same for the same t.
    std::function<void(QPainter&, double t)> paint;
    /// The same stops laid out for a narrow page that is held upright, as a phone is; without `paint` there
    /// is one layout only.
    QSize uprightSize{};
    std::function<void(QPainter&, double t)> paintUpright{};
    /// Work before the first frame of a file, on the thread that writes it; false: the watch ended it. What
    /// is painted and said without it may lack something.
    std::function<bool(const Watch&)> prepare{};
    std::function<QString(int stop)> label;    ///< "Position 3 of 9"; stops count from 1
    std::function<QString(int stop)> describe; ///< what is seen there, in a sentence
    PageLook page;

    int stops() const { return static_cast<int>(seconds.size()); }
};

/// The whole duration, in seconds.
double durationOf(const Exportable& exportable);
/// The t that is reached after so many seconds; the last stop from the end on.
double timeAfter(const Exportable& exportable, double seconds);

} // namespace hg
