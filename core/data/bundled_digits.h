#pragma once

#include "core/data/dataset.h"

#include <string_view>
#include <vector>

namespace hg {

/// Whether a source of data is the bundled digits: `mnist`, or some classes of them as `mnist:3,8`. A file of
/// such a name is reached by its path, `./mnist:3,8`.
bool isBundled(std::string_view source);

/// The path of the user's own data; empty for what comes with the program.
std::string fileOfData(const DataRequest& request);

/// Whether those come in the size in which they are kept, so that a classifier of digits can read them.
bool areDigits(const DataRequest& request);

/// The classes that such a source names, without repetition, in rising order; of `mnist` all ten. Errors:
/// ClassUnknown.
Result<std::vector<int>> classesOf(std::string_view source);

/// The same digits as `mnist` and a cut of classes, in which form one request is equal to another. Any other
/// source stays.
DataRequest withClassesApart(const DataRequest& request);

} // namespace hg
