#include "ui/painters/twin_painter.h"

#include "core/lab/zero_insertion.h"

#include <QFontMetricsF>

namespace hg {
namespace {

constexpr double headingHeight = 26, margin = 10, narrowest = 400; // of each of the two

QRectF moved(const QRectF& box, const QPointF& by)
{
    return box.isEmpty() ? box : box.translated(by);
}

} // namespace

TwinPainter::TwinPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                         const ConvLook& look)
    : m_figure(figure), m_twin(zeroInserted(figure)), m_style(style), m_marks(m_style)
{
    layOut(size, look);
}

void TwinPainter::layOut(const QSizeF& size, const ConvLook& look)
{
    const double top = m_style.px(headingHeight), edge = m_style.px(margin);
    const QSizeF whole(size.width(), size.height() - top), half(size.width() / 2, whole.height());
    ConvLook twinLook = look;
    twinLook.selected = inTwin(look.selected);
    twinLook.focus = inTwin(look.focus);
    const auto hasCells = [&](const ConvFigure& figure, const QSizeF& room, const ConvLook& how) {
        return layOutLine(figure, room, m_style.scale, how).hasCells;
    };
    const bool haveCells = hasCells(m_figure, half, look) && hasCells(m_twin, half, twinLook);
    if (half.width() >= m_style.px(narrowest) && (haveCells || !hasCells(m_twin, whole, twinLook)))
        m_stamping = std::make_unique<LinePainter>(m_figure, half, m_style, look);
    const QSizeF room = m_stamping ? half : whole;
    m_sliding = std::make_unique<LinePainter>(m_twin, room, m_style, twinLook);
    m_left = QPointF(0, top);
    m_right = QPointF(m_stamping ? half.width() : 0, top);
    m_leftHeading = QRectF(edge, 0, room.width() - 2 * edge, top);
    m_rightHeading = m_leftHeading.translated(m_right.x(), 0);
}

void TwinPainter::paintHeading(QPainter& p, bool ofZeros) const
{
    const QString name = ofZeros ? m_style.texts.say("TwinPainter", "Zero insertion")
                                 : m_style.texts.say("TwinPainter", "Stamping"),
                  note =
                      ofZeros
                          ? m_style.texts.say("TwinPainter", "zeros between the inputs, filter turned round")
                          : m_style.texts.say("TwinPainter", "each input stamps the filter; overlaps add up");
    const QRectF& line = ofZeros ? m_rightHeading : m_leftHeading;
    const double wide = m_marks.widthOf(name, 17, QFont::Bold) + m_style.px(12);
    m_marks.text(p, line, Qt::AlignLeft | Qt::AlignVCenter, name, m_style.theme.ink, 17, QFont::Bold);
    const QRectF rest = line.adjusted(wide, 0, 0, 0);
    const QString shown = QFontMetricsF(m_style.font(13)).elidedText(note, Qt::ElideRight, rest.width());
    m_marks.text(p, rest, Qt::AlignLeft | Qt::AlignVCenter, shown, m_style.theme.muted);
}

void TwinPainter::paintStill(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    if (m_stamping) {
        paintHeading(p, false);
        p.translate(m_left);
        m_stamping->paintStill(p);
        p.translate(-m_left);
    }
    paintHeading(p, true);
    p.translate(m_right);
    m_sliding->paintStill(p);
    p.translate(-m_right);
}

void TwinPainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    if (m_stamping) {
        p.translate(m_left);
        m_stamping->paintMoving(p, t, withProducts);
        p.translate(-m_left);
    }
    p.translate(m_right);
    m_sliding->paintMoving(p, twinTime(m_figure, t), withProducts);
    p.translate(-m_right);
}

QRegion TwinPainter::movingRegion(double t, bool withProducts) const
{
    QRegion region;
    if (m_stamping) region = m_stamping->movingRegion(t, withProducts).translated(m_left.toPoint());
    // Half of an odd width begins between two pixels.
    for (const QRect& part : m_sliding->movingRegion(twinTime(m_figure, t), withProducts))
        region += QRectF(part).translated(m_right).toAlignedRect();
    return region;
}

std::optional<ConvHit> TwinPainter::inTwin(const std::optional<ConvHit>& hit) const
{
    if (!hit) return hit;
    ConvHit there = *hit;
    if (hit->place == ConvPlace::Input) there.column *= m_twin.zerosBetween->w + 1;
    if (hit->place == ConvPlace::Kernel) there.column = m_figure.scene.kernel.shape.width - 1 - hit->column;
    return there;
}

std::optional<ConvHit> TwinPainter::fromTwin(const std::optional<ConvHit>& hit) const
{
    if (!hit || hit->place != ConvPlace::Input) return inTwin(hit); // turning round goes both ways
    const int apart = m_twin.zerosBetween->w + 1;
    if (hit->column < 0 || hit->column >= m_twin.inputShape().width || hit->column % apart != 0)
        return std::nullopt;
    ConvHit here = *hit;
    here.column /= apart;
    return here;
}

void TwinPainter::setFocus(const std::optional<ConvHit>& focus)
{
    if (m_stamping) m_stamping->setFocus(focus);
    m_sliding->setFocus(inTwin(focus));
}

std::optional<ConvHit> TwinPainter::hit(const QPointF& point) const
{
    if (m_stamping && point.x() < m_right.x()) return m_stamping->hit(point - m_left);
    return fromTwin(m_sliding->hit(point - m_right));
}

QRectF TwinPainter::cellOf(const ConvHit& hit) const
{
    if (m_stamping) return moved(m_stamping->cellOf(hit), m_left);
    return moved(m_sliding->cellOf(*inTwin(hit)), m_right);
}

QRectF TwinPainter::figureBox() const
{
    const QRectF right = m_sliding->figureBox().translated(m_right);
    return m_stamping ? right.united(m_stamping->figureBox().translated(m_left)) : right;
}

QString TwinPainter::describe(double t) const
{
    const QString sliding = m_style.texts.say("TwinPainter", "With zeros between the inputs: %1")
                                .arg(m_sliding->describe(twinTime(m_figure, t)));
    return m_stamping ? m_stamping->describe(t) + u' ' + sliding : sliding;
}

} // namespace hg
