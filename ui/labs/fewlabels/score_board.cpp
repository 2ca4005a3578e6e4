#include "ui/labs/fewlabels/score_board.h"

#include <QPainter>

namespace hg {

void ScoreBoard::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void ScoreBoard::show(Scores scores)
{
    m_scores = std::move(scores);
    setAccessibleDescription(m_scores.describe(m_style.texts));
    update();
}

void ScoreBoard::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    m_scores.paint(p, size(), m_style);
}

} // namespace hg
