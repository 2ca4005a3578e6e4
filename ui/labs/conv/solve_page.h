#pragma once

#include "ui/labs/conv/solve_model.h"
#include "ui/labs/conv/tab_page.h"
#include "ui/painters/solve_painter.h"

#include <memory>

class QFrame;
class QPushButton;
class QScrollBar;

namespace hg {

/// The list of layers: a click or the arrow keys up and down choose a row, Enter or a double click uses it;
/// what does not fit is scrolled.
class SolveCanvas : public QWidget {
    Q_OBJECT

public:
    SolveCanvas(SolveModel& model, QWidget* parent);

    void setStyle(const PaintStyle& style);
    void setBare(bool isBare);
    void setLegendShown(bool isShown);
    const SolvePainter& painter();
    QScrollBar* bar() const { return m_bar; }
    QSize minimumSizeHint() const override { return {480, 320}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void renew();
    void placeBar();
    void placeOffers();
    void renewOffers();
    double scroll() const;
    std::optional<int> rowAt(const QPointF& place);

    SolveModel& m_model;
    PaintStyle m_style;
    QScrollBar* m_bar;
    QWidget* m_offers;                            ///< the nearest sizes that have a layer, as buttons
    std::shared_ptr<const SolvedLayers> m_layers; ///< those of the painter
    std::unique_ptr<SolvePainter> m_painter;
    bool m_isBare = false, m_hasLegend = false;
};

/// The tab Solve: the list, what is said where there is none, and the button that sets the lab.
class SolvePage : public TabPage {
    Q_OBJECT

public:
    explicit SolvePage(SolveModel& model, QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style) override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    bool takesKeys() const override { return true; }
    SolveCanvas* canvas() const { return m_canvas; }

private:
    void build();
    void connectModel();
    void refresh();

    SolveModel& m_model;
    QWidget *m_top, *m_bottom;
    Switch* m_mirror;
    QLabel *m_counts, *m_keys;
    QPushButton *m_encoder, *m_decoder, *m_use;
    SolveCanvas* m_canvas;
    bool m_isPresented = false, m_isBare = false;
};

/// The tab's controls: sizes, limits, and what the marks mean.
class SolveForm : public TabForm {
    Q_OBJECT

public:
    explicit SolveForm(SolveModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style) override;

private:
    void build();
    void connectControls();
    void setMoreShown(bool isShown);
    void refresh();
    void refreshHint();
    void takeParent();
    void takeScene();
    std::optional<int> otherParent() const;

    class Legend;
    SolveModel& m_model;
    Stepper *m_from, *m_to, *m_size, *m_stride, *m_dilation;
    Segmented* m_begin;
    QPushButton *m_scene, *m_more, *m_parent;
    QWidget* m_moreForm;
    Switch* m_oddBefore;
    Legend* m_legend;
    QFrame* m_hint;
    QLabel* m_hintText;
};

} // namespace hg
