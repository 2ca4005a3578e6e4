#include "ui/painters/hourglass_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int mostStripes = 28;
constexpr int mostCircles = 3; // a longer code is a bar
constexpr double topBand = 26, bottomBand = 18, labelBand = 20;

QString shapeText(const Shape& shape)
{
    if (shape.channels == 1 || shape.height * shape.width == 1) return QString::number(shape.size());
    return QStringLiteral("%1 · %2×%3").arg(shape.channels).arg(shape.height).arg(shape.width);
}

/// The sides of a grid that holds `count` numbers, as square as whole numbers allow.
std::pair<int, int> gridOf(int count)
{
    int height = static_cast<int>(std::sqrt(static_cast<double>(count)));
    while (height > 1 && count % height != 0)
        --height;
    return {height, count / height};
}

double strongest(std::span<const float> values)
{
    double most = 1e-9;
    for (const float v : values)
        if (std::isfinite(v)) most = std::max(most, std::abs(static_cast<double>(v)));
    return most;
}

/// What two in a hundred exceed: a single strong cell does not make all others pale.
double nearlyStrongest(std::span<const float> values)
{
    std::vector<float> sizes;
    for (const float v : values)
        if (std::isfinite(v)) sizes.push_back(std::abs(v));
    if (sizes.empty()) return 1;
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(0.98 * static_cast<double>(sizes.size() - 1));
    std::nth_element(sizes.begin(), at, sizes.end());
    return std::max(1e-9, static_cast<double>(*at));
}

} // namespace

QImage samplePicture(std::span<const float> pixels, int height, int width)
{
    const auto area = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    const std::size_t channels = std::max<std::size_t>(1, pixels.size() / area);
    const auto level = [](float v) {
        return static_cast<uchar>(std::isfinite(v) ? std::clamp(v, 0.0f, 1.0f) * 255.0f + 0.5f : 0.0f);
    };
    const auto mean = [&](std::size_t place) {
        float sum = 0;
        for (std::size_t c = 0; c < channels; ++c)
            sum += pixels[c * area + place];
        return sum / static_cast<float>(channels);
    };
    const bool hasColours = channels == 3;
    QImage image(width, height, hasColours ? QImage::Format_RGB32 : QImage::Format_Grayscale8);
    std::size_t place = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x, ++place)
            if (hasColours)
                image.setPixel(
                    x, y,
                    qRgb(level(pixels[place]), level(pixels[area + place]), level(pixels[2 * area + place])));
            else
                image.scanLine(y)[x] = level(mean(place));
    return image;
}

HourglassPainter::HourglassPainter(std::shared_ptr<const Model> model,
                                   std::vector<std::vector<float>> activations, QString digit, QSizeF size,
                                   const PaintStyle& style, Foot foot)
    : m_model(std::move(model))
    , m_activations(std::move(activations))
    , m_digit(std::move(digit))
    , m_area(QPointF(0, 0), size)
    , m_style(style)
    , m_foot(foot)
    , m_codeLayer(m_model->plan->decoderStart())
{
    place();
}

void HourglassPainter::place()
{
    const double height = m_area.height() - m_style.px(topBand + bottomBand + labelBand);
    m_pictureSide = std::max(m_style.px(40), std::min(height * 0.8, m_area.width() * 0.125));
    const double gap = m_style.px(m_area.width() < m_style.px(700) ? 16 : 30);
    const double left = m_area.left() + m_pictureSide + gap, right = m_area.right() - m_pictureSide - gap;
    const auto count = static_cast<double>(m_activations.size());
    const double step = (right - left) / std::max(1.0, count);
    for (std::size_t i = 0; i < m_activations.size(); ++i)
        m_columns.push_back(
            columnOf(static_cast<int>(i), left + step * (static_cast<double>(i) + 0.5), step));
    placeCode(m_columns[static_cast<std::size_t>(m_codeLayer)]);
}

