#include "ui/painters/sound_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 10, gap = 10, titleHeight = 30, axisHeight = 20, axisWidth = 44;
constexpr double floorDb = -80;
constexpr double pixelsOfStem = 5; // a sample that has so much room is a stem

/// 1, 2 or 5 times a power of ten, at least `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * 0.9999) return factor * power;
    return 10 * power;
}

double greatestOf(const SoundTrack& track)
{
    const Peak p = track.peaks.range(0, static_cast<std::ptrdiff_t>(track.samples->size()));
    return p.isEmpty() ? 0 : std::max(double(p.greatest), -double(p.least));
}

double greatestOf(const Spectrum& s)
{
    return s.magnitude.empty() ? 0 : *std::max_element(s.magnitude.begin(), s.magnitude.end());
}

} // namespace

SoundView fittingView(SoundView view, const SoundFigure& figure)
{
    const double whole = figure.input->seconds(),
                 closest = std::min(whole, samplesInClosestView / figure.input->rateHz);
    view.seconds = std::clamp(view.seconds, closest, whole);
    view.start = std::clamp(view.start, 0.0, whole - view.seconds);
    return view;
}

SoundLayout layOutSound(const QSizeF& size, double px)
{
    SoundLayout l;
    const double width = size.width() - 2 * margin * px, height = size.height() - (2 * margin + 2 * gap) * px;
    const double wave = height * 0.31, left = margin * px + (axisWidth + 10) * px,
                 right = size.width() - (margin + 14) * px;
    l.inputCard = QRectF(margin * px, margin * px, width, wave);
    l.outputCard = l.inputCard.translated(0, wave + gap * px);
    const double below = l.outputCard.bottom() + gap * px, rest = size.height() - margin * px - below,
                 filter = width * 0.34;
    l.filterCard = QRectF(margin * px, below, filter, rest);
    l.spectrumCard = QRectF(l.filterCard.right() + gap * px, below, width - filter - gap * px, rest);
    const auto inside = [px](const QRectF& card, double from, double to) {
        return QRectF(from, card.top() + (titleHeight + 8) * px, to - from,
                      card.height() - (titleHeight + axisHeight + 16) * px);
    };
    l.input = inside(l.inputCard, left, right);
    l.output = inside(l.outputCard, left, right);
    l.filter = inside(l.filterCard, l.filterCard.left() + 14 * px, l.filterCard.right() - 14 * px);
    l.spectrum = inside(l.spectrumCard, l.spectrumCard.left() + (axisWidth + 10) * px,
                        l.spectrumCard.right() - 20 * px);
    return l;
}

SoundPainter::SoundPainter(const SoundFigure& figure, const QSizeF& size, const PaintStyle& style)
    : m_figure(figure)
    , m_style(style)
    , m_marks(m_style)
    , m_layout(layOutSound(size, style.scale))
    , m_greatest(std::max({greatestOf(*figure.input), greatestOf(figure.output), 1e-9}))
    , m_loudest(std::max({greatestOf(figure.input->spectrum), greatestOf(figure.output.spectrum), 1e-12}))
{}

QString SoundPainter::seconds(double value) const
{
    return m_style.texts.number(value, 4);
}

void SoundPainter::paint(QPainter& p, const SoundView& view) const
{
    paintStill(p);
    paintWaves(p, view);
}

void SoundPainter::paintStill(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    for (const QRectF& card :
         {m_layout.inputCard, m_layout.outputCard, m_layout.filterCard, m_layout.spectrumCard})
        m_marks.card(p, card);
    paintFilter(p);
    paintSpectra(p);
}

