#pragma once

#include "core/data/data_request.h"
#include "core/session/call_options.h"

namespace hg {

inline constexpr int mostLabelColumn = 10'000'000; ///< as many numbers as a file may hold

/// The column that `last`, `first`, `none` or a number from 1 stands for; nothing for any other text.
std::optional<int> labelColumnIn(const std::string& text);

/// Reads where the samples come from and what of them is used, all but --limit, which commands mean
/// differently. A source that is named comes whole; of the bundled digits the classes must be known ones.
void readDataOptions(CallOptions& options, DataRequest& data);

/// The options that make `to` of `from`, all but the limit.
CallWords dataOptions(const DataRequest& from, const DataRequest& to);

} // namespace hg
