#include "core/engine/code_dial.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hg {
namespace {

/// A decoder as largestChange() sweeps it: the two rows of its plane, and the code that it is given.
struct Ray {
    const double *first, *second;
    std::array<double, 2> code;

    double pixel(double offset, std::size_t i) const
    {
        return offset + code[0] * first[i] + code[1] * second[i];
    }
};

/// Raises each of `largest` to the change of its pixel; what is not a number raises none. One maximum a
/// pixel, since compilers do not split the maximum over all into vectors.
void raise(std::vector<double>& largest, const std::vector<double>& offset, const Ray& before,
           const Ray& after)
{
    double* most = largest.data();
    for (std::size_t i = 0; i < offset.size(); ++i) {
        const double change = std::abs(after.pixel(offset[i], i) - before.pixel(offset[i], i));
        most[i] = change > most[i] ? change : most[i];
    }
}

double largestOf(const std::vector<double>& changes)
{
    return changes.empty() ? 0 : *std::max_element(changes.begin(), changes.end());
}

} // namespace

std::optional<std::array<double, 4>> inverseOf(const std::array<double, 4>& m)
{
    const double determinant = m[0] * m[3] - m[1] * m[2];
    if (!std::isfinite(determinant) || std::abs(determinant) < leastDeterminant) return std::nullopt;
    return std::array{m[3] / determinant, -m[1] / determinant, -m[2] / determinant, m[0] / determinant};
}

CodeDial::CodeDial(const Model& model, Workers& workers) : m_plane(decoderPlane(model, workers))
{
    const auto origin = decode(model, std::array{0.0f, 0.0f}, workers);
    m_offset.assign(origin.begin(), origin.end());
    m_changedPlane = m_plane;
}

bool CodeDial::setMatrix(const std::array<double, 4>& m)
{
    const auto inverse = inverseOf(m);
    if (!inverse) return false;
    m_matrix = m;
    m_inverse = *inverse;
    // The rows of the plane are the columns of the decoder, so that its product by M⁻¹ mixes them.
    for (std::size_t i = 0; i < outputs(); ++i) {
        const double first = m_plane[i], second = m_plane[outputs() + i];
        m_changedPlane[i] = first * m_inverse[0] + second * m_inverse[2];
        m_changedPlane[outputs() + i] = first * m_inverse[1] + second * m_inverse[3];
    }
    return true;
}

std::array<double, 2> CodeDial::turned(std::array<double, 2> code) const
{
    return {m_matrix[0] * code[0] + m_matrix[1] * code[1], m_matrix[2] * code[0] + m_matrix[3] * code[1]};
}

std::vector<float> CodeDial::rebuiltBefore(std::array<double, 2> code) const
{
    return picture(m_plane, code);
}

std::vector<float> CodeDial::rebuilt(std::array<double, 2> turnedCode) const
{
    return picture(m_changedPlane, turnedCode);
}

std::vector<float> CodeDial::picture(const std::vector<double>& plane, std::array<double, 2> code) const
{
    const Ray ray{plane.data(), plane.data() + outputs(), code};
    std::vector<float> pixels(outputs());
    for (std::size_t i = 0; i < outputs(); ++i)
        pixels[i] = static_cast<float>(ray.pixel(m_offset[i], i));
    return pixels;
}

double CodeDial::largestChange(std::span<const float> codes, Workers& workers) const
{
    // A sum of all is a number only where each is, and NaN would win no comparison below.
    double all = 0;
    for (const auto* numbers : {&m_offset, &m_plane, &m_changedPlane})
        all = std::accumulate(numbers->begin(), numbers->end(), all);
    if (!std::isfinite(all)) return std::numeric_limits<double>::quiet_NaN();
    constexpr int grain = 64; // codes
    const int count = static_cast<int>(codes.size() / 2);
    const int parts = std::min((count + grain - 1) / grain, 2 * workers.count());
    std::vector<double> largest(static_cast<std::size_t>(parts));
    workers.run(parts, [&](int part) {
        std::vector<double> ofPixels(outputs());
        for (int i = part; i < count; i += parts) {
            const float* numbers = codes.data() + 2 * i;
            const std::array code{static_cast<double>(numbers[0]), static_cast<double>(numbers[1])};
            const Ray before{m_plane.data(), m_plane.data() + outputs(), code};
            const Ray after{m_changedPlane.data(), m_changedPlane.data() + outputs(), turned(code)};
            raise(ofPixels, m_offset, before, after);
        }
        largest[static_cast<std::size_t>(part)] = largestOf(ofPixels);
    });
    return largestOf(largest);
}

} // namespace hg
