#pragma once

#include "core/lab/sound_scene.h"
#include "ui/painters/paint_marks.h"

#include <QRectF>

namespace hg {

/// The stretch of time that is in view.
struct SoundView {
    double start = 0, seconds = 1;
    bool operator==(const SoundView&) const = default;
};

/// The closest view: fewer samples are no wave.
inline constexpr double samplesInClosestView = 16;
/// The stretch as far as the sound has it.
SoundView fittingView(SoundView view, const SoundFigure& figure);

/// Where a sound's picture has its parts.
struct SoundLayout {
    QRectF inputCard, outputCard, filterCard, spectrumCard;
    QRectF input, output; ///< the waves; both span the same stretch of time
    QRectF filter, spectrum;

    double x(const SoundView& view, double second) const
    {
        return input.left() + (second - view.start) / view.seconds * input.width();
    }
    double second(const SoundView& view, double x) const
    {
        return view.start + (x - input.left()) / input.width() * view.seconds;
    }
};
SoundLayout layOutSound(const QSizeF& size, double scale);

/// The picture of a filtered sound: two waves on one scale of time, the filter, and the spectra with the
/// filter's response. Waves are drawn by peaks, whatever their length; where there is room for every sample,
/// as stems. Refers to the figure. Cost: O(width · log n).
class SoundPainter {
public:
    SoundPainter(const SoundFigure& figure, const QSizeF& size, const PaintStyle& style);

    void paint(QPainter& painter, const SoundView& view) const;
    /// What no view changes: the cards, the filter, the spectra. The first half of paint().
    void paintStill(QPainter& painter) const;
    /// The second half, over the first.
    void paintWaves(QPainter& painter, const SoundView& view) const;
    const SoundLayout& layout() const { return m_layout; }
    /// What is seen, in words.
    QString describe(const SoundView& view) const;

private:
    void paintTitle(QPainter& p, const QRectF& card, const QString& title, Role role,
                    const QString& note) const;
    void paintTimes(QPainter& p, const SoundView& view, const QRectF& row) const;
    void paintWave(QPainter& p, const SoundView& view, const SoundTrack& track, double firstSecond,
                   const QRectF& row, Role role) const;
    void paintPeaks(QPainter& p, const SoundTrack& track, double first, double perPixel, const QRectF& row,
                    const QColor& colour) const;
    void paintStems(QPainter& p, const SoundTrack& track, double first, double perPixel, const QRectF& row,
                    const QColor& colour) const;
    void paintFilter(QPainter& p) const;
    void paintSpectra(QPainter& p) const;
    void paintSpectrumAxes(QPainter& p) const;
    void paintFolding(QPainter& p) const;
    /// The loudest bin of each column of pixels; with `showsDips` the softest too.
    void paintCurve(QPainter& p, const Spectrum& spectrum, double reference, const QColor& colour,
                    double pixels, bool showsDips = false) const;
    double y(double value, const QRectF& row) const;
    QString seconds(double value) const;

    const SoundFigure& m_figure;
    PaintStyle m_style;
    PaintMarks m_marks;
    SoundLayout m_layout;
    double m_greatest = 1; ///< of both waves
    double m_loudest = 1;  ///< of both spectra, which is 0 dB
};

} // namespace hg
