#pragma once

#include "ui/labs/conv/conv_arrival.h"
#include "ui/painters/conv_picture.h"
#include "ui/runs/job.h"
#include "ui/shell/app_context.h"
#include "ui/shell/commands.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QKeyEvent;
class QLineEdit;
class QMimeData;

namespace hg {

class ConvLab;

/// What comes into a convolution lab from outside and leaves it as text: copying and pasting, dropping,
/// opening and saving. Everything that comes in is one undoable step; what cannot come in is said in the
/// lab's notice, and nothing changes.
class ConvClipboard : public QObject {
    Q_OBJECT

public:
    /// A child of the lab.
    ConvClipboard(ConvLab& lab, AppContext& context);

    /// The shell's commands that are done here: open, save, copy, paste, copy a link or a command line.
    static bool knows(CommandId command);
    void run(CommandId command);

    /// Puts the selected grid, or the input, onto the clipboard: fields between tabs, numbers with the
    /// language's decimal mark.
    void copy();
    void paste();
    void copyLink();
    void copyCommand();
    void chooseFile();
    void chooseTarget();
    void openFile(const QString& path);
    /// Reads the file of the last time once more, as it is wished now; nothing where there is none.
    void openAgain();
    void saveState(const QString& path);

    /// Work beside the window whose result comes in; a later call replaces an earlier one. `where` names the
    /// source in the notice.
    void load(const QString& where, std::function<Result<Arrival>()> work);
    /// Loads an example that is made of more than numbers.
    void loadPreset(std::string_view id);
    /// What has been read comes in.
    void take(const QString& where, const Result<Arrival>& arrival);
    bool isLoading() const { return m_isLoading; }
    ArrivalWish wish() const;
    AppContext& context() const { return m_context; }

    bool eventFilter(QObject* object, QEvent* event) override;

Q_SIGNALS:
    /// Numbers have become the input.
    void inputTaken(const QString& where, const hg::Arrival& arrival);
    void loadingChanged();

private:
    bool filterEditor(QKeyEvent& key);
    bool takeContent(const QMimeData& content, const QString& where);
    void takeInput(const QString& where, const Arrival& arrival);
    /// Says that there are too many numbers, and offers what can be done with them.
    void offerParts(const QString& where, const Arrival& arrival, const Error& error);
    /// Numbers along a line as a sound of their own, in a file for this session.
    void openAsSound(const QString& where, const TensorD& numbers);
    /// False where the numbers are for the whole input instead.
    bool takeAtSelection(const QString& where, const TensorD& numbers);
    void editGrid(const QString& where, const ConvScene& scene);
    void finish(const QString& where, const Result<Arrival>& arrival);
    void refuse(const QString& where, const Error& error);
    void refuse(const QString& where, const QString& sentence);
    static QString refusal(const QString& where, const QString& sentence);
    static QString fileStays();
    void confirm(const QString& sentence);

    ConvLab& m_lab;
    AppContext& m_context;
    QWidget* m_figure;   ///< what files are dropped on; along a line it is a part of the stage
    QLineEdit* m_editor; ///< the canvas's field; what is typed there is its own business
    QString m_path;      ///< of the file that was opened last
    std::unique_ptr<QTemporaryDir> m_sounds; ///< of numbers that are heard; gone with the lab
    int m_soundCount = 0;
    std::unique_ptr<Job> m_job;
    bool m_isLoading = false;
    bool m_isAtSelection = false; ///< what is being taken goes to the selected cell
};

} // namespace hg
