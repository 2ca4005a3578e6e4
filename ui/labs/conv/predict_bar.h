#pragma once

#include "core/lab/conv_quiz.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hg {

class Segmented;

/// Rows and columns as they are typed: "4×3", "4 x 3", "4, 3". Along a line, and where both are the same, one
/// number is enough.
std::optional<Axes> sizeFromText(const QString& text, int axes);

/// Asks for the number at work, or for the output's size, checks the answer and names the usual mistakes. Of
/// a transposed figure, whose numbers grow stamp by stamp, only the size is asked.
class PredictBar : public Panel {
    Q_OBJECT

public:
    explicit PredictBar(QWidget* parent = nullptr);

    /// The question as it stands: the cell at work, or the size of `figure`.
    void ask(const ConvFigure& figure, OutputCell cell);
    bool asksSize() const { return m_asked.isSize; }
    void setStyle(const PaintStyle& style) { m_style = style; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The answer stands on the picture from now on.
    void revealed();
    void nextAsked();
    void kindChosen();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Asked {
        bool isSize = false;
        OutputCell cell;       ///< of the number
        ConvGeometry geometry; ///< of the size
        bool operator==(const Asked&) const = default;
    };

    void build();
    void arrange(bool isWide);
    void retranslate();
    void check();
    void checkSize(const QString& text);
    void checkValue(const QString& text);
    void reveal();
    void showVerdict(Verdict verdict);
    void showVerdict(const SizeVerdict& verdict);
    QString sizeRemark(Verdict verdict) const;
    QString sizeText() const;
    QString question() const;
    void showQuestion();

    PaintStyle m_style;
    const ConvFigure* m_figure = nullptr; ///< the lab's; valid until the next ask()
    Asked m_asked;
    Segmented* m_kinds;
    QGridLayout* m_grid;
    QWidget* m_fields;
    QLabel* m_verdict;
    QLineEdit* m_answer;
    QPushButton *m_check, *m_reveal, *m_next;
};

} // namespace hg
