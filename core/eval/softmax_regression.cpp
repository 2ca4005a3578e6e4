#include "core/eval/softmax_regression.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hg {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Rows = Eigen::Map<const Matrix>;
using Vector = Eigen::VectorXd;

constexpr std::size_t mostPairs = 10; // that the BFGS remembers
constexpr int mostUpdates = 2000;
constexpr int mostTries = 40;                 // of a line search
constexpr double lowest = 0.9, highest = 0.8; // slopes that end a line search, as shares of the first
constexpr double rounding = 1e-12;            // of a loss

Rows rowsOf(const ClassifiedRows& rows)
{
    return {rows.numbers.data(), rows.count(), static_cast<Eigen::Index>(rows.features)};
}

/// Weights (classes, m) as they are multiplied, and the biases. Where the weights are sums of rows their
/// coordinates are what each row counts, and `image` is the coordinates times the rows' products.
struct Point {
    Matrix coordinates, image;
    Vector biases;

    Point(Eigen::Index classes, Eigen::Index m, bool hasImage)
        : coordinates(Matrix::Zero(classes, m))
        , image(Matrix::Zero(hasImage ? classes : 0, hasImage ? m : 0))
        , biases(Vector::Zero(classes))
    {}

    void add(double factor, const Point& other)
    {
        coordinates += factor * other.coordinates;
        image += factor * other.image;
        biases += factor * other.biases;
    }
    void scale(double factor)
    {
        coordinates *= factor;
        image *= factor;
        biases *= factor;
    }
    /// Of the weights themselves, whatever they are made of.
    double weightDot(const Point& other) const
    {
        const Matrix& partner = other.image.size() > 0 ? other.image : other.coordinates;
        return coordinates.cwiseProduct(partner).sum();
    }
    double dot(const Point& other) const { return weightDot(other) + biases.dot(other.biases); }
};

/// Scores along a line through the current point, and what the loss does there.
struct Line {
    double value = 0, slope = 0, bend = 0;
};

/// One fit: classes with rows alone, counted from 0.
class Fit {
public:
    Fit(const ClassifiedRows& rows, std::vector<int> classOfRow, int classes, const SoftmaxSetup& setup)
        : m_rows(rowsOf(rows))
        , m_classOfRow(std::move(classOfRow))
        , m_classes(classes)
        , m_penalty(1 / setup.strength)
        , m_tolerance(setup.tolerance)
        , m_isOfRows(rows.count() < static_cast<int>(rows.features))
        , m_factor(m_isOfRows ? Matrix(m_rows * m_rows.transpose()) : Matrix(m_rows.transpose()))
        , m_x(classes, m_factor.rows(), m_isOfRows)
        , m_scores(Matrix::Zero(classes, m_rows.rows()))
        , m_probabilities(classes, m_rows.rows())
    {}

    void run();
    Matrix weights() const { return m_isOfRows ? Matrix(m_x.coordinates * m_rows) : m_x.coordinates; }
    const Vector& biases() const { return m_x.biases; }

private:
    struct Pair {
        Point step, change;
        double inverse; ///< 1/(step·change)
    };

    Point zero() const { return {m_classes, m_factor.rows(), m_isOfRows}; }
    Matrix scoresOf(const Point& x) const;
    Line at(double t, const Matrix& lineScores, double xd, double dd);
    Point gradient() const;
    bool isDone(const Point& gradient) const;
    Point direction(const Point& gradient) const;
    bool move(const Point& direction, double slope);
    void remember(Point step, Point change);

    Rows m_rows;
    std::vector<int> m_classOfRow;
    Eigen::Index m_classes;
    double m_penalty, m_tolerance;
    bool m_isOfRows;
    Matrix m_factor; // coordinates times this are scores
    Point m_x;
    Matrix m_scores, m_probabilities;
    std::vector<Pair> m_pairs; // oldest first
    double m_step = 0;         // that the last move took
};

Matrix Fit::scoresOf(const Point& x) const
{
    Matrix scores = m_isOfRows ? x.image : Matrix(x.coordinates * m_factor);
    scores.colwise() += x.biases;
    return scores;
}

/// The loss at m_x + t·d, whose probabilities it leaves; xd and dd are the weights' products.
Line Fit::at(double t, const Matrix& lineScores, double xd, double dd)
{
    Line line{m_penalty * (t * xd + 0.5 * t * t * dd), m_penalty * (xd + t * dd), m_penalty * dd};
    for (Eigen::Index i = 0; i < m_scores.cols(); ++i) {
        double greatest = -std::numeric_limits<double>::infinity();
        for (Eigen::Index c = 0; c < m_classes; ++c) {
            const double z = m_scores(c, i) + t * lineScores(c, i);
            m_probabilities(c, i) = z;
            greatest = std::max(greatest, z);
        }
        const Eigen::Index own = m_classOfRow[static_cast<std::size_t>(i)];
        const double ownScore = m_probabilities(own, i);
        double sum = 0;
        for (Eigen::Index c = 0; c < m_classes; ++c)
            sum += m_probabilities(c, i) = std::exp(m_probabilities(c, i) - greatest);
        double mean = 0, square = 0;
        for (Eigen::Index c = 0; c < m_classes; ++c) {
            const double p = m_probabilities(c, i) /= sum, z = lineScores(c, i);
            mean += p * z;
            square += p * z * z;
        }
        line.value += greatest + std::log(sum) - ownScore;
        line.slope += mean - lineScores(own, i);
        line.bend += square - mean * mean;
    }
    return line;
}

