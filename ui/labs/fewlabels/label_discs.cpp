#include "ui/labs/fewlabels/label_discs.h"

namespace hg {
namespace {

void paintDisc(QPainter& p, const QPointF& centre, double radius, const QString& text, const QColor& ink)
{
    p.drawEllipse(centre, radius, radius);
    p.setFont(uiFont(1.3 * radius, QFont::Bold));
    p.setPen(ink);
    p.drawText(QRectF(centre.x() - 2 * radius, centre.y() - radius, 4 * radius, 2 * radius), Qt::AlignCenter,
               text);
}

} // namespace

void paintLabelDisc(QPainter& p, const QPointF& centre, double radius, int label, const Theme& theme)
{
    const ClassColours& colours = theme.classes[static_cast<std::size_t>(label) % theme.classes.size()];
    p.setPen(QPen(theme.surface, 0.18 * radius));
    p.setBrush(colours.fill);
    paintDisc(p, centre, radius, QString::number(label), colours.ink);
}

void paintQuestionDisc(QPainter& p, const QPointF& centre, double radius, const Theme& theme)
{
    p.setPen(QPen(theme.accentText, 0.16 * radius, Qt::DashLine));
    p.setBrush(theme.surface);
    paintDisc(p, centre, radius, QStringLiteral("?"), theme.accentText);
}

} // namespace hg
