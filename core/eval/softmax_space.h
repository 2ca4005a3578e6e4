#pragma once

#include "core/eval/panels.h"
#include "core/eval/softmax_regression.h"

#include <vector>

namespace hg {

/// Rows of weights, (count, row): as they are, or as what each labelled row counts in them, where `image` is
/// the weights' product with all rows.
struct Weights {
    int count = 0;
    Doubles coordinates, image;

    /// What coordinates are multiplied by to give the weights' own product.
    const Doubles& partner() const { return image.empty() ? coordinates : image; }
    std::size_t row() const { return coordinates.size() / static_cast<std::size_t>(count); }
    const double* coordinatesOf(int i) const
    {
        return coordinates.data() + static_cast<std::size_t>(i) * row();
    }
    const double* partnerOf(int i) const { return partner().data() + static_cast<std::size_t>(i) * row(); }

    void add(double factor, const Weights& other);
    void scale(double factor);
    /// Of the weights themselves, whatever they are made of.
    double dot(const Weights& other) const;
};

/// Where weights are sought: among all, or, with fewer rows than features, among sums of rows.
class SoftmaxSpace {
public:
    /// Refers to the rows. Cost: O(n²·d) for fewer rows than features.
    SoftmaxSpace(const ClassifiedRows& rows, Precision precision);

    int samples() const { return m_samples; }
    Precision precision() const { return m_precision; }
    std::size_t sampleRow() const { return paddedRow(static_cast<std::size_t>(m_samples)); }
    Weights zeros(int count) const;
    /// (count, sampleRow): the weights' products with every row.
    void scoresOf(const Weights& weights, Doubles& scores) const;
    /// The sums of rows that such numbers weigh.
    void pull(const Doubles& shares, Weights& weights) const;
    /// (count, features): the weights as they are.
    std::vector<double> plain(const Weights& weights) const;

private:
    const ClassifiedRows& m_rows;
    int m_samples;
    std::size_t m_features;
    Precision m_precision;
    bool m_isOfRows;
    Panels m_products; ///< of rows with each other: (samples, samples)
    Panels m_across;   ///< (features, samples)
    Panels m_down;     ///< (samples, features)
};

} // namespace hg
