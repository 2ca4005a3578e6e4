#pragma once

#include "ui/labs/conv/predict_bar.h"
#include "ui/labs/conv/rules_line.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/conv_canvas.h"

#include <functional>
#include <string_view>
#include <vector>

class QBoxLayout;

namespace hg {

/// A switch that belongs to the figure, as it stands at the moment.
struct FigureSwitch {
    QString name;
    bool isOn = false;
    std::function<void()> toggle;
};

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
    /// One range of values for all slices that stand as pictures.
    void setOneScale(bool isOn);
    /// Puts a tool for the picture before the switches.
    void setTool(QWidget* tool);
    /// Puts a bar right above the picture.
    void setExtra(QWidget* bar);
    /// The picture alone, and what is said about it: no switches.
    void setPresented(bool isPresented);
    /// Those that mean something for the figure, in the language of the moment.
    std::vector<FigureSwitch> switches() const;

Q_SIGNALS:
    /// The padding's words are to become numbers on which all libraries agree.
    void agreementAsked();
    /// A switch has been turned.
    void switched();
    /// A named example is to be shown, because what was asked for belongs to it.
    void exampleAsked(std::string_view id);

private:
    void build();
    struct Row {
        Switch* toggle = nullptr;
        QLabel* label = nullptr;
        bool isOffered = true;
    };
    void addSwitch(QLayout* row, Row& entry);
    void connectSwitches();
    void setErratumShown(bool isShown);
    void setPredicting(bool isOn);
    void setTermByTerm(bool isOn);
    void refreshQuestion();
    void showAnswer();
    void hideSize(bool isHidden);
    void refreshSwitches();
    void refreshScaleSwitch();
    void offer(Row& row, bool isOffered);

    ConvTimeline& m_timeline;
    const ConvFigure* m_figure = nullptr;
    QBoxLayout *m_column = nullptr, *m_switches = nullptr;
    QWidget *m_topRow, *m_tool = nullptr, *m_extra = nullptr;
    ConvCanvas* m_canvas;
    Notice* m_notice;
    RulesLine* m_rules;
    PredictBar* m_predict;
    Row m_ghost, m_terms, m_quiz, m_erratum, m_zeros, m_oneScale;
    bool m_isPresented = false;
    int m_revealed = -1; ///< the position whose result may be seen while predicting
    bool m_isSizeRevealed = false;
};

} // namespace hg
