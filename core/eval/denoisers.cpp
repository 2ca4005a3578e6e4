#include "core/eval/denoisers.h"

#include "core/eval/median.h"
#include "core/eval/psnr.h"
#include "core/util/finite.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int classCount = 10;

std::vector<float> numbersOf(const SampleView& view)
{
    std::vector<float> numbers;
    numbers.reserve(static_cast<std::size_t>(view.count) * view.features);
    for (int i = 0; i < view.count; ++i) {
        const auto row = view.sample(i);
        numbers.insert(numbers.end(), row.begin(), row.end());
    }
    return numbers;
}

std::vector<float> byModel(const Model& model, const SampleView& noisy, Workers& workers)
{
    return decode(model, encode(model, noisy, workers), workers);
}

/// Calls body(first, count) for chunks of rows that the workers share.
template <class Body>
void inChunks(int rows, Workers& workers, const Body& body)
{
    constexpr int chunk = 64;
    workers.run((rows + chunk - 1) / chunk,
                [&](int part) { body(part * chunk, std::min(chunk, rows - part * chunk)); });
}

std::vector<float> byPca(const Pca& pca, const SampleView& noisy, Workers& workers)
{
    const auto scores = project(pca, noisy, workers);
    std::vector<float> pictures(static_cast<std::size_t>(noisy.count) * noisy.features);
    inChunks(noisy.count, workers, [&](int first, int count) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
            const auto one = reconstruct(pca, scores.data() + i * pca.variance.size());
            std::copy(one.begin(), one.end(), pictures.data() + i * noisy.features);
        }
    });
    return pictures;
}

std::vector<float> byMedian(const SampleView& noisy, Shape shape, Workers& workers)
{
    std::vector<float> pictures(static_cast<std::size_t>(noisy.count) * noisy.features);
    inChunks(noisy.count, workers, [&](int first, int count) {
        const auto filtered = median3x3(numbersOf(noisy.rows(first, count)), shape);
        std::copy(filtered.begin(), filtered.end(),
                  pictures.data() + static_cast<std::size_t>(first) * noisy.features);
    });
    return pictures;
}

std::vector<float> noisyRows(const DenoiseTest& test, Shape shape, Workers& workers)
{
    std::vector<float> noisy = numbersOf(test.pictures);
    inChunks(test.pictures.count, workers, [&](int first, int count) {
        for (int i = first; i < first + count; ++i)
            addNoise(test.noise, {.seed = test.seed, .sample = i},
                     noisy.data() + static_cast<std::size_t>(i) * test.pictures.features, shape);
    });
    return noisy;
}

std::vector<float> unclipped(const Denoisers& denoisers, DenoiseRow row, const SampleView& noisy,
                             Workers& workers)
{
    switch (row) {
    case DenoiseRow::Autoencoder:
        return byModel(*denoisers.autoencoder, noisy, workers);
    case DenoiseRow::NoiseTrained:
        return byModel(*denoisers.noiseTrained, noisy, workers);
    case DenoiseRow::Pca:
        return byPca(*denoisers.pca, noisy, workers);
    default:
        return byMedian(noisy, denoisers.shape, workers);
    }
}

RowFigures figuresOf(const std::vector<float>& pictures, DenoiseRow row, const DenoiseTest& test,
                     Workers& workers)
{
    if (!areFinite(pictures)) return {.isFinite = false};
    RowFigures figures;
    if (row != DenoiseRow::Clean) {
        const double ratio = psnr(squaredError(pictures, test.pictures));
        if (std::isfinite(ratio)) figures.psnr = ratio;
    }
    if (!test.classifiers.empty())
        figures.read =
            readShare(test.classifiers, viewOf(pictures, test.pictures.features), test.labels, workers);
    return figures;
}

} // namespace

bool Denoisers::has(DenoiseRow row) const
{
    switch (row) {
    case DenoiseRow::Autoencoder:
        return autoencoder != nullptr;
    case DenoiseRow::NoiseTrained:
        return noiseTrained != nullptr;
    case DenoiseRow::Pca:
        return pca != nullptr;
    default:
        return true;
    }
}

std::vector<float> restored(const Denoisers& denoisers, DenoiseRow row, const SampleView& noisy,
                            Workers& workers)
{
    if (!denoisers.has(row)) return {};
    if (row == DenoiseRow::Clean || row == DenoiseRow::Noisy) return numbersOf(noisy);
    auto pictures = unclipped(denoisers, row, noisy, workers);
    for (float& x : pictures)
        x = std::isfinite(x) ? std::clamp(x, 0.0f, 1.0f) : x; // which is told
    return pictures;
}

Result<AllFigures> measureRows(const Denoisers& denoisers, const DenoiseTest& test, Workers& workers,
                               const StopQuery& stop)
{
    const auto noisy = noisyRows(test, denoisers.shape, workers);
    AllFigures all;
    all.front() = test.clean;
    for (int i = 0; i < denoiseRowCount; ++i) {
        if (stop && stop()) return Error{ErrorCode::Cancelled};
        const auto row = static_cast<DenoiseRow>(i);
        if (!denoisers.has(row) || all[static_cast<std::size_t>(i)]) continue;
        const SampleView from =
            row == DenoiseRow::Clean ? test.pictures : viewOf(noisy, test.pictures.features);
        all[static_cast<std::size_t>(i)] =
            figuresOf(restored(denoisers, row, from, workers), row, test, workers);
    }
    return all;
}

std::vector<int> digitsReadIn(std::span<const DigitClassifier> classifiers, const SampleView& pictures,
                              Workers& workers)
{
    std::vector<std::array<int, classCount>> votes(static_cast<std::size_t>(pictures.count));
    for (const DigitClassifier& classifier : classifiers) {
        const auto scores = byModel(classifier.model, pictures, workers);
        for (std::size_t i = 0; i < votes.size(); ++i) {
            const auto* first = scores.data() + i * classCount;
            ++votes[i][static_cast<std::size_t>(std::max_element(first, first + classCount) - first)];
        }
    }
    std::vector<int> digits;
    for (const auto& of : votes)
        digits.push_back(static_cast<int>(std::max_element(of.begin(), of.end()) - of.begin()));
    return digits;
}

} // namespace hg
