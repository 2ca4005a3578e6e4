#include "ui/labs/fewlabels/label_table.h"

#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace hg {

LabelTable::LabelTable(FewLabelsModel& model, QWidget* parent)
    : Panel(parent), m_model(model), m_title(new QLabel), m_rows{}, m_names{}, m_figures{}
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(8);
    m_title->setProperty("look", QStringLiteral("group"));
    grid->addWidget(m_title, 0, 0, 1, 3);
    for (std::size_t i = 0; i < labelRowCount; ++i) {
        const auto row = static_cast<LabelRow>(i);
        m_rows[i] = new Switch;
        m_names[i] = new QLabel;
        m_figures[i] = new QLabel;
        m_figures[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(m_rows[i], static_cast<int>(i) + 1, 0);
        grid->addWidget(m_names[i], static_cast<int>(i) + 1, 1);
        grid->addWidget(m_figures[i], static_cast<int>(i) + 1, 2);
        connect(m_rows[i], &Switch::clicked, this, [this, row](bool isChosen) { choose(row, isChosen); });
    }
    grid->setColumnStretch(1, 1);
    for (const auto signal : {&FewLabelsModel::figuresChanged, &FewLabelsModel::setupChanged,
                              &FewLabelsModel::viewChanged, &FewLabelsModel::dataReady})
        connect(&m_model, signal, this, &LabelTable::refresh);
    translated([this] { refresh(); });
}

void LabelTable::setStyle(const PaintStyle& style)
{
    m_style = style;
    refresh();
}

/// One is always left.
void LabelTable::choose(LabelRow row, bool isChosen)
{
    FewLabelsSetup setup = m_model.setup();
    setup.rows.set(static_cast<std::size_t>(row), isChosen);
    if (setup.rows.any()) m_model.edit(setup);
    refresh();
}

QString LabelTable::figuresOf(LabelRow row) const
{
    const auto curve = m_model.curve(row);
    const auto counts = m_model.counts();
    const auto at = std::find(counts.begin(), counts.end(), m_model.view().perClass) - counts.begin();
    if (!curve || at >= std::ssize(counts)) return QStringLiteral("…");
    const auto place = static_cast<std::size_t>(at);
    return QStringLiteral("<b>%1</b> ± %2")
        .arg(accuracyText(m_model.texts(), curve->mean(place)),
             accuracyText(m_model.texts(), curve->deviation(place)));
}

QString LabelTable::hintOf(LabelRow row) const
{
    switch (row) {
    case LabelRow::Code:
        return tr("The code of the frozen encoder");
    case LabelRow::Hidden:
        return tr("The layer before the code, of the same frozen encoder");
    case LabelRow::Raw:
        return tr("The pixels themselves");
    case LabelRow::Pca:
        return tr("As many principal components as the code has numbers");
    case LabelRow::Untrained:
        return tr("The first layer of the network before any training");
    default:
        return tr("The same network, trained on the labelled samples alone");
    }
}

void LabelTable::refresh()
{
    const Texts& texts = m_model.texts();
    const bool isYourself = m_model.view().tab == FewLabelsTab::Yourself; // figures are on the score board
    m_title->setText(isYourself ? tr("Compared")
                     : m_model.view().perClass == 1
                         ? tr("At 1 label a class")
                         : tr("At %1 labels a class").arg(texts.grouped(m_model.view().perClass)));
    for (std::size_t i = 0; i < labelRowCount; ++i) {
        const auto row = static_cast<LabelRow>(i);
        const bool isShown = m_model.setup().rows.test(i);
        const QString name = labelRowName(texts, row, m_model.setup().network.bottleneck);
        m_names[i]->setText(name);
        m_names[i]->setToolTip(hintOf(row));
        m_rows[i]->setAccessibleName(name);
        m_rows[i]->setOn(isShown);
        m_rows[i]->setToolTip(hintOf(row));
        const QString figures = isShown && !isYourself ? figuresOf(row) : QString();
        if (m_figures[i]->text() != figures) m_figures[i]->setText(figures);
        m_figures[i]->setStyleSheet(
            QStringLiteral("color: %1").arg(labelRowColour(row, m_style.theme).name()));
    }
}

} // namespace hg
