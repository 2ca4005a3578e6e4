#include "ui/labs/autoencoder/sizes_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr int errorPlaces = 4;

const SizeError* pointOf(const std::vector<SizeError>& points, int size)
{
    const auto it =
        std::find_if(points.begin(), points.end(), [size](const SizeError& p) { return p.size == size; });
    return it == points.end() ? nullptr : &*it;
}

/// 1, 2 and 5 times powers of ten in the stretch between two logarithms.
std::vector<double> logTicks(double from, double to)
{
    std::vector<double> ticks;
    for (int power = static_cast<int>(std::floor(from)); power <= to; ++power)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double tick = factor * std::pow(10, power), at = std::log10(tick);
            if (at >= from && at <= to) ticks.push_back(tick);
        }
    return ticks;
}

/// On a veil, since lines may lie below.
void drawText(QPainter& p, QRectF room, const QString& text, const QColor& colour, const PaintStyle& style)
{
    QColor veil = style.theme.surface;
    veil.setAlphaF(0.85f);
    p.setPen(Qt::NoPen);
    p.setBrush(veil);
    p.drawRoundedRect(room, style.px(4), style.px(4));
    p.setPen(colour);
    p.drawText(room, Qt::AlignCenter, text);
}

/// A room for the text, centred over a place and kept inside the box.
QRectF roomFor(const QPainter& p, const QString& text, const QPointF& centre, const QRectF& box)
{
    const QFontMetricsF metrics(p.font());
    QRectF room(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 1);
    room.moveCenter(centre);
    room.moveLeft(std::clamp(room.left(), box.left(), std::max(box.left(), box.right() - room.width())));
    room.moveTop(std::clamp(room.top(), box.top(), std::max(box.top(), box.bottom() - room.height())));
    return room;
}

} // namespace

SizesView::SizesView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
}

void SizesView::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void SizesView::setContent(const Content& content)
{
    if (content == m_content) return;
    m_content = content;
    setAccessibleDescription(said(content.size));
    update();
}

int SizesView::largestSize() const
{
    int largest = 2;
    for (const auto* points : {&m_content.pca, &m_content.autoencoder})
        if (!points->empty()) largest = std::max(largest, points->back().size);
    return largest;
}

/// Across the logarithm of the size to base 2, upwards that of the error to base 10: what a code saves is a
/// share. With room for the names below the lower line's end.
MapFrame SizesView::frame() const
{
    constexpr double unknown = 0.1, below = 0.72, above = 1.25;
    double least = unknown, most = 0;
    for (const auto* points : {&m_content.pca, &m_content.autoencoder})
        for (const SizeError& point : *points) {
            if (point.error > 0) least = std::min(least, point.error);
            most = std::max(most, point.error);
        }
    // A run that has hardly begun is not to press all others together.
    if (m_content.run) most = std::max(most, std::min(m_content.run->error, 1.5 * most));
    most = std::max(most, 1.5 * least);
    return {{-0.15, std::log2(largestSize()) + 0.15, std::log10(below * least), std::log10(above * most)},
            QRectF(m_style.px(50), m_style.px(6), width() - m_style.px(58), height() - m_style.px(46))};
}

QPointF SizesView::placeOf(const SizeError& point) const
{
    const MapFrame f = frame();
    const double error = point.error > 0 ? std::log10(point.error) : f.range.bottom;
    return f.toPixel(std::log2(point.size), std::clamp(error, f.range.bottom, f.range.top));
}

std::optional<int> SizesView::sizeAt(const QPointF& pixel) const
{
    const MapFrame f = frame();
    if (!f.box.adjusted(-4, -4, 4, 30).contains(pixel)) return std::nullopt;
    const double size = std::exp2(f.toPlane(pixel).x());
    return std::clamp(static_cast<int>(std::lround(size)), 1, largestSize());
}

void SizesView::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = sizeAt(event->position());
    update();
}

void SizesView::mouseReleaseEvent(QMouseEvent* event)
{
    const auto size = sizeAt(event->position());
    if (size && event->button() == Qt::LeftButton) Q_EMIT sizePicked(*size);
}

void SizesView::leaveEvent(QEvent*)
{
    m_hovered.reset();
    update();
}

void SizesView::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const MapFrame f = frame();
    paintAxes(p, f);
    paintSize(p, f);
    paintSeries(p, m_content.pca, m_style.theme.ink, false);
    paintSeries(p, m_content.autoencoder, m_style.theme.role(Role::Code).text, true);
    paintNames(p, f);
    paintRun(p, f);
    paintHovered(p, f);
}

