#pragma once

#include "core/io/file.h"
#include "ui/lab/app_context.h"
#include "ui/lab/command_id.h"
#include "ui/lab/open_request.h"
#include "ui/theme/export_style.h"
#include "ui/widgets/chip_content.h"
#include "ui/widgets/remark.h"

#include <QObject>
#include <QPointer>
#include <QUndoStack>

#include <filesystem>
#include <optional>
#include <vector>

class QMimeData;

namespace hg {

class Timeline;

/// "digits.csv: …. Nothing has changed."
QString refusalOf(const QString& where, const QString& sentence);

/// What kept data from being read: "digits.csv: …", or the sentence alone where the error has no place.
QString problemSentence(const Error& error);

/// A lab without any view of it: its state, what can be done to that, undone, played and given away. Any
/// number of views may look at it, or none.
class LabModel : public QObject {
    Q_OBJECT

public:
    LabModel(AppContext& context, const char* id);
    ~LabModel() override;

    AppContext& context() const { return m_context; }
    /// Texts in the window's language.
    const Texts& texts() const;
    /// Its row's in labRows().
    QString id() const { return QString::fromLatin1(m_id); }

    /// What is saved, linked and copied at the moment.
    virtual LabState state() const = 0;
    /// One undoable step, and the view that the state asks for. `state` is one of this lab's.
    virtual void open(const LabState& state) = 0;
    /// Opens a state of this lab; one of another lab is asked for by openAsked(). Where it wants a file of
    /// the user's own, one of that name that this lab shows will do; otherwise it is told, and the file can
    /// be chosen.
    void receive(const OpenRequest& request);
    /// The file or folder that the last state wanted, which is opened with it.
    void takeWanted(const QString& path);

    /// What the transport moves through at the moment; another one is told by timelineChanged().
    virtual Timeline* timeline() = 0;
    QUndoStack* undoStack() { return &m_undo; }
    /// One line that says what is seen at the moment.
    virtual QString summary() const = 0;
    /// What goes on in it although another lab is in front: "training: 46 %"; mostly nothing.
    virtual QString activity() const { return {}; }
    /// What is changed in front of an audience, in the language of the moment: anew after changed().
    virtual std::vector<ChipContent> chips() { return {}; }
    /// Whether exportable() gives something.
    virtual bool canExport() const { return false; }
    /// What is seen, drawn for a file; nothing where there is nothing to draw.
    virtual std::optional<Exportable> exportable(const ExportChoice&) const { return std::nullopt; }
    /// Which of the commands mean something here at the moment; another answer is told by changed(). Undo,
    /// Redo, Export and Present are asked of the functions above.
    virtual bool offers(CommandId command) const;
    /// Does a command of its own that it offers.
    virtual void run(CommandId) {}

    /// Tells what could not be done where it is seen, until something has succeeded.
    virtual void tell(const QString& sentence, const QList<Offer>& offers) = 0;
    virtual void forgetRemark() = 0;
    /// "digits.csv: …. Nothing has changed."
    void refuse(const QString& where, const QString& sentence) { tell(refusalOf(where, sentence), {}); }

    /// Of the work that goes on beside the window, what has taken longest; or null.
    Job* busyJob() const;

    // What comes from outside and leaves as text. Whatever comes in is one undoable step; what cannot come in
    // is told, and nothing changes.

    /// Reads a file beside the window. A lab that knows more kinds than saved states does this itself.
    virtual void openFile(const QString& path);
    /// What was pasted or dropped; false for what no lab knows. `where` names its source.
    virtual bool takeContent(const QMimeData& content, const QString& where);
    /// Puts what is chosen onto the clipboard, as text.
    virtual void copy() {}
    virtual void paste();
    void saveState(const QString& path);
    void copyLink();
    void copyCommand();
    /// Tells that something succeeded; an old complaint goes with it.
    void confirm(const QString& sentence);

Q_SIGNALS:
    /// What summary(), chips(), offers(), canExport() or the undo stack say: once an edit.
    void changed();
    void timelineChanged();
    /// activity() is another, more often than people can read.
    void activityChanged();
    /// busyJob() is another one.
    void busyChanged();
    /// Something succeeded that is not seen by itself.
    void confirmed(const QString& sentence);
    /// A file of the user's own is to be chosen.
    void fileAsked();
    /// A folder of the user's own is to be chosen.
    void folderAsked();
    /// What takeWanted() takes is to be chosen, a folder or a file that was called `name` elsewhere.
    void wantedAsked(const QString& name, bool isFolder);
    void openAsked(const hg::OpenRequest& request);

protected:
    /// Lets busyJob() know of a job.
    void watch(Job& job);

private:
    void take(const QString& where, const Result<LabState>& state);
    void want(const OpenRequest& request);
    void pass(const OpenRequest& request);

    AppContext& m_context;
    const char* m_id;
    mutable Texts m_texts;
    QUndoStack m_undo;
    std::optional<OpenRequest> m_wanting; ///< a state that waits for a file to be chosen
    std::vector<QPointer<Job>> m_jobs;
    Job m_reading;
};

/// The first file of this computer that was pasted or dropped; empty for none.
QString localFileIn(const QMimeData& content);
/// The error that a text too long to be read at once is, if it is one.
std::optional<Error> beyondText(const QString& text);
std::filesystem::path pathOf(const QString& path);

/// A saved state, a link or a command line as text; nothing where the text is none of them.
std::optional<Result<LabState>> stateInText(const std::string& text, const std::string& where,
                                            const Assets& assets);

} // namespace hg
