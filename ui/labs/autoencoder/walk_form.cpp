#include "ui/labs/autoencoder/walk_form.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/code_numbers.h"
#include "ui/labs/autoencoder/walk_model.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {

WalkForm::WalkForm(AeModel& model, QWidget* parent)
    : Form(parent)
    , m_model(model)
    , m_from(new QPushButton)
    , m_to(new QPushButton)
    , m_drop(new QPushButton)
    , m_way(new Segmented(2))
    , m_pictures(new Stepper)
    , m_colours(new Switch)
    , m_numbers(new CodeNumbers(model))
{
    column()->setContentsMargins(0, 0, 0, 0);
    m_pictures->setRange(fewestInFilm, mostInFilm);
    for (auto* button : {m_from, m_to})
        button->setCheckable(true);
    build();
    connectAll();
    refresh();
}

void WalkForm::build()
{
    auto* path = addGroup();
    auto* from = addRow(m_from);
    auto* to = addRow(m_to);
    auto* way = addRow(m_way);
    auto* pictures = addRow(m_pictures);
    m_drop->setProperty("look", QStringLiteral("link"));
    addWide(m_drop);
    auto* points = addGroup();
    addWide(m_numbers);
    auto* colours = addRow(m_colours);
    translated([=, this] {
        path->setText(tr("Path"));
        from->setText(tr("From A"));
        to->setText(tr("to B"));
        way->setText(tr("Way"));
        m_way->setTexts({tr("straight"), tr("on data")});
        m_way->setAccessibleName(way->text());
        m_way->button(1)->setToolTip(
            tr("From code to code among the nearest ones, instead of straight across what has no data"));
        pictures->setText(tr("Pictures"));
        m_pictures->setName(tr("Pictures of the path"));
        m_drop->setText(tr("Take the path away"));
        points->setText(tr("Points"));
        colours->setText(tr("Colours"));
        m_colours->setAccessibleName(colours->text());
        refresh();
    });
}

void WalkForm::connectAll()
{
    WalkModel& walk = m_model.walk();
    connect(&m_model, &AeModel::viewChanged, this, &WalkForm::refresh);
    connect(&m_model, &AeModel::setupChanged, this, &WalkForm::refresh);
    connect(&m_model, &AeModel::dataReady, this, &WalkForm::refresh);
    connect(&walk, &WalkModel::pathChanged, this, &WalkForm::refresh);
    connect(m_from, &QPushButton::clicked, &walk,
            [&walk](bool isOn) { walk.choose(isOn ? std::optional(PathEnd::From) : std::nullopt); });
    connect(m_to, &QPushButton::clicked, &walk,
            [&walk](bool isOn) { walk.choose(isOn ? std::optional(PathEnd::To) : std::nullopt); });
    connect(m_drop, &QPushButton::clicked, &walk, &WalkModel::dropPath);
    connect(m_way, &Segmented::chosen, &walk, [&walk](int i) { walk.followData(i == 1); });
    connect(m_pictures, &Stepper::changed, &walk,
            [&walk](double n) { walk.setPictures(static_cast<int>(n)); });
    connect(m_colours, &Switch::toggled, &m_model, &AeModel::colourMaps);
    heed(*m_pictures, m_model);
}

/// "a 3", "no. 18", or what to do.
QString WalkForm::endText(PathEnd end) const
{
    const WalkView& walk = m_model.view().walk;
    if (m_model.walk().choosing() == end) return tr("click one…");
    const std::optional<int> index = end == PathEnd::From ? walk.from : walk.to;
    if (!index || !m_model.data()) return tr("choose…");
    const auto& labels = m_model.data()->dataset->test.labels;
    const auto at = static_cast<std::size_t>(*index);
    if (at >= labels.size()) return tr("no. %1").arg(*index + 1);
    return m_model.showsDigits() ? tr("a %1").arg(labels[at]) : m_model.className(labels[at]);
}

void WalkForm::refresh()
{
    const AutoencoderView& view = m_model.view();
    WalkModel& walk = m_model.walk();
    for (const PathEnd end : {PathEnd::From, PathEnd::To}) {
        auto* button = end == PathEnd::From ? m_from : m_to;
        button->setText(endText(end));
        button->setChecked(walk.choosing() == end);
        button->setAccessibleName(end == PathEnd::From ? tr("Beginning of the path, A")
                                                       : tr("End of the path, B"));
        button->setToolTip(tr("Then click a picture on the map"));
    }
    m_way->setCurrent(view.walk.isThroughData && walk.canFollowData() ? 1 : 0);
    m_way->button(1)->setEnabled(walk.canFollowData());
    m_pictures->setValue(view.walk.pictures);
    m_drop->setVisible(view.walk.from || view.walk.to);
    m_colours->setOn(view.hasColours);
    m_numbers->setVisible(m_numbers->codeSize() > 2);
}

} // namespace hg
