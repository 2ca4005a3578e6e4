#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace hg {

/// Discrete Fourier transforms of real signals, X[k] = Σ x[i]·e^(−2πi·k·i/n), in double. The constants of a
/// length are computed once and kept: one object a thread. Any
/// length from 2; a prime one takes O(n²).
class Fourier {
public:
    Fourier();
    ~Fourier();
    Fourier(Fourier&&) noexcept;
    Fourier& operator=(Fourier&&) noexcept;

    /// Bins 0 … n/2 of a signal of n samples; the others are their conjugates. `spectrum` has room for them.
    void forward(std::span<const double> signal, std::span<std::complex<double>> spectrum);
    /// The signal of n samples that has these bins 0 … n/2, 1/n included.
    void inverse(std::span<const std::complex<double>> spectrum, std::span<double> signal);

    static std::size_t binsOf(std::size_t n) { return n / 2 + 1; }

private:
    struct Plans;
    std::unique_ptr<Plans> m_plans;
};

} // namespace hg
