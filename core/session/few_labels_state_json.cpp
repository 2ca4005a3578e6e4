#include "core/lab/words.h"
#include "core/session/setup_json.h"
#include "core/session/state_kinds.h"

#include <algorithm>
#include <array>
#include <functional>

namespace hg {
namespace {

constexpr std::array tabWords{"parts", "yourself", "mistakes", "map"}; // in the order of FewLabelsTab
constexpr std::array flatWords{"pca", "mds"};                          // of FlatBy
constexpr int classes = 10;

Json rowsJson(LabelRows rows)
{
    Json json = Json::array();
    for (std::size_t i = 0; i < labelRowCount; ++i)
        if (rows[i]) json.push_back(words::labelRow[i]);
    return json;
}

Json writtenSetup(const FewLabelsSetup& s)
{
    const FewLabelsSetup usual;
    Json json = Json::object();
    if (s.network != usual.network) json["network"] = setupJson(s.network);
    if (s.rows != usual.rows) json["rows"] = rowsJson(s.rows);
    if (s.reading != usual.reading) json["reading"] = words::of(words::labelReading, s.reading);
    if (s.counts != usual.counts) json["counts"] = s.counts;
    if (s.draws != usual.draws) json["draws"] = s.draws;
    return json;
}

Json labelsJson(const std::vector<GivenLabel>& labels)
{
    Json json = Json::array();
    for (const GivenLabel& given : labels)
        json.push_back({{"sample", given.sample}, {"label", given.label}});
    return json;
}

Json writtenView(const FewLabelsView& v, const FewLabelsView& usual)
{
    Json json = Json::object();
    const auto put = [&](const char* name, const auto& value, const auto& first) {
        if (value != first) json[name] = value;
    };
    if (v.tab != usual.tab) json["tab"] = words::of(tabWords, v.tab);
    put("per_class", v.perClass, usual.perClass);
    put("draw", v.draw, usual.draw);
    put("sample", v.sample, usual.sample);
    if (v.front != usual.front) json["front"] = words::of(words::labelRow, v.front);
    put("pace_seconds", v.paceSeconds, usual.paceSeconds);
    if (v.flat != usual.flat) json["flat"] = words::of(flatWords, v.flat);
    put("regions", v.showsRegions, usual.showsRegions);
    put("suggestions", v.showsSuggestions, usual.showsSuggestions);
    if (!v.own.empty()) json["own"] = labelsJson(v.own);
    if (v.ownShown) json["own_shown"] = *v.ownShown;
    return json;
}

FewLabelsView usualView(const FewLabelsSetup& setup)
{
    return {.perClass = usualPerClass(setup.counts)};
}

void writeFewLabels(const FewLabelsState& state, Json& document)
{
    document["setup"] = writtenSetup(state.setup);
    Json view = writtenView(state.view, usualView(state.setup));
    if (!view.empty()) document["view"] = std::move(view);
}

/// The array that a field holds, of `least` to `most` values; none where it is another.
const Json* findArray(JsonObject& object, const char* name, std::size_t least, std::size_t longest,
                      const char* accepted)
{
    const Json* value = object.find(name);
    if (!value) return nullptr;
    if (value->is_array() && value->size() >= least && value->size() <= longest) return value;
    object.setFault(ErrorCode::FieldNotKind, object.pathOf(name), {}, accepted);
    return nullptr;
}

std::string placeIn(const JsonObject& object, const char* name, std::size_t index)
{
    return object.pathOf(name) + "[" + std::to_string(index) + "]";
}

LabelRows readRows(JsonObject& object)
{
    constexpr const char* accepted = "array of one or more rows, each once";
    const Json* value = findArray(object, "rows", 1, labelRowCount, accepted);
    if (!value) return usualLabelRows();
    LabelRows rows;
    for (std::size_t i = 0; i < value->size(); ++i)
        rows.set(readWord((*value)[i], placeIn(object, "rows", i), words::labelRow, object.fault()));
    if (rows.count() < value->size())
        object.setFault(ErrorCode::FieldNotKind, object.pathOf("rows"), {}, accepted);
    return rows;
}

std::vector<int> readCounts(JsonObject& object, const std::vector<int>& usual)
{
    constexpr const char* accepted = "array of 1 to 12 whole numbers, rising";
    static_assert(mostCountsInLab == 12);
    const Json* value = findArray(object, "counts", 1, mostCountsInLab, accepted);
    if (!value) return usual;
    std::vector<int> counts;
    for (std::size_t i = 0; i < value->size(); ++i)
        counts.push_back(
            readWhole((*value)[i], placeIn(object, "counts", i), 1, mostLabelsAClass, object.fault()));
    if (!std::is_sorted(counts.begin(), counts.end(), std::less_equal())) // rises: no two are equal
        object.setFault(ErrorCode::FieldNotKind, object.pathOf("counts"), {}, accepted);
    return counts;
}

FewLabelsSetup readProblem(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "setup", "network, rows, reading, counts, draws", fault);
    FewLabelsSetup setup;
    if (const Json* network = object.find("network"))
        setup.network = readSetup(*network, object.pathOf("network"), fault);
    setup.rows = readRows(object);
    setup.reading = static_cast<LabelReading>(object.word("reading", 0, words::labelReading));
    setup.counts = readCounts(object, setup.counts);
    setup.draws = object.whole("draws", setup.draws, 1, mostDrawsInLab);
    return setup;
}

/// One of the counts.
int readPerClass(JsonObject& object, const std::vector<int>& counts)
{
    const int given = object.whole("per_class", usualPerClass(counts), 1, mostLabelsAClass);
    if (std::find(counts.begin(), counts.end(), given) != counts.end()) return given;
    std::string accepted;
    for (const int count : counts)
        accepted += (accepted.empty() ? "" : ", ") + std::to_string(count);
    object.setFault(ErrorCode::FieldNotWord, object.pathOf("per_class"), {}, accepted);
    return counts.front();
}

GivenLabel readLabel(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path, "sample, label", fault);
    object.need("sample");
    object.need("label");
    return {object.whole("sample", 0, 0, pointsToLabel - 1), object.whole("label", 0, 0, classes - 1)};
}

