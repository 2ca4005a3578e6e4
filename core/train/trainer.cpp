#include "core/train/trainer.h"

#include "core/engine/passes.h"
#include "core/util/rng.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace hg {
namespace {

constexpr std::uint32_t shufflePurpose = 2;
constexpr int maximalGroups = 4;                   // gradient buffers, each summed in a fixed order
constexpr std::size_t parametersPerPart = 1 << 15; // below this an optimiser pass is not worth a wake-up
// Below this a thread's share of an update is not worth one: it takes some tens of microseconds, as long as a
// sleeping thread may take to wake.
constexpr double multiplyAddsPerThread = 4e6;

/// A rule on the network and the batch, so that no clock decides.
int threadsWorth(const Plan& plan, const Recipe& recipe, int most)
{
    const int codes = recipe.isOrdered ? plan.codeSize() : 1; // that go through the decoder
    const double passes = 3.0 * codes;                        // forward, and back by inputs and by weights
    const double threads = passes * plan.multiplyAdds() * recipe.batch / multiplyAddsPerThread;
    return threads < most ? std::max(1, static_cast<int>(threads)) : most;
}

} // namespace

struct Trainer::Group {
    explicit Group(const Plan& plan) : workspace(plan), gradient(plan.parameterCount(), 0.0f) {}
    Workspace workspace;
    AlignedFloats gradient;
    double loss = 0, squares = 0;
};

std::vector<float> meanOf(const SampleView& samples, const StopQuery& stop)
{
    constexpr int rowsPerPart = 1024;
    std::vector<double> sums(samples.features, 0.0);
    for (int i = 0; i < samples.count; ++i) {
        if (i % rowsPerPart == 0 && isStopped(stop)) return {};
        for (std::size_t f = 0; f < samples.features; ++f)
            sums[f] += static_cast<double>(samples.value(i, f));
    }
    std::vector<float> mean(samples.features);
    for (std::size_t f = 0; f < samples.features; ++f)
        mean[f] = static_cast<float>(sums[f] / std::max(1, samples.count));
    return mean;
}

Trainer::Trainer(std::shared_ptr<const Plan> plan, const Recipe& recipe, TrainingData data, Workers& workers,
                 const StopQuery& stop)
    : Trainer(Model{plan, initialParameters(plan->network(), recipe.seed, recipe.initialisation), {}}, recipe,
              std::move(data), workers)
{
    if (m_plan->network().network.isCentred) m_mean = meanOf(m_data.train, stop);
}

Trainer::Trainer(Model model, const Recipe& recipe, TrainingData data, Workers& workers)
    : m_plan(model.plan)
    , m_recipe(recipe)
    , m_data(std::move(data))
    , m_workers(workers)
    , m_parameters(model.parameters.begin(), model.parameters.end())
    , m_mean(std::move(model.mean))
    , m_optimizer({recipe.optimizer, recipe.momentum, recipe.weightDecay}, m_plan->parameterCount())
    , m_threads(threadsWorth(*m_plan, recipe, workers.count()))
{
    m_order.resize(static_cast<std::size_t>(m_data.train.count));
    const int chunks = (recipe.batch + lanes - 1) / lanes;
    for (int g = 0; g < std::min(chunks, maximalGroups); ++g)
        m_groups.push_back(std::make_shared<Group>(*m_plan));
}

void Trainer::restore(const State& state)
{
    assert(state.parameters.size() == m_parameters.size());
    m_updatesDone = state.updatesDone;
    m_parameters.assign(state.parameters.begin(), state.parameters.end());
    m_optimizer.setState(state.optimizer);
    m_isShuffled = false;
}

int Trainer::updatesPerEpoch() const
{
    return (m_data.train.count + m_recipe.batch - 1) / m_recipe.batch;
}

int Trainer::nextBatchSize() const
{
    const int first = (m_updatesDone % updatesPerEpoch()) * m_recipe.batch;
    return std::min(m_recipe.batch, m_data.train.count - first);
}

void Trainer::shuffleIfEpochStarts()
{
    if (m_updatesDone % updatesPerEpoch() != 0 && m_isShuffled) return;
    const int epoch = m_updatesDone / updatesPerEpoch();
    fillShuffled(m_order, Random(m_recipe.seed, shufflePurpose, static_cast<std::uint32_t>(epoch)));
    m_isShuffled = true;
}

