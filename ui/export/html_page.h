#pragma once

#include "core/util/watch.h"
#include "ui/export/exportable.h"

#include <QByteArray>

#include <optional>

namespace hg {

/// One page that shows the stops of an exportable, with a track, buttons and keys, complete in itself: it
/// asks no network for anything and opens from a file. Its picture is one SVG in which each layer names the
/// stops that show it, so what is common to all stands there once. Without scripts it shows the last stop.
/// Nothing where `watch` ended the work.
std::optional<QByteArray> htmlPage(const Exportable& exportable, const Watch& watch = {});

} // namespace hg
