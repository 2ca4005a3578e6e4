#include "ui/labs/fewlabels/mistakes_picture.h"

#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/parts_scene.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double headWidth = 22, sideWidth = 20; // of the classes' names, and of what rows and columns are

void paintHeads(QPainter& p, const Confusion& table, const QSizeF& size, const PaintStyle& style)
{
    const PaintMarks marks(style);
    const Theme& theme = style.theme;
    const double head = style.px(headWidth), side = style.px(sideWidth), left = side + head;
    marks.text(p, QRectF(left, 0, size.width() - left, side), Qt::AlignCenter,
               style.texts.say("FewLabels", "read as"), theme.muted, 12);
    p.save();
    p.translate(0, size.height());
    p.rotate(-90);
    marks.text(p, QRectF(0, 0, size.height() - left, side), Qt::AlignCenter,
               style.texts.say("FewLabels", "what it is"), theme.muted, 12);
    p.restore();
    for (int c = 0; c < table.classes(); ++c) {
        const QRectF box = table.cellBox({c, c}, size, style);
        const QString name = QString::number(table.names[static_cast<std::size_t>(c)]);
        marks.text(p, QRectF(box.left(), side, box.width(), head), Qt::AlignCenter, name, theme.ink, 14,
                   QFont::DemiBold);
        marks.text(p, QRectF(side, box.top(), head, box.height()), Qt::AlignCenter, name, theme.ink, 14,
                   QFont::DemiBold);
    }
}

void paintCell(QPainter& p, const QRectF& box, int count, int most, bool isRight, const PaintStyle& style)
{
    const Theme& theme = style.theme;
    constexpr double strongest = 0.72;
    const double share = most > 0 ? std::sqrt(double(count) / most) : 0; // small ones are seen too
    const QColor full = isRight ? theme.role(Role::Output).fill : theme.danger,
                 ground = mixed(theme.surface, full, strongest * share);
    p.fillRect(box, ground);
    if (count == 0) return;
    const QColor ink =
        contrast(theme.ink, ground) >= contrast(theme.surface, ground) ? theme.ink : theme.surface;
    const double size = std::clamp(0.4 * box.height() / style.scale, 9.0, 15.0);
    PaintMarks(style).text(p, box, Qt::AlignCenter, style.texts.grouped(count), ink,
                           std::min(size, box.width() / style.scale / 3.1),
                           isRight ? QFont::DemiBold : QFont::Normal);
}

} // namespace

int Confusion::countOf(const ConfusionCell& cell) const
{
    const auto at = static_cast<std::size_t>(cell.first * classes() + cell.second);
    return at < counts.size() ? counts[at] : 0;
}

QRectF Confusion::cellBox(const ConfusionCell& cell, const QSizeF& size, const PaintStyle& style) const
{
    const double from = style.px(headWidth + sideWidth), room = std::max(1, classes());
    const double wide = (size.width() - from) / room, high = (size.height() - from) / room;
    return {from + cell.second * wide, from + cell.first * high, wide, high};
}

void Confusion::paint(QPainter& p, const QSizeF& size, const PaintStyle& style) const
{
    if (names.empty()) return;
    p.setRenderHint(QPainter::Antialiasing);
    paintHeads(p, *this, size, style);
    const int most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    for (int is = 0; is < classes(); ++is)
        for (int read = 0; read < classes(); ++read) {
            const QRectF box = cellBox({is, read}, size, style).adjusted(1, 1, -1, -1);
            paintCell(p, box, countOf({is, read}), most, is == read, style);
        }
    if (!chosen) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(style.theme.accentText, style.px(2.5)));
    p.drawRect(cellBox(*chosen, size, style).adjusted(1, 1, -1, -1));
}

std::vector<int> ReadSamples::wrongOf(const std::optional<ConfusionCell>& cell) const
{
    if (!cell) return wrong;
    std::vector<int> all;
    for (const int sample : wrong) {
        const auto at = static_cast<std::size_t>(sample);
        if (classes[at] == cell->first && readings[at] == cell->second) all.push_back(sample);
    }
    return all;
}

void ReadSamples::paint(QPainter& p, const QRectF& box, int sample, const PaintStyle& style) const
{
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    p.drawImage(box, pictureOf(samples->view(), sample, shape));
    const auto read = static_cast<std::size_t>(readings[static_cast<std::size_t>(sample)]);
    if (read >= names.size()) return;
    const double tag = std::min(0.4 * box.width(), style.px(20));
    const QRectF corner(box.right() - tag, box.bottom() - tag, tag, tag);
    p.setPen(Qt::NoPen);
    p.setBrush(style.theme.danger);
    p.drawRoundedRect(corner, style.px(3), style.px(3));
    p.setFont(uiFont(0.72 * tag, QFont::Bold));
    p.setPen(style.theme.surface);
    p.drawText(corner, Qt::AlignCenter, QString::number(names[read]));
}

QRectF wrongPictureBox(int place, double width, const PaintStyle& style)
{
    const int columns = std::max(1, static_cast<int>(width / style.px(54)));
    const double side = width / columns, edge = style.px(2);
    return QRectF(place % columns * side, place / columns * side, side, side)
        .adjusted(edge, edge, -edge, -edge);
}

QString mistakesText(const Texts& texts, double accuracy, int test, int perClass)
{
    return texts.say("FewLabels", "%1 of %2 test pictures are read right, %3 labels a class")
        .arg(percentText(texts, accuracy), texts.grouped(test), texts.grouped(perClass));
}

QString wrongText(const Texts& texts, const Confusion& table, int count)
{
    if (!table.chosen)
        return texts.say("FewLabels", "%1 test pictures are read wrong").arg(texts.grouped(count));
    return texts.say("FewLabels", "%1 test pictures of class %2 are read as %3")
        .arg(texts.grouped(count))
        .arg(table.names[static_cast<std::size_t>(table.chosen->first)])
        .arg(table.names[static_cast<std::size_t>(table.chosen->second)]);
}

} // namespace hg