void Trainer::fillTarget(std::span<const int> rows, Workspace& workspace) const
{
    if (m_recipe.loss != Loss::SoftmaxCrossEntropy) {
        std::copy_n(workspace.activations(0), m_plan->inputSize() * lanes, workspace.target());
        return;
    }
    // 1 at each sample's class; a label that is none leaves its lane without a target.
    const std::size_t classes = m_plan->outputSize();
    std::fill_n(workspace.target(), classes * lanes, 0.0f);
    for (std::size_t lane = 0; lane < rows.size(); ++lane) {
        const auto label = static_cast<std::size_t>(m_data.trainLabels[static_cast<std::size_t>(rows[lane])]);
        if (label < classes) workspace.target()[label * lanes + lane] = 1;
    }
}

const float* Trainer::fillChunk(std::span<const int> rows, std::span<const int> next,
                                Workspace& workspace) const
{
    float* input = workspace.activations(0);
    loadChunk(m_data.train, rows, m_mean, input, next);
    const bool hasNoise = m_recipe.noise.kind != Noise::Kind::None;
    if (!hasNoise && m_recipe.loss != Loss::SoftmaxCrossEntropy)
        return input; // the target is the input itself
    fillTarget(rows, workspace);
    for (std::size_t lane = 0; hasNoise && lane < rows.size(); ++lane)
        addNoise(m_recipe.noise, {m_recipe.seed, m_updatesDone, rows[lane]}, input + lane,
                 m_plan->network().network.input, lanes);
    return workspace.target();
}

double Trainer::chunkGradient(const Chunk& chunk, Group& group, const StopQuery& stop)
{
    const int count = static_cast<int>(chunk.rows.size());
    Workspace& w = group.workspace;
    const float* parameters = m_parameters.data();
    const float* target = fillChunk(chunk.rows, chunk.next, w);
    double loss = trainChunk(*m_plan, parameters, {m_recipe.loss, count, chunk.scale, target}, w,
                             group.gradient.data(), !chunk.isFirst);
    if (m_recipe.loss != Loss::SoftmaxCrossEntropy)
        group.squares += m_recipe.loss == Loss::Mse ? loss : lossChunk(*m_plan, Loss::Mse, count, target, w);
    if (m_recipe.isOrdered) loss += addOrderedTerms(chunk, target, group, stop);
    return loss;
}

double Trainer::addOrderedTerms(const Chunk& chunk, const float* target, Group& group, const StopQuery& stop)
{
    Workspace& w = group.workspace;
    const float* parameters = m_parameters.data();
    float* code = w.activations(m_plan->decoderStart());
    double loss = 0;
    // From the longest prefix down: each pass zeroes one more number of the code, whose gradient is then cut
    // off too.
    for (int kept = m_plan->codeSize() - 1; kept >= 1 && !isStopped(stop); --kept) {
        std::fill_n(code + static_cast<std::size_t>(kept) * lanes, lanes, 0.0f);
        forwardChunk(*m_plan, parameters, m_plan->decoderStart(), m_plan->layerCount(), w, keepsSums());
        loss += lossChunkAndGradient(*m_plan, m_recipe.loss, static_cast<int>(chunk.rows.size()), chunk.scale,
                                     target, w);
        backwardChunk(*m_plan, parameters, w, group.gradient.data(), {.accumulates = true, .keptCode = kept});
    }
    return loss;
}

Trainer::Chunk Trainer::chunkAt(int first, int batchSize, int chunk) const
{
    const auto rowsFrom = [this](int begin, int end) {
        const int count = static_cast<int>(m_order.size());
        begin = std::min(begin, count);
        return std::span(m_order).subspan(
            static_cast<std::size_t>(begin),
            static_cast<std::size_t>(std::max(0, std::min(end, count) - begin)));
    };
    const int groups = static_cast<int>(m_groups.size()), begin = first + chunk * lanes;
    // What the same thread reads next: a later chunk of this batch, or its first chunk of the next batch.
    const int ahead = begin + groups * lanes, nextBatch = first + batchSize + chunk % groups * lanes;
    const int next = ahead < first + batchSize ? ahead : nextBatch;
    return {.rows = rowsFrom(begin, std::min(begin + lanes, first + batchSize)),
            .next = rowsFrom(next, next + lanes),
            .scale = 1.0f / static_cast<float>(batchSize),
            .isFirst = chunk < groups};
}