HourglassPainter::Column HourglassPainter::columnOf(int layer, double x, double step) const
{
    const double room = m_area.height() - m_style.px(topBand + bottomBand + labelBand),
                 middle = m_area.top() + m_style.px(topBand) + room / 2;
    const ResolvedNetwork& network = m_model->plan->network();
    Column column{.layer = layer,
                  .shape = layer == 0 ? network.network.input
                                      : network.layers[static_cast<std::size_t>(layer) - 1].out};
    const auto size = static_cast<double>(column.shape.size());
    // Heights grow with the logarithm of the width: 784 and 64 both remain readable.
    const double share = 0.28 + 0.72 * std::log(std::max(1.0, size / 32)) / std::log(784.0 / 32);
    double high = room * std::clamp(share, 0.2, 1.0),
           wide = std::clamp(step * 0.3, m_style.px(10), m_style.px(26));
    if (isCode(layer)) high = room * 0.42;
    const bool hasMaps = column.shape.channels > 1 && column.shape.height > 1 && layer > 0;
    if (hasMaps) {
        for (int across = 1; across <= 4; ++across) { // as large as they can be
            const int down = (column.shape.channels + across - 1) / across;
            const double tile = std::min(room / down, step * 0.84 / across);
            if (tile <= column.tile) continue;
            column.tile = tile;
            column.tilesAcross = across;
            wide = tile * across;
            high = tile * down;
        }
    }
    column.box = QRectF(x - wide / 2, middle - high / 2, wide, high);
    return column;
}

void HourglassPainter::placeCode(const Column& column)
{
    const auto size = static_cast<int>(m_activations[static_cast<std::size_t>(m_codeLayer)].size());
    if (size > mostCircles) return;
    const double room = m_area.height() - m_style.px(topBand + bottomBand + labelBand);
    m_codeRadius =
        std::clamp(std::min(room * 0.34 / size, column.box.width() * 0.95), m_style.px(11), m_style.px(24));
    const double raised = m_foot == Foot::Captions ? m_style.px(12) : 0;
    const QPointF middle = column.box.center() - QPointF(0, raised);
    for (int i = 0; i < size; ++i)
        m_codePlaces.push_back(middle + QPointF(0, (i - (size - 1) / 2.0) * m_codeRadius * 2.4));
}

int HourglassPainter::stripesOf(const Column& column) const
{
    const int byRoom = std::max(2, static_cast<int>(column.box.height() / m_style.px(3)));
    return std::min({mostStripes, byRoom, static_cast<int>(column.shape.size())});
}

QRectF HourglassPainter::tileBox(const Column& column, int map) const
{
    const QPointF corner(column.box.left() + map % column.tilesAcross * column.tile,
                         column.box.top() + map / column.tilesAcross * column.tile);
    return QRectF(corner, QSizeF(column.tile, column.tile)).adjusted(0, 0, -1, -1);
}

void HourglassPainter::paintFlow(QPainter& p, const Column& from, const Column& to) const
{
    const auto edge = [this](const Column& c) {
        if (!isCode(c.layer) || m_codePlaces.empty()) return c.box;
        const double r = m_codeRadius;
        return QRectF(m_codePlaces.front() - QPointF(r, r), m_codePlaces.back() + QPointF(r, r));
    };
    const QRectF a = edge(from), b = edge(to);
    const QColor colour = m_style.theme.role(roleOf(from.layer)).fill;
    QPainterPath path(a.topRight());
    path.lineTo(b.topLeft());
    path.lineTo(b.bottomLeft());
    path.lineTo(a.bottomRight());
    p.fillPath(path, mixed(m_style.theme.surface, colour, m_style.theme.isDark ? 0.22 : 0.13));
}

void HourglassPainter::paintBar(QPainter& p, const Column& column) const
{
    const auto& values = m_activations[static_cast<std::size_t>(column.layer)];
    const QColor colour = m_style.theme.role(isCode(column.layer) ? Role::Code : roleOf(column.layer)).fill;
    const int count = stripesOf(column);
    std::vector<float> strength(static_cast<std::size_t>(count), 0.0f);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]))
            strength[i * static_cast<std::size_t>(count) / values.size()] += std::abs(values[i]);
    const double most = strongest(strength), high = column.box.height() / count;
    for (int s = 0; s < count; ++s) {
        const double share = static_cast<double>(strength[static_cast<std::size_t>(s)]) / most;
        p.fillRect(QRectF(column.box.left(), column.box.top() + s * high, column.box.width(),
                          std::max(1.0, high - m_style.px(0.7))),
                   mixed(m_style.theme.surface, colour, 0.08 + 0.87 * share));
    }
    p.setPen(QPen(mixed(m_style.theme.surface, colour, 0.6), m_style.px(1)));
    p.setBrush(Qt::NoBrush);
    p.drawRect(column.box);
}

