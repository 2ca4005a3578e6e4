#pragma once

#include <QString>

namespace hg {

/// The name and one sentence for a model of `modelPresets()`, in the language of the installed translators.
/// Without commas: they stand in tables. Empty for an unknown id.
QString modelTitle(const char* id);
QString modelDescription(const char* id);

} // namespace hg