void SoundPainter::paintWaves(QPainter& p, const SoundView& view) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const SoundTrack &in = *m_figure.input, &out = m_figure.output;
    const auto note = [this](const SoundTrack& t) {
        return m_style.texts.say("SoundPainter", "%1 s, %2 samples a second")
            .arg(m_style.texts.number(t.seconds()), m_style.texts.number(t.rateHz, 1));
    };
    paintTitle(p, m_layout.inputCard, m_style.texts.say("SoundPainter", "Input"), Role::Input, note(in));
    paintTitle(p, m_layout.outputCard, m_style.texts.say("SoundPainter", "Output"), Role::Output, note(out));
    for (const QRectF& row : {m_layout.input, m_layout.output})
        paintTimes(p, view, row);
    paintWave(p, view, in, 0, m_layout.input, Role::Input);
    paintWave(p, view, out, m_figure.firstSecond, m_layout.output, Role::Output);
}

void SoundPainter::paintTitle(QPainter& p, const QRectF& card, const QString& title, Role role,
                              const QString& note) const
{
    m_marks.title(p,
                  QRectF(card.left() + m_style.px(14), card.top() + m_style.px(5),
                         card.width() - m_style.px(28), m_style.px(26)),
                  title, role, note);
}

double SoundPainter::y(double value, const QRectF& row) const
{
    return row.center().y() - value / m_greatest * row.height() / 2;
}

void SoundPainter::paintTimes(QPainter& p, const SoundView& view, const QRectF& row) const
{
    const double px = m_style.scale, step = roundStep(view.seconds * 80 * px / row.width());
    for (double i = std::ceil(view.start / step); i * step <= view.start + view.seconds; ++i) {
        const double x = m_layout.x(view, i * step);
        p.setPen(QPen(m_style.theme.line, px));
        p.drawLine(QPointF(x, row.top()), QPointF(x, row.bottom()));
        m_marks.text(p, QRectF(x - 40 * px, row.bottom() + 3 * px, 80 * px, 16 * px), Qt::AlignCenter,
                     m_style.texts.say("SoundPainter", "%1 s").arg(seconds(i * step)), m_style.theme.muted);
    }
    p.setPen(QPen(m_style.theme.faint, px));
    p.drawLine(QPointF(row.left(), y(0, row)), QPointF(row.right(), y(0, row)));
    for (const double value : {m_greatest, 0.0, -m_greatest})
        m_marks.text(p, QRectF(row.left() - 54 * px, y(value, row) - 9 * px, 48 * px, 18 * px),
                     Qt::AlignRight | Qt::AlignVCenter, m_style.texts.number(value), m_style.theme.muted);
}

void SoundPainter::paintWave(QPainter& p, const SoundView& view, const SoundTrack& track, double firstSecond,
                             const QRectF& row, Role role) const
{
    const double perPixel = view.seconds * track.rateHz / row.width(),
                 first = (view.start - firstSecond) * track.rateHz;
    p.save();
    p.setClipRect(row.adjusted(0, -4, 0, 4), Qt::IntersectClip);
    const QColor colour = m_style.theme.role(role).fill;
    if (perPixel < 1 / m_style.px(pixelsOfStem))
        paintStems(p, track, first, perPixel, row, colour);
    else
        paintPeaks(p, track, first, perPixel, row, colour);
    p.restore();
}

void SoundPainter::paintPeaks(QPainter& p, const SoundTrack& track, double first, double perPixel,
                              const QRectF& row, const QColor& colour) const
{
    std::vector<Peak> columns(static_cast<std::size_t>(std::ceil(row.width())));
    track.peaks.columns(first, perPixel, columns);
    // Whole columns of pixels: their sides need no smoothing, which would take ten times as long.
    p.save();
    p.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].isEmpty()) continue;
        const double x = std::floor(row.left()) + static_cast<double>(c);
        const double top = y(double(columns[c].greatest), row), bottom = y(double(columns[c].least), row);
        p.fillRect(QRectF(x, top, 1, std::max(bottom - top, 1.0)), colour);
    }
    p.restore();
}

