#pragma once

#include <span>
#include <vector>

namespace hg {

/// Angles in degrees, 0…90, between row i of a and row i of b (each count × d), whatever their signs and
/// lengths: how far each axis of an ordered code is from its principal one. A row of zeros is at 90. Small
/// angles are exact. Source: Kahan, "How futile are mindless assessments of roundoff in floating-point
/// computation?", 2006, section 12.
std::vector<double> axisAngles(std::span<const double> a, std::span<const double> b, int count);

/// x ↦ matrix·x + shift, from points of `from` numbers to points of `to`.
struct AffineMap {
    int from = 0, to = 0;
    std::vector<double> matrix; ///< (to, from) row-major
    std::vector<double> shift;  ///< (to)

    bool operator==(const AffineMap&) const = default;
};

/// The images of points (n, from): (n, to), summed in double.
std::vector<float> mapped(const AffineMap& map, std::span<const float> points);

/// A map of points onto others, and how well they agree after it.
struct Fit {
    AffineMap map;
    double residual = 0;
};

/// The best affine map of the codes (n, m) onto the scores (n, k), and what is left of the scores after it as
/// a share of their variance: min over A, t of Σ‖s − A·c − t‖² / Σ‖s − s̄‖², 0…1. 0 where the codes are the
/// scores up to shift, rotation, scale and shear; 1 where they tell nothing of them; 0 for scores that do not
/// vary. Of equally good maps, as of codes on a line, that of the least entries, each number of the code in
/// units of its spread; a direction of less than a millionth of the widest one counts as rounding. Rows that
/// are not finite are left out; where only the code is not, the row counts as told nothing of. Cost:
/// O(n·m·(m + k)). Source: Golub and Van Loan, "Matrix Computations", 4th edition, 2013, sections 5.3
/// and 5.5.
Fit affineFit(std::span<const float> codes, std::span<const float> scores, int n, int m, int k);

/// The residual of that map alone, m and k following from the lengths; n ≥ 1.
double affineResidual(std::span<const float> codes, std::span<const float> scores, int n);

struct ProcrustesOptions {
    bool allowsScale = true;
    bool allowsReflection = true;
};

/// The best rotation, with one scale and a reflection where they are allowed, and shift of points (n, dims)
/// onto a target (n, dims). The residual is a share of the target's variance as above; without the scale it
/// may be above 1, and is infinite for a target that does not vary. What the points leave open, as those on
/// a line do, is turned as little as possible: points in one place give the identity and the scale 0, or 1
/// where none is allowed. Cost: O(n·dims² + dims³). Sources: Schönemann, "A generalized solution of the
/// orthogonal Procrustes problem", 1966; Schönemann and Carroll, "Fitting one matrix to another under choice
/// of a central dilation and a rigid motion", 1970; Gower, "Generalized Procrustes analysis", 1975; without
/// reflection Umeyama, "Least-squares estimation of transformation parameters between two point patterns",
/// 1991.
Fit procrustes(std::span<const float> points, std::span<const float> target, int n, int dims,
               const ProcrustesOptions& options = {});

} // namespace hg
