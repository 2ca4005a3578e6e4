#pragma once

#include "ui/theme/texts.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace hg {

/// What the program remembers between starts, typed, each default in one place. Values that a damaged file
/// holds are replaced by their defaults.
class Settings {
public:
    /// `path` empty: the user's own settings file.
    explicit Settings(const QString& path = {});

    Language language() const;
    void setLanguage(Language language);
    bool isDark() const;
    void setDark(bool isDark);
    /// Where files were written last; the user's pictures at first, or where that folder has gone.
    QString exportFolder() const;
    void setExportFolder(const QString& folder);
    /// The ending of the kind of file that was written last.
    QString exportKind() const;
    void setExportKind(const QString& ending);
    /// Where a file was opened or a state saved last; the user's documents at first.
    QString openFolder() const;
    void setOpenFolder(const QString& folder);
    /// Where the user's own drawings are kept, beside these settings.
    QString drawingsFile() const;
    /// Paths of the user's own data that were opened last, the newest first.
    QStringList recentData() const;
    void addRecentData(const QString& path);
    /// Whether coloured pictures come in as three channels instead of a grey one.
    bool readsColours() const;
    void setReadsColours(bool readsColours);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace hg
