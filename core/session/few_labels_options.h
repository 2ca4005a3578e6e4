#pragma once

#include "core/lab/few_labels_state.h"
#include "core/session/call_options.h"

namespace hg {

/// What a call of `fewlabels` asks for beside its network, as the program prints it.
struct LabelsOrder {
    std::vector<LabelRow> rows; ///< in the order in which they are named
    std::vector<int> counts;    ///< labels a class, as they are given
    int draws = 10;
    LabelReading classifier = LabelReading::Softmax; ///< none that spreads
    bool spreads = false;                            ///< label spreading beside that
};
LabelsOrder readLabelsOptions(CallOptions& options);

/// The state that the call describes: rows and counts once each, in order, and one reading; what the view has
/// besides is as at first. Notes what the lab does not show: OptionOfBoth; TooLarge for draws and
/// TooManyNumbers for counts beyond its own.
FewLabelsState readFewLabelsOptions(CallOptions& options);

/// The options with which `fewlabels` prints what the state is about, without its view. Nothing where options
/// cannot say it: another activation, a learning rate, ….
std::optional<CallWords> fewLabelsOptionsOf(const FewLabelsState& state);

} // namespace hg
