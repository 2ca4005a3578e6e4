#include "core/session/few_labels_options.h"

#include "core/lab/words.h"
#include "core/session/train_options.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int mostDraws = 1000;
constexpr std::initializer_list<int> usualCounts{1, 5, 10, 100}; // the lab has more

std::vector<LabelRow> listOf(LabelRows rows)
{
    std::vector<LabelRow> list;
    for (std::size_t i = 0; i < labelRowCount; ++i)
        if (rows[i]) list.push_back(static_cast<LabelRow>(i));
    return list;
}

std::vector<LabelRow> readRows(CallOptions& o)
{
    if (!o.has("features")) return listOf(usualLabelRows());
    std::vector<LabelRow> rows;
    for (const std::string& name : splitAtCommas(o.text("features"))) {
        const auto place = words::placeOf(words::labelRow, name);
        if (!place)
            o.refuse({ErrorCode::OptionNotWord, "--features", {}, name, words::joined(words::labelRow)});
        rows.push_back(static_cast<LabelRow>(place.value_or(0)));
    }
    return rows;
}

/// Notes what the program prints and the lab does not show.
void checkReach(CallOptions& o, const LabelsOrder& order, const std::vector<int>& counts)
{
    if (order.spreads && order.classifier != LabelReading::Softmax)
        o.refuse("spread", ErrorCode::OptionOfBoth);
    if (order.draws > mostDrawsInLab)
        o.refuse("draws", ErrorCode::TooLarge, {double(order.draws), double(mostDrawsInLab)});
    if (counts.size() > mostCountsInLab)
        o.refuse("labels", ErrorCode::TooManyNumbers, {double(counts.size()), double(mostCountsInLab)});
}

/// Between commas.
std::string textOf(LabelRows rows)
{
    std::string text;
    for (const LabelRow row : listOf(rows))
        text += (text.empty() ? "" : ",") + std::string(words::of(words::labelRow, row));
    return text;
}

} // namespace

LabelsOrder readLabelsOptions(CallOptions& o)
{
    LabelsOrder order{.rows = {}, .counts = usualCounts};
    if (o.has("labels")) order.counts = o.integers("labels", 1, mostLabelsAClass);
    order.draws = o.integer("draws", order.draws, 1, mostDraws);
    order.classifier = static_cast<LabelReading>(o.choice("classifier", words::typedClassifier));
    order.rows = readRows(o);
    order.spreads = o.has("spread");
    return order;
}

FewLabelsState readFewLabelsOptions(CallOptions& o)
{
    FewLabelsState state;
    FewLabelsSetup& setup = state.setup;
    setup.network = readNetwork(o, usualFrozen());
    const LabelsOrder order = readLabelsOptions(o);
    setup.rows.reset();
    for (const LabelRow row : order.rows)
        setup.rows.set(static_cast<std::size_t>(row));
    setup.reading = order.classifier;
    if (order.spreads) setup.reading = LabelReading::Spreading;
    if (!order.counts.empty()) setup.counts = order.counts; // none where one is wrong
    std::sort(setup.counts.begin(), setup.counts.end());
    setup.counts.erase(std::unique(setup.counts.begin(), setup.counts.end()), setup.counts.end());
    setup.draws = order.draws;
    state.view.perClass = usualPerClass(setup.counts);
    checkReach(o, order, setup.counts);
    return state;
}

std::optional<CallWords> fewLabelsOptionsOf(const FewLabelsState& state)
{
    const FewLabelsSetup usual, &setup = state.setup;
    CallWords own;
    const auto put = [&](const char* name, bool differs, const std::string& text) {
        if (differs) own.emplace_back(name, text);
    };
    put("labels", setup.counts != std::vector(usualCounts), joinedByCommas(setup.counts));
    put("draws", setup.draws != usual.draws, std::to_string(setup.draws));
    put("features", setup.rows != usual.rows, textOf(setup.rows));
    put("spread", setup.reading == LabelReading::Spreading, {});
    put("classifier", setup.reading != usual.reading && setup.reading != LabelReading::Spreading,
        words::of(words::labelReading, setup.reading));
    const CallWords words = withNetworkOptions(own, setup.network, usual.network);
    CallOptions said({words.begin(), words.end()}); // what they make is the proof that they say it all
    const FewLabelsState made = readFewLabelsOptions(said);
    if (said.error() || made.setup != setup) return std::nullopt;
    return words;
}

} // namespace hg
