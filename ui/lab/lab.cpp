#include "ui/lab/lab.h"

#include <QCoreApplication>

namespace hg {

const LabRow* findLab(const QString& id)
{
    for (const LabRow& row : labRows())
        if (id == QLatin1String(row.id)) return &row;
    return nullptr;
}

QString labName(const LabRow& row)
{
    return QCoreApplication::translate("Labs", row.name).replace(u'\n', u' ');
}

} // namespace hg