void HourglassPainter::paintMaps(QPainter& p, const Column& column) const
{
    const auto& values = m_activations[static_cast<std::size_t>(column.layer)];
    const QColor colour = m_style.theme.role(roleOf(column.layer)).fill;
    const double most = nearlyStrongest(values);
    const auto plane = static_cast<std::size_t>(column.shape.height * column.shape.width);
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (int map = 0; map < column.shape.channels; ++map) {
        QImage image(column.shape.width, column.shape.height, QImage::Format_RGB32);
        for (std::size_t i = 0; i < plane; ++i) {
            const float v = values[static_cast<std::size_t>(map) * plane + i];
            const double share =
                std::isfinite(v) ? std::min(1.0, std::abs(static_cast<double>(v)) / most) : 0;
            const auto width = static_cast<std::size_t>(column.shape.width);
            reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(i / width)))[i % width] =
                mixed(m_style.theme.surface, colour, 0.05 + 0.95 * share).rgb();
        }
        p.drawImage(tileBox(column, map), image);
        p.setPen(QPen(mixed(m_style.theme.surface, colour, 0.45), m_style.px(0.8)));
        p.setBrush(Qt::NoBrush);
        p.drawRect(tileBox(column, map));
    }
}

void HourglassPainter::paintCode(QPainter& p, const Column& column) const
{
    const auto& code = m_activations[static_cast<std::size_t>(m_codeLayer)];
    const RoleColours& colours = m_style.theme.role(Role::Code);
    if (m_codePlaces.empty()) paintBar(p, column);
    const double r = m_codeRadius;
    for (std::size_t i = 0; i < m_codePlaces.size(); ++i) {
        p.setPen(QPen(colours.fill, m_style.px(2.5)));
        p.setBrush(mixed(m_style.theme.surface, colours.fill, 0.25));
        p.drawEllipse(m_codePlaces[i], r, r);
        p.setPen(m_style.theme.ink);
        // No smaller than can be read: where a circle is narrow, the decimal goes, and then the number stands
        // over its rim.
        p.setFont(m_style.font(std::clamp(r / m_style.scale * 0.72, 13.0, 15.0), QFont::DemiBold));
        QString text = m_style.texts.glance(static_cast<double>(code[i]), 1);
        if (p.fontMetrics().horizontalAdvance(text) > 1.9 * r)
            text = m_style.texts.glance(static_cast<double>(code[i]), 0);
        p.drawText(QRectF(m_codePlaces[i] - QPointF(3 * r, r), QSizeF(6 * r, 2 * r)), Qt::AlignCenter, text);
    }
    if (m_foot == Foot::Free) return;
    const double bottom = m_codePlaces.empty() ? column.box.bottom() : m_codePlaces.back().y() + r;
    const QRectF line(column.box.center().x() - m_style.px(90), bottom + m_style.px(5), m_style.px(180),
                      m_style.px(18));
    p.setPen(colours.text);
    p.setFont(m_style.font(14, QFont::Bold));
    p.drawText(line, Qt::AlignCenter, m_style.texts.say("Hourglass", "bottleneck"));
    p.setPen(m_style.theme.muted);
    p.setFont(m_style.font(13));
    const QString count = code.size() == 1 ? m_style.texts.say("Hourglass", "1 number")
                                           : m_style.texts.say("Hourglass", "%1 numbers").arg(code.size());
    p.drawText(line.translated(0, m_style.px(18)), Qt::AlignCenter, count);
}

QRectF HourglassPainter::labelBox(const Column& column) const
{
    const double wide =
        QFontMetricsF(m_style.font(13)).horizontalAdvance(shapeText(column.shape)) + m_style.px(6);
    return {column.box.center().x() - wide / 2, column.box.bottom() + m_style.px(2), wide, m_style.px(18)};
}

bool HourglassPainter::hasLabel(std::size_t index) const
{
    const bool isFirst = index == 0, isLast = index + 1 == m_columns.size();
    if (isFirst == isLast) return true;
    const Column& next = m_columns[isFirst ? 1 : index - 1];
    return isCode(next.layer) || !labelBox(m_columns[index]).intersects(labelBox(next));
}

void HourglassPainter::label(QPainter& p, const Column& column) const
{
    p.setPen(m_style.theme.muted);
    p.setFont(m_style.font(13));
    p.drawText(labelBox(column), Qt::AlignHCenter | Qt::AlignTop, shapeText(column.shape));
}