Point Fit::gradient() const
{
    Matrix rest = m_probabilities;
    for (Eigen::Index i = 0; i < rest.cols(); ++i)
        rest(m_classOfRow[static_cast<std::size_t>(i)], i) -= 1;
    Point g = zero();
    g.biases = rest.rowwise().sum();
    if (!m_isOfRows) {
        g.coordinates.noalias() = rest * m_rows;
        g.coordinates += m_penalty * m_x.coordinates;
        return g;
    }
    g.coordinates = rest + m_penalty * m_x.coordinates;
    g.image.noalias() = g.coordinates * m_factor;
    return g;
}

bool Fit::isDone(const Point& gradient) const
{
    return std::sqrt(gradient.dot(gradient)) <= m_tolerance * m_penalty * std::sqrt(m_x.weightDot(m_x));
}

/// Minus the inverse bend times the gradient, as the remembered pairs have it.
Point Fit::direction(const Point& gradient) const
{
    Point d = gradient;
    std::vector<double> shares(m_pairs.size());
    for (std::size_t i = m_pairs.size(); i-- > 0;) {
        shares[i] = m_pairs[i].inverse * d.dot(m_pairs[i].step);
        d.add(-shares[i], m_pairs[i].change);
    }
    if (!m_pairs.empty()) {
        const Point& change = m_pairs.back().change;
        d.scale(1 / (m_pairs.back().inverse * change.dot(change)));
    } else
        d.scale(1 / std::sqrt(gradient.dot(gradient)));
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
        d.add(shares[i] - m_pairs[i].inverse * d.dot(m_pairs[i].change), m_pairs[i].step);
    d.scale(-1);
    return d;
}

/// Goes along a direction of that slope until the loss has flattened, by a safeguarded Newton's method, since
/// it is convex. The slopes decide, which keep their digits near the end where the loss has none left (the
/// approximate Wolfe conditions of Hager and Zhang 2005, section 2). False where nothing is to be gained.
bool Fit::move(const Point& d, double slope)
{
    const Matrix lineScores = scoresOf(d);
    const double xd = m_x.weightDot(d), dd = d.weightDot(d), start = at(0, lineScores, xd, dd).value;
    double t = 1, low = 0, high = std::numeric_limits<double>::infinity();
    for (int i = 0; i < mostTries; ++i) {
        const Line line = at(t, lineScores, xd, dd);
        const bool isFlat = line.slope >= lowest * slope && line.slope <= -highest * slope;
        if (isFlat && line.value <= start + rounding * std::abs(start)) {
            m_x.add(t, d);
            m_scores += t * lineScores;
            m_step = t;
            return true;
        }
        (line.slope > 0 ? high : low) = t;
        const double newton = t - line.slope / line.bend;
        const bool isInside = newton > low && newton < high;
        t = isInside ? newton : std::isinf(high) ? 2 * t : 0.5 * (low + high);
    }
    return false;
}

void Fit::remember(Point step, Point change)
{
    const double product = step.dot(change);
    if (!(product > 0)) return;
    if (m_pairs.size() == mostPairs) m_pairs.erase(m_pairs.begin());
    m_pairs.push_back({std::move(step), std::move(change), 1 / product});
}

void Fit::run()
{
    at(0, m_scores, 0, 0);
    Point g = gradient();
    for (int update = 0; update < mostUpdates && !isDone(g); ++update) {
        Point d = direction(g);
        if (!move(d, d.dot(g))) return;
        Point next = gradient();
        d.scale(m_step);
        g.scale(-1);
        g.add(1, next);
        remember(std::move(d), std::move(g));
        g = std::move(next);
    }
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
    Fit fit(rows, std::move(classOfRow), static_cast<int>(present.size()), setup);
    fit.run();

    SoftmaxRegression model{classes, rows.features, std::vector<double>(all * rows.features),
                            std::vector<double>(all, -std::numeric_limits<double>::infinity())};
    const Matrix weights = fit.weights();
    for (std::size_t k = 0; k < present.size(); ++k) {
        const auto c = static_cast<std::size_t>(present[k]);
        const auto row = static_cast<Eigen::Index>(k);
        std::copy_n(weights.row(row).data(), rows.features, model.weights.data() + c * rows.features);
        model.biases[c] = fit.biases()[row];
    }
    return model;
}

} // namespace hg
