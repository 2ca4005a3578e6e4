#pragma once

#include "core/lab/conv_quiz.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace hg {

/// Asks for the number at work, or for the output's size, checks the answer and names the usual mistakes.
class PredictBar : public Panel {
    Q_OBJECT

public:
    explicit PredictBar(QWidget* parent = nullptr);

    /// The next question: the cell at work.
    void ask(const ConvFigure& figure, OutputCell cell);
    void setStyle(const PaintStyle& style) { m_style = style; }

Q_SIGNALS:
    /// The answer stands on the picture from now on.
    void revealed();
    void nextAsked();

private:
    void check();
    void reveal();
    void showVerdict(Verdict verdict);
    QString question() const;

    PaintStyle m_style;
    const ConvFigure* m_figure = nullptr; ///< the lab's; valid until the next ask()
    OutputCell m_cell;
    QLabel *m_question, *m_verdict;
    QLineEdit* m_answer;
    QPushButton *m_check, *m_reveal, *m_next;
};

} // namespace hg