void SizesView::paintAxes(QPainter& p, const MapFrame& f) const
{
    const Theme& theme = m_style.theme;
    p.setFont(m_style.font(13));
    const double line = m_style.px(18);
    for (const double y : logTicks(f.range.bottom, f.range.top)) {
        const double at = f.toPixel(0, std::log10(y)).y();
        p.setPen(QPen(theme.line, 1));
        p.drawLine(QPointF(f.box.left(), at), QPointF(f.box.right(), at));
        p.setPen(theme.muted);
        p.drawText(QRectF(0, at - line / 2, f.box.left() - m_style.px(6), line),
                   Qt::AlignRight | Qt::AlignVCenter, m_style.texts.number(y, errorPlaces));
    }
    for (int size = 1; size <= largestSize(); size *= 2) {
        const double at = f.toPixel(std::log2(size), f.range.bottom).x();
        p.setPen(QPen(theme.muted, 1));
        p.drawLine(QPointF(at, f.box.bottom()), QPointF(at, f.box.bottom() + m_style.px(4)));
        p.drawText(QRectF(at - line, f.box.bottom() + m_style.px(4), 2 * line, line), Qt::AlignCenter,
                   QString::number(size));
    }
    p.drawLine(f.box.bottomLeft(), f.box.bottomRight());
    p.drawText(QRectF(f.box.left(), f.box.bottom() + m_style.px(21), f.box.width(), line),
               Qt::AlignRight | Qt::AlignVCenter, tr("numbers in the code"));
}

void SizesView::paintSeries(QPainter& p, const std::vector<SizeError>& points, const QColor& colour,
                            bool hasPoints) const
{
    QPolygonF line;
    for (const SizeError& point : points)
        line << placeOf(point);
    p.setPen(QPen(colour, m_style.px(2.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(line);
    if (!hasPoints) return;
    p.setPen(QPen(m_style.theme.surface, m_style.px(1)));
    p.setBrush(colour);
    for (const QPointF& place : line)
        p.drawEllipse(place, m_style.px(4), m_style.px(4));
}

/// At the ends of the lines: the upper one's above, the lower one's below.
void SizesView::paintNames(QPainter& p, const MapFrame& f) const
{
    p.setFont(m_style.font(14, QFont::Bold));
    const double below = m_style.px(16), above = m_style.px(26); // the lines come down from the left
    const auto write = [&](const std::vector<SizeError>& points, const QString& name, bool isAbove,
                           const QColor& colour) {
        if (points.empty()) return;
        const QPointF end = placeOf(points.back()) + QPointF(0, isAbove ? -above : below);
        drawText(p, roomFor(p, name, end, f.box), name, colour, m_style);
    };
    const bool isPcaAbove = m_content.pca.empty() || m_content.autoencoder.empty() ||
                            m_content.pca.back().error >= m_content.autoencoder.back().error;
    write(m_content.pca, tr("PCA"), isPcaAbove, m_style.theme.ink);
    write(m_content.autoencoder, tr("autoencoder"), !isPcaAbove, m_style.theme.role(Role::Code).text);
}

void SizesView::paintSize(QPainter& p, const MapFrame& f) const
{
    if (m_content.size < 1 || m_content.size > largestSize()) return;
    const double at = f.toPixel(std::log2(m_content.size), 0).x();
    p.setPen(QPen(m_style.theme.accentText, m_style.px(1.5), Qt::DashLine));
    p.drawLine(QPointF(at, f.box.top()), QPointF(at, f.box.bottom()));
    p.setFont(m_style.font(13, QFont::Bold));
    const QString text = tr("now %1").arg(m_content.size);
    constexpr int right = 12; // sizes from here on have the lines below
    const double high =
        m_content.size < right ? f.box.bottom() - m_style.px(10) : f.box.top() + m_style.px(10);
    drawText(p, roomFor(p, text, {at, high}, f.box), text, m_style.theme.accentText, m_style);
}

void SizesView::paintRun(QPainter& p, const MapFrame& f) const
{
    if (!m_content.run) return;
    const QPointF place = placeOf(*m_content.run);
    const QColor colour = m_style.theme.role(Role::Code).text;
    p.setPen(QPen(colour, m_style.px(3)));
    p.setBrush(m_style.theme.surface);
    p.drawEllipse(place, m_style.px(7), m_style.px(7));
    p.setFont(m_style.font(13, QFont::Bold));
    const QString text = tr("this run: %1").arg(m_style.texts.number(m_content.run->error, errorPlaces));
    const double wide = QFontMetricsF(p.font()).horizontalAdvance(text);
    drawText(p, roomFor(p, text, place + QPointF(-wide / 2 - m_style.px(4), m_style.px(20)), f.box), text,
             colour, m_style);
}

QString SizesView::said(int size) const
{
    QStringList parts;
    if (const SizeError* own = pointOf(m_content.autoencoder, size))
        parts << tr("autoencoder %1").arg(m_style.texts.number(own->error, errorPlaces));
    if (const SizeError* pca = pointOf(m_content.pca, size))
        parts << tr("PCA %1").arg(m_style.texts.number(pca->error, errorPlaces));
    return tr("size %1: %2").arg(size).arg(parts.join(QStringLiteral(" · ")));
}

void SizesView::paintHovered(QPainter& p, const MapFrame& f) const
{
    if (!m_hovered) return;
    const double at = f.toPixel(std::log2(*m_hovered), 0).x();
    p.setPen(QPen(m_style.theme.muted, 1));
    p.drawLine(QPointF(at, f.box.top()), QPointF(at, f.box.bottom()));
    p.setFont(m_style.font(13, QFont::DemiBold));
    const QString text = said(*m_hovered);
    drawText(p, roomFor(p, text, {f.box.right(), f.box.top() + m_style.px(10)}, f.box), text,
             m_style.theme.ink, m_style);
}

} // namespace hg
