#include "ui/labs/fewlabels/label_map_page.h"

#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/label_discs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/map_view.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {

LabelMapPage::LabelMapPage(FewLabelsModel& model)
    : FewLabelsPage(model), m_colours(new Segmented(3)), m_sentence(new QLabel), m_map(new MapView)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new QFrame;
    card->setProperty("look", QStringLiteral("card"));
    outer->addWidget(card);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 8, 12, 8);
    auto* row = new QHBoxLayout;
    row->addWidget(m_colours);
    row->addSpacing(12);
    m_sentence->setWordWrap(true);
    row->addWidget(m_sentence, 1);
    column->addLayout(row);
    column->addWidget(m_map, 1);
    connect(m_colours, &Segmented::chosen, this, [this](int i) {
        m_look = i;
        follow();
    });
    connect(m_map, &MapView::hovered, this,
            [this](int index) { m_map->setMarked(index, pictureOfTest(index)); });
    connect(m_map, &MapView::picked, &model, [this](int index) {
        m_model.setSample(index);
        m_model.setTab(FewLabelsTab::Parts);
    });
    m_map->setNamesShown(false); // discs are labels here
    m_map->setPictures([this](int index) { return pictureOfTest(index); });
    m_map->setLayers({}, [this](QPainter& p, const MapFrame& frame) { paintDiscs(p, frame); });
    translated([this] {
        m_colours->setTexts({tr("what they are"), tr("what is read"), tr("wrong ones")});
        m_colours->setAccessibleName(tr("Colours of the points"));
        m_map->setAccessibleName(tr("Codes of test pictures, with the labelled ones"));
        follow();
    });
}

void LabelMapPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_map->setStyle(style, Role::Code, false);
    follow();
}

bool LabelMapPage::isAtRest() const
{
    return m_map->pointCount() == 0 || m_map->isAtRest(); // without points it waits for nothing
}

QImage LabelMapPage::pictureOfTest(int index) const
{
    if (index < 0 || !m_model.data()) return {};
    const Samples& test = m_model.data()->dataset->test;
    return pictureOf(test.view(), index, test.shape);
}

void LabelMapPage::refresh()
{
    m_colours->setCurrent(m_look);
    const CodeMap* map = m_model.codeMap();
    refreshDiscs();
    m_map->setPoints(map ? map->test : nullptr);
    if (!map) return m_sentence->setText(m_model.noteOf(LabelRow::Code));
    const bool isPca = map->pca.has_value();
    m_map->setAxisNames(isPca ? tr("PC 1") : tr("z₁"), isPca ? tr("PC 2") : tr("z₂"));
    refreshColours(static_cast<int>(map->test->size() / 2));
}

void LabelMapPage::refreshColours(int count)
{
    const DrawFigures* figures = m_model.drawFigures(LabelRow::Code);
    const SampleClasses& classes = m_model.classes();
    const auto& shown = m_look == 1 && figures ? figures->readings.test : classes.test;
    std::vector<int> labels, wrong;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        labels.push_back(shown[i] < 0 ? 0 : classes.names[static_cast<std::size_t>(shown[i])]);
        if (figures && figures->readings.test[i] != classes.test[i]) wrong.push_back(static_cast<int>(i));
    }
    m_map->setLabels(labels);
    m_map->setHighlighted(m_look == 2 ? wrong : std::vector<int>());
    m_sentence->setText(figures ? sentenceOf(count, wrong) : QString());
}

QString LabelMapPage::sentenceOf(int count, const std::vector<int>& wrong) const
{
    const Texts& texts = m_model.texts();
    const QString all = texts.grouped(count), labels = texts.grouped(m_model.view().perClass);
    const double share = double(wrong.size()) / std::max(1, count);
    switch (m_look) {
    case 1:
        return tr("%1 test pictures as they are read with %2 labels a class: %3 right")
            .arg(all, labels, percentText(texts, 1 - share));
    case 2:
        return tr("The %1 of %2 test pictures that are read wrong with %3 labels a class")
            .arg(percentText(texts, share), all, labels);
    default:
        return tr("%1 test pictures; the encoder never saw a label. Discs: those with one").arg(all);
    }
}

void LabelMapPage::refreshDiscs()
{
    const auto code = m_model.reader(LabelRow::Code);
    const CodeMap* map = m_model.codeMap();
    const LabelledSamples labels = m_model.drawnLabels();
    m_places.clear();
    m_labels.clear();
    if (code && map)
        m_places =
            placesOf(*code->feature, code->feature->train, labels.rows, map->pca, m_model.context().workers);
    for (const int which : labels.classes)
        m_labels.push_back(m_model.classes().names[static_cast<std::size_t>(which)]);
    m_map->update();
}

void LabelMapPage::paintDiscs(QPainter& p, const MapFrame& frame) const
{
    const double radius = m_labels.size() > 100 ? m_style.px(6) : m_style.px(10);
    for (std::size_t i = 0; 2 * i < m_places.size(); ++i) {
        const QPointF at = frame.toPixel(double(m_places[2 * i]), double(m_places[2 * i + 1]));
        paintLabelDisc(p, at, radius, m_labels[i], m_style.theme);
    }
}

} // namespace hg
