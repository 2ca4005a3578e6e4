#include "core/audio/fourier.h"

#include <cassert>
#include <unsupported/Eigen/FFT>

namespace hg {

struct Fourier::Plans {
    Eigen::FFT<double> fft;
};

Fourier::Fourier() : m_plans(std::make_unique<Plans>())
{
    m_plans->fft.SetFlag(Eigen::FFT<double>::HalfSpectrum);
}

Fourier::~Fourier() = default;
Fourier::Fourier(Fourier&&) noexcept = default;
Fourier& Fourier::operator=(Fourier&&) noexcept = default;

void Fourier::forward(std::span<const double> signal, std::span<std::complex<double>> spectrum)
{
    assert(signal.size() >= 2 && spectrum.size() == binsOf(signal.size()));
    m_plans->fft.fwd(spectrum.data(), signal.data(), static_cast<Eigen::Index>(signal.size()));
}

void Fourier::inverse(std::span<const std::complex<double>> spectrum, std::span<double> signal)
{
    assert(signal.size() >= 2 && spectrum.size() == binsOf(signal.size()));
    m_plans->fft.inv(signal.data(), spectrum.data(), static_cast<Eigen::Index>(signal.size()));
}

} // namespace hg
