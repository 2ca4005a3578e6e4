#include "core/eval/label_spreading.h"

#include "core/embed/nearest_rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace hg {
namespace {

constexpr double enough = 1e-3; // of the residual's length
constexpr int mostSteps = 500;

std::vector<float> scaledFloats(const FeatureSet& feature, const SampleView& part, std::span<const int> rows)
{
    std::vector<float> numbers;
    numbers.reserve(rows.size() * feature.size());
    for (const int row : rows)
        for (const double x : feature.scaled(part, row))
            numbers.push_back(static_cast<float>(x));
    return numbers;
}

std::vector<int> upTo(int count)
{
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

/// An edge both ways where either end is a neighbour of the other, each once.
void join(SpreadingGraph& graph, std::span<const int> neighbours)
{
    const std::size_t nodes = graph.nodes.size(), k = neighbours.size() / std::max<std::size_t>(1, nodes);
    std::vector<std::vector<int>> ends(nodes);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const auto from = i / k, to = static_cast<std::size_t>(neighbours[i]);
        ends[from].push_back(static_cast<int>(to));
        ends[to].push_back(static_cast<int>(from));
    }
    graph.start.assign(1, 0);
    for (auto& own : ends) {
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
        graph.to.insert(graph.to.end(), own.begin(), own.end());
        graph.start.push_back(static_cast<int>(graph.to.size()));
    }
    const auto degree = [&](std::size_t node) { return static_cast<double>(ends[node].size()); };
    for (std::size_t from = 0; from < nodes; ++from)
        for (const int to : ends[from])
            graph.weights.push_back(
                static_cast<float>(1 / std::sqrt(degree(from) * degree(static_cast<std::size_t>(to)))));
}

/// Numbers of every node and class: (nodes, classes).
using Field = std::vector<float>;

/// Sums over the nodes, one a class.
std::vector<double> products(const Field& a, const Field& b, std::size_t classes)
{
    std::vector<double> sums(classes, 0.0);
    for (std::size_t i = 0; i < a.size(); i += classes)
        for (std::size_t c = 0; c < classes; ++c)
            sums[c] += static_cast<double>(a[i + c]) * static_cast<double>(b[i + c]);
    return sums;
}

/// x − α·S·x
Field withoutNeighbours(const SpreadingGraph& graph, const Field& x, std::size_t classes, double share)
{
    Field y(x);
    for (std::size_t node = 0; node < graph.nodes.size(); ++node)
        for (int e = graph.start[node]; e < graph.start[node + 1]; ++e) {
            const float weight = static_cast<float>(share) * graph.weights[static_cast<std::size_t>(e)];
            const float* other =
                x.data() + static_cast<std::size_t>(graph.to[static_cast<std::size_t>(e)]) * classes;
            for (std::size_t c = 0; c < classes; ++c)
                y[node * classes + c] -= weight * other[c];
        }
    return y;
}

double ratio(double a, double b)
{
    return b > 0 ? a / b : 0;
}

/// Each node's share of the classes; 0 of all where nothing came.
void normalise(Field& field, std::size_t classes)
{
    for (std::size_t i = 0; i < field.size(); i += classes) {
        float sum = 0;
        for (std::size_t c = 0; c < classes; ++c)
            sum += field[i + c] = std::max(0.0f, field[i + c]); // rounding may leave −1e−9
        for (std::size_t c = 0; c < classes && sum > 0; ++c)
            field[i + c] /= sum;
    }
}

/// The shares of the classes in (I − αS)⁻¹·Y, all classes side by side, each with its own steps. Nothing when
/// stopped.
std::optional<Field> spreadFrom(const SpreadingGraph& graph, Field residual, std::size_t classes,
                                double share, const StopQuery& stop)
{
    Field x(residual.size(), 0.0f), direction = residual;
    auto squares = products(residual, residual, classes);
    const double first = *std::max_element(squares.begin(), squares.end());
    for (int step = 0; step < mostSteps; ++step) {
        if (*std::max_element(squares.begin(), squares.end()) <= enough * enough * first) break;
        if (isStopped(stop)) return std::nullopt;
        const Field image = withoutNeighbours(graph, direction, classes, share);
        const auto bends = products(direction, image, classes);
        std::vector<float> along, again;
        for (std::size_t c = 0; c < classes; ++c)
            along.push_back(static_cast<float>(ratio(squares[c], bends[c])));
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] += along[i % classes] * direction[i];
            residual[i] -= along[i % classes] * image[i];
        }
        const auto next = products(residual, residual, classes);
        for (std::size_t c = 0; c < classes; ++c)
            again.push_back(static_cast<float>(ratio(next[c], squares[c])));
        for (std::size_t i = 0; i < x.size(); ++i)
            direction[i] = residual[i] + again[i % classes] * direction[i];
        squares = next;
    }
    normalise(x, classes);
    return x;
}

} // namespace

