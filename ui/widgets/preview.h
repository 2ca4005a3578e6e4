#pragma once

#include <QColor>
#include <QPixmap>
#include <QWidget>

#include <functional>

class QPainter;

namespace hg {

/// A small picture of something that is drawn at another size, as large as fits.
class Preview : public QWidget {
    Q_OBJECT

public:
    explicit Preview(QWidget* parent = nullptr);

    /// Shows what `paint` draws onto `size`; it is painted at once and when the room changes.
    void setPicture(const QSize& size, const QColor& ground, std::function<void(QPainter&)> paint);
    QSize sizeHint() const override { return {336, 210}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();

    QSize m_size;
    QColor m_ground;
    std::function<void(QPainter&)> m_paint;
    QPixmap m_picture;
};

} // namespace hg
