#pragma once

#include "ui/lab/app_context.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

class QLabel;
class QToolButton;

namespace hg {

class LabFigure;
class LanguageSwitch;
class Timeline;

/// The first page: a figure that already runs, a door to each lab, and the language.
class StartPage : public Panel {
    Q_OBJECT

public:
    explicit StartPage(AppContext& context, QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// The figure moves only while the page is seen.
    void setRunning(bool isRunning);
    /// The lab in which the running figure can be changed.
    static QString labOfFigure() { return QStringLiteral("conv2d"); }
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void languageChosen(Language language);
    void labChosen(const QString& id);
    void themeToggled();

private:
    QWidget* buildHead();
    QWidget* buildDoors();
    void beginAgain();

    Timeline& timeline() const;

    LabFigure* m_figure;
    QLabel* m_logo;
    LanguageSwitch* m_language;
    QToolButton* m_theme;
    bool m_isRunning = false;
};

} // namespace hg
