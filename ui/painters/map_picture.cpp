#include "ui/painters/map_picture.h"

#include "ui/painters/paint_marks.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double cloudSharpness = 2; // pixels of the cloud in one of the file

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
        paintClassMarks(p, classMedians(*m_content.points, *m_looks, m_content.labels), m_content.classNames,
                        m_frame, m_style);
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
