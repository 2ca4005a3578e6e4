#include "core/eval/softmax_regression.h"

#include "core/eval/softmax_preconditioner.h"
#include "core/eval/varying_columns.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace hg {
namespace {

constexpr int mostUpdates = 5000, mostInFloat = 500; // of a fit
constexpr int mostTries = 60;                        // of a search along a line
constexpr double flat = 0.1;                         // slope that ends it, as a share of the first

/// Weights and biases.
struct Point {
    Weights weights;
    std::vector<double> biases;

    double dot(const Point& other) const
    {
        return weights.dot(other.weights) +
               std::inner_product(biases.begin(), biases.end(), other.biases.begin(), 0.0);
    }
    void add(double factor, const Point& other)
    {
        weights.add(factor, other.weights);
        for (std::size_t c = 0; c < biases.size(); ++c)
            biases[c] += factor * other.biases[c];
    }
    void scale(double factor)
    {
        weights.scale(factor);
        for (double& bias : biases)
            bias *= factor;
    }
};

/// One fit: classes with rows alone, counted from 0. Nonlinear conjugate gradients (Nocedal and Wright,
/// "Numerical Optimization", 2006, algorithm 5.4 with equation 5.44 of Polak and Ribière) with the
/// preconditioner, along lines on which the loss is convex and known from scores alone.
class Fit {
public:
    Fit(const SoftmaxSpace& space, std::span<const int> classOfRow, int classes, const SoftmaxSetup& setup);

    /// False where rounding keeps it from the end.
    bool run();
    const Point& point() const { return m_x; }

private:
    Point zero() const
    {
        return {m_space.zeros(m_classes), std::vector<double>(static_cast<std::size_t>(m_classes))};
    }
    double slopeAt(double t);
    double bend() const;
    void setGradient(Point& gradient) const;
    void precondition(const Point& gradient, Point& result) const;
    bool isDone(const Point& gradient) const;
    bool moveAlong(const Point& direction, double slope);

    const SoftmaxSpace& m_space;
    int m_classes;
    double m_penalty, m_tolerance;
    SoftmaxPreconditioner m_preconditioner;
    AlignedVector<std::int64_t> m_own; ///< each sample's class
    Point m_x;
    Doubles m_scores; ///< of m_x, (classes, sampleRow)
    Doubles m_along;  ///< of a direction
    Doubles m_rest;   ///< probabilities where they were asked for last, less 1 at a sample's class
    Doubles m_ones;   ///< (sampleRow)
};

Fit::Fit(const SoftmaxSpace& space, std::span<const int> classOfRow, int classes, const SoftmaxSetup& setup)
    : m_space(space)
    , m_classes(classes)
    , m_penalty(1 / setup.strength)
    , m_tolerance(setup.tolerance)
    , m_preconditioner(space, m_penalty)
    , m_own(classOfRow.begin(), classOfRow.end())
    , m_x(zero())
    , m_scores(static_cast<std::size_t>(classes) * space.sampleRow())
    , m_along(m_scores.size())
    , m_rest(m_scores.size())
    , m_ones(space.sampleRow(), 1.0)
{
    m_own.resize(space.sampleRow());
}

/// Of the rows' losses, at scores + t·along.
double Fit::slopeAt(double t)
{
    return fitKernels().softmax({.scores = m_scores.data(),
                                 .along = m_along.data(),
                                 .t = t,
                                 .row = static_cast<std::ptrdiff_t>(m_space.sampleRow()),
                                 .classes = m_classes,
                                 .count = m_space.samples(),
                                 .own = m_own.data(),
                                 .rest = m_rest.data()});
}

/// Where slopeAt() was asked last.
double Fit::bend() const
{
    return fitKernels().bend({.rest = m_rest.data(),
                              .along = m_along.data(),
                              .row = static_cast<std::ptrdiff_t>(m_space.sampleRow()),
                              .classes = m_classes,
                              .own = m_own.data(),
                              .count = m_space.samples()});
}

void Fit::setGradient(Point& gradient) const
{
    m_space.pull(m_rest, gradient.weights);
    gradient.weights.add(m_penalty, m_x.weights);
    for (std::size_t c = 0; c < gradient.biases.size(); ++c)
        gradient.biases[c] = dot(m_rest.data() + c * m_space.sampleRow(), m_ones.data(), m_ones.size());
}

void Fit::precondition(const Point& gradient, Point& result) const
{
    m_preconditioner.apply(gradient.weights, result.weights);
    for (std::size_t c = 0; c < gradient.biases.size(); ++c)
        result.biases[c] = m_preconditioner.biasFactor() * gradient.biases[c];
}

bool Fit::isDone(const Point& gradient) const
{
    constexpr double rounding = 1e-11; // of a sample's share: where weights are 0 their length says nothing
    const double length = std::sqrt(m_x.weights.dot(m_x.weights));
    return std::sqrt(gradient.dot(gradient)) <=
           std::max(m_tolerance * m_penalty * length, rounding * m_space.samples());
}

/// Goes where the loss is nearly flat, by a safeguarded Newton's method on its slope. False where rounding
/// leaves nothing to gain.
bool Fit::moveAlong(const Point& direction, double slope)
{
    m_space.scoresOf(direction.weights, m_along);
    for (std::size_t c = 0; c < direction.biases.size(); ++c)
        for (std::size_t i = 0; i < m_space.sampleRow(); ++i)
            m_along[c * m_space.sampleRow() + i] += direction.biases[c];
    const double xd = m_penalty * m_x.weights.dot(direction.weights),
                 dd = m_penalty * direction.weights.dot(direction.weights);
    double t = 0, here = slope, low = 0, high = std::numeric_limits<double>::infinity();
    for (int i = 0; i < mostTries; ++i) {
        const double newton = t - here / (bend() + dd);
        const bool isInside = newton > low && newton < high;
        t = isInside ? newton : std::isinf(high) ? 2 * t + 1 : 0.5 * (low + high);
        here = slopeAt(t) + xd + t * dd;
        if (std::abs(here) <= -flat * slope) {
            m_x.add(t, direction);
            addTo(m_scores, t, m_along);
            return true;
        }
        (here > 0 ? high : low) = t;
    }
    return false;
}

bool Fit::run()
{
    Point g = zero(), z = zero(), nextG = zero(), nextZ = zero(), direction = zero();
    slopeAt(0);
    setGradient(g);
    precondition(g, z);
    direction.add(-1, z);
    double product = g.dot(z);
    const int most = m_space.precision() == Precision::Float ? mostInFloat : mostUpdates;
    for (int update = 0; !isDone(g); ++update) {
        double slope = direction.dot(g);
        if (!(slope < 0)) { // the way is lost: straight down again
            direction.scale(0);
            direction.add(-1, z);
            slope = -product;
        }
        if (update == most || !moveAlong(direction, slope)) return false;
        setGradient(nextG);
        precondition(nextG, nextZ);
        const double nextProduct = nextG.dot(nextZ);
        direction.scale(std::max(0.0, (nextProduct - nextG.dot(z)) / product));
        direction.add(-1, nextZ);
        std::swap(g, nextG);
        std::swap(z, nextZ);
        product = nextProduct;
    }
    return true;
}

/// Products in float give some six digits: enough for what the tolerance leaves of the gradient, unless the
/// penalty is so weak that it is next to nothing.
Precision precisionFor(const SoftmaxSetup& setup)
{
    constexpr double least = 1e-3;
    return setup.tolerance / std::max(1.0, setup.strength) >= least ? Precision::Float : Precision::Double;
}

/// A fit's weights (classes, features) and biases.
SoftmaxRegression fitted(const ClassifiedRows& rows, std::span<const int> classOfRow, int classes,
                         const SoftmaxSetup& setup, Precision precision)
{
    const SoftmaxSpace space(rows, precision);
    Fit fit(space, classOfRow, classes, setup);
    if (!fit.run() && precision == Precision::Float)
        return fitted(rows, classOfRow, classes, setup, Precision::Double);
    return {classes, rows.features, space.plain(fit.point().weights), fit.point().biases};
}

} // namespace