double Trainer::batchGradient(int first, int batchSize, const StopQuery& stop)
{
    const int chunks = (batchSize + lanes - 1) / lanes;
    m_groupsUsed =
        std::min(static_cast<int>(m_groups.size()), chunks); // a short last batch leaves some without work
    m_workers.runOn(m_threads, m_groupsUsed, [&](int g) {
        Group& group = *m_groups[static_cast<std::size_t>(g)];
        group.loss = group.squares = 0;
        for (int chunk = g; chunk < chunks && !isStopped(stop); chunk += static_cast<int>(m_groups.size()))
            group.loss += chunkGradient(chunkAt(first, batchSize, chunk), group, stop);
    });
    double loss = 0, squares = 0;
    for (int g = 0; g < m_groupsUsed; ++g) {
        loss += m_groups[static_cast<std::size_t>(g)]->loss;
        squares += m_groups[static_cast<std::size_t>(g)]->squares;
    }
    m_squaredError = squares / batchSize;
    return loss / batchSize;
}

bool Trainer::applyGradient()
{
    const double rate = learningRateAt(m_recipe, m_updatesDone, totalUpdates());
    const std::size_t count = m_plan->parameterCount();
    std::array<const float*, maximalGroups> buffers{};
    for (int g = 0; g < m_groupsUsed; ++g)
        buffers[static_cast<std::size_t>(g)] = m_groups[static_cast<std::size_t>(g)]->gradient.data();
    const auto gradients = std::span(std::as_const(buffers)).first(static_cast<std::size_t>(m_groupsUsed));
    const double norm = m_recipe.clipNorm > 0 ? gradientNorm(gradients, count) : 0;
    m_optimizer.beginUpdate(clippingScale(norm, m_recipe.clipNorm));
    // One range a thread: each core finds its moments in its own cache again. Every parameter is by itself,
    // so the partition changes no number. Each begins with a cache line.
    const auto threads = static_cast<std::size_t>(m_threads);
    const std::size_t range =
        std::max(parametersPerPart, roundedUp((count + threads - 1) / threads, lineFloats));
    std::atomic<bool> isFinite{true};
    m_workers.runOn(m_threads, static_cast<int>((count + range - 1) / range), [&](int part) {
        const std::size_t first = static_cast<std::size_t>(part) * range;
        if (!m_optimizer.apply(m_parameters.data(), gradients, first, std::min(count, first + range), rate))
            isFinite = false;
    });
    return isFinite;
}

Result<double> Trainer::update(const StopQuery& stop)
{
    const FlushToZero flush;
    shuffleIfEpochStarts();
    const int first = (m_updatesDone % updatesPerEpoch()) * m_recipe.batch;
    const double loss = batchGradient(first, nextBatchSize(), stop);
    if (isStopped(stop)) return Error{ErrorCode::Cancelled}; // chunks may be missing
    if (!std::isfinite(loss) || !applyGradient())
        return Error{ErrorCode::Diverged, {}, {static_cast<double>(m_updatesDone)}};
    ++m_updatesDone;
    return loss;
}

double Trainer::testError() const
{
    return *testErrorOf(model());
}

Result<double> Trainer::testErrorOf(const Model& model, const StopQuery& stop) const
{
    if (model.plan->network().network.classes > 0)
        return wrongShare(model, m_data.test, m_data.testLabels, m_workers, stop);
    return reconstructionError(model, m_data.test, m_workers, stop);
}

double Trainer::noisyTestError()
{
    const SampleView& test = m_data.test;
    const auto noisy = noisyCopy(m_recipe.noise, m_recipe.seed, test, m_plan->network().network.input);
    const SampleView view{.floats = noisy.data(), .count = test.count, .features = test.features};
    const Model now = model();
    const auto restored = decode(now, encode(now, view, m_workers), m_workers);
    double error = 0;
    for (int i = 0; i < test.count; ++i)
        for (std::size_t f = 0; f < test.features; ++f) {
            const double d = static_cast<double>(restored[static_cast<std::size_t>(i) * test.features + f] -
                                                 test.value(i, f));
            error += d * d;
        }
    return error / std::max<double>(1, static_cast<double>(noisy.size()));
}

Result<void> trainToEnd(Trainer& trainer, const Watch& watch)
{
    while (!trainer.isFinished()) {
        if (!mayGoOn(watch, static_cast<double>(trainer.updatesDone()) / trainer.totalUpdates()))
            return Error{ErrorCode::Cancelled};
        if (const auto loss = trainer.update(); !loss) return loss.error();
    }
    return {};
}

} // namespace hg
