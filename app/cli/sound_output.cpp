#include "app/cli/sound_output.h"

#include "app/cli/json.h"
#include "app/cli/render.h"
#include "core/io/array_file.h"

#include <QCoreApplication>

#include <array>

namespace hg::cli {
namespace {

void refuseOthers(Arguments& a)
{
    for (const char* other :
         {"input", "kernel", "pool", "pool-size", "filters", "dilation", "padding", "padding-mode", "bias",
          "flip", "convention", "transposed", "output-padding", "explain"})
        if (a.has(other)) a.setFault(other, "does not go with a sound; --stride does");
}

} // namespace

std::optional<Failure> printSound(Arguments& arguments, SoundScene scene)
{
    refuseOthers(arguments);
    scene.stride = arguments.integer("stride", scene.stride, 1, mostSoundStride);
    const RenderOrder order = readRenderOrder(arguments);
    if (arguments.fault()) return arguments.fault();
    auto track = loadTrack(scene, Assets(QCoreApplication::applicationDirPath().toStdString()));
    if (!track) return failure(track.error(), scene.path.empty() ? "--state" : scene.path);
    const std::size_t count = track->samples->size();
    if (count > mostNumbers)
        return failure({ErrorCode::TooLarge, "input", {double(count), double(mostNumbers)}});
    auto filtered = evaluateSound(std::make_shared<const SoundTrack>(std::move(*track)), scene);
    if (!filtered) return failure(filtered.error(), "--state");
    const auto figure = std::make_shared<const SoundFigure>(std::move(*filtered));
    const std::vector<float>& samples = *figure->output.samples;
    if (!areFinite(samples)) return failure({ErrorCode::NotFinite, "output"});
    if (!order.path.isEmpty())
        if (auto fault = render(order, figure)) return fault;
    const auto length = static_cast<int>(samples.size());
    print(arguments.has("json") ? jsonTensor(samples, std::array{1, length}) : toCsv(samples, length));
    return std::nullopt;
}

} // namespace hg::cli
