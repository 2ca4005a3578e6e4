#include "core/conv/convolve.h"

#include <algorithm>
#include <limits>

namespace hg {
namespace {

double biasOf(std::span<const double> bias, int filter)
{
    return bias.empty() ? 0.0 : bias[static_cast<std::size_t>(filter)];
}

/// Calls visit(row tap, column tap) for every tap of one output cell that meets an input, in the order in
/// which sumBehind() lists its terms.
template <class Visitor>
void forEachReadTap(const ConvGeometry& geometry, int row, int column, const Visitor& visit)
{
    forEachTap(geometry.h, row, [&](const Tap& r) {
        if (r.source == Tap::none) return;
        forEachTap(geometry.w, column, [&](const Tap& c) {
            if (c.source != Tap::none) visit(r, c);
        });
    });
}

/// Outputs in a row that a kernel column serves from equally spaced inputs.
struct Run {
    int kernel = 0;
    int output = 0; ///< the first one
    int source = 0; ///< the input that it meets
    int step = 0;   ///< from one met input to the next
    int count = 1;
};

/// What meets what along a row, kernel column by kernel column; places that read nothing are left out. Few
/// runs: one a column, and one for each side that a fill repeats. Cost: O(kernel·output).
std::vector<Run> runsOf(const ConvAxis& axis)
{
    std::vector<Run> runs;
    for (int k = 0; k < axis.kernel; ++k) {
        bool isOpen = false;
        for (int o = 0; o < axis.output; ++o) {
            const int source = axis.source(axis.windowStart(o) + k * axis.dilation);
            if (source == Tap::none) {
                isOpen = false;
                continue;
            }
            Run* last = isOpen ? &runs.back() : nullptr;
            if (last && last->count == 1) last->step = source - last->source;
            if (last && source == last->source + last->count * last->step)
                ++last->count;
            else
                runs.push_back({k, o, source});
            isOpen = true;
        }
    }
    return runs;
}

/// y[o] += weight·x[…] for the outputs `from` … `to` − 1 of a run.
void gather(const Run& run, double weight, const double* x, double* y, int from, int to)
{
    x += run.source;
    if (run.step == 1)
        for (int o = from; o < to; ++o)
            y[o] += weight * x[o - run.output];
    else
        for (int o = from; o < to; ++o)
            y[o] += weight * x[std::ptrdiff_t{o - run.output} * run.step];
}

/// Runs that follow each other and meet neighbours: where all have an output, it is read and written once.
constexpr std::size_t together = 4;
using RunGroup = std::span<const Run, together>;

bool canGoTogether(RunGroup group)
{
    int kernel = group.front().kernel;
    return std::all_of(group.begin(), group.end(), [&](const Run& run) {
        return run.step == 1 && run.kernel == kernel++; // two runs of a column never share an output
    });
}

void gatherTogether(RunGroup group, const double* weights, const double* x, double* y)
{
    int from = 0, to = std::numeric_limits<int>::max();
    for (const Run& run : group) {
        from = std::max(from, run.output);
        to = std::min(to, run.output + run.count);
    }
    to = std::max(from, to);
    const auto w = [&](std::size_t i) { return weights[group[i].kernel]; };
    for (std::size_t i = 0; i < together; ++i)
        gather(group[i], w(i), x, y, group[i].output, std::min(from, group[i].output + group[i].count));
    if (from < to) {
        const auto met = [&](std::size_t i) { return x + group[i].source + (from - group[i].output); };
        const double *a = met(0), *b = met(1), *c = met(2), *d = met(3);
        const double wa = w(0), wb = w(1), wc = w(2), wd = w(3);
        for (int i = 0; i < to - from; ++i)
            y[from + i] = y[from + i] + wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i]; // in this order
    }
    for (std::size_t i = 0; i < together; ++i)
        gather(group[i], w(i), x, y, std::max(to, group[i].output), group[i].output + group[i].count);
}

/// One kernel row over one input row: y += weights ⋆ x.
void gatherRow(std::span<const Run> runs, const double* weights, const double* x, double* y)
{
    while (!runs.empty()) {
        if (runs.size() >= together && canGoTogether(runs.first<together>())) {
            gatherTogether(runs.first<together>(), weights, x, y);
            runs = runs.subspan(together);
            continue;
        }
        const Run& run = runs.front();
        gather(run, weights[run.kernel], x, y, run.output, run.output + run.count);
        runs = runs.subspan(1);
    }
}

/// x[source] += weight·y[output] along a run.
void scatter(const Run& run, double weight, const double* y, double* x)
{
    x += run.source;
    y += run.output;
    if (run.step == 1)
        for (int i = 0; i < run.count; ++i)
            x[i] += weight * y[i];
    else
        for (std::ptrdiff_t i = 0; i < run.count; ++i)
            x[i * run.step] += weight * y[i];
}

/// Σ y[o]·x[…] over a run, added to `sum` term by term, in this order.
double gathered(double sum, const Run& run, const double* x, const double* y)
{
    x += run.source;
    y += run.output;
    for (std::ptrdiff_t i = 0; i < run.count; ++i)
        sum += y[i] * x[i * run.step];
    return sum;
}

void addBias(TensorD& output, std::span<const double> bias)
{
    const auto plane = static_cast<std::size_t>(output.shape.cells());
    for (std::size_t f = 0; f < bias.size(); ++f)
        for (std::size_t i = 0; i < plane; ++i)
            output.data[f * plane + i] += bias[f];
}

struct WindowPool {
    double sum = 0;
    double greatest = -std::numeric_limits<double>::infinity();
    int count = 0;

