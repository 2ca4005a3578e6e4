#include "core/lab/conv_filters.h"

#include "core/util/rng.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

TensorD zeros(Axes size)
{
    return {1, {1, size.h, size.w}};
}

double& middle(TensorD& kernel)
{
    return kernel.at(0, 0, kernel.shape.height / 2, kernel.shape.width / 2);
}

TensorD identity(Axes size)
{
    TensorD k = zeros(size);
    middle(k) = 1;
    return k;
}

TensorD box(Axes size)
{
    TensorD k = zeros(size);
    std::fill(k.data.begin(), k.data.end(), 1.0 / k.shape.cells());
    return k;
}

/// Row n of Pascal's triangle: the binomial approximation of a Gaussian, in whole numbers.
std::vector<double> binomial(int n)
{
    std::vector<double> row{1};
    for (int i = 1; i < n; ++i) {
        row.push_back(0);
        for (std::size_t j = row.size() - 1; j > 0; --j)
            row[j] += row[j - 1];
    }
    return row;
}

/// Rows' weights times columns' weights.
TensorD product(const std::vector<double>& rows, const std::vector<double>& columns, double factor)
{
    TensorD k(1, {1, static_cast<int>(rows.size()), static_cast<int>(columns.size())}, {});
    for (const double r : rows)
        for (const double c : columns)
            k.data.push_back(r * c * factor);
    return k;
}

TensorD gaussian(Axes size)
{
    return product(binomial(size.h), binomial(size.w), std::pow(0.5, size.h + size.w - 2));
}

TensorD sharpen(Axes)
{
    return {1, {1, 3, 3}, {0, -1, 0, -1, 5, -1, 0, -1, 0}};
}
TensorD sobelX(Axes)
{
    return product({1, 2, 1}, {-1, 0, 1}, 1);
}
TensorD sobelY(Axes)
{
    return product({-1, 0, 1}, {1, 2, 1}, 1);
}
TensorD laplacian(Axes)
{
    return {1, {1, 3, 3}, {0, 1, 0, 1, -4, 1, 0, 1, 0}};
}
TensorD outline(Axes)
{
    return {1, {1, 3, 3}, {-1, -1, -1, -1, 8, -1, -1, -1, -1}};
}
TensorD emboss(Axes)
{
    return {1, {1, 3, 3}, {-2, -1, 0, -1, 1, 1, 0, 1, 2}};
}

TensorD motion(Axes size)
{
    const int side = std::max(size.h, size.w);
    TensorD k = zeros({side, side});
    for (int i = 0; i < side; ++i)
        k.at(0, 0, i, i) = 1.0 / side;
    return k;
}

constexpr std::array<FilterPreset, 10> presets{{
    {"identity", identity},
    {"box", box},
    {"gaussian", gaussian},
    {"sharpen", sharpen},
    {"sobel-x", sobelX},
    {"sobel-y", sobelY},
    {"laplacian", laplacian},
    {"outline", outline},
    {"emboss", emboss},
    {"motion", motion},
}};

} // namespace

std::span<const FilterPreset> filterPresets()
{
    return presets;
}

const FilterPreset* findFilterPreset(std::string_view id)
{
    const auto found =
        std::find_if(presets.begin(), presets.end(), [&](const auto& p) { return id == p.id; });
    return found == presets.end() ? nullptr : &*found;
}

TensorD randomFilter(Axes size, std::uint64_t seed)
{
    TensorD k = zeros(size);
    const Random random(seed, 0);
    for (std::size_t i = 0; i < k.data.size(); ++i)
        k.data[i] = static_cast<double>(random.below(i, 5)) - 2;
    return k;
}

TensorD normalised(const TensorD& kernel)
{
    TensorD result = kernel;
    double sum = std::accumulate(kernel.data.begin(), kernel.data.end(), 0.0);
    const double magnitudes = std::accumulate(kernel.data.begin(), kernel.data.end(), 0.0,
                                              [](double s, double v) { return s + std::abs(v); });
    if (std::abs(sum) < 1e-9 * magnitudes) sum = magnitudes;
    if (sum == 0) return result;
    for (double& v : result.data)
        v /= sum;
    return result;
}

} // namespace hg
