#include "ui/painters/field_layout.h"
#include "ui/painters/upright_page.h"

#include <algorithm>

namespace hg {
namespace {

// In design pixels.
constexpr double largeSide = 200, smallSide = 168, besideGap = 14, betweenLevels = 22;
constexpr double headGap = 8, names = 74, lineRow = 44, termLine = 26, termGap = 8;
constexpr int mostLarge = 4; // levels: with more of them all are to be seen at once

} // namespace

class FieldLayout::Upright : private UprightStack {
public:
    Upright(const FieldFigure& figure, double width, const PaintStyle& style, const FieldWords& words)
        : UprightStack(width, style), m_figure(figure), m_words(words)
    {
        const auto count = static_cast<std::size_t>(figure.levels());
        m_layout.isUpright = true;
        m_layout.heads.resize(count);
        m_layout.levels.resize(count);
        m_layout.captions.resize(count);
    }

    FieldLayout placed()
    {
        m_y = px(inset);
        for (int level = m_figure.levels() - 1; level >= 0; --level)
            placeLevel(level);
        m_y -= px(betweenLevels);
        m_layout.pictureCard = cardFrom(0);
        placeLine();
        placeTerms();
        m_layout.height = m_layout.termCard.bottom();
        return m_layout;
    }

private:
    void placeLevel(int level);
    void placeLine();
    void placeTerms();

    const FieldFigure& m_figure;
    const FieldWords& m_words;
    FieldLayout m_layout;
};

/// Its title and what is seen of it beside it: between two pictures there is nothing but the cone.
void FieldLayout::Upright::placeLevel(int level)
{
    const auto i = static_cast<std::size_t>(level);
    const Axes cells = m_figure.sizeOf(level);
    const double side = px(m_figure.levels() > mostLarge ? smallSide : largeSide),
                 x = m_left + side + px(besideGap), beside = m_left + m_room - x;
    GridLayout& grid = m_layout.levels[i];
    grid = fittedGrid(QRectF(m_left, m_y, side, side), cells.h, cells.w);
    grid.box.moveLeft(m_left);
    double caption = 0;
    for (const QString& text : m_words.captions)
        caption = std::max(caption, noteHeight(text, beside));
    caption += px(captionLine);
    const double head = px(titleLine + sizeLine) + noteHeight(m_words.notes.value(level), beside),
                 bottom = std::max(grid.box.bottom(), m_y + head + px(headGap) + caption);
    m_layout.heads[i] = QRectF(x, m_y, beside, head);
    m_layout.captions[i] = QRectF(x, bottom - caption, beside, caption);
    m_y = bottom + px(betweenLevels);
}

void FieldLayout::Upright::placeLine()
{
    const double from = m_y;
    m_y += px(inset);
    m_layout.cardHead =
        QRectF(m_left, m_y, m_room, px(titleLine) + noteHeight(m_words.line, m_room) + px(headGap));
    m_y = m_layout.cardHead.bottom() + m_figure.levels() * px(lineRow) - px(inset);
    m_layout.card = cardFrom(from);
    m_layout.namesRight = m_left + px(names);
    m_layout.jumpsLeft = m_left + m_room;
    m_layout.spreadLines(m_figure, m_style, m_layout.cardHead.bottom(), m_layout.namesRight,
                         m_layout.jumpsLeft);
}

void FieldLayout::Upright::placeTerms()
{
    const double from = m_y;
    m_y += px(inset);
    const double legend = px(termHead) + noteHeight(m_words.formula, m_room);
    m_layout.terms.emplace_back(m_left, m_y, m_room, legend);
    m_y += legend;
    for (int layer = 1; layer < m_figure.levels(); ++layer) {
        m_layout.terms.emplace_back(m_left, m_y + px(termGap), m_room, px(termHead + termLine));
        m_y = m_layout.terms.back().bottom();
    }
    m_layout.termCard = cardFrom(from);
}

FieldLayout FieldLayout::upright(const FieldFigure& figure, double width, const PaintStyle& style,
                                 const FieldWords& words)
{
    return Upright(figure, width, style, words).placed();
}

} // namespace hg
