#include "ui/lab/data_opener.h"

#include "core/data/bundled_digits.h"
#include "core/data/made_set.h"
#include "ui/lab/lab_model.h"
#include "ui/pictures/picture_reader.h"
#include "ui/theme/text_table.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace hg {
namespace {

/// Data that are not the user's own.
struct NamedData {
    std::string_view id; ///< their source
    const char* name;
};

constexpr std::array namedData = {
    NamedData{"mnist", QT_TRANSLATE_NOOP("Data", "MNIST digits")},
    NamedData{"bars", QT_TRANSLATE_NOOP("Data", "Bars: turn")},
    NamedData{"bars:place", QT_TRANSLATE_NOOP("Data", "Bars: place")},
    NamedData{"ellipses", QT_TRANSLATE_NOOP("Data", "Ellipses: slant")},
    NamedData{"ellipses:thickness", QT_TRANSLATE_NOOP("Data", "Ellipses: thickness")},
};

} // namespace

DataOpener::DataOpener(AppContext& context) : m_context(context), m_look(context.jobs)
{
    connect(&context.data, &DataStore::loaded, this, &DataOpener::take);
    connect(&context.data, &DataStore::failed, this, &DataOpener::drop);
}

void DataOpener::openPath(const QString& path)
{
    const std::string source = pathOf(path).string();
    using Found = Result<DataRequest>;
    m_look.start<Found>(
        QCoreApplication::translate("Data", "Looking at %1").arg(QFileInfo(path).fileName()),
        [source, assets = m_context.assets](const Watch& watch) {
            return likelyRequest(source, assets, pictureSize, watch);
        },
        [this, source](const Found& found) {
            found ? open(*found, true) : Q_EMIT failed(DataRequest(source), found.error());
        });
}

void DataOpener::open(const DataRequest& request, bool isAnew)
{
    m_look.giveUp();
    m_wanted = request;
    if (isAnew) return m_context.data.loadAgain(request);
    m_context.data.find(request) ? take(request) : m_context.data.load(request);
}

void DataOpener::take(const DataRequest& request)
{
    if (m_wanted != request) return;
    m_wanted.reset();
    Q_EMIT arrived(request);
}

void DataOpener::drop(const DataRequest& request)
{
    if (m_wanted != request) return;
    m_wanted.reset();
    Q_EMIT failed(request, m_context.data.problem(request).value_or(Error{ErrorCode::Cancelled}));
}

QString dataName(const DataRequest& request)
{
    const std::string& source = request.source;
    const QString name =
        translatedIn("Data", namedData, isBundled(source) ? "mnist" : source, &NamedData::name);
    return name.isEmpty() ? QFileInfo(QString::fromStdString(source)).fileName() : name;
}

} // namespace hg
