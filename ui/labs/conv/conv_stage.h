#pragma once

#include "ui/labs/conv/predict_bar.h"
#include "ui/labs/conv/rules_line.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/conv_canvas.h"

class QBoxLayout;

namespace hg {

/// The stage of a convolution lab: the picture, what is said about it above and below, and the switches that
/// belong to the figure.
class ConvStage : public Panel {
    Q_OBJECT

public:
    explicit ConvStage(ConvTimeline& timeline, QWidget* parent = nullptr);

    ConvCanvas* canvas() const { return m_canvas; }
    /// The row above the picture, with what is said and the switches; may be moved elsewhere.
    QWidget* topRow() const { return m_topRow; }
    Notice* notice() const { return m_notice; }
    /// `figure` stays where it is as long as the stage.
    void showFigure(const ConvFigure& figure);
    void setStyle(const PaintStyle& style);
    void setGhostShown(bool isShown);
    void setZerosShown(bool areShown);
    /// Puts a tool for the picture before the switches.
    void setTool(QWidget* tool);
    /// Puts a bar right above the picture.
    void setExtra(QWidget* bar);
    /// The picture alone, and what is said about it: no switches.
    void setPresented(bool isPresented);

Q_SIGNALS:
    /// The padding's words are to become numbers on which all libraries agree.
    void agreementAsked();

private:
    void build();
    Switch* addSwitch(QLayout* row, QLabel*& label);
    void setPredicting(bool isOn);
    void setTermByTerm(bool isOn);
    void refreshQuestion();
    void showAnswer();
    void hideSize(bool isHidden);
    void refreshSwitches();

    ConvTimeline& m_timeline;
    const ConvFigure* m_figure = nullptr;
    QBoxLayout *m_column = nullptr, *m_switches = nullptr;
    QWidget *m_topRow, *m_tool = nullptr, *m_extra = nullptr;
    ConvCanvas* m_canvas;
    Notice* m_notice;
    RulesLine* m_rules;
    PredictBar* m_predict;
    Switch *m_ghost = nullptr, *m_terms = nullptr, *m_quiz = nullptr, *m_erratum = nullptr,
           *m_zeros = nullptr;
    QLabel *m_ghostLabel = nullptr, *m_termsLabel = nullptr, *m_quizLabel = nullptr,
           *m_erratumLabel = nullptr, *m_zerosLabel = nullptr;
    bool m_isPresented = false;
    int m_revealed = -1; ///< the position whose result may be seen while predicting
    bool m_isSizeRevealed = false;
};

} // namespace hg
