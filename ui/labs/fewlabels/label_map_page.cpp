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
    : FewLabelsPage(model), m_colours(new Segmented(2)), m_sentence(new QLabel), m_map(new MapView)
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
        m_showsReadings = i == 1;
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
        m_colours->setTexts({tr("what they are"), tr("what is read")});
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
    return m_map->isAtRest();
}

QImage LabelMapPage::pictureOfTest(int index) const
{
    if (index < 0 || !m_model.data()) return {};
    const Samples& test = m_model.data()->dataset->test;
    return pictureOf(test.view(), index, test.shape);
}

void LabelMapPage::refresh()
{
    m_colours->setCurrent(m_showsReadings ? 1 : 0);
    const CodeMap* map = m_model.codeMap();
    if (!map) return m_sentence->setText(m_model.noteOf(LabelRow::Code));
    m_map->setPoints(map->test);
    const bool isPca = map->pca.has_value();
    m_map->setAxisNames(isPca ? tr("PC 1") : tr("z₁"), isPca ? tr("PC 2") : tr("z₂"));
    refreshColours(static_cast<int>(map->test->size() / 2));
    refreshDiscs();
}

void LabelMapPage::refreshColours(int count)
{
    const DrawFigures* figures = m_model.drawFigures(LabelRow::Code);
    const SampleClasses& classes = m_model.classes();
    const auto& shown = m_showsReadings && figures ? figures->readings.test : classes.test;
    std::vector<int> labels, wrong;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        labels.push_back(shown[i] < 0 ? 0 : classes.names[static_cast<std::size_t>(shown[i])]);
        if (figures && figures->readings.test[i] != classes.test[i]) wrong.push_back(static_cast<int>(i));
    }
    m_map->setLabels(labels);
    m_map->setSelected(m_showsReadings ? wrong : std::vector<int>());
    const Texts& texts = m_model.texts();
    const QString seen = m_map->frame().box.isEmpty() ? QString() : texts.grouped(count);
    if (!figures) return m_sentence->setText(tr("%1 test pictures").arg(seen));
    const double share = 1 - double(wrong.size()) / std::max(1, count);
    m_sentence->setText(
        m_showsReadings
            ? tr("%1 test pictures as they are read with %2 labels a class: %3 right; outlined: wrong")
                  .arg(seen, texts.grouped(m_model.view().perClass), percentText(texts, share))
            : tr("%1 test pictures; the encoder never saw a label. Discs: those with one").arg(seen));
}

void LabelMapPage::refreshDiscs()
{
    const auto code = m_model.reader(LabelRow::Code);
    const CodeMap* map = m_model.codeMap();
    m_labels = m_model.drawnLabels();
    m_places.clear();
    if (code && map)
        m_places = placesOf(*code->feature, code->feature->train, m_labels.rows, map->pca,
                            m_model.context().workers);
    m_map->update();
}

void LabelMapPage::paintDiscs(QPainter& p, const MapFrame& frame) const
{
    const double radius = m_labels.count() > 100 ? m_style.px(6) : m_style.px(10);
    for (std::size_t i = 0; 2 * i < m_places.size(); ++i) {
        const QPointF at = frame.toPixel(double(m_places[2 * i]), double(m_places[2 * i + 1]));
        const int name = m_model.classes().names[static_cast<std::size_t>(m_labels.classes[i])];
        paintLabelDisc(p, at, radius, name, m_style.theme);
    }
}

} // namespace hg
