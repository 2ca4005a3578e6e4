#pragma once

#include "core/util/result.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>

class QIODevice;

namespace hg {

/// What stopped a writer: the words of the program or library that failed (empty if only the file system
/// did), or its caller.
struct WriteFailure {
    std::string text;
    bool isCancelled = false;
};
/// Nothing when all went well.
using WriteOutcome = std::optional<WriteFailure>;

/// Writes a file that appears whole or not at all; one that was there before stays until then. Errors:
/// FileUnwritable (text: what the writer said) and Cancelled; `where` is the path.
Result<void> saveWhole(const QString& path, const std::function<WriteOutcome(QIODevice&)>& write);

} // namespace hg
