#include "core/lab/size_error.h"

#include "core/train/trainer.h"

namespace hg {

AutoencoderSetup withAnySize(const AutoencoderSetup& setup)
{
    AutoencoderSetup any = setup;
    any.bottleneck = AutoencoderSetup().bottleneck;
    return any;
}

Result<SizeError> errorOfSize(AutoencoderSetup setup, int size, const std::shared_ptr<const Dataset>& data,
                              Workers& workers, const Watch& watch)
{
    setup.bottleneck = size;
    auto network = validate(setup, data->train.shape);
    if (!network) return network.error();
    Trainer trainer(std::make_shared<const Plan>(std::move(*network)), setup.recipe,
                    {data->train.view(), data->test.view(), data}, workers);
    if (const auto end = trainToEnd(trainer, watch); !end) return end.error();
    const auto error = trainer.testErrorOf(trainer.model());
    if (!error) return error.error();
    return SizeError{size, *error};
}

} // namespace hg
