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
    row->addWidget(buildTable(), 5);
    row->addWidget(buildPictures(), 4);
    connect(m_rows, &QComboBox::activated, &model,
            [this](int index) { m_model.setFront(static_cast<LabelRow>(m_rows->itemData(index).toInt())); });
    connect(m_table, &ConfusionTable::chosen, m_pictures, &WrongPictures::showOnly);
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
    const LabelRow row = m_model.front();
    const Samples& test = m_model.data()->dataset->test;
    const DrawFigures* figures = m_model.drawFigures(row);
    const Texts& texts = m_model.texts();
    if (!figures) {
        const QString note = m_model.noteOf(row);
        m_score->setText(note.isEmpty() ? QStringLiteral("…") : note);
        m_count->setText({});
        m_table->clear();
        return m_pictures->clear();
    }
    const SampleClasses& classes = m_model.classes();
    m_score->setText(tr("%1 of %2 test pictures are read right, %3 labels a class")
                         .arg(percentText(texts, figures->accuracy), texts.grouped(test.count),
                              texts.grouped(figures->of.perClass)));
    m_table->show(classes.names, figures->confusion);
    m_pictures->show({.samples = &test,
                      .shape = test.shape,
                      .owner = m_model.data()->dataset,
                      .names = classes.names,
                      .classes = classes.test,
                      .readings = figures->readings.test,
                      .wrong = figures->wrong});
    const auto& only = m_pictures->only();
    const QString count = texts.grouped(m_pictures->count());
    m_count->setText(
        only ? tr("%1 test pictures of class %2 are read as %3")
                   .arg(count)
                   .arg(classes.names[static_cast<std::size_t>(only->first)])
                   .arg(classes.names[static_cast<std::size_t>(only->second)])
             : tr("%1 test pictures are read wrong; a cell of the table chooses among them").arg(count));
}

} // namespace hg
