#pragma once

#include "ui/lab/lab_model.h"
#include "ui/labs/conv/conv_arrival.h"
#include "ui/painters/conv_picture.h"
#include "ui/runs/job.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace hg {

class ConvModel;

/// What comes into a convolution of numbers from outside, and what is copied out of it. Everything that comes
/// in is one undoable step; what cannot come in is told by the lab, and nothing changes.
class ConvFiles : public QObject {
    Q_OBJECT

public:
    ConvFiles(LabModel& lab, ConvModel& numbers);

    /// Puts the selected grid, or the input, onto the clipboard: fields between tabs, numbers with the
    /// language's decimal mark.
    void copy();
    /// From the clipboard, at the selected cell.
    void paste();
    bool takeContent(const QMimeData& content, const QString& where);
    void openFile(const QString& path);
    /// Reads the file of the last time once more, as it is wished now; nothing where there is none.
    void openAgain();

    using Work = std::function<Result<Arrival>(const Watch&)>;
    /// Work beside the window whose result comes in; a later call replaces an earlier one. `where` names the
    /// source to people, `origin` to inputTaken().
    void load(const QString& where, Work work, const std::string& origin = {});
    /// Loads an example that is made of more than numbers.
    void loadPreset(std::string_view id);
    /// What has been read comes in.
    void take(const QString& where, const Result<Arrival>& arrival, const std::string& origin = {});
    Job& job() { return m_job; }
    bool isLoading() const { return m_job.isRunning(); }
    ArrivalWish wish() const;
    LabModel& lab() const { return m_lab; }

Q_SIGNALS:
    /// Numbers have become the input: of a source with that id, or (empty) of one of the user's own.
    void inputTaken(const std::string& origin, const QString& where, const hg::Arrival& arrival);
    /// A sound file that came in along a line, and what it holds.
    void soundTaken(const QString& path, const std::shared_ptr<const hg::SoundTrack>& track);

private:
    void takeInput(const QString& where, const Arrival& arrival, const std::string& origin);
    /// Says that there are too many numbers, and offers what can be done with them.
    void offerParts(const QString& where, const Arrival& arrival, const Error& error);
    /// Numbers along a line as a sound of their own, in a file for this session.
    void openAsSound(const QString& where, const TensorD& numbers);
    /// False where the numbers are for the whole input instead.
    bool takeAtSelection(const QString& where, const TensorD& numbers);
    void editGrid(const QString& where, const ConvScene& scene);
    void refuse(const QString& where, const Error& error);

    LabModel& m_lab;
    ConvModel& m_numbers;
    QString m_path;                          ///< of the file that was opened last
    std::unique_ptr<QTemporaryDir> m_sounds; ///< of numbers that are heard; gone with the lab
    int m_soundCount = 0;
    bool m_isAtSelection = false; ///< what is being taken goes to the selected cell
    Job m_job;
};

} // namespace hg
