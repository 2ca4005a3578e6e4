#include "ui/export/export_path.h"

#include <QDir>
#include <QFileInfo>

namespace hg {

QString withEnding(const QString& path, const ExportKind& kind)
{
    const ExportKind* before = exportKindOf(path);
    if (before == &kind) return path;
    const QString name = before ? path.chopped(QFileInfo(path).suffix().size() + 1) : path;
    return name + u'.' + QLatin1String(kind.ending);
}

QString freePath(const QString& folder, const QString& name, const ExportKind& kind)
{
    const QDir place(folder);
    QString path = place.filePath(withEnding(name, kind));
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = place.filePath(withEnding(QStringLiteral("%1-%2").arg(name).arg(i), kind));
    return path;
}

} // namespace hg
