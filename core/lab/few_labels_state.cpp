#include "core/lab/few_labels_state.h"

#include "core/lab/denoise_state.h"

#include <algorithm>

namespace hg {
namespace {

FewLabelsSetup setupWith(int code, LabelRows rows, LabelReading reading = LabelReading::Softmax)
{
    FewLabelsSetup setup{.rows = rows, .reading = reading};
    setup.network.bottleneck = code;
    return setup;
}

/// The convolutional network that gains most where labels spread.
FewLabelsSetup spreadingSetup()
{
    FewLabelsSetup setup{.rows = rowsOf({LabelRow::Code, LabelRow::Raw, LabelRow::Pca}),
                         .reading = LabelReading::Spreading};
    setup.network = setupOf(*findModelPreset("lab-conv"));
    setup.network.bottleneck = 32;
    setup.counts = {1, 5, 10, 100};
    setup.draws = 5;
    return setup;
}

FewLabelsExample example(const char* id, const FewLabelsSetup& setup, int perClass,
                         FewLabelsTab tab = FewLabelsTab::Parts)
{
    return {id, {setup, {.tab = tab, .perClass = perClass}}};
}

} // namespace

AutoencoderSetup usualFrozen()
{
    AutoencoderSetup setup = usualDenoiser();
    setup.bottleneck = usualFrozenCode;
    return setup;
}

LabelRows rowsOf(std::initializer_list<LabelRow> rows)
{
    LabelRows set;
    for (const LabelRow row : rows)
        set.set(static_cast<std::size_t>(row));
    return set;
}

LabelRows usualLabelRows()
{
    return rowsOf({LabelRow::Code, LabelRow::Raw, LabelRow::Pca, LabelRow::Untrained});
}

int usualPerClass(const std::vector<int>& counts)
{
    const int usual = FewLabelsView().perClass;
    return std::find(counts.begin(), counts.end(), usual) != counts.end() ? usual : counts.front();
}

bool hasHiddenLayer(const AutoencoderSetup& network)
{
    return rowsOf(network, Shape{1, 28, 28}).encoder.size() > 1; // whatever the samples are
}

std::span<const FewLabelsExample> fewLabelsExamples()
{
    const LabelRows usual = usualLabelRows();
    static const std::vector<FewLabelsExample> table{
        example("five", setupWith(usualFrozenCode, usual), 5),
        example("one", setupWith(usualFrozenCode, usual), 1),
        example("hundred",
                setupWith(usualFrozenCode, rowsOf({LabelRow::Code, LabelRow::Hidden, LabelRow::Raw,
                                                   LabelRow::Pca, LabelRow::Untrained})),
                100),
        example("two-numbers", setupWith(2, usual), 5),
        example("scratch", setupWith(usualFrozenCode, usual | rowsOf({LabelRow::Scratch})), 10),
        example("twenty-clicks", setupWith(usualFrozenCode, usual), 5, FewLabelsTab::Yourself),
        example("neighbours", setupWith(usualFrozenCode, usual, LabelReading::Neighbours), 5),
        example("spreading",
                setupWith(usualFrozenCode, rowsOf({LabelRow::Code, LabelRow::Pca}), LabelReading::Spreading),
                5),
        example("spreading-conv", spreadingSetup(), 10),
    };
    return table;
}

const FewLabelsExample* findFewLabelsExample(std::string_view id)
{
    const auto examples = fewLabelsExamples();
    const auto it =
        std::find_if(examples.begin(), examples.end(), [id](const auto& e) { return e.id == id; });
    return it == examples.end() ? nullptr : &*it;
}

} // namespace hg
