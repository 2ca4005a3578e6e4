#include "ui/painters/point_cloud.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// How much of each pixel a dot covers, worked out once for a few places of its centre between pixels.
class Stamps {
public:
    Stamps(double radius, double opacity)
        : m_reach(static_cast<int>(std::ceil(radius + 0.5)) + 1), m_side(2 * m_reach + 1)
    {
        m_cover.reserve(static_cast<std::size_t>(places * places * m_side * m_side));
        for (int v = 0; v < places; ++v)
            for (int u = 0; u < places; ++u)
                for (int y = -m_reach; y <= m_reach; ++y)
                    for (int x = -m_reach; x <= m_reach; ++x)
                        m_cover.push_back(
                            coverOf(std::hypot(x + 0.5 - (u + 0.5) / places, y + 0.5 - (v + 0.5) / places),
                                    radius, opacity));
    }

    void put(QImage& image, double x, double y, QRgb colour) const
    {
        const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
        const auto phase = static_cast<std::size_t>(static_cast<int>((y - top) * places) * places +
                                                    static_cast<int>((x - left) * places));
        const int* cover = m_cover.data() + phase * static_cast<std::size_t>(m_side * m_side);
        const int firstX = std::max(0, m_reach - left),
                  lastX = std::min(m_side, image.width() - left + m_reach),
                  firstY = std::max(0, m_reach - top),
                  lastY = std::min(m_side, image.height() - top + m_reach);
        for (int v = firstY; v < lastY; ++v) {
            auto* line = reinterpret_cast<QRgb*>(image.bits() + (top - m_reach + v) * image.bytesPerLine()) +
                         (left - m_reach);
            for (int u = firstX; u < lastX; ++u)
                if (const int a = cover[v * m_side + u]) line[u] = over(colour, line[u], a);
        }
    }

private:
    static constexpr int places = 4; // in a pixel's width and height

    static int coverOf(double distance, double radius, double opacity)
    {
        return static_cast<int>(std::clamp(radius + 0.5 - distance, 0.0, 1.0) * opacity * 256);
    }

    static QRgb over(QRgb colour, QRgb below, int a)
    {
        const auto channel = [a](int top, int under) { return (top * a + under * (256 - a)) >> 8; };
        return qRgba(channel(qRed(colour), qRed(below)), channel(qGreen(colour), qGreen(below)),
                     channel(qBlue(colour), qBlue(below)), channel(255, qAlpha(below)));
    }

    int m_reach, m_side;
    std::vector<int> m_cover;
};

/// Which points a pass over the cloud paints.
enum class Pass { Grey, Others, Outlined };

class CloudBrush {
public:
    CloudBrush(const PointCloud& cloud, const MapFrame& frame, double ratio, QImage& image)
        : m_cloud(cloud)
        , m_image(image)
        , m_origin(ratio * (frame.toPixel(0, 0) - frame.box.topLeft()))
        , m_x(ratio * frame.box.width() / frame.range.width())
        , m_y(-ratio * frame.box.height() / frame.range.height())
        , m_dot(cloud.radius * ratio, cloud.opacity)
        , m_full((cloud.radius + 0.6) * ratio, 1)
        , m_rim((cloud.radius + 1.9) * ratio, 1)
    {}

    /// False where the query ended it.
    bool paint(Pass pass, const StopQuery& stop) const
    {
        constexpr std::size_t between = 4096; // points that are painted before it is asked again
        for (std::size_t i = 0; i < m_cloud.count(); ++i) {
            if (i % between == 0 && isStopped(stop)) return false;
            const std::uint8_t look = m_cloud.lookOf(i);
            if (passOf(look) == pass && look % 16 != point_look::hidden) put(i, look);
        }
        return true;
    }

private:
    static Pass passOf(std::uint8_t look)
    {
        if (look >= point_look::outlined) return Pass::Outlined;
        return look == point_look::grey ? Pass::Grey : Pass::Others;
    }

    void put(std::size_t i, std::uint8_t look) const
    {
        const auto& points = *m_cloud.points;
        const double x = m_origin.x() + m_x * static_cast<double>(points[2 * i]),
                     y = m_origin.y() + m_y * static_cast<double>(points[2 * i + 1]), rim = 16;
        // Also what is not finite fails this.
        if (!(x > -rim && y > -rim && x < m_image.width() + rim && y < m_image.height() + rim)) return;
        const QRgb colour = m_cloud.colours[std::min<std::size_t>(look % 16, m_cloud.colours.size() - 1)];
        if (look < point_look::outlined) return m_dot.put(m_image, x, y, colour);
        m_rim.put(m_image, x, y, m_cloud.ink);
        m_full.put(m_image, x, y, colour);
    }

    const PointCloud& m_cloud;
    QImage& m_image;
    QPointF m_origin;
    double m_x, m_y;
    Stamps m_dot, m_full, m_rim;
};

} // namespace

QImage paintCloud(const PointCloud& cloud, const MapFrame& frame, double ratio, const StopQuery& stop)
{
    const QSize size = (frame.box.size() * ratio).toSize();
    if (size.isEmpty()) return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    const CloudBrush brush(cloud, frame, ratio, image);
    for (const Pass pass : {Pass::Grey, Pass::Others, Pass::Outlined})
        if (!brush.paint(pass, stop)) return {};
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace hg
