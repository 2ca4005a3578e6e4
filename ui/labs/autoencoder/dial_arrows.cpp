#include "ui/labs/autoencoder/dial_arrows.h"

#include "core/lab/dial_moves.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double shareOfMap = 0.36;
constexpr double edge = 30; // pixels from it within which the origin is hardly in view

} // namespace

DialAxes::DialAxes(const AffineMap& shown, const MapFrame& frame)
    : m_map{shown.matrix[0], shown.matrix[1], shown.matrix[2], shown.matrix[3]}
    , m_origin(shown.shift[0], shown.shift[1])
{
    const double across = frame.box.width() / frame.range.width(),
                 up = frame.box.height() / frame.range.height();
    const double longest =
        std::max(std::hypot(m_map[0] * across, m_map[2] * up), std::hypot(m_map[1] * across, m_map[3] * up));
    const double wanted = shareOfMap * std::min(frame.box.width(), frame.box.height());
    if (longest > 0) m_unit = wanted / longest;
    if (!frame.box.adjusted(edge, edge, -edge, -edge).contains(frame.toPixel(m_origin.x(), m_origin.y())))
        m_origin = frame.range.centre();
}

QPointF DialAxes::placeOf(const std::array<double, 2>& code) const
{
    return m_origin +
           m_unit * QPointF(m_map[0] * code[0] + m_map[1] * code[1], m_map[2] * code[0] + m_map[3] * code[1]);
}

std::vector<MapArrow> DialAxes::arrows(const DialMatrix& matrix) const
{
    const QString names[] = {QStringLiteral("z₁"), QStringLiteral("z₂")};
    const QString primed[] = {QStringLiteral("z′₁"), QStringLiteral("z′₂")};
    const bool isTurned = matrix != dialAsTrained;
    std::vector<MapArrow> arrows;
    for (int i = 0; i < 2; ++i)
        arrows.push_back({m_origin, placeOf(arrowOf(matrix, i)), isTurned ? primed[i] : names[i], true});
    for (int i = 0; i < 2 && isTurned; ++i)
        arrows.push_back({m_origin, placeOf(arrowOf(dialAsTrained, i)), names[i], false});
    return arrows;
}

std::array<double, 2> DialAxes::codeAt(const QPointF& place) const
{
    const double determinant = m_map[0] * m_map[3] - m_map[1] * m_map[2];
    const QPointF apart = (place - m_origin) / m_unit;
    if (determinant == 0) return {0, 0};
    return {(m_map[3] * apart.x() - m_map[1] * apart.y()) / determinant,
            (m_map[0] * apart.y() - m_map[2] * apart.x()) / determinant};
}

QString smallNumber(double value, const Texts& texts)
{
    constexpr double least = 1e-8; // so many zeros can still be counted
    if (!std::isfinite(value)) return QStringLiteral("–");
    if (value == 0) return QStringLiteral("0");
    const int exponent = static_cast<int>(std::floor(std::log10(value)));
    if (value >= least) return texts.locale().toString(value, 'f', std::max(1, -exponent));
    QString power;
    for (const QChar digit : QString::number(-exponent))
        power += digit == u'1'   ? QChar(0x00B9)
                 : digit == u'2' ? QChar(0x00B2)
                 : digit == u'3' ? QChar(0x00B3)
                                 : QChar(0x2070 + digit.digitValue());
    return QStringLiteral("%1·10⁻%2").arg(std::lround(value / std::pow(10, exponent))).arg(power);
}

} // namespace hg
