#include "core/eval/softmax_preconditioner.h"

#include "core/util/rng.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr std::uint32_t startPurpose = 6;

// How many directions are known, rounds that find them, and the bend p·(1 − p) that a score has where most
// are settled. Found by trial on digits; they settle how long a fit takes, not where it ends.
constexpr int directions = 8, rounds = 3;
constexpr double usualBend = 0.02;

} // namespace

SoftmaxPreconditioner::SoftmaxPreconditioner(const SoftmaxSpace& space, double penalty)
{
    findDirections(space);
    Eigen::MatrixXd bend = bends(space);
    m_rest = 1 / (penalty + std::max(0.0, bend.diagonal().minCoeff()));
    m_biasFactor = 1 / (penalty + usualBend * space.samples());
    bend.diagonal().array() += penalty;
    const Eigen::MatrixXd inverse = bend.ldlt().solve(Eigen::MatrixXd::Identity(directions, directions));
    const Eigen::Matrix<double, directions, directions, Eigen::RowMajor> middle =
        0.5 * (inverse + inverse.transpose()) - m_rest * Eigen::MatrixXd::Identity(directions, directions);
    const std::size_t row = m_directions.row();
    m_middle = Panels(directions, directions, space.precision());
    m_middle.setRows(middle.data(), directions);
    m_partnersAcross = Panels(row, directions, space.precision());
    m_partnersAcross.setColumns(m_directions.partner().data(), row);
    m_coordinates = Panels(directions, row, space.precision());
    m_coordinates.setRows(m_directions.coordinates.data(), row);
    if (m_directions.image.empty()) return;
    m_image = Panels(directions, row, space.precision());
    m_image.setRows(m_directions.image.data(), row);
}

/// Powers of the rows' products on a random block (Halko, Martinsson, Tropp 2011, algorithm 4.4).
void SoftmaxPreconditioner::findDirections(const SoftmaxSpace& space)
{
    m_directions = space.zeros(directions);
    m_scores.resize(directions * space.sampleRow());
    const Random random(1, startPurpose);
    for (std::size_t i = 0; i < directions; ++i)
        for (std::size_t s = 0; s < static_cast<std::size_t>(space.samples()); ++s)
            m_scores[i * space.sampleRow() + s] = random.normal(i << 32 | s);
    for (int round = 0; round < rounds; ++round) {
        space.pull(m_scores, m_directions);
        for (int i = 0; i < directions; ++i)
            makeOrthonormal(i);
        space.scoresOf(m_directions, m_scores);
    }
}

/// To those before it; 0 where nothing is left, as rows may have fewer directions.
void SoftmaxPreconditioner::makeOrthonormal(int i)
{
    const auto row = m_directions.row();
    const auto at = [&](Doubles& numbers, int k) {
        return numbers.data() + static_cast<std::size_t>(k) * row;
    };
    const auto square = [&] { return dot(m_directions.coordinatesOf(i), m_directions.partnerOf(i), row); };
    const double before = square();
    for (int k = 0; k < i; ++k) {
        const double share = dot(m_directions.coordinatesOf(i), m_directions.partnerOf(k), row);
        for (Doubles* numbers : {&m_directions.coordinates, &m_directions.image})
            for (std::size_t f = 0; f < row && !numbers->empty(); ++f)
                at(*numbers, i)[f] -= share * at(*numbers, k)[f];
    }
    const double left = square(), factor = left > 1e-10 * before ? 1 / std::sqrt(left) : 0;
    for (Doubles* numbers : {&m_directions.coordinates, &m_directions.image})
        for (std::size_t f = 0; f < row && !numbers->empty(); ++f)
            at(*numbers, i)[f] *= factor;
}

Eigen::MatrixXd SoftmaxPreconditioner::bends(const SoftmaxSpace& space) const
{
    Eigen::MatrixXd bend(directions, directions);
    const std::size_t row = space.sampleRow();
    for (int i = 0; i < directions; ++i)
        for (int j = 0; j < directions; ++j)
            bend(i, j) = usualBend * dot(m_scores.data() + static_cast<std::size_t>(i) * row,
                                         m_scores.data() + static_cast<std::size_t>(j) * row, row);
    return bend;
}

void SoftmaxPreconditioner::apply(const Weights& gradient, Weights& result) const
{
    const auto shares = static_cast<std::size_t>(gradient.count) * paddedRow(directions);
    Doubles along(shares), bent(shares);
    m_partnersAcross.multiply(gradient.coordinates, gradient.count, along);
    m_middle.multiply(along, gradient.count, bent);
    result = gradient;
    result.scale(m_rest);
    m_coordinates.multiply(bent, gradient.count, result.coordinates, true);
    if (!m_image.isEmpty()) m_image.multiply(bent, gradient.count, result.image, true);
}

} // namespace hg
