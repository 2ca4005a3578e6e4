#include "core/session/state_command.h"
#include "tests/fuzz/fuzz.h"

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const Assets assets{{}};
    const auto state = readCommand(text, assets);
    fuzz::require(isCommand(text) || !state);
    if (!state) return 0;
    const auto written = commandOf(*state, assets);
    const auto again = written ? readCommand(*written, assets) : state;
    // A line may keep less than a link: where nothing but options are said, the view is a new one.
    fuzz::require(again && labOf(*again) == labOf(*state));
    const auto* scene = std::get_if<ConvState>(&*state);
    fuzz::require(!scene || std::get<ConvState>(*again).scene == scene->scene);
    const auto* training = std::get_if<AutoencoderState>(&*state);
    fuzz::require(!training || std::get<AutoencoderState>(*again).setup == training->setup);
    const auto* denoising = std::get_if<DenoiseState>(&*state);
    fuzz::require(!denoising || std::get<DenoiseState>(*again) == *denoising);
    const auto* labels = std::get_if<FewLabelsState>(&*state);
    fuzz::require(!labels || std::get<FewLabelsState>(*again) == *labels);
    return 0;
}
