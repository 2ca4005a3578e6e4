#include "ui/labs/fewlabels/score_picture.h"

#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>

namespace hg {

std::optional<double> Scores::scoreOf(const Line& line) const
{
    const auto at = static_cast<std::size_t>(shown);
    if (at == 0 || at > line.accuracies.size()) return std::nullopt;
    return line.accuracies[at - 1];
}

double Scores::lineHeight(double height, const PaintStyle& style) const
{
    return std::clamp(0.46 * height / std::max<double>(1, double(lines.size())), style.px(34), style.px(56));
}

void Scores::paintLines(QPainter& p, const QSizeF& size, const PaintStyle& style) const
{
    const Texts& texts = style.texts;
    const Theme& theme = style.theme;
    const PaintMarks marks(style);
    const double title = style.px(22), high = lineHeight(size.height(), style), width = size.width();
    marks.text(p, QRectF(0, 0, width, title), Qt::AlignLeft | Qt::AlignVCenter,
               texts.say("FewLabels", "%1 test pictures").arg(texts.grouped(test)), theme.muted, 13);
    const double number = std::min(0.42 * width, style.px(104)), left = number + style.px(8);
    double y = title + style.px(4);
    for (const Line& line : lines) {
        const auto score = scoreOf(line);
        const QColor colour = labelRowColour(line.row, theme);
        const double most = line.row == LabelRow::Code ? 34 : 26, middle = y + high / 2, name = style.px(18);
        marks.text(p, QRectF(0, y, number, high), Qt::AlignLeft | Qt::AlignVCenter,
                   score ? percentText(texts, *score) : QStringLiteral("…"), colour,
                   std::min(most, 0.75 * high / style.scale), QFont::Bold);
        marks.text(p, QRectF(left, middle - name, width - left, name), Qt::AlignLeft | Qt::AlignVCenter,
                   line.note.isEmpty() ? labelRowName(texts, line.row, bottleneck) : line.note, colour, 13,
                   QFont::DemiBold);
        const QRectF bar(left, middle + style.px(3), width - left, style.px(7));
        p.setPen(Qt::NoPen);
        p.setBrush(theme.stage);
        p.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
        if (score) {
            p.setBrush(colour);
            p.drawRoundedRect(QRectF(bar.left(), bar.top(), *score * bar.width(), bar.height()),
                              bar.height() / 2, bar.height() / 2);
        }
        y += high;
    }
}

CurvePlot Scores::plot(const PaintStyle& style) const
{
    const Texts& texts = style.texts;
    CurvePlot plot{.title = texts.say("FewLabels", "Label by label"),
                   .x = {.from = 0, .to = double(mostOwnLabels), .name = texts.say("FewLabels", "labels")},
                   .y = {.from = 0, .to = 0.8}};
    for (const int tick : {0, 5, 10, 15, 20}) {
        plot.x.ticks.push_back(tick);
        plot.x.texts << QString::number(tick);
    }
    for (const double tick : {0.0, 0.2, 0.4, 0.6, 0.8}) {
        plot.y.ticks.push_back(tick);
        plot.y.texts << percentText(texts, tick);
    }
    PlotLine random{.name = {},
                    .colour = style.theme.role(Role::Code).fill,
                    .spread = randomSpread,
                    .hasPoints = true,
                    .hasWhiskers = true};
    for (std::size_t i = 0; i < randomCounts.size(); ++i)
        random.points.emplace_back(randomCounts[i], randomMeans[i]);
    plot.curves.push_back(random);
    for (auto row = lines.rbegin(); row != lines.rend(); ++row) {
        PlotLine line{.name = {},
                      .colour = labelRowColour(row->row, style.theme),
                      .line = labelRowLine(row->row),
                      .isStrong = row->row == LabelRow::Code};
        for (std::size_t i = 0; i < row->accuracies.size(); ++i)
            line.points.emplace_back(double(i + 1), row->accuracies[i]);
        plot.curves.push_back(std::move(line));
    }
    if (shown > 0) plot.cursor = shown;
    return plot;
}

void Scores::paint(QPainter& p, const QSizeF& size, const PaintStyle& style) const
{
    p.setRenderHint(QPainter::Antialiasing);
    paintLines(p, size, style);
    const double top = style.px(34) + lineHeight(size.height(), style) * static_cast<double>(lines.size()),
                 foot = randomCounts.empty() ? 0 : style.px(34), high = size.height() - top - foot;
    if (high < style.px(110)) return;
    paintCurves(p, QRectF(0, top, size.width(), high), plot(style), style);
    if (foot == 0) return;
    PaintMarks(style).text(p, QRectF(0, size.height() - foot, size.width(), foot),
                           Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                           style.texts.say("FewLabels", "bars: code, labels at random, ten draws"),
                           style.theme.muted, 12);
}

QString Scores::describe(const Texts& texts) const
{
    QStringList parts;
    for (const Line& line : lines) {
        const auto score = scoreOf(line);
        parts << texts.say("FewLabels", "%1: %2 read right")
                     .arg(labelRowName(texts, line.row, bottleneck),
                          score ? percentText(texts, *score) : QStringLiteral("…"));
    }
    return parts.join(QStringLiteral(". "));
}

} // namespace hg
