#pragma once

#include "tests/support/ui_support.h"
#include "ui/labs/conv/conv_files.h"
#include "ui/labs/conv/line_model.h"
#include "ui/labs/conv/plane_model.h"
#include "ui/labs/conv/sound_stage.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/conv_canvas.h"

#include <QAbstractItemView>
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

namespace hg::test {

/// The convolution lab that a window shows: its model, and what is seen of it.
class ConvLabSeen {
public:
    ConvLabSeen(LabModel& model, LabStage& stage, QWidget& inspector)
        : m_model(model), m_stage(stage), m_inspector(inspector)
    {}
    /// Null where the window shows something else.
    static std::unique_ptr<ConvLabSeen> in(MainWindow& window)
    {
        LabPage* page = window.currentLab();
        const bool isConvolution =
            page && (dynamic_cast<PlaneModel*>(&page->model()) || dynamic_cast<LineModel*>(&page->model()));
        return isConvolution ? std::make_unique<ConvLabSeen>(page->model(), *page->stage, *page->inspector)
                             : nullptr;
    }

    LabModel& model() const { return m_model; }
    LineModel& line() const { return dynamic_cast<LineModel&>(m_model); }
    ConvModel& numbers() const
    {
        auto* plane = dynamic_cast<PlaneModel*>(&m_model);
        return plane ? plane->numbers() : line().numbers();
    }
    ConvFiles& files() const
    {
        auto* plane = dynamic_cast<PlaneModel*>(&m_model);
        return plane ? plane->files() : line().files();
    }
    int axes() const { return numbers().axes(); }
    const ConvScene& scene() const { return numbers().scene(); }
    const ConvFigure& figure() const { return numbers().figure(); }
    void edit(const ConvScene& scene) const { numbers().edit(scene); }
    void openPreset(std::string_view id) const { numbers().openPreset(id); }
    ConvExamples& examples() const { return numbers().examples(); }
    void rewind() const { numbers().rewind(); }
    LabState state() const { return m_model.state(); }
    void openState(const LabState& state) const { m_model.open(state); }
    Timeline* timeline() const { return m_model.timeline(); }
    QUndoStack* undoStack() const { return m_model.undoStack(); }
    QString summary() const { return m_model.summary(); }
    std::vector<ChipContent> chips() const { return m_model.chips(); }
    std::optional<Exportable> exportable(const ExportChoice& choice) const
    {
        return m_model.exportable(choice);
    }
    bool showsSound() const { return line().showsSound(); }
    SoundModel* sound() const { return &line().sound(); }
    SoundStage* soundStage() const { return m_stage.findChild<SoundStage*>(); }
    LabStage* stage() const { return &m_stage; }
    QWidget* inspector() const { return &m_inspector; }
    ConvCanvas* canvas() const { return m_stage.findChild<ConvCanvas*>(); }
    /// Above the numbers.
    Notice* notice() const { return canvas()->parentWidget()->findChild<Notice*>(); }

private:
    LabModel& m_model;
    LabStage& m_stage;
    QWidget& m_inspector;
};

/// The window with a lab open, and what a user does in it; `ClockType` stands still or runs.
template <class ClockType>
struct DeskWith {
    explicit DeskWith(const QString& id, Language language = Language::English,
                      const QSize& size = {1366, 768})
    {
        window.setLanguage(language);
        isUp = bringUp(window, size);
        window.openLab(id);
        QCoreApplication::processEvents();
    }
    bool press(const char* text) const { return click(buttonOf(window, q(text))); }
    bool pressNamed(const char* name) const { return click(named<QAbstractButton>(window, q(name))); }
    QLineEdit* field(const char* name) const { return named<QLineEdit>(window, q(name)); }
    bool write(const char* name, const char* text) const { return type(field(name), q(text)); }
    /// Chooses an entry of a box as one does with keys: open, go down, over separators, Return.
    bool choose(const char* boxName, int index) const
    {
        auto* box = named<QComboBox>(window, q(boxName));
        if (!click(box)) return false;
        QTest::keyClick(box->view(), Qt::Key_Home);
        for (int i = 0; i < index && box->view()->currentIndex().row() < index; ++i)
            QTest::keyClick(box->view(), Qt::Key_Down);
        QTest::keyClick(box->view(), Qt::Key_Return);
        return takesKeysAgain();
    }
    /// Keys go where the focus is.
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget* focus = window.focusWidget();
        QTest::keyClick(focus ? focus : const_cast<MainWindow*>(&window), static_cast<Qt::Key>(key),
                        modifiers);
    }
    /// Opens the header's menu and clicks an entry.
    bool chooseFile(const char* text)
    {
        auto* button = qobject_cast<QPushButton*>(buttonOf(window, q("File")));
        if (!button) return false;
        QMenu* menu = button->menu();
        bool isChosen = false;
        QTimer::singleShot(0, menu, [&] {
            for (QAction* action : menu->actions())
                if (action->text() == q(text) && action->isEnabled()) {
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                    isChosen = true;
                }
            menu->close();
        });
        const bool isOpened = click(button);
        return takesKeysAgain() && isOpened && isChosen;
    }
    /// After a menu or a dialog, where no window manager gives them back.
    bool takesKeysAgain() const
    {
        if (QApplication::activeModalWidget()) return true; // now they are its own
        auto& shown = const_cast<MainWindow&>(window);      // activating is no change of what it shows
        shown.activateWindow();
        return QTest::qWaitForWindowActive(&shown);
    }
    /// Ends the file dialog that is open with this path; false where none is.
    bool chooseInDialog(const QString& path)
    {
        auto* chooser = window.template findChild<QFileDialog*>();
        if (!chooser) return false;
        Q_EMIT chooser->fileSelected(path);
        chooser->close();
        QCoreApplication::sendPostedEvents(chooser, QEvent::DeferredDelete);
        return takesKeysAgain();
    }
    /// Onto the stage of the lab that is shown; false where it is not welcome.
    bool drop(const QMimeData& content) const
    {
        QWidget* stage = window.currentLab()->stage;
        QDragEnterEvent enter({40, 40}, Qt::CopyAction, &content, Qt::LeftButton, {});
        QApplication::sendEvent(stage, &enter);
        QDropEvent drop({40, 40}, Qt::CopyAction, &content, Qt::LeftButton, {});
        if (enter.isAccepted()) QApplication::sendEvent(stage, &drop);
        return enter.isAccepted() && drop.isAccepted();
    }
    /// Of a file that is written for it.
    bool dropNewFile(const QString& name, const QByteArray& bytes) const
    {
        QFile file(bench.folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return false;
        file.close();
        QMimeData content;
        content.setUrls({QUrl::fromLocalFile(file.fileName())});
        return drop(content);
    }
    bool shows(const QString& text) const
    {
        for (const auto* label : window.template findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text)) return true;
        return false;
    }

    Bench<ClockType> bench;
    MainWindow window{bench.context};
    bool isUp = false;
};

/// A convolution lab on a clock that stands still.
struct ConvDesk : DeskWith<ManualClock> {
    explicit ConvDesk(const char* id, Language language = Language::English)
        : DeskWith(q(id), language), lab(ConvLabSeen::in(window))
    {}
    ConvCanvas* canvas() const { return lab->canvas(); }
    const ConvScene& scene() const { return lab->scene(); }
    QString notice() const { return lab->notice()->text(); }

    std::unique_ptr<ConvLabSeen> lab;
};

} // namespace hg::test