    double result(Pooling kind) const
    {
        if (count == 0) return 0;
        return kind == Pooling::Max ? greatest : sum / count;
    }
};

WindowPool poolWindow(const TensorD& input, int channel, const ConvGeometry& geometry, int row, int column)
{
    WindowPool window;
    forEachReadTap(geometry, row, column, [&](const Tap& r, const Tap& c) {
        const double x = input.at(0, channel, r.source, c.source);
        window.sum += x;
        window.greatest = std::max(window.greatest, x);
        ++window.count;
    });
    return window;
}

} // namespace

// Whole rows at a time; each number is still summed in the order of sumBehind(), so both agree to the last
// bit.
TensorD convolve(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                 const ConvGeometry& geometry)
{
    TensorD output(1, {kernels.n, geometry.h.output, geometry.w.output});
    const auto runs = runsOf(geometry.w);
    for (int f = 0; f < kernels.n; ++f)
        for (int r = 0; r < geometry.h.output; ++r)
            for (int ch = 0; ch < input.shape.channels; ++ch)
                forEachTap(geometry.h, r, [&](const Tap& tap) {
                    if (tap.source == Tap::none) return;
                    gatherRow(runs, &kernels.at(f, ch, tap.kernel, 0), &input.at(0, ch, tap.source, 0),
                              &output.at(0, f, r, 0));
                });
    addBias(output, bias);
    return output;
}

TensorD convolveTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                           const ConvGeometry& geometry)
{
    const int filters = kernels.shape.channels;
    TensorD output(1, {filters, geometry.h.input, geometry.w.input});
    auto runs = runsOf(geometry.w);
    std::reverse(runs.begin(), runs.end()); // an output meets its inputs from left to right
    for (int f = 0; f < filters; ++f)
        for (int ch = 0; ch < input.shape.channels; ++ch)
            for (int r = 0; r < geometry.h.output; ++r)
                forEachTap(geometry.h, r, [&](const Tap& tap) {
                    if (tap.source == Tap::none) return;
                    for (const Run& run : runs)
                        scatter(run, kernels.at(ch, f, tap.kernel, run.kernel), &input.at(0, ch, r, 0),
                                &output.at(0, f, tap.source, 0));
                });
    addBias(output, bias);
    return output;
}

void addKernelGradient(const ConvGeometry& geometry, const TensorD& small, const TensorD& large,
                       std::span<double> gradient)
{
    const auto runs = runsOf(geometry.w);
    const Shape kernel{large.shape.channels, geometry.h.kernel, geometry.w.kernel};
    for (int r = 0; r < geometry.h.output; ++r)
        forEachTap(geometry.h, r, [&](const Tap& tap) {
            if (tap.source == Tap::none) return;
            for (int a = 0; a < small.shape.channels; ++a)
                for (int b = 0; b < kernel.channels; ++b)
                    for (const Run& run : runs) {
                        double& sum = gradient[static_cast<std::size_t>(a) * kernel.size() +
                                               kernel.index(b, tap.kernel, run.kernel)];
                        sum = gathered(sum, run, &large.at(0, b, tap.source, 0), &small.at(0, a, r, 0));
                    }
        });
}

