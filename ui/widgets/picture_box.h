#pragma once

#include <QComboBox>

namespace hg {

/// A list whose rows have small pictures; closed, it shows the name alone, which needs the room.
class PictureBox : public QComboBox {
    Q_OBJECT

public:
    explicit PictureBox(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize asLine(QSize size) const;
};

} // namespace hg
