#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <QFrame>
#include <QImage>

#include <array>
#include <vector>

class QLabel;
class QPushButton;

namespace hg {

/// "Which digit?" over a map: the picture and a button for each answer. Keys 0 … 9 answer wherever the focus
/// is, Esc leaves it.
class DigitQuestion : public Panel {
    Q_OBJECT

public:
    explicit DigitQuestion(QWidget* parent);
    void setStyle(const PaintStyle& style);
    /// Shows it for a picture; `given` is the label that it has, −1 none.
    void ask(const QImage& picture, const std::vector<int>& answers, int given);
    /// Beside the place, inside the room; both in the parent's pixels.
    void standBeside(const QPointF& place, const QRectF& room);

Q_SIGNALS:
    void answered(int label);
    void left();
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void answer(int label);

    PaintStyle m_style;
    QImage m_picture;
    QLabel *m_room, *m_title, *m_hint;
    std::array<QPushButton*, 10> m_digits;
    QPushButton *m_remove, *m_leave;
    int m_given = -1;
};

} // namespace hg
