#include "ui/labs/autoencoder/class_bars.h"

#include "ui/painters/class_marks.h"

#include <QPainter>

#include <algorithm>
#include <span>

namespace hg {
namespace {

constexpr int shownBars = 4;
constexpr double rowHeight = 26;

} // namespace

ClassBars::ClassBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ClassBars::setStyle(const PaintStyle& style)
{
    m_style = style;
    updateGeometry();
    update();
}

void ClassBars::setCounts(const std::map<int, int>& counts, const QStringList& names)
{
    m_counts.assign(counts.begin(), counts.end());
    m_names = names;
    QStringList texts;
    for (const auto& [label, count] : m_counts)
        texts << QStringLiteral("%1: %2").arg(classText(label, names)).arg(count);
    setAccessibleName(texts.join(QStringLiteral(", ")));
    std::stable_sort(m_counts.begin(), m_counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    update();
}

QSize ClassBars::sizeHint() const
{
    return {static_cast<int>(m_style.px(200)), static_cast<int>(m_style.px(rowHeight * (shownBars + 1)))};
}

void ClassBars::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const std::span shown(m_counts.data(), std::min<std::size_t>(m_counts.size(), shownBars));
    const double high = m_style.px(rowHeight), radius = m_style.px(10), number = m_style.px(52);
    double mark = 2 * radius; // as wide as the widest
    for (const auto& [label, count] : shown)
        mark = std::max(mark, classMarkWidth(classText(label, m_names), radius, m_style));
    const double left = mark + m_style.px(10);
    const QRectF bar(left, 0, width() - number - left, m_style.px(8));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto [label, count] = shown[i];
        const double middle = (static_cast<double>(i) + 0.5) * high;
        paintClassMark(p, {mark / 2 + 1, middle}, radius, label, classText(label, m_names), m_style);
        const QRectF whole = bar.translated(0, middle - bar.height() / 2);
        p.setPen(Qt::NoPen);
        p.setBrush(m_style.theme.line);
        p.drawRoundedRect(whole, 3, 3);
        p.setBrush(m_style.theme.classes[classPlace(label)].fill);
        p.drawRoundedRect(
            QRectF(whole.topLeft(), QSizeF(whole.width() * count / shown.front().second, whole.height())), 3,
            3);
        p.setPen(m_style.theme.ink);
        p.setFont(m_style.font(14, QFont::Bold));
        p.drawText(QRectF(width() - number, middle - high / 2, number, high),
                   Qt::AlignRight | Qt::AlignVCenter, m_style.texts.grouped(count));
    }
    const auto others = static_cast<int>(m_counts.size() - shown.size());
    if (others <= 0) return;
    p.setPen(m_style.theme.muted);
    p.setFont(m_style.font(13));
    p.drawText(QRectF(0, shownBars * high, width(), high), Qt::AlignLeft | Qt::AlignVCenter,
               tr("and %n other classes", nullptr, others));
}

} // namespace hg
