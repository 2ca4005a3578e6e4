#include "core/audio/line_convolution.h"

#include "core/audio/fourier.h"
#include "core/audio/spectrum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace hg {
namespace {

constexpr int atOnce = 2048; // sums that stay in the nearest cache while every tap visits them
constexpr std::size_t mostTapsAtOnce = std::size_t{1} << 17;

std::size_t transformLength(std::size_t taps, std::size_t outputs)
{
    // Four times the filter is near the least work a sample; less where the signal is short.
    const std::size_t whole = std::bit_ceil(taps + outputs - 1);
    const std::size_t longest = 2 * mostTapsAtOnce;
    return std::max<std::size_t>(16, std::min({whole, std::bit_ceil(4 * taps), longest}));
}

/// Adds one piece of the filter's share; `offset` may be negative by the place of the piece in the filter.
void addPiece(std::span<const double> x, std::span<const double> w, std::ptrdiff_t offset,
              std::span<double> sums, Fourier& fourier)
{
    const std::size_t n = transformLength(w.size(), sums.size()), overlap = w.size() - 1, step = n - overlap;
    std::vector<double> part(n);
    std::vector<std::complex<double>> filter(Fourier::binsOf(n)), bins(filter.size());
    std::copy(w.begin(), w.end(), part.begin());
    fourier.forward(part, filter);
    const auto length = static_cast<std::ptrdiff_t>(x.size());
    for (std::size_t done = 0; done < sums.size(); done += step) {
        const std::ptrdiff_t first =
            offset + static_cast<std::ptrdiff_t>(done) - static_cast<std::ptrdiff_t>(overlap);
        const std::ptrdiff_t from = std::clamp<std::ptrdiff_t>(-first, 0, static_cast<std::ptrdiff_t>(n));
        const std::ptrdiff_t to =
            std::clamp<std::ptrdiff_t>(length - first, from, static_cast<std::ptrdiff_t>(n));
        if (from == to) continue; // beside the signal
        std::fill(part.begin(), part.end(), 0.0);
        std::copy(x.begin() + first + from, x.begin() + first + to, part.begin() + from);
        fourier.forward(part, bins);
        for (std::size_t k = 0; k < bins.size(); ++k)
            bins[k] *= filter[k];
        fourier.inverse(bins, part);
        const std::size_t count = std::min(step, sums.size() - done);
        for (std::size_t i = 0; i < count; ++i)
            sums[done + i] += part[overlap + i];
    }
}

std::size_t nonZeros(std::span<const double> taps)
{
    return taps.size() - static_cast<std::size_t>(std::count(taps.begin(), taps.end(), 0.0));
}

/// The row of one channel with its padding written out.
std::vector<double> padded(std::span<const double> row, const ConvAxis& axis)
{
    std::vector<double> line(static_cast<std::size_t>(axis.padded()));
    for (int i = 0; i < axis.padded(); ++i) {
        const int source = axis.source(i - axis.padBefore);
        if (source != Tap::none) line[static_cast<std::size_t>(i)] = row[static_cast<std::size_t>(source)];
    }
    return line;
}

/// Which window each output sees: `width` places of a line, the first output's from `start` on.
struct Windows {
    std::ptrdiff_t start = 0;
    std::size_t width = 1;
    std::size_t stride = 1;
};

/// Adds every stride-th of `all` to `sums`, but nothing where the window is silent: there is only rounding.
void addHeard(std::span<const double> all, std::span<const double> line, const Windows& windows,
              std::span<double> sums)
{
    const auto length = static_cast<std::ptrdiff_t>(line.size());
    std::ptrdiff_t heard = 0; // the first sample from the window's start on that is not 0
    for (std::size_t o = 0; o < sums.size(); ++o) {
        const std::size_t place = o * windows.stride;
        const std::ptrdiff_t start = windows.start + static_cast<std::ptrdiff_t>(place);
        heard = std::max(heard, start);
        while (heard < length && line[static_cast<std::size_t>(heard)] == 0)
            ++heard;
        if (heard < std::min(length, start + static_cast<std::ptrdiff_t>(windows.width)))
            sums[o] += all[place];
    }
}

/// What the filter gives over a padded line, added in the order of the taps, as convolve() does.
void addDirect(std::span<const double> line, std::span<const double> taps, const ConvAxis& axis,
               std::span<double> sums)
{
    const auto stride = static_cast<std::size_t>(axis.stride),
               dilation = static_cast<std::size_t>(axis.dilation);
    for (std::size_t first = 0; first < sums.size(); first += atOnce) {
        const auto block = sums.subspan(first, std::min<std::size_t>(atOnce, sums.size() - first));
        for (std::size_t k = 0; k < taps.size(); ++k) {
            if (taps[k] == 0) continue;
            const double* x = line.data() + first * stride + k * dilation;
            for (std::size_t o = 0; o < block.size(); ++o)
                block[o] += taps[k] * x[o * stride];
        }
    }
}

void addFourier(std::span<const double> line, std::span<const double> taps, const ConvAxis& axis,
                std::span<double> sums, Fourier& fourier)
{
    std::vector<double> turned = dilated(taps, axis.dilation);
    std::reverse(turned.begin(), turned.end());
    const auto stride = static_cast<std::size_t>(axis.stride);
    std::vector<double> all((sums.size() - 1) * stride + 1);
    addByFourier(line, turned, turned.size() - 1, all, fourier);
    addHeard(all, line, {0, turned.size(), stride}, sums);
}

/// Stamps one weight of the filter at the inputs first … last − 1.
void stampWeight(std::span<const double> row, double weight, const ConvAxis& axis, int k, int first, int last,
                 std::span<double> sums)
{
    const int shift = k * axis.dilation - axis.padBefore; // input i meets output i·stride + shift
    if (shift < 0) first = std::max(first, (-shift + axis.stride - 1) / axis.stride);
    if (shift < axis.input) last = std::min(last, (axis.input - shift + axis.stride - 1) / axis.stride);
    if (shift >= axis.input || first >= last) return;
    double* sum = sums.data() + first * axis.stride + shift;
    for (int i = first; i < last; ++i, sum += axis.stride)
        *sum += row[static_cast<std::size_t>(i)] * weight;
}

/// Stamps the filter so that every output meets its inputs in rising order, as in convolveTransposed().
void stampDirect(std::span<const double> row, std::span<const double> taps, const ConvAxis& axis,
                 std::span<double> sums)
{
    for (int first = 0; first < axis.output; first += atOnce) {
        const int last = std::min(axis.output, first + atOnce);
        for (int k = axis.kernel - 1; k >= 0; --k) {
            const double weight = taps[static_cast<std::size_t>(k)];
            if (weight != 0) stampWeight(row, weight, axis, k, first, last, sums);
        }
    }
}

void stampFourier(std::span<const double> row, std::span<const double> taps, const ConvAxis& axis,
                  std::span<double> sums, Fourier& fourier)
{
    const std::vector<double> line = dilated(row, axis.stride), stamp = dilated(taps, axis.dilation);
    std::vector<double> all(sums.size());
    addByFourier(line, stamp, static_cast<std::size_t>(axis.padBefore), all, fourier);
    addHeard(all, line, {axis.padBefore - static_cast<std::ptrdiff_t>(stamp.size() - 1), stamp.size(), 1},
             sums);
}

std::span<const double> rowOf(const TensorD& tensor, int sample, int channel)
{
    const auto width = static_cast<std::size_t>(tensor.shape.width);
    return std::span(tensor.sample(sample), tensor.shape.size())
        .subspan(static_cast<std::size_t>(channel) * width, width);
}

std::span<double> rowOf(TensorD& output, int filter)
{
    const auto width = static_cast<std::size_t>(output.shape.width);
    return std::span(output.data).subspan(static_cast<std::size_t>(filter) * width, width);
}

void addBias(std::span<double> sums, std::span<const double> bias, int filter)
{
    if (bias.empty()) return;
    for (double& sum : sums)
        sum += bias[static_cast<std::size_t>(filter)];
}

} // namespace

