#include "core/train/trainer.h"

#include "core/engine/passes.h"
#include "core/train/objective.h"
#include "core/util/rng.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

constexpr std::uint32_t shufflePurpose = 2;
constexpr int maximalGroups = 4;                   // gradient buffers, each summed in a fixed order
constexpr std::size_t parametersPerPart = 1 << 15; // below this an optimiser pass is not worth a wake-up

} // namespace

struct Trainer::Group {
    explicit Group(const Plan& plan) : workspace(plan), gradient(plan.parameterCount(), 0.0f) {}
    Workspace workspace;
    std::vector<float> gradient;
    double loss = 0;
};

std::vector<float> meanOf(const SampleView& samples)
{
    std::vector<double> sums(samples.features, 0.0);
    for (int i = 0; i < samples.count; ++i)
        for (std::size_t f = 0; f < samples.features; ++f)
            sums[f] += static_cast<double>(samples.value(i, f));
    std::vector<float> mean(samples.features);
    for (std::size_t f = 0; f < samples.features; ++f)
        mean[f] = static_cast<float>(sums[f] / std::max(1, samples.count));
    return mean;
}

Trainer::Trainer(std::shared_ptr<const Plan> plan, const Recipe& recipe, TrainingData data, Workers& workers)
    : m_plan(std::move(plan))
    , m_recipe(recipe)
    , m_data(std::move(data))
    , m_workers(workers)
    , m_model{m_plan, initialParameters(m_plan->network(), recipe.seed), {}}
    , m_optimizer(recipe.optimizer, m_plan->parameterCount(), recipe.momentum)
{
    if (m_plan->network().network.isCentred) m_model.mean = meanOf(m_data.train);
    const int chunks = (recipe.batch + lanes - 1) / lanes;
    for (int g = 0; g < std::min(chunks, maximalGroups); ++g)
        m_groups.push_back(std::make_shared<Group>(*m_plan));
}

int Trainer::updatesPerEpoch() const
{
    return (m_data.train.count + m_recipe.batch - 1) / m_recipe.batch;
}

void Trainer::shuffleIfEpochStarts()
{
    const int epoch = m_updatesDone / updatesPerEpoch();
    if (m_updatesDone % updatesPerEpoch() != 0 && !m_order.empty()) return;
    m_order = shuffled(m_data.train.count,
                       Random(m_recipe.seed, shufflePurpose, static_cast<std::uint32_t>(epoch)));
}

void Trainer::fillChunk(std::span<const int> rows, Workspace& workspace) const
{
    loadChunk(m_data.train, rows, m_model.mean, workspace.activations(0));
    std::copy_n(workspace.activations(0), m_plan->inputSize() * lanes, workspace.target());
    if (m_recipe.noise.kind == Noise::Kind::None) return;
    for (std::size_t lane = 0; lane < rows.size(); ++lane)
        addNoise(m_recipe.noise, m_recipe.seed, m_updatesDone, rows[lane], workspace.activations(0) + lane,
                 m_plan->inputSize(), lanes);
}

double Trainer::chunkGradient(std::span<const int> rows, int batchSize, Group& group)
{
    const int count = static_cast<int>(rows.size());
    const float scale = 1.0f / static_cast<float>(batchSize);
    Workspace& w = group.workspace;
    const float* parameters = m_model.parameters.data();
    fillChunk(rows, w);
    forwardChunk(*m_plan, parameters, 0, m_plan->layerCount(), w);
    double loss = lossChunk(*m_plan, m_recipe.loss, count, scale, w);
    backwardChunk(*m_plan, parameters, w, group.gradient.data());
    if (m_recipe.isOrdered) addOrderedTerms(count, scale, group, loss);
    return loss;
}

void Trainer::addOrderedTerms(int count, float scale, Group& group, double& loss)
{
    Workspace& w = group.workspace;
    const float* parameters = m_model.parameters.data();
    float* code = w.activations(m_plan->decoderStart());
    // From the longest prefix down: each pass zeroes one more number of the code, whose gradient is then cut
    // off too.
    for (int kept = m_plan->codeSize() - 1; kept >= 1; --kept) {
        std::fill_n(code + static_cast<std::size_t>(kept) * lanes, lanes, 0.0f);
        forwardChunk(*m_plan, parameters, m_plan->decoderStart(), m_plan->layerCount(), w);
        loss += lossChunk(*m_plan, m_recipe.loss, count, scale, w);
        backwardChunk(*m_plan, parameters, w, group.gradient.data(), kept);
    }
}

