// Trains every example of the autoencoder lab to its end and writes what its small picture shows, as JSON, to
// the file given: the codes of held-out pictures, or the loss of a run that diverges.

#include "core/data/dataset.h"
#include "core/embed/pca.h"
#include "core/lab/autoencoder_examples.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace hg;

constexpr int grain = 1000; // coordinates are whole thousandths of the picture's side
constexpr int points = 400; // of a map: more would be a blot

/// The place of a value in its middle 96 per cent, in thousandths, clamped.
std::vector<int> places(const std::vector<double>& values)
{
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double share) {
        return sorted[static_cast<std::size_t>(share * double(sorted.size() - 1))];
    };
    const double low = at(0.02), range = at(0.98) - low;
    constexpr double middle = 0.5; // of what does not vary
    std::vector<int> result;
    for (const double v : values) {
        const double share = range > 1e-9 ? std::clamp((v - low) / range, 0.0, 1.0) : middle;
        result.push_back(static_cast<int>(std::lround(grain * share)));
    }
    return result;
}

std::string joined(const std::vector<std::vector<int>>& columns)
{
    std::string text;
    for (std::size_t i = 0; i < columns.front().size(); ++i)
        for (const auto& column : columns)
            text += (text.empty() ? "" : ",") + std::to_string(column[i]);
    return text;
}

/// Two numbers a picture: of a longer code its principal components.
std::string mapOf(const Model& model, const Samples& test, Workers& workers)
{
    std::vector<float> codes = encode(model, test.view(points), workers);
    auto size = static_cast<std::size_t>(model.plan->codeSize());
    if (size > 2) {
        const SampleView view{.floats = codes.data(), .count = points, .features = size};
        codes = project(*fitPca(view, 2, workers), view, workers);
        size = 2;
    }
    std::vector<double> x, y;
    std::vector<int> labels;
    for (std::size_t i = 0; i < points; ++i) {
        x.push_back(static_cast<double>(codes[i * size]));
        y.push_back(static_cast<double>(codes[i * size + size - 1]));
        labels.push_back(test.labels[i]);
    }
    return "\"map\":[" + joined({places(x), places(y), labels}) + "]";
}

/// Up to its end, along a logarithmic axis.
std::string curveOf(const std::vector<double>& losses)
{
    std::vector<int> x, y;
    std::vector<double> logs;
    for (const double loss : losses)
        logs.push_back(std::log(std::min(loss, 1e3)));
    const auto [least, most] = std::minmax_element(logs.begin(), logs.end());
    const double range = std::max(1e-9, *most - *least);
    for (std::size_t i = 0; i < logs.size(); ++i) {
        x.push_back(static_cast<int>(grain * i / std::max<std::size_t>(1, logs.size() - 1)));
        y.push_back(static_cast<int>(std::lround(grain * (logs[i] - *least) / range)));
    }
    return "\"curve\":[" + joined({x, y}) + "]";
}

Result<std::string> pictureOf(const AutoencoderSetup& setup, const Assets& assets, Workers& workers)
{
    const auto dataset = loadDataset(setup.data, assets);
    if (!dataset) return dataset.error();
    auto network = validate(setup, (*dataset)->train.shape);
    if (!network) return network.error();
    Trainer trainer(std::make_shared<const Plan>(std::move(*network)), setup.recipe,
                    {(*dataset)->train.view(), (*dataset)->test.view(), *dataset}, workers);
    std::vector<double> losses;
    while (!trainer.isFinished()) {
        const auto loss = trainer.update();
        if (!loss) return curveOf(losses);
        losses.push_back(*loss);
    }
    std::cerr << "  error " << trainer.testError() << '\n';
    return mapOf(trainer.model(), (*dataset)->test, workers);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: hourglass_examples FILE.json\n";
        return 2;
    }
    Workers workers;
    const std::filesystem::path program(argv[0]);
    const Assets assets(program.parent_path());
    std::string text;
    for (const AutoencoderExample& example : autoencoderExamples()) {
        std::cerr << example.id << '\n';
        const auto picture = pictureOf(example.state.setup, assets, workers);
        if (!picture) {
            std::cerr << "cannot train " << example.id << '\n';
            return 1;
        }
        text += std::string(text.empty() ? "{\n" : ",\n") + "\"" + example.id + "\":{" + *picture + "}";
    }
    std::ofstream(argv[1]) << text << "\n}\n";
    return 0;
}
