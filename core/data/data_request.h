#pragma once

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace hg {

/// Which column of a table holds the samples' labels, counted from 1; besides none, and the last.
inline constexpr int noLabelColumn = 0, lastLabelColumn = -1;

/// What the numbers of a table or array become before anything looks at them. Pictures that come as bytes are
/// from 0 to 1 already.
enum class Values {
    AsTheyAre,
    Pixels,  ///< whole numbers from 0 to 255, kept as bytes: 0…1
    Range,   ///< from the least to the greatest: 0…1; of a table each column for itself
    Standard ///< mean 0, deviation 1; of a table each column for itself
};

inline constexpr int leastSide = 4, largestPictureSide = 64; ///< of pictures that are scaled
inline constexpr int leastHeldOut = 1, mostHeldOut = 90;     ///< per cent

/// What of a data set is used, and as what. A plain value: the same cut of the same source gives the same
/// samples.
struct DataCut {
    int labelColumn = noLabelColumn;
    /// Pictures are scaled to squares of that side, rows of side² numbers are read as such; 0: as they come.
    int side = 0;
    bool isTransposed = false; ///< rows and columns of each picture change places
    Values values = Values::AsTheyAre;
    std::vector<int> classes{}; ///< the labels that stay, in ascending order; empty: all
    int limit = 0;              ///< the first so many training samples; 0: all
    int heldOut = 0; ///< per cent of all samples; 0: the data's own part, or every tenth where there is none

    bool operator==(const DataCut&) const = default;
};

/// A data set by its source, as loadDataset() takes it, and what of it is used.
struct DataRequest {
    std::string source = "mnist";
    DataCut cut{};

    DataRequest() = default;
    DataRequest(std::string s, DataCut c = {}) : source(std::move(s)), cut(std::move(c)) {}
    DataRequest(const char* s) : source(s) {}
    bool operator==(const DataRequest&) const = default;
};

/// Any order: requests are keys.
inline bool operator<(const DataRequest& a, const DataRequest& b)
{
    const auto key = [](const DataRequest& r) {
        return std::tie(r.source, r.cut.labelColumn, r.cut.side, r.cut.isTransposed, r.cut.values,
                        r.cut.classes, r.cut.limit, r.cut.heldOut);
    };
    return key(a) < key(b);
}

} // namespace hg
