#include "core/embed/distances.h"

#include "core/embed/row_distances.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace hg {
namespace {

constexpr double largestFloat = std::numeric_limits<float>::max();

std::optional<Error> checkCount(int count)
{
    if (count < 2) return Error{ErrorCode::TooFewSamples, {}, {static_cast<double>(count), 2}};
    if (count > mostMapPoints)
        return Error{ErrorCode::TooManySamples, {}, {static_cast<double>(count), mostMapPoints}};
    return std::nullopt;
}

double pairsOf(int count)
{
    return 0.5 * count * (count - 1);
}

std::optional<Error> checkFinite(const SampleView& samples)
{
    if (samples.bytes) return std::nullopt;
    for (int i = 0; i < samples.count; ++i)
        for (std::size_t f = 0; f < samples.features; ++f)
            if (!std::isfinite(samples.exactValue(i, f)))
                return Error{ErrorCode::NotFinite,
                             {},
                             {static_cast<double>(static_cast<std::size_t>(i) * samples.features + f + 1)}};
    return std::nullopt;
}

/// Σ over the pairs i < j of |x_i − x_j|², which is n·Σ|x − mean|².
double sumOfSquaredDistances(const SampleView& samples)
{
    double sum = 0;
    std::vector<double> mean(samples.features);
    for (int i = 0; i < samples.count; ++i)
        for (std::size_t f = 0; f < samples.features; ++f)
            mean[f] += samples.exactValue(i, f) / samples.count;
    for (int i = 0; i < samples.count; ++i)
        for (std::size_t f = 0; f < samples.features; ++f) {
            const double d = samples.exactValue(i, f) - mean[f];
            sum += d * d;
        }
    return sum * samples.count;
}

/// Writes the distances of a tile of rows, in units of the scale; returns the sum of their squares.
template <class Scalar>
double writeTile(PackedDistances<Scalar>& packed, const RowDistances& rows, int a, int b,
                 const RowDistances::Tile& tile, double scale)
{
    double sum = 0;
    for (int r = 0; r < rows.rows(a); ++r)
        for (int c = a == b ? r + 1 : 0; c < rows.rows(b); ++c) {
            const double square = tile[static_cast<std::size_t>(r * RowDistances::side + c)];
            const auto delta = static_cast<Scalar>(std::sqrt(square) / scale);
            packed.at(a * RowDistances::side + r, b * RowDistances::side + c) = delta;
            sum += static_cast<double>(delta) * static_cast<double>(delta);
        }
    return sum;
}

/// All distances and the sum of their squares; nothing when the watch ends it.
template <class Scalar>
std::optional<double> measure(PackedDistances<Scalar>& packed, const RowDistances& rows, double scale,
                              Workers& workers, const Watch& watch)
{
    const int tiles = rows.tiles();
    double sum = 0;
    for (int a = 0; a < tiles; ++a) {
        const double left = 1 - static_cast<double>(a) / tiles;
        if (!mayGoOn(watch, 1 - left * left)) return std::nullopt;
        std::vector<double> sums(static_cast<std::size_t>(tiles - a));
        workers.run(tiles - a, [&](int part) {
            RowDistances::Tile tile;
            rows.squares(a, a + part, tile);
            sums[static_cast<std::size_t>(part)] = writeTile(packed, rows, a, a + part, tile, scale);
        });
        for (const double part : sums)
            sum += part;
    }
    return sum;
}

double entry(std::span<const double> table, int count, int i, int j)
{
    return table[static_cast<std::size_t>(i) * static_cast<std::size_t>(count) + static_cast<std::size_t>(j)];
}

/// Copies the part above the diagonal, in units of the scale; returns the sum of the squares.
template <class Scalar>
double copyTable(PackedDistances<Scalar>& packed, std::span<const double> table, int count, double scale)
{
    double sum = 0;
    for (int i = 0; i < count; ++i)
        for (int j = i + 1; j < count; ++j) {
            const auto delta = static_cast<Scalar>(entry(table, count, i, j) / scale);
            packed.at(i, j) = delta;
            sum += static_cast<double>(delta) * static_cast<double>(delta);
        }
    return sum;
}

} // namespace

template <class Scalar>
PackedDistances<Scalar>::PackedDistances(int points)
{
    const int groups = (points + distanceGroup - 1) / distanceGroup;
    stride = std::ptrdiff_t{groups} * distanceGroup;
    groupAt.push_back(0);
    for (int g = 0; g < groups; ++g)
        groupAt.push_back(groupAt.back() + distanceGroup * (stride - g * distanceGroup));
    values.resize(static_cast<std::size_t>(groupAt.back()));
}

template <class Scalar>
std::size_t PackedDistances<Scalar>::index(int i, int j) const
{
    const int group = i / distanceGroup;
    const std::ptrdiff_t start = std::ptrdiff_t{group} * distanceGroup;
    return static_cast<std::size_t>(groupAt[static_cast<std::size_t>(group)] +
                                    (i - start) * (stride - start) + j - start);
}

template struct PackedDistances<float>;
template struct PackedDistances<double>;

Distances::Distances(int count, double scale)
    : m_count(count), m_scale(scale), m_packed(PackedDistances<double>(0))
{
    if (count > mostDoublePoints)
        m_packed = PackedDistances<float>(count);
    else
        m_packed = PackedDistances<double>(count);
}

double Distances::between(int i, int j) const
{
    if (i == j) return 0;
    return m_scale * std::visit(
                         [&](const auto& packed) {
                             return static_cast<double>(packed.at(std::min(i, j), std::max(i, j)));
                         },
                         m_packed);
}

Result<Distances> euclideanDistances(const SampleView& samples, Workers& workers, const Watch& watch)
{
    if (auto error = checkCount(samples.count)) return *error;
    if (auto error = checkFinite(samples)) return *error;
    const double scale = std::sqrt(sumOfSquaredDistances(samples) / pairsOf(samples.count));
    if (!(scale > 0)) return Error{ErrorCode::NoVariance};
    const RowDistances rows(samples, workers);
    Distances distances(samples.count, scale);
    const auto sum = std::visit([&](auto& packed) { return measure(packed, rows, scale, workers, watch); },
                                distances.m_packed);
    if (!sum) return Error{ErrorCode::Cancelled};
    if (!(*sum > 0)) return Error{ErrorCode::NoVariance};
    distances.m_sumOfSquares = *sum;
    return distances;
}

Result<Distances> distancesFromTable(std::span<const double> table, int count)
{
    if (auto error = checkCount(count)) return *error;
    double largest = 0, sum = 0;
    for (int i = 0; i < count; ++i)
        for (int j = i + 1; j < count; ++j) {
            if (!std::isfinite(entry(table, count, i, j)))
                return Error{ErrorCode::NotFinite, {}, {static_cast<double>(i) * count + j + 1}};
            if (entry(table, count, i, j) < 0)
                return Error{
                    ErrorCode::BadValue, {}, {0, largestFloat}, std::to_string(entry(table, count, i, j))};
            largest = std::max(largest, entry(table, count, i, j));
        }
    if (!(largest > 0)) return Error{ErrorCode::NoVariance};
    for (int i = 0; i < count; ++i)
        for (int j = i + 1; j < count; ++j)
            sum += entry(table, count, i, j) / largest * (entry(table, count, i, j) / largest);
    Distances distances(count, largest * std::sqrt(sum / pairsOf(count)));
    distances.m_sumOfSquares = std::visit(
        [&](auto& packed) { return copyTable(packed, table, count, distances.m_scale); }, distances.m_packed);
    return distances;
}

} // namespace hg
