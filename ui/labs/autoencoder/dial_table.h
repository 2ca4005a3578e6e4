#pragma once

#include "ui/theme/paint_style.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

namespace hg {

/// What the dial does to some pictures: the code and what is rebuilt of it, before and after, one below the
/// other, a column a picture.
class DialTable : public QWidget {
    Q_OBJECT

public:
    struct Column {
        std::array<double, 2> before{}, after{};
        QImage rebuiltBefore, rebuiltAfter;
    };

    explicit DialTable(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    /// From above to below: code before, rebuilt before, rebuilt after, code after.
    void setNames(const QStringList& names);
    void setColumns(std::vector<Column> columns);
    const std::vector<Column>& columns() const { return m_columns; }
    QSize sizeHint() const override { return {300, 170}; }
    QSize minimumSizeHint() const override { return {200, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString numberOf(double z) const;
    QString textOf(const std::array<double, 2>& code, bool isFolded) const;

    PaintStyle m_style;
    QStringList m_names;
    std::vector<Column> m_columns;
};

} // namespace hg
