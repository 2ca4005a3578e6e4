#include "core/session/data_options.h"

#include "core/data/bundled_digits.h"
#include "core/data/words.h"
#include "core/io/wanted_file.h"

#include <algorithm>
#include <limits>

namespace hg {
namespace {

bool isWanted(const DataRequest& data)
{
    return !wantedName(data.source).empty();
}

std::string columnText(int column)
{
    return column == lastLabelColumn ? "last" : column == noLabelColumn ? "none" : std::to_string(column);
}

void readLabelColumn(CallOptions& o, DataCut& cut)
{
    if (!o.has("label-column")) return;
    const auto column = labelColumnIn(o.text("label-column"));
    if (!column) return o.refuse("label-column", ErrorCode::OptionNotColumn, {double(mostLabelColumn)});
    cut.labelColumn = *column;
}

void readClasses(CallOptions& o, DataCut& cut)
{
    if (!o.has("classes")) return;
    cut.classes = o.integers("classes", std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    std::sort(cut.classes.begin(), cut.classes.end());
    cut.classes.erase(std::unique(cut.classes.begin(), cut.classes.end()), cut.classes.end());
}

} // namespace

std::optional<int> labelColumnIn(const std::string& text)
{
    if (text == "none") return noLabelColumn;
    if (text == "first") return 1;
    if (text == "last") return lastLabelColumn;
    const auto column = wholeNumber(text);
    if (!column || *column < 1 || *column > mostLabelColumn) return std::nullopt;
    return static_cast<int>(*column);
}

void readDataOptions(CallOptions& o, DataRequest& data)
{
    if (o.has("data")) {
        const DataRequest named = o.text("data");
        if (isBundled(named.source) && !classesOf(named.source))
            o.refuse("data", ErrorCode::ClassUnknown);
        else if (isWanted(data) && !fileOfData(named).empty())
            data.source = named.source; // the file that a link speaks of, cut as the link says
        else
            data = withClassesApart(named);
    }
    readLabelColumn(o, data.cut);
    readClasses(o, data.cut);
    if (o.has("side")) data.cut.side = o.integer("side", 0, leastSide, largestPictureSide);
    if (o.has("transpose")) data.cut.isTransposed = true;
    data.cut.values =
        static_cast<Values>(o.choice("values", words::values, static_cast<int>(data.cut.values)));
    if (o.has("held-out")) data.cut.heldOut = o.integer("held-out", 0, leastHeldOut, mostHeldOut);
}

CallWords dataOptions(const DataRequest& from, const DataRequest& to)
{
    const bool isOther = to.source != from.source;
    const DataCut begun = isOther ? DataCut() : from.cut;
    CallWords words;
    const auto put = [&](const char* name, bool differs, const std::string& value) {
        if (differs) words.emplace_back(name, value);
    };
    put("data", isOther, to.source);
    put("label-column", to.cut.labelColumn != begun.labelColumn, columnText(to.cut.labelColumn));
    put("side", to.cut.side != begun.side, std::to_string(to.cut.side));
    put("transpose", to.cut.isTransposed && !begun.isTransposed, {});
    put("values", to.cut.values != begun.values, words::of(words::values, to.cut.values));
    put("classes", to.cut.classes != begun.classes, joinedByCommas(to.cut.classes));
    put("held-out", to.cut.heldOut != begun.heldOut, std::to_string(to.cut.heldOut));
    return words;
}

} // namespace hg
