#include "ui/labs/fewlabels/mistakes_page.h"

#include "ui/labs/fewlabels/confusion_table.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/wrong_pictures.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {

MistakesPage::MistakesPage(FewLabelsModel& model)
    : FewLabelsPage(model)
    , m_rows(newList(this))
    , m_score(new QLabel)
    , m_count(new QLabel)
    , m_table(new ConfusionTable)
    , m_pictures(new WrongPictures)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(buildTable(), 2);
    row->addWidget(buildPictures(), 1);
    connect(m_rows, &QComboBox::activated, &model,
            [this](int index) { m_model.setFront(static_cast<LabelRow>(m_rows->itemData(index).toInt())); });
    connect(m_table, &ConfusionTable::chosen, m_pictures, &WrongPictures::showOnly);
    connect(m_table, &ConfusionTable::chosen, &model, &FewLabelsModel::setMistakeCell);
    connect(m_table, &ConfusionTable::chosen, this, &MistakesPage::refresh);
    connect(m_pictures, &WrongPictures::picked, &model, [this](int sample) {
        m_model.setSample(sample);
        m_model.setTab(FewLabelsTab::Parts);
    });
    translated([this] {
        m_rows->setAccessibleName(tr("Whose mistakes"));
        m_table->setAccessibleName(tr("Which class is taken for which"));
        m_pictures->setAccessibleName(tr("Test pictures that are read wrong"));
        refreshRows();
        follow();
    });
}

QWidget* MistakesPage::buildTable()
{
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 14, 10);
    auto* row = new QHBoxLayout;
    row->addWidget(m_rows, 0);
    row->addSpacing(10);
    m_score->setWordWrap(true);
    row->addWidget(m_score, 1);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    m_rows->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return card;
}

QWidget* MistakesPage::buildPictures()
{
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 10, 14, 10);
    m_count->setWordWrap(true);
    column->addWidget(m_count);
    column->addWidget(m_pictures, 1);
    return card;
}

void MistakesPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_table->setStyle(style);
    m_pictures->setStyle(style);
    follow();
}

void MistakesPage::refreshRows()
{
    const Texts& texts = m_model.texts();
    QStringList names;
    for (const LabelRow row : m_model.rows())
        names << labelRowName(texts, row, m_model.setup().network.bottleneck);
    QStringList shown;
    for (int i = 0; i < m_rows->count(); ++i)
        shown << m_rows->itemText(i);
    if (shown != names) {
        m_rows->clear();
        for (const LabelRow row : m_model.rows())
            m_rows->addItem(labelRowName(texts, row, m_model.setup().network.bottleneck),
                            static_cast<int>(row));
    }
    m_rows->setCurrentIndex(m_rows->findData(static_cast<int>(m_model.front())));
}

void MistakesPage::refresh()
{
    refreshRows();
    const auto mistakes = m_model.mistakes();
    const Texts& texts = m_model.texts();
    if (!mistakes) {
        const QString note = m_model.noteOf(m_model.front());
        m_score->setText(note.isEmpty() ? QStringLiteral("…") : note);
        m_count->setText({});
        m_table->clear();
        return m_pictures->clear();
    }
    m_score->setText(
        mistakesText(texts, mistakes->accuracy, mistakes->pictures.samples->count, mistakes->perClass));
    m_table->show(mistakes->table.names, mistakes->table.counts);
    m_pictures->show(mistakes->pictures);
    const int count = m_pictures->count();
    m_count->setText(m_pictures->only()
                         ? wrongText(texts, m_table->table(), count)
                         : tr("%1 test pictures are read wrong; a cell of the table chooses among them")
                               .arg(texts.grouped(count)));
}

} // namespace hg
