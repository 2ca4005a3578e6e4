#pragma once

#include <QComboBox>
#include <QIcon>

#include <functional>

namespace hg {

/// A list whose rows have small pictures, drawn when it opens; closed, it shows the name alone, which needs
/// the room.
class PictureBox : public QComboBox {
    Q_OBJECT

public:
    explicit PictureBox(QWidget* parent = nullptr);
    /// What draws an item's picture; asked once for each, and again after the next call.
    void setPictures(std::function<QIcon(int item)> pictureOf);
    void showPopup() override;
    void hidePopup() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize asLine(QSize size) const;

    void drawPictures();

    std::function<QIcon(int item)> m_pictureOf; ///< null once all are drawn
    bool m_isOpen = false;
};

} // namespace hg
