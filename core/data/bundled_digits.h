#pragma once

#include "core/data/dataset.h"

#include <string_view>
#include <vector>

namespace hg {

/// Whether a source of data is the bundled digits: `mnist`, or some classes of them as `mnist:3,8`. A file of
/// such a name is reached by its path, `./mnist:3,8`.
bool isBundled(std::string_view source);

/// The classes that such a source names, without repetition, in rising order; of `mnist` all ten. Errors:
/// ClassUnknown.
Result<std::vector<int>> classesOf(std::string_view source);

/// Of digits, the samples whose labels are among `classes`, in their order, with their labels.
Samples ofClasses(const Samples& samples, const std::vector<int>& classes);

} // namespace hg
