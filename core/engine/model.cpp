#include "core/engine/model.h"

#include "core/engine/passes.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

/// Calls body(workspace, rows) for every chunk of `count` samples, on all workers, one workspace a part.
/// Chunks are dealt out by their number, so no result depends on timing. False: stopped, and chunks are
/// missing.
template <class Body>
bool forEachChunk(const Plan& plan, int count, Workers& workers, const StopQuery& stop, const Body& body)
{
    const int chunks = (count + lanes - 1) / lanes;
    const int parts = std::min(chunks, workers.count() * 2);
    workers.run(parts, [&](int part) {
        Workspace workspace(plan, Workspace::Keep::Outputs);
        std::vector<int> rows;
        for (int chunk = part; chunk < chunks && !isStopped(stop); chunk += parts) {
            const int first = chunk * lanes;
            rows.resize(static_cast<std::size_t>(std::min(lanes, count - first)));
            std::iota(rows.begin(), rows.end(), first);
            body(workspace, std::span<const int>(rows));
        }
    });
    return !isStopped(stop);
}

/// Writes a chunk's features out as rows, plus `mean` where that is not empty.
void storeRows(const float* chunk, std::size_t features, std::span<const int> rows,
               std::span<const float> mean, float* out)
{
    constexpr std::size_t block = 16;
    std::array<float, block * lanes> turned{};
    for (std::size_t first = 0; first < features; first += block) {
        const std::size_t count = std::min(block, features - first);
        laneKernels().transpose(chunk + first * lanes, static_cast<int>(count), turned.data(), block);
        for (std::size_t lane = 0; lane < rows.size(); ++lane)
            for (std::size_t f = 0; f < count; ++f)
                out[static_cast<std::size_t>(rows[lane]) * features + first + f] =
                    turned[lane * block + f] + (mean.empty() ? 0.0f : mean[first + f]);
    }
}

/// Of each lane, the mean over the features of the squared difference of two chunks.
std::array<double, lanes> meanSquares(const float* a, const float* b, std::size_t features)
{
    std::array<double, lanes> sums{};
    for (std::size_t f = 0; f < features; ++f)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double difference = static_cast<double>(a[f * lanes + lane] - b[f * lanes + lane]);
            sums[lane] += difference * difference;
        }
    for (double& sum : sums)
        sum /= static_cast<double>(features);
    return sums;
}

} // namespace

std::vector<float> encode(const Model& model, const SampleView& samples, Workers& workers)
{
    return std::move(*encode(model, samples, workers, {}));
}

Result<std::vector<float>> encode(const Model& model, const SampleView& samples, Workers& workers,
                                  const StopQuery& stop)
{
    return outputsAfter(model.plan->decoderStart(), model, samples, workers, stop);
}

Result<std::vector<float>> outputsAfter(int layers, const Model& model, const SampleView& samples,
                                        Workers& workers, const StopQuery& stop)
{
    const Plan& plan = *model.plan;
    const std::size_t size = plan.layers()[static_cast<std::size_t>(layers) - 1].layer.out.size();
    std::vector<float> outputs(static_cast<std::size_t>(samples.count) * size);
    const auto passRows = [&](Workspace& workspace, std::span<const int> rows) {
        loadChunk(samples, rows, model.mean, workspace.activations(0));
        forwardChunk(plan, model.parameters.data(), 0, layers, workspace);
        storeRows(workspace.activations(layers), size, rows, {}, outputs.data());
    };
    if (!forEachChunk(plan, samples.count, workers, stop, passRows)) return Error{ErrorCode::Cancelled};
    return outputs;
}

std::vector<float> decode(const Model& model, std::span<const float> codes, Workers& workers)
{
    const Plan& plan = *model.plan;
    const auto size = static_cast<std::size_t>(plan.codeSize());
    const SampleView view = viewOf(codes, size);
    std::vector<float> pictures(static_cast<std::size_t>(view.count) * plan.outputSize());
    forEachChunk(plan, view.count, workers, {}, [&](Workspace& workspace, std::span<const int> rows) {
        loadChunk(view, rows, {}, workspace.activations(plan.decoderStart()));
        forwardChunk(plan, model.parameters.data(), plan.decoderStart(), plan.layerCount(), workspace);
        storeRows(workspace.activations(plan.layerCount()), plan.outputSize(), rows, model.mean,
                  pictures.data());
    });
    return pictures;
}

double reconstructionError(const Model& model, const SampleView& samples, Workers& workers)
{
    return *reconstructionError(model, samples, workers, {});
}

