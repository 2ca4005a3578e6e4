#pragma once

#include "ui/labs/conv/checker_model.h"
#include "ui/labs/conv/tab_page.h"

#include <memory>

class QFrame;
class QPushButton;

namespace hg {

/// The picture of the comparison: a click on a small picture or on the curves goes to that update.
class CheckerCanvas : public QWidget {
    Q_OBJECT

public:
    CheckerCanvas(CheckerModel& model, QWidget* parent);

    void setStyle(const PaintStyle& style);
    /// Nothing to point at.
    void setBare(bool isBare);
    const CheckerPainter& painter();
    QSize minimumSizeHint() const override { return {480, 380}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void renew();
    bool seekTo(const QPointF& place);

    CheckerModel& m_model;
    PaintStyle m_style;
    std::unique_ptr<CheckerPainter> m_painter;
    bool m_isBare = false;
};

/// The tab Checkerboards: Train, its pace, and the picture.
class CheckerPage : public TabPage {
    Q_OBJECT

public:
    explicit CheckerPage(CheckerModel& model, QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style) override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    CheckerCanvas* canvas() const { return m_canvas; }

private:
    void build();
    void connectModel();
    void refresh();
    void refreshTrain();

    CheckerModel& m_model;
    QWidget* m_row;
    QPushButton* m_train;
    Segmented* m_pace;
    QLabel* m_reached;
    Notice* m_notice;
    CheckerCanvas* m_canvas;
    bool m_isBare = false;
};

/// The tab's controls: which picture, how it is trained, and a question before the answer is seen.
class CheckerForm : public TabForm {
    Q_OBJECT

public:
    explicit CheckerForm(CheckerModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle&) override {}

private:
    void build();
    void connectControls();
    void refresh();
    void refreshDigit();
    void refreshAnswer();

    CheckerModel& m_model;
    Stepper *m_code, *m_picture, *m_rate, *m_seed;
    Segmented *m_kind, *m_updates;
    Switch* m_alone;
    QLabel *m_digit, *m_answer;
    QPushButton* m_ask;
    QFrame* m_hint;
    bool m_isAnswered = false;
};

} // namespace hg
