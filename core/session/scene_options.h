#pragma once

#include "core/lab/conv_scene.h"
#include "core/lab/sound_scene.h"
#include "core/session/call_options.h"

namespace hg {

/// What a call of conv1d or conv2d asks for, as far as it can be known without the files that it names.
struct SceneOrder {
    ConvScene scene; ///< the one it begins with, with the settings that the options ask for
    bool isFlipped = false;
    int filters = 0;          ///< 0: follows from the kernel
    std::vector<double> bias; ///< as given
    std::optional<OutputCell> explained;
};

/// Reads the options over `begin`, an empty scene of one or two axes where neither --preset nor --state is
/// given.
SceneOrder readSceneOrder(CallOptions& options, const ConvScene& begin);
/// Notes what does not go together in an order whose options are right one by one.
void checkSceneOrder(CallOptions& options, const SceneOrder& order);

/// Turns the kernel and puts in the biases, once input and kernel are the order's. Errors: BiasCount.
Result<void> completeScene(const SceneOrder& order, ConvScene& scene);
/// geometryOf() with `where` naming what is at fault, on the plane with its axis: --padding (rows),
/// --pool-size, or what `kernel` calls the source of the kernel.
Result<ConvGeometry> geometryOfCall(const ConvScene& scene, const std::string& kernel);

/// Reads the options over a sound, which takes --stride only.
void readSoundOptions(CallOptions& options, SoundScene& scene);

} // namespace hg
