#pragma once

#include "core/util/error.h"

#include <QString>

namespace hg {

/// The one sentence for an Error of core, in the language of the installed translators: what is wrong and
/// what is accepted. The place (`where`) is not part of it; windows and the command line put it in front in
/// their own way.
QString errorSentence(const Error& error);

} // namespace hg
