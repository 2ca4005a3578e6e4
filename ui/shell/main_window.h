#pragma once

#include "ui/shell/app_context.h"
#include "ui/shell/lab.h"

#include <QMainWindow>
#include <QPointer>

#include <map>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace hg {

class Commands;
class LanguageSwitch;
class Presenter;
class StartPage;
class Timeline;
class Transport;

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
    Lab* currentLab() const { return m_current; }

    void setLanguage(Language language);
    void setDark(bool isDark);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildPage();
    QWidget* buildTopBar();
    QWidget* buildRail();
    QWidget* buildLabArea(QWidget* inspectorRule);
    void connectControls();
    void run(CommandId command);
    bool offers(CommandId command) const;
    Lab* labOf(const QString& id);
    void enter(Lab* lab);
    ChipContent labChip();
    void takeTimeline();
    static void takeTransportKey(Timeline& timeline, int key);
    void refreshCommands();
    void retranslate();
    void applyStyle();
    void applyScale();
    std::optional<Exportable> exportableOf(const ExportChoice& choice) const;

    AppContext& m_context;
    PaintStyle m_style;
    std::shared_ptr<QTranslator> m_translator;
    std::map<QString, std::unique_ptr<Lab>> m_labs;
    QPointer<Lab> m_current;
    QString m_currentId;

    Commands* m_commands;
    Presenter* m_presenter;
    QStackedWidget* m_pages;
    StartPage* m_start;
    QWidget* m_labPage;
    QStackedWidget* m_stages;
    QStackedWidget* m_inspectors;
    Transport* m_transport;
    QLabel* m_title;
    QLabel* m_summary;
    LanguageSwitch* m_language;
    QToolButton *m_home, *m_theme, *m_undo, *m_redo;
    QPushButton *m_file, *m_export, *m_present;
    QButtonGroup* m_rail;
};

} // namespace hg
