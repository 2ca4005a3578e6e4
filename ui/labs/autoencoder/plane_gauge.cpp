#include "ui/labs/autoencoder/plane_gauge.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hg {
namespace {

constexpr double leastGap = 1e-5, mostGap = 1; // the ends of the line
constexpr int fewAngles = 2;

} // namespace

PlaneGauge::PlaneGauge(QWidget* parent) : QWidget(parent) {}

void PlaneGauge::setStyle(const PaintStyle& style)
{
    m_style = style;
    describe();
    update();
}

void PlaneGauge::setReading(std::vector<double> angles, std::optional<double> gap)
{
    m_angles = std::move(angles);
    m_gap = gap;
    describe();
    update();
}

void PlaneGauge::setLarge(bool isLarge)
{
    m_isLarge = isLarge;
    update();
}

/// Below a degree the second place matters.
QString PlaneGauge::anglesText() const
{
    QStringList texts;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_angles.size(), fewAngles); ++i)
        texts << m_style.texts.number(m_angles[i], m_angles[i] < 1 ? 2 : 1) + QStringLiteral("°");
    return texts.join(QStringLiteral("  "));
}

QString PlaneGauge::gapText(bool isShort) const
{
    if (!m_gap) return QStringLiteral("…");
    if (std::abs(*m_gap) < leastGap) return isShort ? tr("= PCA") : tr("error: PCA’s");
    const double percent = 100 * std::abs(*m_gap);
    const QString text = m_style.texts.number(percent, percent < 0.1 ? 3 : percent < 10 ? 2 : 0);
    if (isShort) return *m_gap < 0 ? tr("PCA − %1 %").arg(text) : tr("PCA + %1 %").arg(text);
    return *m_gap < 0 ? tr("error: PCA’s − %1 %").arg(text) : tr("error: PCA’s + %1 %").arg(text);
}

void PlaneGauge::describe()
{
    setAccessibleName(tr("Angles to PCA’s plane"));
    setToolTip(tr("0° is the same plane. The line below goes by powers of ten: each mark is ten times nearer "
                  "to PCA’s error."));
    setAccessibleDescription(anglesText() + QStringLiteral(", ") + gapText());
}

void PlaneGauge::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) describe();
}

void PlaneGauge::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double high = std::min<double>(height(), m_style.px(m_isLarge ? 180 : 150));
    const double radius = std::min(high - m_style.px(16), width() * 0.26);
    const QRectF dial(m_style.px(2), m_style.px(10), radius, radius);
    paintDial(p, dial);
    const double left = dial.right() + m_style.px(42);
    paintNumbers(p, QRectF(left, 0, width() - left - m_style.px(4), high));
}

void PlaneGauge::paintDial(QPainter& p, const QRectF& box) const
{
    const Theme& theme = m_style.theme;
    const QPointF pivot = box.bottomLeft();
    const double radius = box.width();
    const QRectF circle(pivot - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    p.setPen(QPen(theme.muted, m_style.px(1)));
    p.setBrush(theme.surface);
    p.drawPie(circle, 0, 90 * 16);
    p.setFont(m_style.font(13));
    for (const int mark : {0, 30, 60, 90}) {
        const double angle = mark * std::numbers::pi / 180;
        const QPointF out(std::cos(angle), -std::sin(angle));
        p.setPen(QPen(theme.muted, m_style.px(1)));
        p.drawLine(pivot + out * (radius - m_style.px(6)), pivot + out * radius);
        const QPointF at = pivot + out * (radius + m_style.px(5));
        const QRectF room(at.x(), at.y() - m_style.px(10), m_style.px(40), m_style.px(20));
        if (mark < 90) p.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("%1°").arg(mark));
    }
    p.save();
    p.setClipRect(box.adjusted(-m_style.px(3), 0, 0, m_style.px(3)));
    for (std::size_t i = std::min<std::size_t>(m_angles.size(), fewAngles); i-- > 0;) {
        const double angle = m_angles[i] * std::numbers::pi / 180;
        p.setPen(QPen(theme.role(Role::Code).fill, m_style.px(i == 0 ? 4 : 2), Qt::SolidLine, Qt::FlatCap));
        p.drawLine(pivot, pivot + QPointF(std::cos(angle), -std::sin(angle)) * radius);
    }
    p.restore();
}

void PlaneGauge::paintNumbers(QPainter& p, const QRectF& box) const
{
    const double line = m_style.px(19), big = m_style.px(m_isLarge ? 56 : 30), strip = m_style.px(14);
    QRectF row(box.left(), box.top() + std::max(0.0, (box.height() - 2 * line - big - strip) / 2),
               box.width(), line);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour, double high) {
        row.setHeight(high);
        p.setFont(font);
        p.setPen(colour);
        const QString whole = QFontMetricsF(font).elidedText(text, Qt::ElideRight, row.width());
        p.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, whole);
        row.translate(0, high);
    };
    const bool isPlane = m_angles.size() <= fewAngles;
    write(isPlane ? tr("angles to PCA’s plane") : tr("angles to PCA’s space"),
          m_style.font(13, QFont::DemiBold), m_style.theme.ink, line);
    double size = m_isLarge ? 46 : 24;
    while (size > 15 &&
           QFontMetricsF(m_style.font(size, QFont::Bold)).horizontalAdvance(anglesText()) > row.width())
        --size;
    write(anglesText(), m_style.font(size, QFont::Bold), m_style.theme.role(Role::Code).text, big);
    row.setHeight(strip);
    paintGap(p, row);
    row.translate(0, strip);
    const bool isNarrow = QFontMetricsF(m_style.font(13)).horizontalAdvance(gapText()) > row.width();
    write(gapText(isNarrow), m_style.font(13), m_style.theme.ink, line);
}

/// From as much again as PCA's error at the left to a hundred-thousandth of it at the right.
void PlaneGauge::paintGap(QPainter& p, const QRectF& box) const
{
    const Theme& theme = m_style.theme;
    const double y = box.center().y();
    const auto xOf = [&](double gap) {
        const double share =
            std::log(mostGap / std::clamp(gap, leastGap, mostGap)) / std::log(mostGap / leastGap);
        return box.left() + m_style.px(6) + share * (box.width() - m_style.px(12));
    };
    p.setPen(QPen(theme.muted, m_style.px(1)));
    p.drawLine(QPointF(xOf(mostGap), y), QPointF(xOf(leastGap), y));
    for (double mark = mostGap; mark >= leastGap * 0.99; mark /= 10)
        p.drawLine(QPointF(xOf(mark), y - m_style.px(3)), QPointF(xOf(mark), y + m_style.px(3)));
    if (!m_gap) return;
    p.setPen(QPen(theme.surface, m_style.px(1)));
    p.setBrush(theme.role(Role::Code).fill);
    p.drawEllipse(QPointF(xOf(std::abs(*m_gap)), y), m_style.px(5), m_style.px(5));
}

} // namespace hg
