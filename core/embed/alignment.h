#pragma once

#include <span>
#include <vector>

namespace hg {

/// Angles in degrees, 0…90, between row i of a and row i of b (each count × d), whatever their signs and
/// lengths: how far each axis of an ordered code is from its principal one. A row of zeros is at 90. Small
/// angles are exact. Source: Kahan, "How futile are mindless assessments of roundoff in floating-point
/// computation?", 2006, section 12.
std::vector<double> axisAngles(std::span<const double> a, std::span<const double> b, int count);

/// What is left of the scores (n, k) after the best affine map of the codes (n, m) onto them, as a share of
/// their variance: min over A, t of Σ‖s − A·c − t‖² / Σ‖s − s̄‖², 0…1. 0 where the codes are the scores up to
/// shift, rotation, scale and shear; 1 where they tell nothing of them; 0 for scores that do not vary. Cost:
/// O(n·m·(m + k)).
double affineResidual(std::span<const float> codes, std::span<const float> scores, int n);

} // namespace hg
