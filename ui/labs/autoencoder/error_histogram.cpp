#include "ui/labs/autoencoder/error_histogram.h"

#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr std::size_t binCount = 40;
constexpr double shownShare = 0.995; // beyond it a few very bad ones would squeeze all others

} // namespace

ErrorHistogram::ErrorHistogram(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ErrorHistogram::setStyle(const PaintStyle& style)
{
    m_style = style;
    updateGeometry();
    update();
}

QSize ErrorHistogram::sizeHint() const
{
    return {static_cast<int>(m_style.px(240)), static_cast<int>(m_style.px(46))};
}

void ErrorHistogram::setContent(const std::vector<float>* sorted, std::optional<double> mark)
{
    m_mark = mark;
    m_bins.assign(sorted && !sorted->empty() ? binCount : 0, 0);
    if (!m_bins.empty()) {
        const auto last = static_cast<std::size_t>(shownShare * static_cast<double>(sorted->size() - 1));
        m_end = std::max({1e-9, static_cast<double>((*sorted)[last]), mark.value_or(0)});
        for (const float error : *sorted) {
            const auto bin = static_cast<std::size_t>(static_cast<double>(error) / m_end * binCount);
            if (bin < binCount) ++m_bins[bin];
        }
    }
    update();
}

void ErrorHistogram::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const double foot = height() - 2, wide = width() / static_cast<double>(binCount);
    p.setPen(QPen(m_style.theme.line, m_style.px(1.5)));
    p.drawLine(QPointF(0, foot), QPointF(width(), foot));
    if (m_bins.empty()) return;
    const int most = std::max(1, *std::max_element(m_bins.begin(), m_bins.end()));
    const double mark = m_mark ? *m_mark / m_end * width() : -1;
    const QColor below = m_style.theme.role(Role::Code).fill, above = m_style.theme.faint;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const double left = static_cast<double>(i) * wide, high = (foot - 2) * m_bins[i] / most;
        p.fillRect(QRectF(left, foot - high, wide - 1, high), left + wide / 2 < mark ? below : above);
    }
    if (!m_mark) return;
    p.setPen(QPen(m_style.theme.ink, m_style.px(2.5)));
    const double x = std::clamp(mark, 1.0, width() - 2.0);
    p.drawLine(QPointF(x, 0), QPointF(x, foot));
}

} // namespace hg
