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
    connect(m_colours, &Segmented::chosen, &model,
            [&model](int i) { model.setMapColours(static_cast<MapColours>(i)); });
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
    m_colours->setCurrent(static_cast<int>(m_model.mapColours()));
    const CodeMap* map = m_model.codeMap();
    refreshDiscs();
    m_map->setPoints(map ? map->test : nullptr);
    if (!map) return m_sentence->setText(m_model.noteOf(LabelRow::Code));
    const bool isPca = map->pca.has_value();
    m_map->setAxisNames(isPca ? componentAxisNames() : codeAxisNames(0, 1, 2));
    refreshColours(static_cast<int>(map->test->size() / 2));
}

void LabelMapPage::refreshColours(int count)
{
    const DrawFigures* figures = m_model.drawFigures(LabelRow::Code);
    const MapColouring colours = mapColouring(m_model.mapColours(), m_model.classes(), count,
                                              figures ? &figures->readings.test : nullptr);
    m_map->setLabels(colours.labels);
    m_map->setHighlighted(colours.highlighted);
    m_sentence->setText(figures ? mapText(m_model.texts(), m_model.mapColours(), count, colours.wrong,
                                          m_model.view().perClass)
                                : QString());
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
    paintLabelled(p, frame, m_places, m_labels, m_style);
}

} // namespace hg
