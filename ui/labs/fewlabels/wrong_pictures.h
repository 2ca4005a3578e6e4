#pragma once

#include "core/data/dataset.h"
#include "ui/theme/paint_style.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hg {

/// Test pictures that are read wrong, with the class that is read in a corner: as many as there is room for,
/// from the first on. A click picks one.
class WrongPictures : public QWidget {
    Q_OBJECT

public:
    struct Content {
        const Samples* samples = nullptr;
        Shape shape{};
        std::shared_ptr<const void> owner{};
        std::vector<int> names{}, classes{}, readings{}; ///< of the classes; of each sample
        std::vector<int> wrong{};                        ///< samples
    };

    explicit WrongPictures(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void show(Content content);
    void clear() { show({}); }
    /// Only samples of that class that are read as that other one.
    void showOnly(std::optional<std::pair<int, int>> cell);
    const std::optional<std::pair<int, int>>& only() const { return m_only; }
    /// How many there are, whether there is room for them or not.
    int count() const { return static_cast<int>(m_shown.size()); }
    QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    void picked(int sample);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void choose();
    int columns() const;
    int placeAt(const QPointF& pixel) const;
    QRectF boxOf(int place) const;
    void paintOne(QPainter& p, int place) const;

    PaintStyle m_style;
    Content m_content;
    std::optional<std::pair<int, int>> m_only;
    std::vector<int> m_shown;
};

} // namespace hg
