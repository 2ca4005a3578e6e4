#include "core/engine/code_dial.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr std::size_t width = 4; // pixels side by side in vector registers

/// A decoder as largestChange() sweeps it: the two rows of its plane, and the code that it is given.
struct Ray {
    const double *first, *second;
    std::array<double, 2> code;

    double pixel(double offset, std::size_t i) const
    {
        return offset + code[0] * first[i] + code[1] * second[i];
    }
};

/// Raises each of `largest` to the changes of its pixels; what is not a number raises none.
void raise(std::array<double, width>& largest, const std::vector<double>& offset, const Ray& before,
           const Ray& after)
{
    std::array<double, width> most = largest; // a copy stays in registers
    for (std::size_t first = 0; first < offset.size(); first += width)
        for (std::size_t i = 0; i < width; ++i) {
            const double o = offset[first + i];
            const double change = std::abs(after.pixel(o, first + i) - before.pixel(o, first + i));
            most[i] = change > most[i] ? change : most[i];
        }
    largest = most;
}

} // namespace

std::optional<std::array<double, 4>> inverseOf(const std::array<double, 4>& m)
{
    const double determinant = m[0] * m[3] - m[1] * m[2];
    if (!std::isfinite(determinant) || std::abs(determinant) < leastDeterminant) return std::nullopt;
    return std::array{m[3] / determinant, -m[1] / determinant, -m[2] / determinant, m[0] / determinant};
}

CodeDial::CodeDial(const Model& model, Workers& workers)
    : m_outputs(model.plan->outputSize())
    , m_stride((m_outputs + width - 1) / width * width)
    , m_offset(m_stride)
    , m_plane(2 * m_stride)
{
    const auto origin = decode(model, std::array{0.0f, 0.0f}, workers);
    std::copy(origin.begin(), origin.end(), m_offset.begin());
    const auto plane = decoderPlane(model, workers);
    for (std::size_t row = 0; row < 2; ++row)
        std::copy_n(plane.data() + row * m_outputs, m_outputs, m_plane.data() + row * m_stride);
    m_changedPlane = m_plane;
}

bool CodeDial::setMatrix(const std::array<double, 4>& m)
{
    const auto inverse = inverseOf(m);
    if (!inverse) return false;
    m_matrix = m;
    m_inverse = *inverse;
    // The rows of the plane are the columns of the decoder, so that its product by M⁻¹ mixes them.
    for (std::size_t i = 0; i < m_stride; ++i) {
        const double first = m_plane[i], second = m_plane[m_stride + i];
        m_changedPlane[i] = first * m_inverse[0] + second * m_inverse[2];
        m_changedPlane[m_stride + i] = first * m_inverse[1] + second * m_inverse[3];
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
    const Ray ray{plane.data(), plane.data() + m_stride, code};
    std::vector<float> pixels(m_outputs);
    for (std::size_t i = 0; i < m_outputs; ++i)
        pixels[i] = static_cast<float>(ray.pixel(m_offset[i], i));
    return pixels;
}

double CodeDial::largestChange(std::span<const float> codes, Workers& workers) const
{
    constexpr int grain = 64; // codes
    const int count = static_cast<int>(codes.size() / 2);
    const int parts = std::min((count + grain - 1) / grain, 2 * workers.count());
    std::vector<std::array<double, width>> largest(static_cast<std::size_t>(parts));
    workers.run(parts, [&](int part) {
        for (int i = part; i < count; i += parts) {
            const float* numbers = codes.data() + 2 * i;
            const std::array code{static_cast<double>(numbers[0]), static_cast<double>(numbers[1])};
            const Ray before{m_plane.data(), m_plane.data() + m_stride, code};
            const Ray after{m_changedPlane.data(), m_changedPlane.data() + m_stride, turned(code)};
            raise(largest[static_cast<std::size_t>(part)], m_offset, before, after);
        }
    });
    double most = 0;
    for (const auto& part : largest)
        most = std::max(most, *std::max_element(part.begin(), part.end()));
    return most;
}

} // namespace hg
