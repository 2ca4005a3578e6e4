#pragma once

#include "core/util/result.h"
#include "core/util/watch.h"
#include "ui/export/exportable.h"

#include <optional>
#include <span>

namespace hg {

/// A kind of file that can be written.
struct ExportKind {
    const char* ending;
    bool isAnimated; ///< shows the way from stop to stop, and asks for a frame rate
    bool isStill;    ///< shows one moment
};

/// All kinds, stills first.
std::span<const ExportKind> exportKinds();
/// The kind of that ending, in capitals or not, or null.
const ExportKind* findExportKind(const QString& ending);
/// The kind of a path's ending, or null.
const ExportKind* exportKindOf(const QString& path);
/// Whether the program that a kind needs is here (ffmpeg for .mp4).
bool isAvailable(const ExportKind& kind);

struct ExportOptions {
    int framesPerSecond = 10;    ///< of .gif and .mp4, from 1 to 1000
    std::optional<double> still; ///< the t of .png and .svg; unless given, the last stop
    Watch watch;                 ///< called on the caller's thread
};

/// Writes what the ending asks for: .png and .svg (one moment), .pdf (a page a stop), .gif and .mp4 (the
/// animation at its pace), .html (a page that shows every stop). The file appears whole or not at all. May
/// run on any thread. What has to be prepared is prepared first. Errors: those of writeAnimation, with
/// `where` the path.
Result<void> writeExport(const QString& path, const Exportable& exportable,
                         const ExportOptions& options = {});

} // namespace hg
