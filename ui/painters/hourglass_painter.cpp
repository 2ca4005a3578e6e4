#include "ui/painters/hourglass_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int stripes = 26;

} // namespace

QImage greyPicture(std::span<const float> pixels, int height, int width)
{
    QImage image(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const float v = pixels[static_cast<std::size_t>(y * width + x)];
            image.scanLine(y)[x] =
                static_cast<uchar>(std::isfinite(v) ? std::clamp(v, 0.0f, 1.0f) * 255.0f + 0.5f : 0.0f);
        }
    return image;
}

struct HourglassPainter::Bar {
    QRectF box;
    std::size_t layer = 0;
    bool isCode = false;
    bool isEncoder = true;
};

HourglassPainter::HourglassPainter(const Plan& plan, std::vector<std::vector<float>> activations)
    : m_activations(std::move(activations))
    , m_codeIndex(plan.decoderStart())
    , m_inputShape(plan.network().network.input)
{}

std::vector<HourglassPainter::Bar> HourglassPainter::bars(const QRectF& area, const PaintStyle& style) const
{
    const double picture = std::min(area.height() * 0.62, area.width() * 0.13);
    const double left = area.left() + picture + style.px(22), right = area.right() - picture - style.px(22);
    const double step = (right - left) / std::max<double>(1, static_cast<double>(m_activations.size()) - 1);
    std::vector<Bar> result;
    for (std::size_t i = 0; i < m_activations.size(); ++i) {
        const auto size = static_cast<double>(m_activations[i].size());
        const bool isCode = static_cast<int>(i) == m_codeIndex;
        // Heights grow with the logarithm of the width: 784 and 64 both remain readable.
        const double share = isCode ? 0.16 : 0.28 + 0.66 * std::log(size / 32) / std::log(1568.0 / 32);
        const double height = area.height() * 0.74 * std::clamp(share, 0.2, 1.0),
                     width = std::clamp(step * 0.26, style.px(12), style.px(24));
        const double x = left + step * static_cast<double>(i);
        result.push_back({QRectF(x - width / 2, area.center().y() - height / 2, width, height), i, isCode,
                          static_cast<int>(i) < m_codeIndex});
    }
    return result;
}

void HourglassPainter::paintFlow(QPainter& p, const Bar& from, const Bar& to, const PaintStyle& style) const
{
    const QColor colour = style.theme.role(from.isEncoder ? Role::Input : Role::Output).fill;
    QPainterPath path(from.box.topRight());
    path.lineTo(to.box.topLeft());
    path.lineTo(to.box.bottomLeft());
    path.lineTo(from.box.bottomRight());
    p.fillPath(path, mixed(style.theme.stage, colour, style.theme.isDark ? 0.2 : 0.14));
}

void HourglassPainter::paintBar(QPainter& p, const Bar& bar, const PaintStyle& style) const
{
    const auto& values = m_activations[bar.layer];
    const QColor colour = style.theme.role(bar.isEncoder ? Role::Input : Role::Output).fill;
    const int count = std::min(stripes, static_cast<int>(values.size()));
    std::vector<double> strength(static_cast<std::size_t>(count), 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto stripe = i * static_cast<std::size_t>(count) / values.size();
        if (std::isfinite(values[i])) strength[stripe] += std::abs(static_cast<double>(values[i]));
    }
    const double most = std::max(1e-9, *std::max_element(strength.begin(), strength.end()));
    const double high = bar.box.height() / count;
    for (int s = 0; s < count; ++s) {
        const double share = strength[static_cast<std::size_t>(s)] / most;
        p.fillRect(QRectF(bar.box.left(), bar.box.top() + s * high, bar.box.width(),
                          std::max(1.0, high - style.px(0.7))),
                   mixed(style.theme.surface, colour, 0.08 + 0.87 * share));
    }
    p.setPen(QPen(mixed(style.theme.surface, colour, 0.6), style.px(1)));
    p.setBrush(Qt::NoBrush);
    p.drawRect(bar.box);
    p.setPen(style.theme.muted);
    p.setFont(style.font(13));
    p.drawText(QRectF(bar.box.center().x() - style.px(40), bar.box.bottom() + style.px(3), style.px(80),
                      style.px(20)),
               Qt::AlignHCenter | Qt::AlignTop, QString::number(values.size()));
}