std::vector<GivenLabel> readOwn(JsonObject& object)
{
    static_assert(mostOwnLabels == 20);
    const Json* value = findArray(object, "own", 0, mostOwnLabels, "array of up to 20 labels");
    std::vector<GivenLabel> own;
    for (std::size_t i = 0; value && i < value->size(); ++i) {
        const std::string place = placeIn(object, "own", i);
        const GivenLabel given = readLabel((*value)[i], place, object.fault());
        const bool isThere = std::any_of(
            own.begin(), own.end(), [&](const GivenLabel& other) { return other.sample == given.sample; });
        if (isThere)
            object.setFault(ErrorCode::FieldNotKind, place + ".sample", {}, "a sample without a label");
        own.push_back(given);
    }
    return own;
}

FewLabelsView readView(const Json& value, const FewLabelsSetup& setup, JsonFault& fault)
{
    JsonObject object(value, "view",
                      "tab, per_class, draw, sample, front, pace_seconds, flat, regions, suggestions, own, "
                      "own_shown",
                      fault);
    FewLabelsView view;
    view.tab = static_cast<FewLabelsTab>(object.word("tab", 0, tabWords));
    view.perClass = readPerClass(object, setup.counts);
    view.draw = object.whole("draw", view.draw, 0, setup.draws - 1);
    view.sample = object.whole("sample", view.sample, 0, mostCounted);
    view.front = static_cast<LabelRow>(object.word("front", 0, words::labelRow));
    view.paceSeconds = object.number("pace_seconds", view.paceSeconds, 0, mostCounted);
    view.flat = static_cast<FlatBy>(object.word("flat", 0, flatWords));
    view.showsRegions = object.truth("regions", view.showsRegions);
    view.showsSuggestions = object.truth("suggestions", view.showsSuggestions);
    view.own = readOwn(object);
    if (object.find("own_shown"))
        view.ownShown = object.whole("own_shown", 0, 0, static_cast<int>(view.own.size()));
    return view;
}

FewLabelsState readFewLabels(JsonObject& document, JsonFault& fault)
{
    FewLabelsState state;
    if (const Json* setup = document.need("setup")) state.setup = readProblem(*setup, fault);
    const Json* view = document.find("view");
    state.view = view ? readView(*view, state.setup, fault) : usualView(state.setup);
    return state;
}

std::optional<Error> hindranceOf(const FewLabelsState& state)
{
    if (auto hindrance = hindranceOfSetup(state.setup.network)) return hindrance;
    const bool asksForHidden = state.setup.rows[static_cast<std::size_t>(LabelRow::Hidden)];
    const bool lacksIt = asksForHidden && !hasHiddenLayer(state.setup.network);
    return lacksIt ? std::optional(Error{ErrorCode::NoHiddenLayer}) : std::nullopt;
}

std::string* fileIn(FewLabelsState& state)
{
    return fileInSetup(state.setup.network);
}

} // namespace

constinit const StateKind kinds::fewLabels =
    kindWith<FewLabelsState, writeFewLabels, readFewLabels, hindranceOf, fileIn>(
        {.format = "hourglass-fewlabels",
         .word = "fewlabels",
         .formerWord = nullptr,
         .version = 1,
         .fields = "format, version, setup, view"});

} // namespace hg
