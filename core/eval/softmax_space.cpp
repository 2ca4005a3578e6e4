#include "core/eval/softmax_space.h"

#include <utility>

namespace hg {

void Weights::add(double factor, const Weights& other)
{
    addTo(coordinates, factor, other.coordinates);
    addTo(image, factor, other.image);
}

void Weights::scale(double factor)
{
    for (Doubles* numbers : {&coordinates, &image})
        for (double& x : *numbers)
            x *= factor;
}

double Weights::dot(const Weights& other) const
{
    return hg::dot(coordinates.data(), other.partner().data(), coordinates.size());
}

SoftmaxSpace::SoftmaxSpace(const ClassifiedRows& rows, Precision precision)
    : m_rows(rows)
    , m_samples(rows.count())
    , m_features(rows.features)
    , m_precision(precision)
    , m_isOfRows(static_cast<std::size_t>(rows.count()) < rows.features)
    , m_down(static_cast<std::size_t>(m_samples), m_features, precision)
{
    m_down.setRows(rows.numbers.data(), m_features);
    Panels across(m_features, static_cast<std::size_t>(m_samples), precision);
    across.setColumns(rows.numbers.data(), m_features);
    if (!m_isOfRows) {
        m_across = std::move(across);
        return;
    }
    Doubles products(static_cast<std::size_t>(m_samples) * sampleRow());
    across.multiply({rows.numbers.begin(), rows.numbers.end()}, m_samples, products);
    m_products = Panels(static_cast<std::size_t>(m_samples), static_cast<std::size_t>(m_samples), precision);
    m_products.setRows(products.data(), sampleRow());
}

Weights SoftmaxSpace::zeros(int count) const
{
    const auto rows = static_cast<std::size_t>(count);
    if (!m_isOfRows) return {count, Doubles(rows * paddedRow(m_features)), {}};
    return {count, Doubles(rows * sampleRow()), Doubles(rows * sampleRow())};
}

void SoftmaxSpace::scoresOf(const Weights& weights, Doubles& scores) const
{
    scores.resize(static_cast<std::size_t>(weights.count) * sampleRow());
    if (m_isOfRows)
        scores = weights.image;
    else
        m_across.multiply(weights.coordinates, weights.count, scores);
}

void SoftmaxSpace::pull(const Doubles& shares, Weights& weights) const
{
    if (!m_isOfRows) return m_down.multiply(shares, weights.count, weights.coordinates);
    weights.coordinates = shares;
    m_products.multiply(shares, weights.count, weights.image);
}

std::vector<double> SoftmaxSpace::plain(const Weights& weights) const
{
    const std::size_t row = paddedRow(m_features);
    Doubles padded = weights.coordinates;
    if (m_isOfRows) {
        padded.resize(static_cast<std::size_t>(weights.count) * row);
        m_down.multiply(weights.coordinates, weights.count, padded);
    }
    std::vector<double> plain;
    for (std::size_t c = 0; c < static_cast<std::size_t>(weights.count); ++c)
        plain.insert(plain.end(), padded.data() + c * row, padded.data() + c * row + m_features);
    return plain;
}

} // namespace hg
