#pragma once

#include "core/util/error.h"

#include <QString>

namespace hg {

/// The one sentence for an Error of core, in the language of the installed translators: what is wrong and
/// what is accepted. The place (`where`) is not part of it; windows and the command line put it in front in
/// their own way.
QString errorSentence(const Error& error);
/// The same for a call that was pasted: the option at fault in front, as the command line has it.
QString placedSentence(const Error& error);

} // namespace hg
