#pragma once

#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// Pictures in a row, each with a few words below it. A click or the arrow keys choose one.
class PictureStrip : public QWidget {
    Q_OBJECT

public:
    struct Item {
        QImage picture;
        QString caption;
        bool isHatched = false;     ///< the caption's ground, as holes are
        std::optional<int> label{}; ///< of a class's mark on the corner
        QString name{};             ///< of that class
        QString letter{};           ///< in a ring on the corner instead
    };

    explicit PictureStrip(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// `count` pictures share the room, at least as many as there are.
    void setItems(std::vector<Item> items, int count = 0);
    void setChosen(int index);
    /// Whether a click chooses.
    void setChoosable(bool isChoosable);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void picked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double share() const;
    double captionWidth() const;
    double widestCaption() const;
    double fittingSize() const;
    QRectF cell(int index) const;
    bool hasCaptions() const;
    void pickAt(const QPointF& place);
    void paintMark(QPainter& p, const Item& item, const QRectF& box, double radius) const;
    void paintCaption(QPainter& p, const Item& item, const QRectF& below, bool isChosen) const;

    PaintStyle m_style;
    std::vector<Item> m_items;
    int m_count = 1, m_chosen = -1;
    bool m_isChoosable = false;
};

} // namespace hg
