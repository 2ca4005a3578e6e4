#include "ui/labs/autoencoder/walk_form.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/walk_model.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

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
    , m_across(new Stepper)
    , m_up(new Stepper)
{
    column()->setContentsMargins(0, 0, 0, 0);
    m_pictures->setRange(fewestInFilm, mostInFilm);
    for (auto* stepper : {m_across, m_up})
        stepper->setArrowsShown(false); // two in a row
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
    m_plane = buildPlane();
    addWide(m_plane);
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

QWidget* WalkForm::buildPlane()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* numbers = new QWidget;
    auto* row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_across);
    row->addWidget(m_up);
    auto* which = form->addRow(numbers);
    form->translated([=, this] {
        which->setText(tr("Numbers"));
        m_across->setName(tr("Number across"));
        m_up->setName(tr("Number upwards"));
    });
    return form;
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
    connect(m_across, &Stepper::changed, this,
            [this](double n) { m_model.lookAtNumbers(static_cast<int>(n) - 1, m_model.view().plane.up); });
    connect(m_up, &Stepper::changed, this, [this](double n) {
        m_model.lookAtNumbers(m_model.view().plane.across, static_cast<int>(n) - 1);
    });
    for (auto* stepper : {m_pictures, m_across, m_up})
        heed(*stepper, m_model);
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
    return at < labels.size() ? tr("a %1").arg(labels[at]) : tr("no. %1").arg(*index + 1);
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
    const int code = m_model.run().hasBegun() ? m_model.run().setup().bottleneck : m_model.setup().bottleneck;
    m_plane->setVisible(code > 2);
    for (auto* stepper : {m_across, m_up})
        stepper->setRange(1, std::max(2, code));
    m_across->setValue(std::min(view.plane.across + 1, code));
    m_up->setValue(std::min(view.plane.up + 1, std::max(2, code)));
}

} // namespace hg
