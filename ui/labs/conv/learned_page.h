#pragma once

#include "ui/labs/conv/learned_model.h"
#include "ui/labs/conv/tab_page.h"

#include <memory>

class QPushButton;

namespace hg {

/// The picture of a learned filter: a click on a weight tells its arithmetic, on the curve goes to an update,
/// and a stroke over the wanted picture draws another one. Arrow keys go from weight to weight.
class LearnedCanvas : public QWidget {
    Q_OBJECT

public:
    LearnedCanvas(LearnedModel& model, QWidget* parent);

    void setStyle(const PaintStyle& style);
    /// Nothing to draw, to point at or to choose.
    void setBare(bool isBare);
    /// Null while nothing has been learned.
    const LearnedPainter* painter() const { return m_painter.get(); }
    QSize minimumSizeHint() const override { return {480, 380}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void prepare();
    void showUpdate();
    void refreshDescription();
    void paintWaiting(QPainter& p) const;
    void seekTo(const QPointF& place);
    void draw(const OutputCell& cell);
    void choose(int rows, int columns);
    LearnedLook look() const;

    LearnedModel& m_model;
    PaintStyle m_style;
    std::shared_ptr<const LearnedRun> m_run; ///< that of the painter
    bool m_showsInputGradient = false, m_isBare = false, m_isSeeking = false;
    std::unique_ptr<LearnedPainter> m_painter;
    std::optional<TensorD> m_drawn; ///< while a stroke lasts
    double m_ink = 0;               ///< of that stroke
};

/// The tab Learned filter: Train, the switch between both gradients, and the picture.
class LearnedPage : public TabPage {
    Q_OBJECT

public:
    explicit LearnedPage(LearnedModel& model, QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style) override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    LearnedCanvas* canvas() const { return m_canvas; }

private:
    void build();
    void refresh();

    LearnedModel& m_model;
    QWidget* m_row;
    QPushButton *m_train, *m_reveal;
    Segmented* m_gradient;
    Notice* m_notice;
    LearnedCanvas* m_canvas;
    bool m_isBare = false;
};

/// The controls of the tab: what is wanted, and how it is descended to.
class LearnedForm : public TabForm {
    Q_OBJECT

public:
    explicit LearnedForm(LearnedModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style) override;

private:
    void connectControls();
    void refresh();
    void refreshRate();

    LearnedModel& m_model;
    PaintStyle m_style;
    QComboBox *m_wanted, *m_method;
    Stepper *m_seed, *m_rate;
    QLabel* m_edge;
    QPushButton* m_usual;
};

} // namespace hg