void HourglassPainter::paintCode(QPainter& p, const Bar& bar, const PaintStyle& style) const
{
    const auto& code = m_activations[bar.layer];
    const int shown = std::min<int>(2, static_cast<int>(code.size()));
    const double radius = std::clamp(bar.box.width() * 1.1, style.px(13), style.px(22));
    for (int i = 0; i < shown; ++i) {
        const QPointF centre(bar.box.center().x(),
                             bar.box.center().y() + (i - (shown - 1) / 2.0) * radius * 2.3);
        p.setPen(QPen(style.theme.role(Role::Code).fill, style.px(2.5)));
        p.setBrush(mixed(style.theme.surface, style.theme.role(Role::Code).fill, 0.22));
        p.drawEllipse(centre, radius, radius);
        const QString text = style.texts.number(static_cast<double>(code[static_cast<std::size_t>(i)]), 1);
        p.setPen(style.theme.ink);
        p.setFont(
            style.font((text.size() > 4 ? 12 : 14) * std::min(1.0, radius / style.px(20)), QFont::DemiBold));
        p.drawText(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter,
                   text);
    }
    p.setPen(style.theme.role(Role::Code).text);
    p.setFont(style.font(13, QFont::DemiBold));
    // In a narrow figure the neighbours' sizes stand where the caption would: it goes below them.
    const double captionTop = bar.box.center().y() + std::max(shown * radius * 1.2 + style.px(4),
                                                              radius < style.px(16) ? style.px(76) : 0.0);
    p.drawText(QRectF(bar.box.center().x() - style.px(70), captionTop, style.px(140), style.px(20)),
               Qt::AlignHCenter | Qt::AlignTop, style.texts.say("Hourglass", "%1 numbers").arg(code.size()));
}

void HourglassPainter::paint(QPainter& p, const QRectF& area, const PaintStyle& style) const
{
    p.setRenderHint(QPainter::Antialiasing);
    const auto all = bars(area, style);
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        paintFlow(p, all[i], all[i + 1], style);
    for (const Bar& bar : all)
        bar.isCode ? paintCode(p, bar, style) : paintBar(p, bar, style);

    const double side = std::min(area.height() * 0.62, area.width() * 0.13);
    const auto picture = [&](double x, const std::vector<float>& pixels, const QString& name) {
        const QRectF box(x, area.center().y() - side / 2, side, side);
        p.setRenderHint(QPainter::SmoothPixmapTransform, false);
        p.drawImage(box, greyPicture(pixels, m_inputShape.height, m_inputShape.width));
        p.setPen(QPen(style.theme.line, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRect(box);
        p.setPen(style.theme.muted);
        p.setFont(style.font(13));
        p.drawText(QRectF(box.left() - style.px(20), box.bottom() + style.px(4), box.width() + style.px(40),
                          style.px(20)),
                   Qt::AlignHCenter | Qt::AlignTop, name);
    };
    picture(area.left(), m_activations.front(), style.texts.say("Hourglass", "in"));
    picture(area.right() - side, m_activations.back(), style.texts.say("Hourglass", "out"));
    const auto head = [&](const Bar& first, const Bar& last, const QString& text, Role role) {
        p.setPen(style.theme.role(role).text);
        p.setFont(style.font(15, QFont::DemiBold));
        p.drawText(QRectF(first.box.left() - style.px(30), area.top(),
                          last.box.right() - first.box.left() + style.px(60), style.px(22)),
                   Qt::AlignHCenter | Qt::AlignVCenter, text);
    };
    const auto code = static_cast<std::size_t>(m_codeIndex);
    head(all.front(), all[code - 1], style.texts.say("Hourglass", "encoder"), Role::Input);
    head(all[code + 1], all.back(), style.texts.say("Hourglass", "decoder"), Role::Output);
}

QString HourglassPainter::describe(const Texts& texts) const
{
    QStringList code;
    for (const float v : m_activations[static_cast<std::size_t>(m_codeIndex)])
        code << texts.number(static_cast<double>(v), 2);
    return texts.say("Hourglass", "The digit becomes the numbers %1.").arg(code.join(QStringLiteral("; ")));
}

} // namespace hg
