#include "app/cli/network_order.h"

#include "app/cli/model_source.h"
#include "core/lab/denoise_state.h"
#include "core/session/train_options.h"

namespace hg::cli {
namespace {

/// The setup of an id, or the usual one, with a file's recipe.
AutoencoderSetup readSetup(Arguments& a, const std::optional<SavedModel>& trained, int usualBottleneck)
{
    AutoencoderSetup setup = setupOfModel(a.text("model")).value_or(usualDenoiser());
    if (trained) setup.recipe = trained->recipe;
    setup.recipe.noise = {};
    setup.bottleneck = usualBottleneck;
    readNetworkOptions(a, setup);
    return setup;
}

} // namespace

NetworkOrder readNetworkOrder(Arguments& a, int usualBottleneck)
{
    auto trained = readTrainedModel(a);
    auto* file = std::get_if<std::optional<SavedModel>>(&trained);
    NetworkOrder order{.trained = file ? std::move(*file) : std::nullopt,
                       .model = a.text("model", "lab-dense")};
    if (!file) order.fileFault = std::get<Failure>(trained);
    order.setup = readSetup(a, order.trained, usualBottleneck);
    if (a.has("bottleneck") && (order.trained || !file))
        a.setFault("bottleneck", "a trained model has its own; leave this out, or name a preset's id as "
                                 "--model");
    return order;
}

std::variant<std::shared_ptr<const Plan>, Failure> planFor(const NetworkOrder& order, Shape samples)
{
    if (order.trained) {
        const auto& plan = order.trained->model.plan;
        if (plan->inputSize() == samples.size()) return plan;
        return failure({ErrorCode::ShapesDoNotFit,
                        order.setup.data.source,
                        {double(samples.size()), double(plan->inputSize())}});
    }
    auto network = networkFor({order.setup, std::nullopt, order.model}, samples, order.setup.bottleneck);
    if (const auto* fault = std::get_if<Failure>(&network)) return *fault;
    return std::make_shared<const Plan>(std::move(std::get<ResolvedNetwork>(network)));
}

} // namespace hg::cli
