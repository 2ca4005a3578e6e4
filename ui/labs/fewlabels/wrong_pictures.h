#pragma once

#include "ui/labs/fewlabels/mistakes_picture.h"

#include <QWidget>

namespace hg {

/// Test pictures that are read wrong, with the class that is read in a corner: as many as there is room for,
/// from the first on. A click picks one.
class WrongPictures : public QWidget {
    Q_OBJECT

public:
    explicit WrongPictures(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void show(ReadSamples content);
    void clear() { show({}); }
    /// Only samples of that class that are read as that other one.
    void showOnly(std::optional<ConfusionCell> cell);
    const std::optional<ConfusionCell>& only() const { return m_only; }
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
    int placeAt(const QPointF& pixel) const;
    QRectF boxOf(int place) const { return wrongPictureBox(place, width(), m_style); }

    PaintStyle m_style;
    ReadSamples m_content;
    std::optional<ConfusionCell> m_only;
    std::vector<int> m_shown;
};

} // namespace hg