Result<void> checkPoolingWindows(const ConvGeometry& geometry)
{
    const auto row = firstOutputWithoutInput(geometry.h), column = firstOutputWithoutInput(geometry.w);
    if (!row && !column) return {};
    return Error{ErrorCode::WindowEmpty,
                 {},
                 {static_cast<double>(row.value_or(0)), static_cast<double>(column.value_or(0))}};
}

TensorD pool(const TensorD& input, Pooling kind, const ConvGeometry& geometry)
{
    TensorD output(1, {input.shape.channels, geometry.h.output, geometry.w.output});
    for (int ch = 0; ch < input.shape.channels; ++ch)
        for (int r = 0; r < geometry.h.output; ++r)
            for (int c = 0; c < geometry.w.output; ++c)
                output.at(0, ch, r, c) = poolWindow(input, ch, geometry, r, c).result(kind);
    return output;
}

TensorD turned(const TensorD& kernels)
{
    TensorD result(kernels.n, kernels.shape);
    const Shape s = kernels.shape;
    for (int f = 0; f < kernels.n; ++f)
        for (int ch = 0; ch < s.channels; ++ch)
            for (int r = 0; r < s.height; ++r)
                for (int c = 0; c < s.width; ++c)
                    result.at(f, ch, r, c) = kernels.at(f, ch, s.height - 1 - r, s.width - 1 - c);
    return result;
}

Sum sumBehind(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
              const ConvGeometry& geometry, OutputCell cell)
{
    const auto rows = tapsOfOutput(geometry.h, cell.row), columns = tapsOfOutput(geometry.w, cell.column);
    Sum sum{{}, biasOf(bias, cell.filter), 0};
    for (int ch = 0; ch < input.shape.channels; ++ch)
        for (const Tap& r : rows)
            for (const Tap& c : columns) {
                const bool isRead = r.source != Tap::none && c.source != Tap::none;
                const bool isPadding = !geometry.h.isInside(r.index) || !geometry.w.isInside(c.index);
                sum.terms.push_back({ch, r.index, c.index, r.kernel, c.kernel, isPadding,
                                     isRead ? input.at(0, ch, r.source, c.source) : 0.0,
                                     kernels.at(cell.filter, ch, r.kernel, c.kernel)});
                sum.total += sum.terms.back().product();
            }
    sum.total += sum.bias;
    return sum;
}

Sum sumBehindTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                        const ConvGeometry& geometry, OutputCell cell)
{
    const auto rows = tapsOfInput(geometry.h, cell.row), columns = tapsOfInput(geometry.w, cell.column);
    Sum sum{{}, biasOf(bias, cell.filter), 0};
    for (int ch = 0; ch < input.shape.channels; ++ch)
        for (const InputTap& r : rows)
            for (const InputTap& c : columns) {
                sum.terms.push_back({ch, r.output, c.output, r.kernel, c.kernel, false,
                                     input.at(0, ch, r.output, c.output),
                                     kernels.at(ch, cell.filter, r.kernel, c.kernel)});
                sum.total += sum.terms.back().product();
            }
    sum.total += sum.bias;
    return sum;
}

Sum sumBehindPool(const TensorD& input, Pooling kind, const ConvGeometry& geometry, OutputCell cell)
{
    const auto rows = tapsOfOutput(geometry.h, cell.row), columns = tapsOfOutput(geometry.w, cell.column);
    const WindowPool window = poolWindow(input, cell.filter, geometry, cell.row, cell.column);
    Sum sum{{}, 0, window.result(kind)};
    bool foundGreatest = false;
    for (const Tap& r : rows)
        for (const Tap& c : columns) {
            const bool isRead = r.source != Tap::none && c.source != Tap::none;
            const double x = isRead ? input.at(0, cell.filter, r.source, c.source) : 0.0;
            double weight = 0;
            if (isRead && kind == Pooling::Average) weight = 1.0 / window.count;
            if (isRead && kind == Pooling::Max && x == window.greatest && !foundGreatest) {
                weight = 1;
                foundGreatest = true;
            }
            sum.terms.push_back({cell.filter, r.index, c.index, r.kernel, c.kernel, !isRead, x, weight});
        }
    return sum;
}

} // namespace hg
