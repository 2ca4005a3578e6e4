#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <array>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace hg {

class AeModel;
class DialTable;
class MatrixBox;
class Stepper;

/// The dial: a matrix that the codes are multiplied by and the decoder by its inverse, and four pictures that
/// stay as they are. Of a network that has none it says why.
class DialCard : public Panel {
    Q_OBJECT

public:
    explicit DialCard(AeModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    /// For another moment, matrix or chosen picture.
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildMatrices();
    QWidget* buildButtons();
    QWidget* buildOff();
    void connectAll();
    void fold();
    QString reason() const;
    QString cellText(double value) const;
    void refreshTable();
    void takeLinear();

    AeModel& m_model;
    PaintStyle m_style;
    QStackedLayout* m_pages;
    std::array<Stepper*, 4> m_entries{};
    std::array<QLabel*, 4> m_inverse{};
    MatrixBox *m_matrixBox = nullptr, *m_inverseBox = nullptr;
    std::array<QPushButton*, 5> m_buttons{};
    DialTable* m_table;
    QLabel* m_reason;
    QPushButton* m_linear;
};

} // namespace hg