void HourglassPainter::paintPictures(QPainter& p) const
{
    const Shape shape = m_model->plan->network().network.input;
    const double middle = m_columns.front().box.center().y();
    const auto picture = [&](double x, const std::vector<float>& pixels, const QString& name, Role role) {
        const QRectF box(x, middle - m_pictureSide / 2, m_pictureSide, m_pictureSide);
        p.setRenderHint(QPainter::SmoothPixmapTransform, false);
        p.drawImage(box, samplePicture(pixels, shape.height, shape.width));
        p.setPen(QPen(m_style.theme.line, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRect(box);
        p.setPen(m_style.theme.role(role).text);
        p.setFont(m_style.font(13, QFont::DemiBold));
        const bool hasName = m_foot == Foot::Captions || m_area.width() > m_style.px(420);
        const double spare = m_style.px(30);
        QRectF line(box.left() - spare, box.bottom() + m_style.px(4), box.width() + 2 * spare,
                    m_style.px(20));
        line.moveLeft(std::clamp(line.left(), m_area.left(), m_area.right() - line.width()));
        const auto side = role == Role::Input ? Qt::AlignLeft : Qt::AlignRight;
        const bool fits = p.fontMetrics().horizontalAdvance(name) < box.width();
        if (fits) line = {box.left(), line.top(), box.width(), line.height()};
        const QString shown =
            p.fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(line.width()) + 1);
        if (hasName) p.drawText(line, (fits ? Qt::AlignHCenter : side) | Qt::AlignTop, shown);
        const double y = box.center().y(),
                     from = role == Role::Input ? box.right() : m_columns.back().box.right(),
                     to = role == Role::Input ? m_columns.front().box.left() : box.left();
        p.setPen(QPen(m_style.theme.faint, m_style.px(2)));
        const double tip = m_style.px(5), start = from + m_style.px(5), end = to - m_style.px(5);
        if (end - start < 2 * tip) return;
        p.drawLine(QPointF(start, y), QPointF(end, y));
        p.drawLine(QPointF(end, y), QPointF(end - tip, y - tip));
        p.drawLine(QPointF(end, y), QPointF(end - tip, y + tip));
    };
    picture(m_area.left(), m_activations.front(), m_digit, Role::Input);
    picture(m_area.right() - m_pictureSide, m_activations.back(), m_style.texts.say("Hourglass", "rebuilt"),
            Role::Output);
}

void HourglassPainter::paintTexts(QPainter& p) const
{
    const auto head = [&](double x, const QString& text, const QColor& colour) {
        p.setPen(colour);
        p.setFont(m_style.font(16, QFont::DemiBold));
        p.drawText(QRectF(x - m_style.px(120), m_area.top(), m_style.px(240), m_style.px(24)),
                   Qt::AlignCenter, text);
    };
    const auto code = static_cast<std::size_t>(m_codeLayer);
    const double middle = m_columns[code].box.center().x();
    const QString size = QString::number(m_activations.front().size()),
                  neck = QString::number(m_activations[code].size());
    p.setFont(m_style.font(16, QFont::DemiBold));
    const QString title = QStringLiteral("%1 → %2 → %1").arg(size, neck);
    // Far enough from the title, however many columns there are.
    const double apart = std::max((middle - m_columns.front().box.left()) * 0.55,
                                  p.fontMetrics().horizontalAdvance(title) / 2.0 + m_style.px(56));
    head(middle, title, m_style.theme.ink);
    if (middle - apart < m_area.left() + m_style.px(36)) return; // no room for what the halves are called
    head(middle - apart, m_style.texts.say("Hourglass", "encoder"), m_style.theme.role(Role::Input).text);
    head(middle + apart, m_style.texts.say("Hourglass", "decoder"), m_style.theme.role(Role::Output).text);
}

void HourglassPainter::paintCaption(QPainter& p) const
{
    p.setPen(m_style.theme.muted);
    p.setFont(m_style.font(13));
    p.drawText(QRectF(m_area.left(), m_area.bottom() - m_style.px(20), m_area.width(), m_style.px(20)),
               Qt::AlignCenter,
               m_style.texts.say("Hourglass", "deeper colour: more active neurons, for this very picture"));
}

void HourglassPainter::paint(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i + 1 < m_columns.size(); ++i)
        paintFlow(p, m_columns[i], m_columns[i + 1]);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        if (isCode(column.layer)) {
            paintCode(p, column);
            continue;
        }
        column.tilesAcross > 0 ? paintMaps(p, column) : paintBar(p, column);
        if (hasLabel(i)) label(p, column);
    }
    paintPictures(p);
    paintTexts(p);
    if (m_foot == Foot::Captions) paintCaption(p);
}

