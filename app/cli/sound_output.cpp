#include "app/cli/sound_output.h"

#include "app/cli/json.h"
#include "app/cli/render.h"
#include "core/io/array_file.h"

#include <QCoreApplication>

namespace hg::cli {
namespace {

constexpr double mostNumbers = 1e7;

void refuseOthers(Arguments& a)
{
    for (const char* other :
         {"input", "kernel", "pool", "pool-size", "filters", "dilation", "padding", "padding-mode", "bias",
          "flip", "convention", "transposed", "output-padding", "explain"})
        if (a.has(other)) a.setFault(other, "does not go with the state of a sound; --stride does");
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
    const auto count = static_cast<double>(track->samples->size());
    if (count > mostNumbers) return failure({ErrorCode::TooLarge, "input", {count, mostNumbers}});
    const auto figure = evaluateSound(std::make_shared<const SoundTrack>(std::move(*track)), scene);
    if (!figure) return failure(figure.error(), "--state");
    const std::vector<float>& samples = *figure->output.samples;
    if (!areFinite(samples)) return failure({ErrorCode::NotFinite, "output"});
    if (!order.path.isEmpty())
        if (auto fault = render(order, std::make_shared<const SoundFigure>(*figure))) return fault;
    const auto length = static_cast<int>(samples.size());
    print(arguments.has("json")
              ? "{\"shape\":[1," + std::to_string(length) + "],\"data\":" + jsonArray(samples) + "}\n"
              : toCsv(samples, length));
    return std::nullopt;
}

} // namespace hg::cli
