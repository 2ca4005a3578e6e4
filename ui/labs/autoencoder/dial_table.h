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
    /// Where its rows stand, in pixels.
    struct Layout {
        bool arePaired = false; ///< pictures before and after beside each other
        std::size_t columns = 0;
        double gap = 0, head = 0, room = 0, side = 0, numbers = 0;
        bool isFolded = false; ///< a code's numbers are below each other
    };
    Layout layout(const QFontMetricsF& metrics) const;
    void paintName(QPainter& p, const Layout& l, const QString& name, double top, double high,
                   const QColor& colour) const;
    void paintNumbers(QPainter& p, const Layout& l, double top, bool areAfter, const QColor& colour) const;
    QString numberOf(double z) const;
    QString textOf(const std::array<double, 2>& code, bool isFolded) const;

    PaintStyle m_style;
    QStringList m_names;
    std::vector<Column> m_columns;
};

} // namespace hg
