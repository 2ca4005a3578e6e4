#include "core/embed/byte_covariance.h"

#include "core/kernels/byte_kernels.h"
#include "core/util/aligned.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int pairsPerBlock = 1024; // 2,048 samples: packed, the pictures of MNIST take 3.3 MB
constexpr int pairsPerJob = 512;    // of them, what two panels read at a time

/// Σ x_i·x_j over the samples for all features i ≤ j and one more that is always 1, whose products are sums.
class ByteSums {
public:
    ByteSums(const SampleView& samples, Workers& workers)
        : m_samples(samples)
        , m_workers(workers)
        , m_kernels(byteKernels())
        , m_panels(static_cast<int>(samples.features) / bytePanel + 1)
        , m_packed(static_cast<std::size_t>(m_panels) * panelSize)
    {
        const auto side = std::ptrdiff_t{m_panels} * bytePanel;
        m_sums.setZero(side, side);
    }

    bool run(const Watch& watch)
    {
        constexpr int rows = 2 * pairsPerBlock;
        for (int first = 0; first < m_samples.count; first += rows) {
            if (!mayGoOn(watch, static_cast<double>(first) / m_samples.count)) return false;
            addBlock(first, std::min(rows, m_samples.count - first));
        }
        return true;
    }

    /// For i ≤ j.
    double product(Eigen::Index i, Eigen::Index j) const { return m_sums(i, j); }
    double sum(Eigen::Index i) const { return m_sums(i, static_cast<Eigen::Index>(m_samples.features)); }

private:
    static constexpr std::size_t panelSize = std::size_t{pairsPerBlock} * bytePanel;

    std::uint32_t* panel(int i) { return m_packed.data() + static_cast<std::size_t>(i) * panelSize; }

    void addBlock(int first, int rows)
    {
        const int pairs = (rows + 1) / 2;
        m_workers.run(m_panels, [&](int i) { pack(i, first, rows, pairs); });
        m_workers.run(m_panels * (m_panels + 1) / 2, [&](int part) { multiply(part, pairs); });
    }

    void pack(int i, int first, int rows, int pairs)
    {
        const auto features = static_cast<std::ptrdiff_t>(m_samples.features),
                   from = std::ptrdiff_t{i} * bytePanel;
        const std::ptrdiff_t left = features - from;
        m_kernels.pack({.bytes = m_samples.bytes + first * features + from,
                        .vectorStep = 1,
                        .entryStep = features,
                        .vectors = static_cast<int>(std::min<std::ptrdiff_t>(bytePanel, left)),
                        .entries = rows,
                        .appendsOnes = left < bytePanel,
                        .pairs = pairs,
                        .panel = panel(i)});
    }

    /// Parts number the panels' pairs a ≤ b row by row.
    void multiply(int part, int pairs)
    {
        int a = 0, rest = part;
        for (; rest >= m_panels - a; ++a)
            rest -= m_panels - a;
        const int b = a + rest;
        double* sums = &m_sums(std::ptrdiff_t{a} * bytePanel, std::ptrdiff_t{b} * bytePanel);
        for (int p = 0; p < pairs; p += pairsPerJob)
            m_kernels.addProducts({.a = panel(a) + std::ptrdiff_t{p} * bytePanel,
                                   .b = panel(b) + std::ptrdiff_t{p} * bytePanel,
                                   .pairs = std::min(pairsPerJob, pairs - p),
                                   .sums = sums,
                                   .row = m_sums.cols()});
    }

    const SampleView& m_samples;
    Workers& m_workers;
    const ByteKernels& m_kernels;
    int m_panels;
    AlignedVector<std::uint32_t> m_packed;
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> m_sums;
};

} // namespace

std::optional<ByteCovariance> covarianceOfBytes(const SampleView& samples, Workers& workers,
                                                const Watch& watch)
{
    ByteSums sums(samples, workers);
    if (!sums.run(watch)) return std::nullopt;
    const auto d = static_cast<Eigen::Index>(samples.features);
    const double n = samples.count;
    ByteCovariance result{Eigen::VectorXd(d), Eigen::MatrixXd(d, d)};
    // Around whole numbers near the means the sums stay integers, and a constant feature's are exactly 0.
    Eigen::VectorXd centre(d), rest(d);
    for (Eigen::Index i = 0; i < d; ++i) {
        centre[i] = std::round(sums.sum(i) / n);
        rest[i] = sums.sum(i) - n * centre[i];
        result.mean[i] = sums.sum(i) / n / 255;
    }
    for (Eigen::Index i = 0; i < d; ++i)
        for (Eigen::Index j = i; j < d; ++j) {
            const double products = sums.product(i, j) - centre[i] * sums.sum(j) - centre[j] * sums.sum(i) +
                                    n * centre[i] * centre[j];
            const double value = (products - rest[i] * rest[j] / n) / (n - 1) / (255.0 * 255.0);
            result.covariance(i, j) = result.covariance(j, i) = value;
        }
    return result;
}

} // namespace hg
