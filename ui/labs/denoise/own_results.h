#pragma once

#include "core/eval/denoisers.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// One picture as each row has it, beside each other: large, with what it is read as and what it is worth.
class OwnResults : public QWidget {
    Q_OBJECT

public:
    struct Item {
        DenoiseRow row;
        QImage picture;                ///< null: not there yet
        QString read;                  ///< "a 7: 5 of 5"; empty without classifiers
        std::optional<bool> isRight{}; ///< nothing where nobody knows what it is
        QString worth;                 ///< "17.4 dB"
    };

    explicit OwnResults(QWidget* parent = nullptr) : QWidget(parent) {}
    void setStyle(const PaintStyle& style);
    void setItems(std::vector<Item> items);
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintItem(QPainter& p, const Item& item, const QRectF& box) const;

    PaintStyle m_style;
    std::vector<Item> m_items;
};

} // namespace hg
