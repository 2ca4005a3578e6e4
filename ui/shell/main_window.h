#pragma once

#include "ui/lab/lab.h"

#include <QMainWindow>

#include <map>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace hg {

class Commands;
class LabFiles;
class LanguageSwitch;
class Presenter;
class StartPage;
class Timeline;
class Transport;

/// A lab in the window, with its views; made at its first visit. The views are the window's and end first.
struct LabPage {
    std::unique_ptr<Lab> lab;
    LabStage* stage = nullptr;
    LabInspector* inspector = nullptr;
    LabFiles* files = nullptr; ///< the stage's

    LabModel& model() const { return lab->model(); }
};

/// The window: the rail of labs, the stage, the inspector and the transport. It shows; the labs know.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(AppContext& context, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows the lab of that id, made at its first visit; an unknown id shows the start page.
    void openLab(const QString& id);
    void openStartPage();
    /// Asks how the lab shown is to be written into a file; nothing where it has nothing to write.
    void openExport();
    /// Presents the lab shown, or that of the start page's figure; or ends that.
    void togglePresenting();
    /// The lab shown, or null on the start page.
    LabPage* currentLab() const { return m_current; }
    /// Shows a state in the lab that it belongs to.
    void open(const OpenRequest& request);

    void setLanguage(Language language);
    void setDark(bool isDark);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPage();
    QWidget* buildTopBar();
    QWidget* buildRail();
    QWidget* buildLabArea(QWidget* inspectorRule);
    void connectControls();
    void run(CommandId command);
    bool offers(CommandId command) const;
    LabPage* pageOf(const QString& id);
    LabPage makePage(const LabRow& row);
    void enter(LabPage& page);
    void leave();
    void openFrom(const OpenRequest& request);
    void goBack();
    void markActive();
    ChipContent labChip();
    void takeTimeline();
    static void takeTransportKey(Timeline& timeline, int key);
    /// What the lab shown says at the moment: its summary, commands and chips.
    void refreshLab();
    void refreshCommands();
    void retranslate();
    void applyStyle();
    void applyScale();
    void fitFloor();
    std::optional<Exportable> exportableOf(const ExportChoice& choice) const;

    AppContext& m_context;
    PaintStyle m_style;
    std::shared_ptr<QTranslator> m_translator;
    std::map<QString, LabPage> m_labs;
    LabPage* m_current = nullptr;
    QString m_cameFrom; ///< the lab that asked for what is in front; empty for none

    Commands* m_commands;
    Presenter* m_presenter;
    QStackedWidget* m_pages;
    StartPage* m_start;
    QWidget* m_labPage;
    QStackedWidget* m_stages;
    QStackedWidget* m_inspectors;
    Transport* m_transport;
    QWidget* m_floor = nullptr; ///< below it
    QLabel* m_title;
    QLabel* m_summary;
    LanguageSwitch* m_language;
    QToolButton* m_home;
    QPushButton* m_back; ///< to the lab that what is in front was opened from
    QToolButton *m_theme, *m_undo, *m_redo;
    QPushButton *m_file, *m_export, *m_present;
    QButtonGroup* m_rail;
};

} // namespace hg
