#pragma once

#include "ui/export/exporter.h"

namespace hg {

/// The path with the kind's ending: in the place of another kind's ending, else behind the name, in which a
/// full stop may be part of a word.
QString withEnding(const QString& path, const ExportKind& kind);

/// name.ending in the folder, or with the first number from 2 on with which nothing is there yet.
QString freePath(const QString& folder, const QString& name, const ExportKind& kind);

} // namespace hg
