#pragma once

#include "ui/labs/conv/field_model.h"
#include "ui/labs/conv/tab_page.h"

#include <array>
#include <memory>

class QLabel;
class QPushButton;

namespace hg {

/// The picture of a receptive field: a click or a stroke on a cell of a layer shows its cone, arrow keys go
/// on from there, with Shift from layer to layer; a button under each layer opens it.
class FieldCanvas : public QWidget {
    Q_OBJECT

public:
    FieldCanvas(FieldModel& model, QWidget* parent);

    void setStyle(const PaintStyle& style);
    /// No buttons: the picture has their room.
    void setPlain(bool isPlain);
    /// Nothing to point at or to choose either.
    void setBare(bool isBare);
    /// Null before it has been shown.
    const FieldPainter* painter() const { return m_painter.get(); }
    /// Where a cell of a layer stands, in the widget.
    QPoint placeOf(FieldCell cell) const;
    QSize minimumSizeHint() const override { return {480, 380}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void prepare();
    void placeButtons();
    void nameButtons();
    void showPlayhead();
    void refreshDescription();
    std::optional<FieldCell> cellAt(const QPointF& place) const;
    void setTakingArrows(bool areTaken);

    FieldModel& m_model;
    PaintStyle m_style;
    std::shared_ptr<const FieldNumbers> m_figure; ///< that of the painter
    std::unique_ptr<FieldPainter> m_painter;
    std::array<QPushButton*, mostFieldLayers> m_buttons{};
    bool m_isPlain = false, m_isBare = false;
    bool m_showsFocus = false; ///< it came by the Tab key
};

/// The tab Receptive field: the switch for the gradient, what is wrong, and the picture.
class FieldPage : public TabPage {
    Q_OBJECT

public:
    explicit FieldPage(FieldModel& model, QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style) override;
    void setPresented(bool isPresented) override;
    void setBare(bool isBare) override;
    FieldCanvas* canvas() const { return m_canvas; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void refresh();
    void showHint();

    FieldModel& m_model;
    QWidget* m_row;
    QLabel *m_hint, *m_weighedName;
    Switch* m_weighed;
    Notice* m_notice;
    FieldCanvas* m_canvas;
    bool m_isPresented = false, m_isBare = false;
};

/// Says in the tab Sliding which layer of the stack has been opened there, with the way back; else hidden.
class FieldReturn : public Panel {
    Q_OBJECT

public:
    explicit FieldReturn(FieldModel& model, QWidget* parent = nullptr);
    void setQuiet(bool isQuiet);

private:
    void refresh();

    FieldModel& m_model;
    QLabel* m_text;
    QPushButton* m_back;
    bool m_isQuiet = false;
};

/// The controls of the tab: the layers, the cell, and where the stack comes from.
class FieldForm : public TabForm {
    Q_OBJECT

public:
    explicit FieldForm(FieldModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style) override;

private:
    /// A layer's row.
    struct Row {
        QLabel* name = nullptr;
        QWidget* fields = nullptr;
        Stepper *size = nullptr, *stride = nullptr;
    };
    void buildLayers();
    void buildCell();
    void buildMore();
    void nameFields();
    void connectControls();
    void changeLayer(int layer, const std::function<void(FieldLayer&)>& how);
    void refresh();
    void refreshMore();
    void setMoreShown(bool isShown);

    FieldModel& m_model;
    PaintStyle m_style;
    QLabel *m_layers, *m_cellName, *m_cell, *m_seen, *m_lesson, *m_origin;
    std::array<Row, mostFieldLayers> m_rows;
    QPushButton *m_add, *m_remove, *m_try, *m_encoder, *m_decoder, *m_labsInput, *m_more;
    Form* m_moreForm;
    QComboBox *m_which, *m_kind, *m_padding;
    Stepper *m_dilation, *m_channel;
    QLabel* m_channelName = nullptr;
};

} // namespace hg
