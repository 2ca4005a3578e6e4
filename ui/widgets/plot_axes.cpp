#include "ui/widgets/plot_axes.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

namespace hg {
namespace {

/// Ticks whose numbers have a real minus sign.
class Ticker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return withRealMinus(QCPAxisTicker::getTickLabel(tick, locale, format, precision));
    }
};

} // namespace

void themeAxes(QCustomPlot& plot, const PaintStyle& style, const QColor& ground, const QColor& axisColour)
{
    plot.setBackground(QBrush(ground));
    for (auto* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(axisColour, 1.5));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(style.theme.muted);
        axis->setTickLabelFont(style.font(13));
        axis->setLabelColor(axisColour);
        axis->setLabelFont(style.font(14, QFont::Bold));
        axis->grid()->setPen(QPen(style.theme.line, 1));
        axis->grid()->setZeroLinePen(QPen(style.theme.line, 1));
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(4);
    }
    plot.setLocale(style.texts.locale());
}

QCustomPlot* addPlot(QWidget* owner)
{
    auto* plot = new QCustomPlot(owner);
    for (auto* axis : {plot->xAxis, plot->yAxis})
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new Ticker));
    auto* layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot);
    plot->setFocusPolicy(Qt::NoFocus);
    return plot;
}

} // namespace hg
