#pragma once

#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace hg {

/// A square on which something is drawn with a round pen, white on black as the digits are. Strokes can be
/// taken back one by one.
class InkPad : public QWidget {
    Q_OBJECT

public:
    explicit InkPad(QWidget* parent = nullptr);

    /// Pixels a side of ink().
    static constexpr int side = 112;

    void setStyle(const PaintStyle& style);
    /// What it says while it is empty.
    void setHint(const QString& hint);
    /// 0 paper … 1 ink, (side, side) row-major.
    std::vector<float> ink() const;
    bool isEmpty() const { return m_strokes.empty(); }
    void undo();
    void clear();

    QSize sizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    /// After each piece of a stroke.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF square() const;
    QPointF inkPlace(const QPointF& pixel) const;
    void draw(const QPolygonF& stroke, qsizetype first);
    void redraw();

    PaintStyle m_style;
    QString m_hint;
    std::vector<QPolygonF> m_strokes; ///< in pixels of the ink
    QImage m_ink;
};

} // namespace hg
