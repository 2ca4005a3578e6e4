#include "ui/widgets/chip_row.h"

#include <QHBoxLayout>

namespace hg {

ChipRow::ChipRow(QWidget* parent) : Panel(parent), m_row(new QHBoxLayout(this)), m_rest(new Chip(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_rest);
    m_row->addStretch(1);
    m_rest->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChipRow::setContents(std::vector<ChipContent> contents, const PaintStyle& style)
{
    m_contents = std::move(contents);
    m_row->setSpacing(static_cast<int>(style.px(9)));
    growTo(m_contents.size());
    for (std::size_t i = 0; i < m_contents.size(); ++i) {
        m_chips[i]->setStyle(style);
        m_chips[i]->setContent(m_contents[i]);
    }
    ChipContent rest{.name = tr("More")};
    rest.isNameShown = true;
    m_rest->setStyle(style);
    m_rest->setContent(rest);
    fold();
}

void ChipRow::growTo(std::size_t count)
{
    while (m_chips.size() < count) {
        m_chips.push_back(new Chip(this));
        m_row->insertWidget(static_cast<int>(m_chips.size()) - 1, m_chips.back());
        if (m_chips.size() > 1) QWidget::setTabOrder(m_chips[m_chips.size() - 2], m_chips.back());
        QWidget::setTabOrder(m_chips.back(), m_rest);
    }
}

bool ChipRow::press(int number)
{
    std::vector<Chip*> shown;
    for (Chip* chip : m_chips)
        if (chip->isVisible()) shown.push_back(chip);
    if (m_rest->isVisible()) shown.push_back(m_rest);
    if (number < 0 || number >= std::ssize(shown)) return false;
    shown[static_cast<std::size_t>(number)]->click();
    return true;
}

int ChipRow::wholeWidth() const
{
    int wide = 0;
    for (std::size_t i = 0; i < m_contents.size(); ++i)
        wide += m_chips[i]->comfortableWidth() + (i > 0 ? m_row->spacing() : 0);
    return wide;
}

QSize ChipRow::minimumSizeHint() const
{
    return {m_rest->sizeHint().width(), m_rest->sizeHint().height()};
}

void ChipRow::fold()
{
    const bool fitsWhole = wholeWidth() <= width();
    int left = width() - (fitsWhole ? 0 : m_rest->sizeHint().width());
    std::size_t shown = 0;
    while (shown < m_contents.size()) {
        left -= m_chips[shown]->comfortableWidth() + (fitsWhole && shown == 0 ? 0 : m_row->spacing());
        if (left < 0 && !fitsWhole) break;
        ++shown;
    }
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setVisible(i < shown);
    m_rest->setFolded({m_contents.begin() + static_cast<std::ptrdiff_t>(shown), m_contents.end()});
    m_rest->setVisible(shown < m_contents.size());
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    fold();
    Panel::resizeEvent(event);
}

} // namespace hg
