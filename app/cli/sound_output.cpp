#include "app/cli/sound_output.h"

#include "app/cli/json.h"
#include "app/cli/render.h"
#include "core/io/array_file.h"
#include "core/session/scene_options.h"
#include "core/util/finite.h"

#include <QCoreApplication>

#include <array>

namespace hg::cli {

std::optional<Failure> printSound(Arguments& arguments, SoundScene scene)
{
    readSoundOptions(arguments, scene);
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