Result<double> reconstructionError(const Model& model, const SampleView& samples, Workers& workers,
                                   const StopQuery& stop)
{
    const Plan& plan = *model.plan;
    std::vector<double> errors(
        static_cast<std::size_t>(samples.count)); // one a chunk would do; summed in order below
    const auto measureRows = [&](Workspace& workspace, std::span<const int> rows) {
        loadChunk(samples, rows, model.mean, workspace.activations(0));
        forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace);
        errors[static_cast<std::size_t>(rows.front())] =
            lossChunk(plan, Loss::Mse, static_cast<int>(rows.size()), workspace.activations(0), workspace);
    };
    if (!forEachChunk(plan, samples.count, workers, stop, measureRows)) return Error{ErrorCode::Cancelled};
    return std::accumulate(errors.begin(), errors.end(), 0.0) / std::max(1, samples.count);
}

std::vector<float> reconstructionErrors(const Model& model, const SampleView& samples, Workers& workers)
{
    return std::move(*reconstructionErrors(model, samples, workers, {}));
}

Result<std::vector<float>> reconstructionErrors(const Model& model, const SampleView& samples,
                                                Workers& workers, const StopQuery& stop)
{
    const Plan& plan = *model.plan;
    std::vector<float> errors(static_cast<std::size_t>(samples.count));
    const auto measureRows = [&](Workspace& workspace, std::span<const int> rows) {
        loadChunk(samples, rows, model.mean, workspace.activations(0));
        forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace);
        const auto squares = meanSquares(workspace.activations(plan.layerCount()), workspace.activations(0),
                                         plan.outputSize());
        for (std::size_t lane = 0; lane < rows.size(); ++lane)
            errors[static_cast<std::size_t>(rows[lane])] = static_cast<float>(squares[lane]);
    };
    if (!forEachChunk(plan, samples.count, workers, stop, measureRows)) return Error{ErrorCode::Cancelled};
    return errors;
}

Result<double> wrongShare(const Model& model, const SampleView& samples, std::span<const int> labels,
                          Workers& workers, const StopQuery& stop)
{
    const Plan& plan = *model.plan;
    const std::size_t classes = plan.outputSize();
    std::vector<float> scores(static_cast<std::size_t>(samples.count) * classes);
    const auto scoreRows = [&](Workspace& workspace, std::span<const int> rows) {
        loadChunk(samples, rows, model.mean, workspace.activations(0));
        forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace);
        storeRows(workspace.activations(plan.layerCount()), classes, rows, {}, scores.data());
    };
    if (!forEachChunk(plan, samples.count, workers, stop, scoreRows)) return Error{ErrorCode::Cancelled};
    int wrong = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(samples.count); ++i) {
        const float* row = scores.data() + i * classes;
        wrong += std::max_element(row, row + classes) - row != labels[i];
    }
    return static_cast<double>(wrong) / std::max(1, samples.count);
}

std::vector<double> decoderPlane(const Model& model, Workers& workers)
{
    const auto k = static_cast<std::size_t>(model.plan->codeSize());
    std::vector<float> codes((k + 1) * k, 0.0f); // the origin, then the unit codes
    for (std::size_t i = 0; i < k; ++i)
        codes[(i + 1) * k + i] = 1;
    const auto pictures = decode(model, codes, workers);
    const std::size_t d = model.plan->outputSize();
    std::vector<double> rows(k * d);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<double>(pictures[d + i]) - static_cast<double>(pictures[i % d]);
    return rows;
}

std::vector<std::vector<float>> activationsOf(const Model& model, std::span<const float> sample)
{
    const Plan& plan = *model.plan;
    Workspace workspace(plan, Workspace::Keep::Activations);
    const SampleView view{.floats = sample.data(), .count = 1, .features = sample.size()};
    const int row = 0;
    loadChunk(view, {&row, 1}, model.mean, workspace.activations(0));
    forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace);
    std::vector<std::vector<float>> all{{sample.begin(), sample.end()}};
    for (int l = 1; l <= plan.layerCount(); ++l) {
        const std::size_t size = plan.layers()[static_cast<std::size_t>(l) - 1].layer.out.size();
        all.emplace_back(size);
        storeRows(workspace.activations(l), size, {&row, 1},
                  l == plan.layerCount() ? std::span<const float>(model.mean) : std::span<const float>(),
                  all.back().data());
    }
    return all;
}

} // namespace hg
