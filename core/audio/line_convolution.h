#pragma once

#include "core/audio/fourier.h"
#include "core/conv/conv_axis.h"
#include "core/tensor/tensor.h"

#include <span>

namespace hg {

// Convolution along a line, for sounds of millions of samples and filters of thousands of taps. Shapes and
// meaning are those of convolve() and convolveTransposed() of core/conv, with one row.

/// Whether the Fourier transform takes clearly less than direct sums for a filter with that many taps that
/// are not 0, and the sums are long enough for that to be felt.
bool isFourierCheaper(const ConvAxis& axis, std::size_t nonZeroTaps);

/// convolve() along a line: input (1, C,1,W), kernels (F, C,1,k), bias F or empty → (1, F,1,W'). Each pair of
/// filter and channel goes by direct sums, equal to convolve() bit by bit, or, where that is clearly cheaper,
/// by Fourier transforms, equal within 1e-12 of Σ|w| · max|x|. A window that holds
/// zeros only gives 0 exactly either way. Cost: O(W'·k), or O(W·log k).
TensorD convolveLine(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                     const ConvAxis& axis);

/// convolveTransposed() along a line: kernels (C, F,1,k) → (1, F,1,axis.input); as above.
TensorD convolveLineTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                               const ConvAxis& axis);

/// Adds the samples offset … offset + sums.size() − 1 of the linear convolution Σ w[k]·x[i − k] (length
/// x + w − 1, zero beyond) to `sums`, by overlap-save: the filter, cut into pieces of at most 2^17 taps, is
/// transformed once, the signal piece by piece. Source: Oppenheim and Schafer, "Discrete-time signal
/// processing", 3rd edition, section 8.7.3.
void addByFourier(std::span<const double> x, std::span<const double> w, std::size_t offset,
                  std::span<double> sums, Fourier& fourier);

} // namespace hg
