#include "ui/labs/conv/response_view.h"

#include "ui/painters/paint_marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int bins = 257; // 256 steps: finer than the plot's pixels

/// The smallest of 1, 2, 5, 10, … that is not below the gain.
double roundedUp(double gain)
{
    const double power = std::pow(10, std::floor(std::log10(gain)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (gain <= digit * power * (1 + 1e-9)) return digit * power;
    return 10 * power;
}

} // namespace

ResponseView::ResponseView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

bool ResponseView::isShownFor(const ConvScene& scene)
{
    return scene.axes == 1 && !scene.pooling && scene.channels() == 1;
}

void ResponseView::setStyle(const PaintStyle& style)
{
    m_style = style;
    describe();
    update();
}

void ResponseView::setScene(const ConvScene& scene, int filter)
{
    const auto taps = static_cast<std::size_t>(scene.kernel.shape.width);
    const auto first = static_cast<std::size_t>(std::clamp(filter, 0, scene.filters() - 1)) * taps;
    const std::span<const double> weights(scene.kernel.data);
    m_hasRate = scene.sampleRate > 0;
    const double rate = m_hasRate ? scene.sampleRate : 1;
    m_highest = rate / 2;
    m_response = frequencyResponse(dilated(weights.subspan(first, taps), scene.dilation.w), rate, bins);
    const double greatest = *std::max_element(m_response.magnitude.begin(), m_response.magnitude.end());
    m_greatest = roundedUp(std::max(1.0, greatest));
    m_foldingStride =
        scene.stride.w > 1 && !scene.isTransposed ? std::optional(scene.stride.w) : std::nullopt;
    describe();
    update();
}

double ResponseView::gainAt(double frequency) const
{
    if (m_response.magnitude.empty()) return 0;
    const double bin = std::round(frequency / m_response.hzPerBin);
    const double last = static_cast<double>(m_response.magnitude.size() - 1);
    return m_response.magnitude[static_cast<std::size_t>(std::clamp(bin, 0.0, last))];
}

QString ResponseView::unit() const
{
    return m_hasRate ? QStringLiteral("Hz") : m_style.texts.say("ResponseView", "cycles per sample");
}

void ResponseView::describe()
{
    if (m_response.magnitude.empty()) return;
    const auto strongest = std::max_element(m_response.magnitude.begin(), m_response.magnitude.end());
    const auto bin = static_cast<std::size_t>(strongest - m_response.magnitude.begin());
    setAccessibleName(m_style.texts.say("ResponseView", "What the filter lets through"));
    QString text =
        m_style.texts.say("ResponseView", "Greatest gain at %1 %2: × %3.")
            .arg(m_style.texts.number(m_response.hz(bin), 3), unit(), m_style.texts.number(*strongest));
    if (m_foldingStride)
        text += u' ' + m_style.texts.say("ResponseView", "What lies above %1 %2 folds back at stride %3.")
                           .arg(m_style.texts.number(m_highest / *m_foldingStride, 3), unit())
                           .arg(*m_foldingStride);
    setAccessibleDescription(text);
    setToolTip(text);
}

QRectF ResponseView::plot() const
{
    const double px = m_style.scale;
    return QRectF(rect()).adjusted(32 * px, 10 * px, -8 * px, -24 * px);
}

double ResponseView::x(double frequency) const
{
    return plot().left() + frequency / m_highest * plot().width();
}

void ResponseView::paintEvent(QPaintEvent*)
{
    if (m_response.magnitude.empty()) return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintFolding(p);
    paintAxes(p);
    paintCurve(p);
}

void ResponseView::paintFolding(QPainter& p) const
{
    if (!m_foldingStride) return;
    const PaintMarks marks(m_style);
    const double left = x(m_highest / *m_foldingStride);
    const QRectF region(left, plot().top(), plot().right() - left, plot().height());
    p.fillRect(region, m_style.theme.padding);
    marks.text(p, region.adjusted(m_style.px(4), m_style.px(2), -m_style.px(4), 0),
               Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
               m_style.texts.say("ResponseView", "folds back at stride %1").arg(*m_foldingStride),
               m_style.theme.muted);
}

void ResponseView::paintAxes(QPainter& p) const
{
    const PaintMarks marks(m_style);
    const QRectF area = plot();
    const double px = m_style.scale;
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = area.bottom() - share * area.height();
        p.setPen(QPen(m_style.theme.line, px));
        p.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        marks.text(p, QRectF(0, y - 10 * px, area.left() - 6 * px, 20 * px),
                   Qt::AlignRight | Qt::AlignVCenter, m_style.texts.number(share * m_greatest),
                   m_style.theme.muted);
    }
    const QRectF below(area.left(), area.bottom() + 3 * px, area.width(), 20 * px);
    marks.text(p, below, Qt::AlignLeft, m_style.texts.number(0), m_style.theme.muted);
    marks.text(p, below, Qt::AlignHCenter, unit(), m_style.theme.muted);
    marks.text(p, below, Qt::AlignRight, m_style.texts.number(m_highest), m_style.theme.muted);
}

void ResponseView::paintCurve(QPainter& p) const
{
    const QRectF area = plot();
    QPainterPath path;
    for (std::size_t i = 0; i < m_response.magnitude.size(); ++i) {
        const QPointF point(x(m_response.hz(i)),
                            area.bottom() - m_response.magnitude[i] / m_greatest * area.height());
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(m_style.theme.role(Role::Filter).fill, m_style.px(2.2)));
    p.drawPath(path);
}

} // namespace hg
