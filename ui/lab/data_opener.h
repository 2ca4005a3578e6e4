#pragma once

#include "core/data/data_guess.h"
#include "ui/lab/app_context.h"

#include <QObject>
#include <QString>

#include <optional>

namespace hg {

/// Brings data of the user's own into a lab: looks at what a path holds, reads it beside the window, and
/// tells when all of it is there. Until then, and where it fails, a lab shows what it had.
class DataOpener : public QObject {
    Q_OBJECT

public:
    explicit DataOpener(AppContext& context);

    /// A file or folder, read as likelyRequest() says.
    void openPath(const QString& path);
    /// Data as they are asked for. With `isAnew` files are read once more, whatever is there of them.
    void open(const DataRequest& request, bool isAnew = false);
    /// What is on its way; nothing otherwise.
    const std::optional<DataRequest>& wanted() const { return m_wanted; }
    /// Whether something is looked at or on its way.
    bool isBusy() const { return m_wanted || m_look.isRunning(); }
    /// The look at a path, for whoever shows how it goes.
    Job& look() { return m_look; }

Q_SIGNALS:
    void arrived(const hg::DataRequest& request);
    /// Nothing has changed.
    void failed(const hg::DataRequest& request, const hg::Error& error);

private:
    void take(const DataRequest& request);
    void drop(const DataRequest& request);

    AppContext& m_context;
    std::optional<DataRequest> m_wanted;
    Job m_look;
};

/// What data are called: "MNIST digits", "bars that move and turn", "photos", "points.csv".
QString dataName(const DataRequest& request);

} // namespace hg
