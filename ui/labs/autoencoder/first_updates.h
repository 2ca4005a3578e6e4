#pragma once

#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// What a network made of the digit after so many updates.
struct EarlyPicture {
    int update = 0;
    QImage picture;              ///< null where the run has not come so far
    std::optional<double> error; ///< on the held-out part
    bool isShown = false;        ///< the playhead stands there
};

/// The first updates of a run in pictures; a click goes there.
class FirstUpdates : public QWidget {
    Q_OBJECT

public:
    explicit FirstUpdates(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    void setPictures(std::vector<EarlyPicture> pictures);
    const std::vector<EarlyPicture>& pictures() const { return m_pictures; }
    QSize sizeHint() const override { return {420, 92}; }
    QSize minimumSizeHint() const override { return {200, 84}; }

Q_SIGNALS:
    void picked(int update);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    double step() const;
    QRectF box(std::size_t index) const;
    /// How many stand beside each other at this width, the round ones first to stay.
    std::vector<std::size_t> shown() const;

    PaintStyle m_style;
    std::vector<EarlyPicture> m_pictures;
};

} // namespace hg
