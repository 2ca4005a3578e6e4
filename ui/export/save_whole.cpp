#include "ui/export/save_whole.h"

#include <QSaveFile>

namespace hg {

Result<void> saveWhole(const QString& path, const std::function<WriteOutcome(QIODevice&)>& write)
{
    const std::string where = path.toStdString();
    QSaveFile file(path); // a temporary beside the path, renamed by commit() and removed without it
    if (!file.open(QIODevice::WriteOnly)) return Error{ErrorCode::FileUnwritable, where};
    if (const WriteOutcome failure = write(file)) {
        const ErrorCode code = failure->isCancelled ? ErrorCode::Cancelled : ErrorCode::FileUnwritable;
        return Error{code, where, {}, failure->text};
    }
    if (!file.commit()) return Error{ErrorCode::FileUnwritable, where};
    return {};
}

} // namespace hg
