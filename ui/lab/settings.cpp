#include "ui/lab/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace hg {

Settings::Settings(const QString& path)
    : m_store(path.isEmpty()
                  ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                QStringLiteral("hourglass"), QStringLiteral("hourglass"))
                  : std::make_unique<QSettings>(path, QSettings::IniFormat))
{}

Language Settings::language() const
{
    const QString system =
        QLocale::system().language() == QLocale::Greek ? QStringLiteral("el") : QStringLiteral("en");
    return m_store->value(QStringLiteral("language"), system).toString() == u"el" ? Language::Greek
                                                                                  : Language::English;
}

void Settings::setLanguage(Language language)
{
    m_store->setValue(QStringLiteral("language"),
                      language == Language::Greek ? QStringLiteral("el") : QStringLiteral("en"));
}

bool Settings::isDark() const
{
    return m_store->value(QStringLiteral("theme")).toString() == u"dark";
}

void Settings::setDark(bool isDark)
{
    m_store->setValue(QStringLiteral("theme"), isDark ? QStringLiteral("dark") : QStringLiteral("light"));
}

QString Settings::exportFolder() const
{
    const QString last = m_store->value(QStringLiteral("export/folder")).toString();
    for (const QString& folder : {last, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)})
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) return folder;
    return QDir::homePath();
}

void Settings::setExportFolder(const QString& folder)
{
    m_store->setValue(QStringLiteral("export/folder"), folder);
}

QString Settings::exportKind() const
{
    return m_store->value(QStringLiteral("export/kind"), QStringLiteral("png")).toString();
}

void Settings::setExportKind(const QString& ending)
{
    m_store->setValue(QStringLiteral("export/kind"), ending);
}

QString Settings::openFolder() const
{
    const QString last = m_store->value(QStringLiteral("open/folder")).toString();
    for (const QString& folder : {last, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) return folder;
    return QDir::homePath();
}

void Settings::setOpenFolder(const QString& folder)
{
    m_store->setValue(QStringLiteral("open/folder"), folder);
}

QString Settings::drawingsFile() const
{
    return QFileInfo(m_store->fileName()).dir().filePath(QStringLiteral("drawings.csv"));
}

QStringList Settings::recentData() const
{
    return m_store->value(QStringLiteral("open/data")).toStringList();
}

void Settings::addRecentData(const QString& path)
{
    constexpr int most = 6;
    QStringList paths = recentData();
    paths.removeAll(path);
    paths.prepend(path);
    m_store->setValue(QStringLiteral("open/data"), QStringList(paths.mid(0, most)));
}

bool Settings::readsColours() const
{
    return m_store->value(QStringLiteral("open/colours")).toBool();
}

void Settings::setReadsColours(bool readsColours)
{
    m_store->setValue(QStringLiteral("open/colours"), readsColours);
}

QByteArray Settings::windowGeometry() const
{
    return m_store->value(QStringLiteral("geometry")).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_store->setValue(QStringLiteral("geometry"), geometry);
}

} // namespace hg
