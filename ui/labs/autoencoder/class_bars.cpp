#include "ui/labs/autoencoder/class_bars.h"

#include "ui/painters/map_axes.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

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

void ClassBars::setCounts(const std::array<int, 10>& counts)
{
    m_counts = counts;
    QStringList texts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0) texts << QStringLiteral("%1: %2").arg(i).arg(counts[i]);
    setAccessibleName(texts.join(QStringLiteral(", ")));
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
    std::array<int, 10> order{};
    std::iota(order.begin(), order.end(), 0);
    const auto countOf = [this](int label) { return m_counts[static_cast<std::size_t>(label)]; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return countOf(a) > countOf(b); });
    const int most = std::max(1, countOf(order.front()));
    const double high = m_style.px(rowHeight), disc = m_style.px(10), number = m_style.px(52);
    const QRectF bars(2 * disc + m_style.px(10), 0, width() - number - 2 * disc - m_style.px(10),
                      m_style.px(8));
    for (int i = 0; i < shownBars && countOf(order[static_cast<std::size_t>(i)]) > 0; ++i) {
        const int label = order[static_cast<std::size_t>(i)];
        const double middle = (i + 0.5) * high;
        paintDisc(p, {disc + 1, middle}, disc, label, m_style);
        const QRectF whole = bars.translated(0, middle - bars.height() / 2);
        p.setPen(Qt::NoPen);
        p.setBrush(m_style.theme.line);
        p.drawRoundedRect(whole, 3, 3);
        p.setBrush(m_style.theme.classes[static_cast<std::size_t>(label)].fill);
        p.drawRoundedRect(
            QRectF(whole.topLeft(), QSizeF(whole.width() * countOf(label) / most, whole.height())), 3, 3);
        p.setPen(m_style.theme.ink);
        p.setFont(m_style.font(14, QFont::Bold));
        p.drawText(QRectF(width() - number, middle - high / 2, number, high),
                   Qt::AlignRight | Qt::AlignVCenter, m_style.texts.grouped(countOf(label)));
    }
    const auto others =
        static_cast<int>(std::count_if(m_counts.begin(), m_counts.end(), [](int n) { return n > 0; })) -
        shownBars;
    if (others <= 0) return;
    p.setPen(m_style.theme.muted);
    p.setFont(m_style.font(13));
    p.drawText(QRectF(0, shownBars * high, width(), high), Qt::AlignLeft | Qt::AlignVCenter,
               tr("and %n other classes", nullptr, others));
}

} // namespace hg