QString HourglassPainter::describe() const
{
    QStringList code;
    for (const float v : m_activations[static_cast<std::size_t>(m_codeLayer)])
        code << m_style.texts.number(static_cast<double>(v), 2);
    return m_style.texts.say("Hourglass", "The picture becomes the numbers %1.")
        .arg(code.join(QStringLiteral("; ")));
}

std::optional<HourglassPart> HourglassPainter::partAt(const QPointF& place) const
{
    for (std::size_t i = 0; i < m_codePlaces.size(); ++i) {
        const QPointF apart = place - m_codePlaces[i];
        if (std::hypot(apart.x(), apart.y()) <= m_codeRadius)
            return HourglassPart{m_codeLayer, static_cast<int>(i)};
    }
    for (const Column& column : m_columns) {
        if (!column.box.contains(place) || (isCode(column.layer) && !m_codePlaces.empty())) continue;
        if (column.tilesAcross > 0) {
            const int across = static_cast<int>((place.x() - column.box.left()) / column.tile),
                      down = static_cast<int>((place.y() - column.box.top()) / column.tile);
            const int map = down * column.tilesAcross + std::min(across, column.tilesAcross - 1);
            if (map >= column.shape.channels) return std::nullopt;
            return HourglassPart{column.layer, map, 1, true};
        }
        const auto size = static_cast<int>(column.shape.size());
        const int stripes = stripesOf(column),
                  stripe = std::clamp(
                      static_cast<int>((place.y() - column.box.top()) / column.box.height() * stripes), 0,
                      stripes - 1);
        const auto begin = [&](int s) { return (s * size + stripes - 1) / stripes; };
        return HourglassPart{column.layer, begin(stripe), std::max(1, begin(stripe + 1) - begin(stripe))};
    }
    return std::nullopt;
}

QRectF HourglassPainter::boxOf(const HourglassPart& part) const
{
    const Column& column = m_columns[static_cast<std::size_t>(part.layer)];
    if (part.isMap) return tileBox(column, part.first);
    if (isCode(part.layer) && !m_codePlaces.empty()) {
        const QPointF r(m_codeRadius, m_codeRadius),
            middle = m_codePlaces[static_cast<std::size_t>(part.first)];
        return {middle - r, middle + r};
    }
    const double one = column.box.height() / static_cast<double>(column.shape.size());
    return {column.box.left(), column.box.top() + part.first * one, column.box.width(), part.count * one};
}

HourglassDetail HourglassPainter::detailOf(const HourglassPart& part) const
{
    const Texts& texts = m_style.texts;
    const auto& values = m_activations[static_cast<std::size_t>(part.layer)];
    const Shape shape = m_columns[static_cast<std::size_t>(part.layer)].shape;
    const auto number = [&](double v) { return texts.number(v, 3); };
    HourglassDetail detail;
    if (part.isMap) {
        const auto plane = static_cast<std::size_t>(shape.height * shape.width);
        const auto map = std::span(values).subspan(static_cast<std::size_t>(part.first) * plane, plane);
        double sum = 0;
        for (const float v : map)
            sum += static_cast<double>(v);
        detail.title = texts.say("Hourglass", "feature map %1 of %2").arg(part.first + 1).arg(shape.channels);
        detail.value =
            texts.say("Hourglass", "mean activation %1").arg(number(sum / static_cast<double>(plane)));
        detail.picture = weightsPicture(part.layer, part.first, detail.weights);
        return detail;
    }
    // Of a stripe's neurons the most active one speaks for itself.
    const auto stripe =
        std::span(values).subspan(static_cast<std::size_t>(part.first), static_cast<std::size_t>(part.count));
    const auto most = std::max_element(stripe.begin(), stripe.end(),
                                       [](float a, float b) { return std::abs(a) < std::abs(b); });
    const int neuron = part.first + static_cast<int>(most - stripe.begin());
    const QString name = part.layer == 0 || part.layer + 1 == static_cast<int>(m_columns.size())
                             ? texts.say("Hourglass", "pixel %1 of %2")
                         : isCode(part.layer) ? texts.say("Hourglass", "code number z%1 of %2")
                                              : texts.say("Hourglass", "neuron %1 of %2");
    detail.title = name.arg(neuron + 1).arg(values.size());
    detail.value = part.count == 1
                       ? texts.say("Hourglass", "value %1").arg(number(static_cast<double>(*most)))
                       : texts.say("Hourglass", "value %1, the most active of %2 here")
                             .arg(number(static_cast<double>(*most)))
                             .arg(part.count);
    if (part.layer > 0) detail.picture = weightsPicture(part.layer, neuron, detail.weights);
    return detail;
}