void toProbabilities(std::span<double> scores)
{
    const double greatest = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores)
        sum += score = std::exp(score - greatest);
    for (double& score : scores)
        score /= sum;
}

SoftmaxLoss softmaxLoss(const ClassifiedRows& rows, const SoftmaxRegression& model, double strength)
{
    const std::size_t d = rows.features, classes = static_cast<std::size_t>(model.classes);
    SoftmaxLoss loss{0, model.weights};
    for (double& weight : loss.gradient) {
        loss.value += weight * weight / (2 * strength);
        weight /= strength;
    }
    loss.gradient.resize(classes * d + classes, 0.0);
    std::vector<double> p(classes);
    for (int i = 0; i < rows.count(); ++i) {
        for (std::size_t c = 0; c < classes; ++c)
            p[c] = std::inner_product(rows.row(i), rows.row(i) + d, model.weights.data() + c * d,
                                      model.biases[c]);
        toProbabilities(p);
        const auto own = static_cast<std::size_t>(rows.classes[static_cast<std::size_t>(i)]);
        loss.value -= std::log(p[own]);
        p[own] -= 1;
        for (std::size_t c = 0; c < classes; ++c) {
            for (std::size_t f = 0; f < d; ++f)
                loss.gradient[c * d + f] += p[c] * rows.row(i)[f];
            loss.gradient[classes * d + c] += p[c];
        }
    }
    return loss;
}

SoftmaxRegression fitSoftmax(const ClassifiedRows& rows, int classes, const SoftmaxSetup& setup)
{
    const auto all = static_cast<std::size_t>(classes);
    std::vector<int> place(all, -1), present;
    for (const int c : rows.classes)
        place[static_cast<std::size_t>(c)] = 0;
    for (std::size_t c = 0; c < all; ++c)
        if (place[c] == 0) {
            place[c] = static_cast<int>(present.size());
            present.push_back(static_cast<int>(c));
        }
    std::vector<int> classOfRow;
    for (const int c : rows.classes)
        classOfRow.push_back(place[static_cast<std::size_t>(c)]);
    const VaryingColumns columns(rows);
    const ClassifiedRows reduced = columns.reduced();
    const auto fit =
        fitted(reduced, classOfRow, static_cast<int>(present.size()), setup, precisionFor(setup));

    SoftmaxRegression model{classes, rows.features, std::vector<double>(all * rows.features),
                            std::vector<double>(all, -std::numeric_limits<double>::infinity())};
    for (std::size_t k = 0; k < present.size(); ++k) {
        const auto c = static_cast<std::size_t>(present[k]);
        columns.spread(fit.weights.data() + k * reduced.features, model.weights.data() + c * rows.features);
        model.biases[c] = fit.biases[k];
    }
    return model;
}

} // namespace hg
