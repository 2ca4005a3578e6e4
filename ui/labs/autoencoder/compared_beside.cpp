// Of the tab Compared, what stands in the card beside the bottleneck.

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/compared_page.h"
#include "ui/labs/autoencoder/dial_arrows.h"
#include "ui/labs/autoencoder/dial_card.h"
#include "ui/labs/autoencoder/dial_model.h"
#include "ui/labs/autoencoder/sizes_card.h"
#include "ui/runs/sizes_run.h"
#include "ui/theme/error_text.h"

#include <QLabel>

#include <algorithm>

namespace hg {

void ComparedPage::connectDial()
{
    ComparedModel& compared = m_model.compared();
    connect(&compared.dial(), &DialModel::changed, this, &ComparedPage::refreshDial);
    connect(&compared.dial(), &DialModel::measured, this, &ComparedPage::refreshFoot);
    connect(&m_model, &AeModel::digitChanged, this, &ComparedPage::refreshDial);
    connect(m_left, &MapView::rangeChanged, this, &ComparedPage::placeArrows);
    connect(m_left, &MapView::boxChanged, this, &ComparedPage::placeArrows);
    connect(m_left, &MapView::handleDragged, this, &ComparedPage::dragArrow);
    connect(m_left, &MapView::handleReleased, &compared.dial(), &DialModel::letGo);
    connect(&compared.sizes(), &SizesRun::changed, this, &ComparedPage::refreshSizes);
    connect(&m_model, &AeModel::setupChanged, this, &ComparedPage::refreshSizes);
}

bool ComparedPage::isBeside(Beside beside) const
{
    return m_model.view().beside == beside;
}

bool ComparedPage::hasDial() const
{
    return isBeside(Beside::Dial) && m_model.compared().canDial();
}

/// The dial has more to show than a map: where room is short the network above gives some of its own.
void ComparedPage::makeRoom()
{
    constexpr int shortPage = 660, lowUpper = 172;
    const bool isLow = hasDial() && height() < m_style.px(shortPage);
    m_upper->setMaximumHeight(isLow ? static_cast<int>(m_style.px(lowUpper)) : QWIDGETSIZE_MAX);
}

void ComparedPage::refreshDial()
{
    if (isBehind() || !isBeside(Beside::Dial) || !m_model.data() || !m_model.moment().model) return;
    const QString text = dialText();
    if (m_rightText->text() != text) m_rightText->setText(text);
    placeArrows();
    m_dialCard->refresh();
    refreshFoot();
}

void ComparedPage::refreshSizes()
{
    if (!isBehind() && isBeside(Beside::Sizes)) m_sizesCard->refresh();
}

AffineMap ComparedPage::shownMap() const
{
    return m_model.compared().shownMap(m_alignedShare);
}

void ComparedPage::placeArrows()
{
    if (!hasDial() || m_left->pointCount() == 0) return m_left->setArrows({});
    m_left->setArrows(DialAxes(shownMap(), m_left->frame()).arrows(m_model.view().dial));
}

void ComparedPage::dragArrow(int arrow, QPointF place)
{
    if (!hasDial()) return;
    m_model.compared().dial().dragArrow(arrow, DialAxes(shownMap(), m_left->frame()).codeAt(place));
}

QString ComparedPage::dialText() const
{
    switch (m_model.compared().dial().stop()) {
    case DialStop::Line:
        return tr("these two arrows lie on one line: it could not be undone");
    case DialStop::Large:
        return tr("no further: the numbers of M end at ±%1").arg(largestInDial);
    case DialStop::Small:
        return tr("no further: the determinant of M ends at %1").arg(m_style.texts.number(leastDeterminant));
    case DialStop::None:
        break;
    }
    return tr("M·z, decoder·M⁻¹: the same pictures");
}

/// Never one of another moment or matrix.
QString ComparedPage::dialNote() const
{
    const auto change = m_model.compared().dial().largestChange();
    const QString pattern = m_model.showsDigits() ? tr("Largest change of any pixel, %1 digits: <b>%2</b>")
                                                  : tr("Largest change of any number, %1 samples: <b>%2</b>");
    return pattern.arg(m_style.texts.grouped(m_model.data()->dataset->test.count),
                       change ? smallNumber(*change, m_style.texts) : QStringLiteral("…"));
}

void ComparedPage::refreshRightTexts()
{
    const LabData& loaded = *m_model.data();
    if (isMds()) {
        const MdsRun& mds = m_model.compared().mds();
        m_rightTitle->setText(tr("MDS"));
        m_right->setAxisNames({tr("dimension 1"), tr("dimension 2")});
        m_right->setAccessibleName(tr("Map of multidimensional scaling"));
        m_rightText->setText(mds.problem() ? errorSentence(*mds.problem())
                                           : tr("keeps distances; has no encoder, no decoder"));
        return;
    }
    if (isBeside(Beside::Dial)) {
        m_rightTitle->setText(tr("The dial"));
        return m_rightText->setText(dialText());
    }
    if (isBeside(Beside::Sizes)) {
        m_rightTitle->setText(tr("Error against size"));
        return m_rightText->setText(tr("click a size to set it"));
    }
    m_rightTitle->setText(tr("PCA"));
    m_right->setAxisNames(componentAxisNames());
    m_right->setAccessibleName(tr("Map of the principal components"));
    double share = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, loaded.pca.ratio.size()); ++i)
        share += loaded.pca.ratio[i];
    m_rightText->setText(
        loaded.pca.count() < 2
            ? tr("these data have no plane: they vary in fewer than two directions")
            : tr("the best flat view: %1% of the variance").arg(m_style.texts.number(100 * share, 1)));
}

} // namespace hg
