#include "ui/painters/framed_export.h"

#include "ui/painters/upright_page.h"

#include <QPainter>

#include <cmath>

namespace hg {

FramedExport::FramedExport(const ExportChoice& choice, double margin)
    : FramedExport(styleOf(choice), choice.size, margin)
{}

FramedExport::FramedExport(PaintStyle style, const QSize& size, double margin)
    : m_style(std::move(style))
    , m_size(size)
    , m_room(QRectF(QPointF(), QSizeF(size)).marginsRemoved(QMarginsF(1, 1, 1, 1) * m_style.px(margin)))
{}

FramedExport::FramedExport(const PaintStyle& style, double height)
    : FramedExport(uprightStyle(style),
                   {static_cast<int>(uprightWidth), static_cast<int>(std::ceil(height + 2 * uprightMargin))},
                   uprightMargin)
{}

void FramedExport::paint(QPainter& p, double t) const
{
    p.save();
    p.translate(m_room.topLeft());
    paintInside(p, t);
    p.restore();
}

Exportable exportableOf(std::shared_ptr<const FramedExport> figure, const QString& title,
                        std::vector<double> seconds, double now)
{
    Exportable result;
    result.title = title;
    result.size = figure->size();
    result.ground = figure->style().theme.stage;
    result.page = pageLookOf(figure->style());
    result.seconds = std::move(seconds);
    result.now = now;
    result.paint = [figure](QPainter& p, double t) { figure->paint(p, t); };
    result.label = [figure](int stop) { return figure->label(stop); };
    result.describe = [figure](int stop) { return figure->describe(stop); };
    return result;
}

void addUpright(Exportable& exportable, std::shared_ptr<const FramedExport> upright)
{
    exportable.uprightSize = upright->size();
    exportable.paintUpright = [upright = std::move(upright)](QPainter& p, double t) { upright->paint(p, t); };
}

} // namespace hg