QImage HourglassPainter::signedPicture(std::span<const float> values, int height, int width) const
{
    QImage image(width, height, QImage::Format_RGB32);
    const double most = strongest(values);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto v = static_cast<double>(values[static_cast<std::size_t>(y * width + x)]) / most;
            const QColor& end = v < 0 ? m_style.theme.negative : m_style.theme.positive;
            reinterpret_cast<QRgb*>(image.scanLine(y))[x] =
                mixed(m_style.theme.surface, end, std::isfinite(v) ? std::abs(v) : 0).rgb();
        }
    return image;
}

QImage HourglassPainter::weightsPicture(int layer, int neuron, QString& caption) const
{
    const auto& layers = m_model->plan->network().layers;
    const ResolvedLayer& own = layers[static_cast<std::size_t>(layer) - 1];
    const auto weightsOf = [this](const ResolvedLayer& l) {
        return std::span(m_model->parameters).subspan(l.weightOffset, l.weightCount);
    };
    const auto index = static_cast<std::size_t>(neuron);
    const auto next = static_cast<std::size_t>(layer);
    const bool drawsPicture =
        layer >= m_codeLayer && next + 1 == layers.size() && layers[next].spec.type == LayerType::Dense;
    std::vector<float> values;
    if (drawsPicture) { // a column of the last layer: what the neuron adds to the picture
        const auto weights = weightsOf(layers[next]);
        for (std::size_t o = 0; o < layers[next].out.size(); ++o)
            values.push_back(weights[o * layers[next].in.size() + index]);
        caption = m_style.texts.say("Hourglass", "what it adds to the picture");
        return signedPicture(values, layers[next].out.height, layers[next].out.width);
    }
    if (own.spec.type == LayerType::Dense) {
        const auto weights = weightsOf(own).subspan(index * own.in.size(), own.in.size());
        const bool isPicture = own.in.height > 1 && own.in.channels == 1;
        const auto [height, width] =
            isPicture ? std::pair(own.in.height, own.in.width) : gridOf(static_cast<int>(own.in.size()));
        caption = m_style.texts.say("Hourglass", "its %1 weights").arg(own.in.size());
        return signedPicture(weights, height, width);
    }
    if (own.spec.type != LayerType::Conv && own.spec.type != LayerType::ConvTransposed) return {};
    // Kernels side by side, one a channel; a transposed layer keeps the channel outside.
    const int channels = own.in.channels, kh = own.spec.kernel.h, kw = own.spec.kernel.w;
    const bool isDirect = own.spec.type == LayerType::Conv;
    const auto [down, across] = gridOf(channels);
    const int width = across * (kw + 1) - 1;
    values.assign(static_cast<std::size_t>((down * (kh + 1) - 1) * width), 0.0f);
    const auto weights = weightsOf(own);
    for (int c = 0; c < channels; ++c)
        for (int y = 0; y < kh; ++y)
            for (int x = 0; x < kw; ++x) {
                const int kernel = isDirect ? neuron * channels + c : c * own.spec.filters + neuron;
                values[static_cast<std::size_t>((c / across * (kh + 1) + y) * width + c % across * (kw + 1) +
                                                x)] =
                    weights[static_cast<std::size_t>((kernel * kh + y) * kw + x)];
            }
    caption =
        channels == 1
            ? m_style.texts.say("Hourglass", "its filter")
            : m_style.texts.say("Hourglass", "its filter, one slice for each of %1 channels").arg(channels);
    return signedPicture(values, down * (kh + 1) - 1, width);
}

} // namespace hg
