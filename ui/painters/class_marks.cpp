#include "ui/painters/class_marks.h"

#include "ui/painters/point_cloud.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <map>

namespace hg {
namespace {

constexpr double fontSize = 13, widestName = 84, namePad = 8; // pixels of the design
constexpr double markRadius = 11, smallRadius = 9;

QFont markFont(const PaintStyle& style)
{
    return style.font(fontSize, QFont::Bold);
}

bool isDisc(const QString& text)
{
    return text.size() <= 2;
}

float middleOf(std::vector<float>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// How far the second of two discs has to go, and the first the other way.
QPointF discPush(QPointF apart, double radius)
{
    double distance = std::hypot(apart.x(), apart.y());
    if (distance < 1e-6) {
        apart = {1, 0};
        distance = 1;
    }
    const double missing = 2 * radius + 1 - distance;
    return missing <= 0 ? QPointF() : apart / distance * (missing / 2);
}

/// The same of two marks of which one is a pill: along the shorter way out.
QPointF pillPush(const QPointF& apart, double width, double height)
{
    const double x = width + 1 - std::abs(apart.x()), y = height + 1 - std::abs(apart.y());
    if (x <= 0 || y <= 0) return {};
    return x < y ? QPointF(std::copysign(x / 2, apart.x()), 0) : QPointF(0, std::copysign(y / 2, apart.y()));
}

} // namespace

QStringList classNamesOf(const std::vector<std::string>& names)
{
    QStringList texts;
    for (const std::string& name : names)
        texts << QString::fromStdString(name);
    return texts;
}

QString classText(int label, const QStringList& names)
{
    const QString name = label >= 0 ? names.value(label) : QString();
    return name.isEmpty() ? QString::number(label) : name;
}

double classMarkWidth(const QString& text, double radius, const PaintStyle& style)
{
    if (isDisc(text)) return 2 * radius;
    const double written = QFontMetricsF(markFont(style)).horizontalAdvance(text);
    return std::min(written, style.px(widestName)) + 2 * style.px(namePad);
}

void paintClassMark(QPainter& p, const QPointF& centre, double radius, int label, const QString& text,
                    const PaintStyle& style)
{
    const ClassColours& colours = style.theme.classes[classPlace(label)];
    const double width = classMarkWidth(text, radius, style);
    const QRectF box(centre - QPointF(width / 2, radius), QSizeF(width, 2 * radius));
    p.setPen(QPen(style.theme.surface, style.px(2)));
    p.setBrush(colours.fill);
    isDisc(text) ? p.drawEllipse(centre, radius, radius) : p.drawRoundedRect(box, radius, radius);
    p.setPen(colours.ink);
    p.setFont(markFont(style));
    p.drawText(box, Qt::AlignCenter,
               isDisc(text)
                   ? text
                   : QFontMetricsF(p.font()).elidedText(text, Qt::ElideRight, style.px(widestName) + 1));
}

std::vector<QPointF> placeMarks(std::vector<QPointF> places, std::span<const double> widths, double radius,
                                const QRectF& box)
{
    constexpr int rounds = 80;
    const auto isRound = [&](std::size_t i) { return widths[i] <= 2 * radius; };
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                const QPointF apart = places[j] - places[i];
                const QPointF push = isRound(i) && isRound(j)
                                         ? discPush(apart, radius)
                                         : pillPush(apart, (widths[i] + widths[j]) / 2, 2 * radius);
                places[i] -= push;
                places[j] += push;
            }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double across = widths[i] / 2;
        const QRectF room = box.adjusted(across, radius, -across, -radius);
        if (room.width() > 0 && room.height() > 0)
            places[i] = {std::clamp(places[i].x(), room.left(), room.right()),
                         std::clamp(places[i].y(), room.top(), room.bottom())};
    }
    return places;
}

std::vector<std::pair<int, QPointF>>
classMedians(std::span<const float> points, std::span<const std::uint8_t> looks, std::span<const int> labels)
{
    constexpr std::size_t enough = 8000;
    const std::size_t count = std::min({points.size() / 2, looks.size(), labels.size()}),
                      stride = std::max<std::size_t>(1, count / enough);
    std::map<int, std::pair<std::vector<float>, std::vector<float>>> placesOf;
    for (std::size_t i = 0; i < count && placesOf.size() <= mostMarkedClasses; i += stride) {
        if (looks[i] % 16 >= 10 || !std::isfinite(points[2 * i]) || !std::isfinite(points[2 * i + 1]))
            continue;
        auto& [x, y] = placesOf[labels[i]];
        x.push_back(points[2 * i]);
        y.push_back(points[2 * i + 1]);
    }
    std::vector<std::pair<int, QPointF>> medians;
    if (placesOf.size() > mostMarkedClasses) return medians;
    for (auto& [label, places] : placesOf)
        medians.emplace_back(label, QPointF(double(middleOf(places.first)), double(middleOf(places.second))));
    return medians;
}

void paintClassMarks(QPainter& p, const std::vector<std::pair<int, QPointF>>& medians,
                     const QStringList& names, const MapFrame& frame, const PaintStyle& style)
{
    const double radius = style.px(medians.size() > manyMarkedClasses ? smallRadius : markRadius);
    std::vector<QPointF> places;
    std::vector<double> widths;
    std::vector<int> labels;
    for (const auto& [label, middle] : medians) {
        const QPointF place = frame.toPixel(middle.x(), middle.y());
        if (!frame.box.contains(place)) continue;
        places.push_back(place);
        labels.push_back(label);
        widths.push_back(classMarkWidth(classText(label, names), radius, style));
    }
    places = placeMarks(std::move(places), widths, radius, frame.box);
    for (std::size_t i = 0; i < places.size(); ++i)
        paintClassMark(p, places[i], radius, labels[i], classText(labels[i], names), style);
}

} // namespace hg
