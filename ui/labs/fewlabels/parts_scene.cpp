#include "ui/labs/fewlabels/parts_scene.h"

#include "ui/painters/hourglass_painter.h"

#include <algorithm>

namespace hg {
namespace {

/// Sizes from the input to the code: "784", "256", "64", "8".
QStringList layersOf(const Plan& plan)
{
    QStringList sizes{QString::number(plan.network().network.input.size())};
    for (int i = 0; i < plan.decoderStart(); ++i)
        sizes << QString::number(plan.network().layers[static_cast<std::size_t>(i)].out.size());
    return sizes;
}

void addTrained(PartsLook& look, const PartsScene& scene, Workers& workers)
{
    if (!scene.model) return;
    const Samples& test = scene.data->dataset->test;
    look.layers = layersOf(*scene.model->plan);
    if (scene.sample >= test.count) return;
    const SampleView one = test.view().rows(scene.sample, 1);
    const auto codes = encode(*scene.model, one, workers);
    const auto pixels = decode(*scene.model, codes, workers);
    const SampleView rebuilt{.floats = pixels.data(), .count = 1, .features = pixels.size()};
    look.rebuilt = pictureOf(rebuilt, 0, test.shape);
    if (scene.code && scene.code->feature)
        look.code = scene.code->feature->scaled(scene.code->feature->test, scene.sample);
}

} // namespace

LabelledSamples PartsScene::labelsOf(int draw) const
{
    auto labels = drawLabels(*classes, {perClass, draw, setup.network.recipe.seed});
    return labels ? std::move(*labels) : LabelledSamples();
}

QImage pictureOf(const SampleView& samples, int index, Shape shape)
{
    const std::vector<float> pixels = samples.sample(index);
    const bool isPlane = shape.channels == 1 && shape.size() == pixels.size();
    return isPlane ? samplePicture(pixels, shape.height, shape.width)
                   : samplePicture(pixels, 1, static_cast<int>(pixels.size()));
}

PartsLook lookAt(const PartsScene& scene, int draw, const PartsPainter& painter, Workers& workers)
{
    const Dataset& data = *scene.data->dataset;
    PartsLook look{.setup = scene.setup,
                   .counts = scene.counts,
                   .perClass = scene.perClass,
                   .draw = draw,
                   .training = data.train.count,
                   .test = data.test.count,
                   .classNames = scene.classes->names,
                   .isTrained = scene.model != nullptr,
                   .standing = scene.standing};
    const SampleView train = data.train.view();
    for (int i = 0; i < std::min(painter.unlabelledCount(), train.count); ++i)
        look.unlabelled.push_back(pictureOf(train, i, data.train.shape));
    const LabelledSamples labels = scene.labelsOf(draw);
    const int shown = painter.labelledRows(scene.perClass);
    for (int i = 0; i < labels.count(); ++i)
        if (i % scene.perClass < shown)
            look.labelled.push_back(
                pictureOf(train, labels.rows[static_cast<std::size_t>(i)], data.train.shape));
    if (scene.sample < data.test.count) {
        look.sample = pictureOf(data.test.view(), scene.sample, data.test.shape);
        look.sampleClass = scene.classes->test[static_cast<std::size_t>(scene.sample)];
    }
    addTrained(look, scene, workers);
    look.rows = scene.rows;
    return look;
}

void addReadings(PartsLook& look, const PartsScene& scene, const LabelReadings& readings, Workers& workers)
{
    look.accuracy = accuracyOf(readings.test, scene.classes->test);
    const auto at = static_cast<std::size_t>(scene.sample);
    if (at < readings.test.size()) look.readAs = readings.test[at];
    if (!readings.classifier || !scene.code || !scene.code->feature) return;
    look.probabilities =
        probabilities(*readings.classifier, scene.code->feature->test.rows(scene.sample, 1), workers);
}

} // namespace hg
