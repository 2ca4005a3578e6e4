#include "ui/export/exporter.h"

#include "ui/export/animation_file.h"
#include "ui/export/html_page.h"
#include "ui/export/movie_process.h"
#include "ui/export/save_whole.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr ExportKind kinds[] = {
    {"png", false, true}, {"svg", false, true}, {"pdf", false, false},
    {"gif", true, false}, {"mp4", true, false}, {"html", false, false},
};

constexpr double preparingShare = 0.5; // of all the work

/// The moments of the frames that a kind of file shows.
std::vector<double> momentsOf(const ExportKind& kind, const Exportable& exportable,
                              const ExportOptions& options)
{
    if (kind.isStill) return {options.still.value_or(exportable.stops())};
    std::vector<double> moments;
    if (!kind.isAnimated) {
        for (int stop = 1; stop <= exportable.stops(); ++stop)
            moments.push_back(stop);
        return moments;
    }
    const int rate = std::max(1, options.framesPerSecond);
    const auto frames = std::max(1L, std::lround(durationOf(exportable) * rate));
    for (long frame = 0; frame < frames; ++frame)
        moments.push_back(timeAfter(exportable, static_cast<double>(frame) / rate));
    moments.push_back(exportable.stops()); // whatever was rounded, it ends complete
    return moments;
}

Result<void> writePage(const QString& path, const Exportable& exportable, const Watch& watch)
{
    return saveWhole(path, [&](QIODevice& device) -> WriteOutcome {
        const auto page = htmlPage(exportable, watch);
        if (!page) return WriteFailure{{}, true};
        if (device.write(*page) != page->size()) return WriteFailure{};
        return std::nullopt;
    });
}

} // namespace

std::span<const ExportKind> exportKinds()
{
    return kinds;
}

const ExportKind* exportKindOf(const QString& path)
{
    return findExportKind(QFileInfo(path).suffix());
}

const ExportKind* findExportKind(const QString& ending)
{
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const ExportKind& kind) {
        return ending.compare(QLatin1String(kind.ending), Qt::CaseInsensitive) == 0;
    });
    return found == std::end(kinds) ? nullptr : found;
}

bool isAvailable(const ExportKind& kind)
{
    return qstrcmp(kind.ending, "mp4") != 0 || !MovieProcess::program().isEmpty();
}

Result<void> writeExport(const QString& path, const Exportable& exportable, const ExportOptions& options)
{
    const ExportKind* kind = exportKindOf(path);
    if (!kind) return Error{ErrorCode::UnknownKind, path.toStdString()};
    const double prepared = exportable.prepare ? preparingShare : 0;
    if (exportable.prepare && !exportable.prepare(partOf(options.watch, 0, prepared)))
        return Error{ErrorCode::Cancelled, path.toStdString()};
    const Watch watch = partOf(options.watch, prepared, 1);
    if (qstrcmp(kind->ending, "html") == 0) return writePage(path, exportable, watch);
    const std::vector<double> moments = momentsOf(*kind, exportable, options);
    const auto paint = [&](QPainter& painter, int frame) {
        exportable.paint(painter, moments[static_cast<std::size_t>(frame)]);
    };
    return writeAnimation(path, {exportable.size, static_cast<int>(moments.size()), options.framesPerSecond,
                                 exportable.ground, paint, watch});
}

} // namespace hg
