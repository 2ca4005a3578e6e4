#include "ui/painters/map_picture.h"

#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace hg {
namespace {

constexpr double discRadius = 11;    // pixels of the design
constexpr double cloudSharpness = 2; // pixels of the cloud in one of the file

QPointF median(std::vector<float>& x, std::vector<float>& y)
{
    const auto middle = [](std::vector<float>& v) {
        std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
        return static_cast<double>(v[v.size() / 2]);
    };
    return {middle(x), middle(y)};
}

std::shared_ptr<std::vector<std::uint8_t>> looksOf(const MapContent& content)
{
    const std::size_t count = content.points ? content.points->size() / 2 : 0;
    auto looks = std::make_shared<std::vector<std::uint8_t>>(count, point_look::plain);
    for (std::size_t i = 0; i < std::min(count, content.labels.size()); ++i)
        (*looks)[i] = static_cast<std::uint8_t>(classPlace(content.labels[i]));
    if (content.highlighted.empty()) return looks;
    auto shown = std::make_shared<std::vector<std::uint8_t>>(count, point_look::grey);
    for (const int i : content.highlighted)
        if (i >= 0 && static_cast<std::size_t>(i) < count)
            (*shown)[static_cast<std::size_t>(i)] = (*looks)[static_cast<std::size_t>(i)];
    return shown;
}

} // namespace

PointCloud styledCloud(std::shared_ptr<const std::vector<float>> points,
                       std::shared_ptr<const std::vector<std::uint8_t>> looks, const PaintStyle& style)
{
    const Theme& theme = style.theme;
    PointCloud cloud{std::move(points), std::move(looks), {}, theme.ink.rgb(), style.px(2.5)};
    for (std::size_t i = 0; i < 10; ++i)
        cloud.colours[i] = theme.classes[i].fill.rgb();
    cloud.colours[point_look::grey] = mixed(theme.surface, theme.muted, 0.4).rgb();
    cloud.colours[point_look::plain] = theme.muted.rgb();
    return cloud;
}

std::vector<std::pair<int, QPointF>>
classMedians(std::span<const float> points, std::span<const std::uint8_t> looks, std::span<const int> labels)
{
    constexpr std::size_t enough = 8000;
    const std::size_t count = std::min(points.size() / 2, looks.size()),
                      stride = std::max<std::size_t>(1, count / enough);
    std::array<std::vector<float>, 10> x, y;
    std::bitset<10> isShared;
    for (const int label : labels)
        if (label < 0 || label > 9) isShared.set(classPlace(label));
    for (std::size_t i = 0; i < count; i += stride) {
        const std::size_t look = looks[i] % 16;
        if (look >= 10 || !std::isfinite(points[2 * i]) || !std::isfinite(points[2 * i + 1])) continue;
        x[look].push_back(points[2 * i]);
        y[look].push_back(points[2 * i + 1]);
    }
    std::vector<std::pair<int, QPointF>> medians;
    for (std::size_t label = 0; label < 10; ++label)
        if (!x[label].empty() && !isShared[label])
            medians.emplace_back(static_cast<int>(label), median(x[label], y[label]));
    return medians;
}

void paintClassDiscs(QPainter& p, const std::vector<std::pair<int, QPointF>>& medians, const MapFrame& frame,
                     const PaintStyle& style)
{
    std::vector<QPointF> places;
    std::vector<int> labels;
    for (const auto& [label, middle] : medians) {
        const QPointF place = frame.toPixel(middle.x(), middle.y());
        if (!frame.box.contains(place)) continue;
        places.push_back(place);
        labels.push_back(label);
    }
    const double radius = style.px(discRadius);
    places = placeDiscs(std::move(places), radius, frame.box);
    for (std::size_t i = 0; i < places.size(); ++i)
        paintDisc(p, places[i], radius, labels[i], style);
}

MapPicture::MapPicture(MapContent content, const QSizeF& size, const PaintStyle& style, const QColor& axes)
    : m_content(std::move(content))
    , m_style(style)
    , m_axes{m_content.names, axes}
    , m_looks(looksOf(m_content))
{
    m_frame.box = MapAxes::boxIn(size, m_style);
    if (!m_content.points) return;
    if (const auto range = robustRange(*m_content.points)) m_frame.range = *range;
    if (m_content.isIsotropic) m_frame.range = isotropic(m_frame.range, m_frame.box.size());
    m_cloud = paintCloud(styledCloud(m_content.points, m_looks, m_style), m_frame, cloudSharpness);
}

void MapPicture::paint(QPainter& p, const MapLayer& behind, const MapLayer& before) const
{
    p.setRenderHint(QPainter::Antialiasing);
    m_axes.paintGround(p, m_frame, m_style);
    p.save();
    p.setClipRect(m_frame.box);
    if (behind) behind(p, m_frame);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_cloud.isNull())
        p.drawImage(QRectF(m_frame.box.topLeft(), m_cloud.deviceIndependentSize()), m_cloud);
    p.restore();
    if (m_content.hasNames && m_content.points)
        paintClassDiscs(p, classMedians(*m_content.points, *m_looks, m_content.labels), m_frame, m_style);
    if (before) {
        p.save();
        before(p, m_frame);
        p.restore();
    }
    m_axes.paintNames(p, m_frame, m_style);
}

void TitledMap::paint(QPainter& p, const QSizeF& size, MapContent content, const PaintStyle& style,
                      Role role) const
{
    const double head = style.px(34);
    PaintMarks(style).title(p, QRectF(0, 0, size.width(), head), title, role, note);
    p.save();
    p.translate(0, head);
    const MapPicture map(std::move(content), size - QSizeF(0, head), style, style.theme.role(role).text);
    map.paint(p, behind, before);
    p.restore();
}

} // namespace hg
