#pragma once

#include "ui/labs/conv/conv_model.h"
#include "ui/labs/conv/predict_bar.h"
#include "ui/labs/conv/rules_line.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/conv_canvas.h"
#include "ui/widgets/tab_row.h"

#include <array>
#include <map>

class QBoxLayout;

namespace hg {

class FieldReturn;
class TabPage;

/// A convolution of numbers: the picture, what is said about it above and below, and the switches that belong
/// to the figure.
class ConvStage : public Panel {
    Q_OBJECT

public:
    explicit ConvStage(ConvModel& model, QWidget* parent = nullptr);

    ConvCanvas* canvas() const { return m_canvas; }
    /// The row above the picture, with what is said and the switches; may be moved elsewhere.
    QWidget* topRow() const { return m_topRow; }
    void setStyle(const PaintStyle& style);
    /// Puts a tool for the picture before the switches.
    void setTool(QWidget* tool);
    /// The page of a tab that shows something else than the picture; there is no such tab without it.
    void addPage(ConvTab tab, TabPage* page);
    /// The way back to the stack from which a layer was opened.
    void setReturn(FieldReturn* bar);
    /// Puts a bar right above the picture.
    void setExtra(QWidget* bar);
    /// The picture alone, and what is said about it: no switches.
    void setPresented(bool isPresented);
    /// The picture alone, not to be changed.
    void setBare(bool isBare);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void build();
    struct Row {
        Switch* toggle = nullptr;
        QLabel* label = nullptr;
    };
    void addSwitch(QLayout* row, FigureSwitch which);
    void connectModel();
    void refreshTexts();
    void showFigure();
    void showLook();
    void showRemark();
    void refreshSwitches();
    void setPredicting(bool isOn);
    void refreshQuestion();
    void showAnswer();
    void showTab();
    /// Null where the picture is shown.
    TabPage* shownPage() const;
    bool isQuiet() const { return m_isPresented || m_isBare; }

    ConvModel& m_model;
    QBoxLayout *m_column = nullptr, *m_switchRow = nullptr;
    QWidget *m_topRow, *m_tool = nullptr, *m_extra = nullptr;
    ConvCanvas* m_canvas;
    std::map<ConvTab, TabPage*> m_pages;
    FieldReturn* m_return = nullptr;
    Notice* m_notice;
    RulesLine* m_rules;
    PredictBar* m_predict;
    TabRow*
        m_tabs; ///< made behind the canvas, which is the stage's focus proxy: Tab skips what comes before it
    std::array<Row, figureSwitchCount> m_switches;
    bool m_isPresented = false, m_isBare = false;
    int m_revealed = -1; ///< the position whose result may be seen while predicting
    bool m_isSizeRevealed = false;
};

} // namespace hg