void SoundPainter::paintStems(QPainter& p, const SoundTrack& track, double first, double perPixel,
                              const QRectF& row, const QColor& colour) const
{
    const auto count = static_cast<std::ptrdiff_t>(track.samples->size());
    const auto begin = std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(std::floor(first))),
               end = std::min(count,
                              static_cast<std::ptrdiff_t>(std::ceil(first + perPixel * row.width())) + 1);
    const double dot = std::min(3.5 * m_style.scale, 0.35 / perPixel);
    for (std::ptrdiff_t i = begin; i < end; ++i) {
        const double x = row.left() + (static_cast<double>(i) - first) / perPixel,
                     top = y(double((*track.samples)[static_cast<std::size_t>(i)]), row);
        p.setPen(QPen(colour, m_style.px(1.2)));
        p.drawLine(QPointF(x, y(0, row)), QPointF(x, top));
        p.setPen(Qt::NoPen);
        p.setBrush(colour);
        p.drawEllipse(QPointF(x, top), dot, dot);
    }
}

void SoundPainter::paintFilter(QPainter& p) const
{
    const QRectF row = m_layout.filter;
    const std::vector<double>& taps = m_figure.taps;
    paintTitle(p, m_layout.filterCard, m_style.texts.say("SoundPainter", "Filter"), Role::Filter,
               m_style.texts.say("SoundPainter", "weights: %1").arg(taps.size()));
    double least = 0, most = 0;
    for (const double w : taps) {
        least = std::min(least, w);
        most = std::max(most, w);
    }
    if (most == least) most = 1;
    const auto yOf = [&](double w) { return row.bottom() - (w - least) / (most - least) * row.height(); };
    const double wide = row.width() / static_cast<double>(taps.size());
    p.setPen(QPen(m_style.theme.faint, m_style.scale));
    p.drawLine(QPointF(row.left(), yOf(0)), QPointF(row.right(), yOf(0)));
    p.setPen(QPen(m_style.theme.role(Role::Filter).fill,
                  wide > m_style.px(3) ? std::min(wide * 0.7, m_style.px(8)) : std::ceil(wide), Qt::SolidLine,
                  Qt::FlatCap));
    p.setRenderHint(QPainter::Antialiasing, wide > m_style.px(3)); // narrow bars would shimmer
    for (std::size_t k = 0; k < taps.size(); ++k) {
        const double x = row.left() + (static_cast<double>(k) + 0.5) * wide;
        if (taps[k] != 0) p.drawLine(QPointF(x, yOf(0)), QPointF(x, yOf(taps[k])));
    }
    p.setRenderHint(QPainter::Antialiasing);
    m_marks.text(p, QRectF(row.left(), row.bottom() + m_style.px(3), row.width(), m_style.px(16)),
                 Qt::AlignRight | Qt::AlignVCenter,
                 m_style.texts.say("SoundPainter", "%1 s")
                     .arg(seconds(static_cast<double>(taps.size()) / m_figure.input->rateHz)),
                 m_style.theme.muted);
}

void SoundPainter::paintSpectra(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const QRectF title(m_layout.spectrumCard.left() + m_style.px(14),
                       m_layout.spectrumCard.top() + m_style.px(5),
                       m_layout.spectrumCard.width() - m_style.px(28), m_style.px(26));
    const double baseline = title.center().y() + m_style.px(6);
    const QString space = QStringLiteral("   ");
    const std::vector<TextRun> runs{
        {m_style.texts.say("SoundPainter", "Spectra") + space, theme.ink, QFont::Bold},
        {m_style.texts.say("SoundPainter", "before") + space, theme.role(Role::Input).text, QFont::DemiBold},
        {m_style.texts.say("SoundPainter", "after") + space, theme.role(Role::Output).text, QFont::DemiBold},
        {m_style.texts.say("SoundPainter", "what the filter lets through"), theme.role(Role::Filter).text,
         QFont::DemiBold}};
    const double shrink = std::min(1.0, title.width() / m_marks.widthOf(runs, 15));
    m_marks.runs(p, {title.left(), baseline}, runs, 15 * shrink);
    paintFolding(p);
    paintSpectrumAxes(p);
    p.save();
    p.setClipRect(m_layout.spectrum, Qt::IntersectClip);
    paintCurve(p, m_figure.response, std::max(1.0, greatestOf(m_figure.response)),
               theme.role(Role::Filter).fill, 1.6, true);
    paintCurve(p, m_figure.input->spectrum, m_loudest, theme.role(Role::Input).fill, 1);
    paintCurve(p, m_figure.output.spectrum, m_loudest, theme.role(Role::Output).fill, 1.4);
    p.restore();
}

