#pragma once

#include "core/train/carry_over.h"
#include "core/train/training_run.h"
#include "core/util/rng.h"

#include <QTest>

#include <functional>

/// Small runs for tests: samples on a sheet, networks for them, and the wait for a snapshot.
namespace hg::test {

inline constexpr std::size_t features = 36;

/// Samples on a two-dimensional sheet with a little noise: a linear autoencoder of two numbers can find it.
inline std::shared_ptr<const std::vector<float>> sheet(int count)
{
    auto rows = std::make_shared<std::vector<float>>(static_cast<std::size_t>(count) * features);
    const Random axis(1, 100), place(2, 101), noise(3, 102);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        for (std::size_t f = 0; f < features; ++f)
            (*rows)[i * features + f] =
                static_cast<float>(0.3 + 0.5 * place.normal(2 * i) * axis.normal(f) +
                                   0.3 * place.normal(2 * i + 1) * axis.normal(features + f) +
                                   0.01 * noise.normal(i * features + f));
    return rows;
}

inline TrainingData sheetData(int count = 600, int held = 100)
{
    const auto rows = sheet(count + held);
    return {{.floats = rows->data(), .count = count, .features = features},
            {.floats = rows->data() + static_cast<std::size_t>(count) * features,
             .count = held,
             .features = features},
            rows};
}

inline std::shared_ptr<const Plan> planOf(const char* id, int bottleneck = 2)
{
    const auto resolved = resolve(*modelById(id, {1, 6, 6}, bottleneck));
    return std::make_shared<const Plan>(*resolved);
}

inline std::shared_ptr<const Snapshot> waitFor(TrainingRun& run,
                                               const std::function<bool(const Snapshot&)>& condition)
{
    std::shared_ptr<const Snapshot> found;
    const bool ok = QTest::qWaitFor(
        [&] {
            if (auto s = run.take()) found = s;
            return found && condition(*found);
        },
        10000);
    return ok ? found : nullptr;
}

inline TrainingRun::Setup setupOf(double pace,
                                  Recipe recipe = {.learningRate = 1e-2, .batch = 50, .epochs = 3})
{
    TrainingData data = sheetData();
    const SampleView points = data.test;
    return {planOf("linear"), recipe, std::move(data), points, {.seconds = pace}};
}

} // namespace hg::test
