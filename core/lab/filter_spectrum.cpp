#include "core/lab/filter_spectrum.h"

#include <Eigen/Dense>
#include <algorithm>

namespace hg {
namespace {

constexpr double fixedFrom = 1e-6; // of the largest eigenvalue

/// A: a row an output, a column a weight.
Eigen::MatrixXd patches(const FilterFigure& figure)
{
    const ConvGeometry& g = figure.layer.geometry;
    const TensorD& x = figure.task.input;
    const Shape k{figure.layer.in.channels, g.h.kernel, g.w.kernel};
    Eigen::MatrixXd a =
        Eigen::MatrixXd::Zero(Eigen::Index{g.h.output} * g.w.output, static_cast<Eigen::Index>(k.size()));
    const auto columnsOf = [&](const Tap& row, int r, int c) {
        forEachTap(g.w, c, [&](const Tap& column) {
            if (column.source == Tap::none) return;
            for (int ch = 0; ch < k.channels; ++ch)
                a(Eigen::Index{r} * g.w.output + c,
                  static_cast<Eigen::Index>(k.index(ch, row.kernel, column.kernel))) =
                    x.at(0, ch, row.source, column.source);
        });
    };
    for (int r = 0; r < g.h.output; ++r)
        forEachTap(g.h, r, [&](const Tap& row) {
            for (int c = 0; row.source != Tap::none && c < g.w.output; ++c)
                columnsOf(row, r, c);
        });
    return a;
}

} // namespace

std::optional<double> FilterSpectrum::edge() const
{
    if (rank == 0) return std::nullopt;
    return 2 / eigenvalues.front();
}

double FilterSpectrum::condition() const
{
    return rank == 0 ? 1 : eigenvalues.front() / eigenvalues[static_cast<std::size_t>(rank) - 1];
}

FilterSpectrum spectrumOf(const FilterFigure& figure)
{
    const Eigen::MatrixXd a = patches(figure);
    const Eigen::MatrixXd second = (2.0 / static_cast<double>(a.rows())) * (a.transpose() * a);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(second);
    const Eigen::Index count = second.rows();
    const double largest = std::max(0.0, solver.eigenvalues()(count - 1));
    FilterSpectrum spectrum;
    spectrum.freeShare.assign(static_cast<std::size_t>(count), 0.0);
    for (Eigen::Index i = count - 1; i >= 0; --i) { // the solver has them rising
        const double value = std::max(0.0, solver.eigenvalues()(i));
        spectrum.eigenvalues.push_back(value);
        if (largest > 0 && value >= fixedFrom * largest) {
            ++spectrum.rank;
            continue;
        }
        for (Eigen::Index w = 0; w < count; ++w)
            spectrum.freeShare[static_cast<std::size_t>(w)] +=
                solver.eigenvectors()(w, i) * solver.eigenvectors()(w, i);
    }
    return spectrum;
}

std::optional<double> largestRate(DescentMethod method, const FilterSpectrum& spectrum)
{
    const auto edge = spectrum.edge();
    if (!edge || method == DescentMethod::Adam) return std::nullopt;
    return method == DescentMethod::Plain ? *edge : (1 + descentMomentum) * *edge;
}

double usualRate(DescentMethod method, const FilterSpectrum& spectrum)
{
    const auto edge = spectrum.edge();
    if (!edge || method == DescentMethod::Adam) return 0.1;
    return method == DescentMethod::Plain ? 0.9 * *edge : 0.5 * *edge;
}

} // namespace hg