void SoundPainter::paintFolding(QPainter& p) const
{
    if (m_figure.scene.stride == 1) return;
    const QRectF plot = m_layout.spectrum;
    const double nyquist = m_figure.input->rateHz / 2,
                 left = plot.left() + m_figure.foldingHz() / nyquist * plot.width();
    const QRectF region(left, plot.top(), plot.right() - left, plot.height());
    p.fillRect(region, m_style.theme.padding);
    m_marks.hatch(p, region, m_style.theme.hatch);
    m_marks.text(p, region.adjusted(m_style.px(6), 0, 0, -m_style.px(4)), Qt::AlignLeft | Qt::AlignBottom,
                 m_style.texts.say("SoundPainter", "folds back at stride %1").arg(m_figure.scene.stride),
                 m_style.theme.muted);
}

void SoundPainter::paintSpectrumAxes(QPainter& p) const
{
    const double px = m_style.scale, nyquist = m_figure.input->rateHz / 2;
    const QRectF plot = m_layout.spectrum;
    for (double db = 0; db >= floorDb; db -= 20) {
        const double at = plot.top() + db / floorDb * plot.height();
        p.setPen(QPen(m_style.theme.line, px));
        p.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        m_marks.text(p, QRectF(plot.left() - 60 * px, at - 9 * px, 54 * px, 18 * px),
                     Qt::AlignRight | Qt::AlignVCenter,
                     db == 0 ? QStringLiteral("0 dB") : m_style.texts.number(db), m_style.theme.muted);
    }
    const double step = roundStep(nyquist * 90 * px / plot.width());
    for (double hz = 0; hz <= nyquist; hz += step)
        m_marks.text(p,
                     QRectF(plot.left() + hz / nyquist * plot.width() - 40 * px, plot.bottom() + 3 * px,
                            80 * px, 16 * px),
                     Qt::AlignCenter, hz == 0 ? QStringLiteral("0 Hz") : m_style.texts.number(hz),
                     m_style.theme.muted);
}

void SoundPainter::paintCurve(QPainter& p, const Spectrum& spectrum, double reference, const QColor& colour,
                              double pixels, bool showsDips) const
{
    const QRectF plot = m_layout.spectrum;
    const double nyquist = m_figure.input->rateHz / 2;
    const auto yOf = [&](double db) { return plot.top() + db / floorDb * plot.height(); };
    const auto xOf = [&](std::size_t bin) {
        return std::floor(plot.left() + spectrum.hz(bin) / nyquist * plot.width());
    };
    QPainterPath path;
    double most = floorDb, least = 0; // of the bins that share a column of pixels
    for (std::size_t i = 0; i < spectrum.magnitude.size(); ++i) {
        const double db = decibels(spectrum.magnitude[i] / reference, floorDb);
        most = std::max(most, db);
        least = std::min(least, db);
        const bool isLast = i + 1 == spectrum.magnitude.size();
        if (!isLast && xOf(i) == xOf(i + 1)) continue;
        const QPointF top(xOf(i), yOf(most));
        path.elementCount() == 0 ? path.moveTo(top) : path.lineTo(top);
        if (showsDips && least < most) path.lineTo(xOf(i), yOf(least));
        most = floorDb;
        least = 0;
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, m_style.px(pixels)));
    p.drawPath(path);
}

QString SoundPainter::describe(const SoundView& view) const
{
    return m_style.texts.say("SoundPainter", "%1 s to %2 s of %3 s; filter size %4, stride %5.")
        .arg(seconds(view.start), seconds(view.start + view.seconds), seconds(m_figure.input->seconds()))
        .arg(m_figure.taps.size())
        .arg(m_figure.scene.stride);
}

} // namespace hg
