#pragma once

#include "core/engine/model.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// Of the dial's matrix: the largest entry, and the least |determinant| at which it can still be undone.
inline constexpr double largestInDial = 4, leastDeterminant = 0.05;

/// M⁻¹ of M, both row by row; nothing where |det M| is below leastDeterminant or not finite.
std::optional<std::array<double, 4>> inverseOf(const std::array<double, 4>& m);

/// Shows that a linear decoder leaves the code free: with codes c replaced by M·c and the decoder's plane by
/// itself times M⁻¹, every picture stays. Numbers are double, as what is left after M⁻¹·M is to be rounding
/// alone.
class CodeDial {
public:
    /// Of a model whose code is of two numbers and whose decoder does not bend; M is the identity. Cost:
    /// three codes decoded.
    CodeDial(const Model& model, Workers& workers);

    /// False: M has no inverse (inverseOf), and the one before stays. Cost: one pass over the plane.
    bool setMatrix(const std::array<double, 4>& m);
    const std::array<double, 4>& matrix() const { return m_matrix; }
    const std::array<double, 4>& inverse() const { return m_inverse; }

    /// M·code.
    std::array<double, 2> turned(std::array<double, 2> code) const;
    /// The picture (outputSize) that the model's own decoder makes of its own code: what decode() gives, up
    /// to the rounding of single precision.
    std::vector<float> rebuiltBefore(std::array<double, 2> code) const;
    /// The picture that the changed decoder makes of a turned code.
    std::vector<float> rebuilt(std::array<double, 2> turnedCode) const;

    /// The largest |pixel after − pixel before| over all codes (n, 2) and outputs, every pixel computed by
    /// both decoders; codes that are not finite are left out, and NaN where a decoder is not finite. Cost:
    /// n·outputs, 10,000 MNIST digits in milliseconds.
    double largestChange(std::span<const float> codes, Workers& workers) const;

private:
    std::size_t outputs() const { return m_offset.size(); }
    std::vector<float> picture(const std::vector<double>& plane, std::array<double, 2> code) const;

    std::vector<double> m_plane, m_changedPlane; // (2, outputs)
    std::vector<double> m_offset;                // the picture of code 0
    std::array<double, 4> m_matrix{1, 0, 0, 1}, m_inverse{1, 0, 0, 1};
};

} // namespace hg