double Trainer::batchGradient(std::span<const int> batch)
{
    const int chunks = (static_cast<int>(batch.size()) + lanes - 1) / lanes;
    const int groups = static_cast<int>(m_groups.size());
    m_workers.run(std::min(groups, chunks), [&](int g) {
        Group& group = *m_groups[static_cast<std::size_t>(g)];
        std::fill(group.gradient.begin(), group.gradient.end(), 0.0f);
        group.loss = 0;
        for (int chunk = g; chunk < chunks; chunk += groups) {
            const auto first = static_cast<std::size_t>(chunk) * lanes;
            const auto rows = batch.subspan(first, std::min<std::size_t>(lanes, batch.size() - first));
            group.loss += chunkGradient(rows, static_cast<int>(batch.size()), group);
        }
    });
    double loss = 0;
    for (int g = 0; g < std::min(groups, chunks); ++g)
        loss += m_groups[static_cast<std::size_t>(g)]->loss;
    for (int g = chunks; g < groups; ++g) // a short last batch leaves groups without work
        std::fill(m_groups[static_cast<std::size_t>(g)]->gradient.begin(),
                  m_groups[static_cast<std::size_t>(g)]->gradient.end(), 0.0f);
    return loss / static_cast<double>(batch.size());
}

void Trainer::applyGradient()
{
    const double rate = learningRateAt(m_recipe, m_updatesDone, totalUpdates());
    const std::size_t count = m_plan->parameterCount();
    const int parts = static_cast<int>((count + parametersPerPart - 1) / parametersPerPart);
    m_optimizer.beginUpdate();
    m_workers.run(parts, [&](int part) {
        const std::size_t first = static_cast<std::size_t>(part) * parametersPerPart;
        const std::size_t last = std::min(count, first + parametersPerPart);
        float* gradient = m_groups.front()->gradient.data();
        for (std::size_t g = 1; g < m_groups.size(); ++g) {
            const float* other = m_groups[g]->gradient.data();
            for (std::size_t i = first; i < last; ++i)
                gradient[i] += other[i];
        }
        m_optimizer.apply(m_model.parameters.data(), gradient, first, last, rate);
    });
}

Result<double> Trainer::update()
{
    const FlushToZero flush;
    shuffleIfEpochStarts();
    const int first = (m_updatesDone % updatesPerEpoch()) * m_recipe.batch;
    const int size = std::min(m_recipe.batch, m_data.train.count - first);
    const double loss = batchGradient(
        std::span(m_order).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(size)));
    if (!std::isfinite(loss)) return Error{ErrorCode::Diverged, {}, {static_cast<double>(m_updatesDone)}};
    applyGradient();
    ++m_updatesDone;
    return loss;
}

double Trainer::testError()
{
    return reconstructionError(m_model, m_data.test, m_workers);
}

double Trainer::noisyTestError()
{
    const SampleView& test = m_data.test;
    std::vector<float> noisy(static_cast<std::size_t>(test.count) * test.features);
    for (int i = 0; i < test.count; ++i) {
        float* row = noisy.data() + static_cast<std::size_t>(i) * test.features;
        for (std::size_t f = 0; f < test.features; ++f)
            row[f] = test.value(i, f);
        // Update −1 belongs to no training step: the held-out noise is its own, and the same at every call.
        addNoise(m_recipe.noise, m_recipe.seed, -1, i, row, test.features, 1);
    }
    const SampleView view{.floats = noisy.data(), .count = test.count, .features = test.features};
    const auto restored = decode(m_model, encode(m_model, view, m_workers), m_workers);
    double error = 0;
    for (int i = 0; i < test.count; ++i)
        for (std::size_t f = 0; f < test.features; ++f) {
            const double d = static_cast<double>(restored[static_cast<std::size_t>(i) * test.features + f] -
                                                 test.value(i, f));
            error += d * d;
        }
    return error / std::max<double>(1, static_cast<double>(noisy.size()));
}

} // namespace hg
