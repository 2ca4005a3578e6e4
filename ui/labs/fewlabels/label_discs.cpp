#include "ui/labs/fewlabels/label_discs.h"

#include "ui/labs/fewlabels/few_labels_words.h"

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
    const ClassColours& colours = theme.classes[classPlace(label)];
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

void paintLabelled(QPainter& p, const MapFrame& frame, std::span<const float> places,
                   std::span<const int> labels, const PaintStyle& style)
{
    const double radius = style.px(labels.size() > 100 ? 6 : 10);
    for (std::size_t i = 0; 2 * i + 1 < places.size() && i < labels.size(); ++i) {
        const QPointF at = frame.toPixel(double(places[2 * i]), double(places[2 * i + 1]));
        paintLabelDisc(p, at, radius, labels[i], style.theme);
    }
}

MapColouring mapColouring(MapColours colours, const SampleClasses& classes, int count,
                          const std::vector<int>* read)
{
    MapColouring all;
    const auto& shown = colours == MapColours::Readings && read ? *read : classes.test;
    std::vector<int> wrong;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        all.labels.push_back(shown[i] < 0 ? 0 : classes.names[static_cast<std::size_t>(shown[i])]);
        if (read && (*read)[i] != classes.test[i]) wrong.push_back(static_cast<int>(i));
    }
    all.wrong = static_cast<int>(wrong.size());
    if (colours == MapColours::Mistakes) all.highlighted = std::move(wrong);
    return all;
}

QString mapText(const Texts& texts, MapColours colours, int count, int wrong, int perClass)
{
    const QString all = texts.grouped(count), labels = texts.grouped(perClass);
    const double share = double(wrong) / std::max(1, count);
    switch (colours) {
    case MapColours::Readings:
        return texts.say("FewLabels", "%1 test pictures as they are read with %2 labels a class: %3 right")
            .arg(all, labels, percentText(texts, 1 - share));
    case MapColours::Mistakes:
        return texts.say("FewLabels", "The %1 of %2 test pictures that are read wrong with %3 labels a class")
            .arg(percentText(texts, share), all, labels);
    default:
        return texts
            .say("FewLabels", "%1 test pictures; the encoder never saw a label. Discs: those with one")
            .arg(all);
    }
}

} // namespace hg
