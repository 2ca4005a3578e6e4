#pragma once

#include "ui/theme/export_style.h"

#include <QRectF>

#include <memory>
#include <vector>

namespace hg {

/// A figure with a margin around it for a file, drawn anew at every moment.
class FramedExport {
public:
    /// `margin` in design pixels.
    FramedExport(const ExportChoice& choice, double margin);
    FramedExport(PaintStyle style, const QSize& size, double margin);
    /// On a page that is held upright: a design pixel a pixel, uprightRoom wide inside, and so high.
    FramedExport(const PaintStyle& style, double height);
    virtual ~FramedExport() = default;
    FramedExport(const FramedExport&) = delete;
    FramedExport& operator=(const FramedExport&) = delete;

    void paint(QPainter& p, double t) const;
    virtual QString label(int stop) const = 0;
    virtual QString describe(int stop) const = 0;
    const PaintStyle& style() const { return m_style; }
    QSize size() const { return m_size; }

protected:
    /// What stands inside the margin at t; the room's corner is the origin.
    virtual void paintInside(QPainter& p, double t) const = 0;
    QSizeF room() const { return m_room.size(); }

    const PaintStyle m_style;

private:
    const QSize m_size;
    const QRectF m_room;
};

/// `seconds` and `now` as an Exportable's.
Exportable exportableOf(std::shared_ptr<const FramedExport> figure, const QString& title,
                        std::vector<double> seconds, double now);
/// The same stops, laid out by that figure for a page that is held upright.
void addUpright(Exportable& exportable, std::shared_ptr<const FramedExport> upright);

} // namespace hg