bool isFourierCheaper(const ConvAxis& axis, std::size_t nonZeroTaps)
{
    constexpr double feltSums = 1e8; // products, some hundredths of a second
    constexpr double price = 7;      // of a bin and stage of two transforms, in products
    constexpr double clearly = 4;
    const double direct = static_cast<double>(nonZeroTaps) * axis.output;
    if (direct < feltSums) return false;
    const auto width = static_cast<std::size_t>(axis.effectiveKernel()),
               length = static_cast<std::size_t>(axis.padded());
    const std::size_t taps = std::min(width, mostTapsAtOnce), n = transformLength(taps, length);
    const double pieces = std::ceil(static_cast<double>(width) / static_cast<double>(taps));
    const double steps = std::ceil(static_cast<double>(length) / static_cast<double>(n - taps + 1));
    const double transform = static_cast<double>(n) * std::log2(static_cast<double>(n));
    return clearly * pieces * steps * price * transform < direct;
}

void addByFourier(std::span<const double> x, std::span<const double> w, std::size_t offset,
                  std::span<double> sums, Fourier& fourier)
{
    for (std::size_t start = 0; start < w.size(); start += mostTapsAtOnce) {
        const auto piece = w.subspan(start, std::min(mostTapsAtOnce, w.size() - start));
        addPiece(x, piece, static_cast<std::ptrdiff_t>(offset) - static_cast<std::ptrdiff_t>(start), sums,
                 fourier);
    }
}

TensorD convolveLine(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                     const ConvAxis& axis)
{
    TensorD output(1, {kernels.n, 1, axis.output});
    Fourier fourier;
    for (int ch = 0; ch < input.shape.channels; ++ch) {
        const std::vector<double> line = padded(rowOf(input, 0, ch), axis);
        for (int f = 0; f < kernels.n; ++f) {
            const auto taps = rowOf(kernels, f, ch);
            if (isFourierCheaper(axis, nonZeros(taps)))
                addFourier(line, taps, axis, rowOf(output, f), fourier);
            else
                addDirect(line, taps, axis, rowOf(output, f));
        }
    }
    for (int f = 0; f < kernels.n; ++f)
        addBias(rowOf(output, f), bias, f);
    return output;
}

TensorD convolveLineTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                               const ConvAxis& axis)
{
    TensorD output(1, {kernels.shape.channels, 1, axis.input});
    Fourier fourier;
    for (int f = 0; f < output.shape.channels; ++f) {
        const std::span<double> sums = rowOf(output, f);
        for (int ch = 0; ch < input.shape.channels; ++ch) {
            const auto row = rowOf(input, 0, ch), taps = rowOf(kernels, ch, f);
            if (isFourierCheaper(axis, nonZeros(taps)))
                stampFourier(row, taps, axis, sums, fourier);
            else
                stampDirect(row, taps, axis, sums);
        }
        addBias(sums, bias, f);
    }
    return output;
}

} // namespace hg