Result<SpreadingGraph> spreadingGraph(const FeatureSet& feature, std::span<const int> rows,
                                      const SpreadSetup& setup, Workers& workers, const Watch& watch)
{
    SpreadingGraph graph;
    graph.nodes = rows.empty() ? upTo(feature.train.count) : std::vector<int>(rows.begin(), rows.end());
    const int nodes = static_cast<int>(graph.nodes.size());
    if (nodes < 2) return Error{ErrorCode::TooFewSamples, {}, {double(nodes), 2}};
    graph.placeOf.assign(static_cast<std::size_t>(feature.train.count), -1);
    for (int node = 0; node < nodes; ++node)
        graph.placeOf[static_cast<std::size_t>(graph.nodes[static_cast<std::size_t>(node)])] = node;
    graph.neighbours = std::min(setup.neighbours, nodes - 1);

    const auto numbers = scaledFloats(feature, feature.train, graph.nodes);
    const double share = double(nodes) / (nodes + feature.test.count);
    const auto own = nearestRows({numbers, numbers, feature.size(), graph.neighbours, true}, workers,
                                 partOf(watch, 0, share));
    if (!own) return own.error();
    join(graph, *own);
    const auto queries = scaledFloats(feature, feature.test, upTo(feature.test.count));
    auto test = nearestRows({numbers, queries, feature.size(), graph.neighbours, false}, workers,
                            partOf(watch, share, 1));
    if (!test) return test.error();
    graph.testNeighbours = std::move(*test);
    return graph;
}

Result<std::vector<int>> spreadReadings(const SpreadingGraph& graph, const LabelledSamples& labelled,
                                        int classes, const SpreadSetup& setup, const StopQuery& stop)
{
    const auto all = static_cast<std::size_t>(classes), k = static_cast<std::size_t>(graph.neighbours);
    Field labels(graph.nodes.size() * all, 0.0f);
    for (std::size_t i = 0; i < labelled.rows.size(); ++i) {
        const int node = graph.placeOf[static_cast<std::size_t>(labelled.rows[i])];
        labels[static_cast<std::size_t>(node) * all + static_cast<std::size_t>(labelled.classes[i])] += 1;
    }
    auto spread = spreadFrom(graph, std::move(labels), all, setup.share, stop);
    if (!spread) return Error{ErrorCode::Cancelled};
    const Field& field = *spread;
    std::vector<int> read;
    for (std::size_t i = 0; i < graph.testNeighbours.size(); i += k) {
        std::vector<float> sums(all, 0.0f);
        for (std::size_t n = i; n < i + k; ++n)
            for (std::size_t c = 0; c < all; ++c)
                sums[c] += field[static_cast<std::size_t>(graph.testNeighbours[n]) * all + c];
        read.push_back(static_cast<int>(std::max_element(sums.begin(), sums.end()) - sums.begin()));
    }
    return read;
}

} // namespace hg
