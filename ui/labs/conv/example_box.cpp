#include "ui/labs/conv/example_box.h"

#include "ui/labs/conv/conv_model.h"
#include "ui/painters/line_painter.h"
#include "ui/theme/example_text.h"

#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr QSize thumbnailSize(64, 36);

/// Input, filter and output as they stand at the end, all of them in the middle.
void drawGrids(QPainter& p, const ConvFigure& figure, const PaintStyle& style)
{
    const auto drawn = makeConvPicture(figure, QSizeF(640, 560), style, {});
    const QRectF grids = drawn->figureBox().adjusted(-6, -6, 6, 6);
    const double scale =
        std::min(thumbnailSize.width() / grids.width(), thumbnailSize.height() / grids.height());
    p.translate(thumbnailSize.width() / 2.0, thumbnailSize.height() / 2.0);
    p.scale(scale, scale);
    p.translate(-grids.center());
    p.setClipRect(grids);
    drawn->paint(p, figure.positionCount(), true);
}

/// The input's row above the output's.
void drawLines(QPainter& p, const ConvFigure& figure, const PaintStyle& style)
{
    ConvLook look;
    look.showSum = look.showGhost = false;
    const LinePainter drawn(figure, QSizeF(220, 240), style, look);
    const LineLayout& l = drawn.layout();
    const auto show = [&](const QRectF& row, double top) {
        const QRectF from = l.across(l.first, l.columns, row);
        const QSizeF to(thumbnailSize.width(), 17);
        p.save();
        p.setClipRect(QRectF(QPointF(0, top), to));
        p.translate(0, top);
        p.scale(to.width() / from.width(), to.height() / from.height());
        p.translate(-from.topLeft());
        drawn.paint(p, figure.positionCount(), true);
        p.restore();
    };
    show(l.inputRows.front(), 0);
    show(l.outputRow, 19);
}

QPixmap thumbnail(const std::optional<ConvScene>& scene, const PaintStyle& style)
{
    QPixmap picture(thumbnailSize * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(style.theme.stage);
    const auto figure = scene ? evaluate(*scene) : Result<ConvFigure>(Error{});
    if (!figure) return picture;
    QPainter p(&picture);
    scene->axes == 2 ? drawGrids(p, *figure, style) : drawLines(p, *figure, style);
    return picture;
}

} // namespace

ExampleBox::ExampleBox(ConvModel& model) : m_model(model)
{
    setIconSize(thumbnailSize);
    connect(this, &QComboBox::activated, this, &ExampleBox::open);
    connect(&model, &ConvModel::sceneChanged, this, &ExampleBox::refresh);
    connect(&model.examples(), &ConvExamples::loaded, this, &ExampleBox::fill);
}

void ExampleBox::setStyle(const PaintStyle& style)
{
    m_style = style;
    fill();
}

void ExampleBox::showEvent(QShowEvent* event)
{
    PictureBox::showEvent(event);
    m_model.examples().load();
}

void ExampleBox::open(int item)
{
    const auto row = static_cast<std::size_t>(itemData(item).toInt());
    m_model.openPreset(m_model.examples().rows()[row].id);
}

void ExampleBox::fill()
{
    clear();
    setPlaceholderText(tr("Own settings"));
    addRows(true);
    const int shown = count();
    addRows(false);
    if (count() > shown) insertSeparator(shown);
    setPictures([this](int item) { return pictureOf(item); });
    refresh();
}

void ExampleBox::addRows(bool areShown)
{
    const auto& rows = m_model.examples().rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ConvExample& row = rows[i];
        if (row.isShown != areShown) continue;
        addItem(exampleTitle(row.id), static_cast<int>(i));
        setItemData(count() - 1, exampleDescription(row.id), Qt::ToolTipRole);
    }
}

/// Those that tell most have one.
QIcon ExampleBox::pictureOf(int item) const
{
    const QVariant row = itemData(item);
    if (!row.isValid()) return {}; // what stands between
    const ConvExample& example = m_model.examples().rows()[static_cast<std::size_t>(row.toInt())];
    return example.isShown ? QIcon(thumbnail(example.scene, m_style)) : QIcon();
}

void ExampleBox::refresh()
{
    const ConvExample* shown = m_model.examples().of(m_model.scene());
    const QString description = shown ? exampleDescription(shown->id) : QString();
    const auto row = shown ? static_cast<int>(shown - m_model.examples().rows().data()) : -1;
    setCurrentIndex(shown ? findData(row) : -1);
    setToolTip(description);
    setAccessibleDescription(description);
}

} // namespace hg
