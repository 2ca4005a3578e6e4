#pragma once

#include <QLayout>
#include <QList>

namespace hg {

/// Widgets in a row that goes on below where the room ends.
class FlowRow : public QLayout {
    Q_OBJECT

public:
    explicit FlowRow(int gap, QWidget* parent = nullptr);
    ~FlowRow() override;

    void addItem(QLayoutItem* item) override { m_items << item; }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& room) override;

private:
    /// Puts the widgets into the room where `moves`; gives the height that they take.
    int place(const QRect& room, bool moves) const;

    QList<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace hg
