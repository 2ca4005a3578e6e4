#include "ui/labs/conv/conv_model.h"

#include "core/lab/conv_matrix.h"
#include "core/lab/conv_moment.h"
#include "core/lab/named_filters.h"
#include "ui/theme/error_text.h"

#include <algorithm>

namespace hg {
namespace {

constexpr std::string_view lectureId = "lecture-example";

} // namespace

ConvModel::ConvModel(AppContext& context, QUndoStack& undo, int axes, std::string_view opening)
    : m_axes(axes), m_undo(undo), m_examples(axes, context), m_timeline(context.clock)
{
    m_isOn[static_cast<std::size_t>(FigureSwitch::Ghost)] = true;
    adopt(*m_examples.find(opening)->scene);
    rewind();
}

ConvModel::~ConvModel() = default;

ConvState ConvModel::state() const
{
    return {m_scene,
            {m_timeline.position(), m_look.filter, isOn(FigureSwitch::Ghost), isOn(FigureSwitch::Zeros),
             isOn(FigureSwitch::OneScale), tab()}};
}

void ConvModel::open(const ConvState& state)
{
    m_timeline.pause();
    edit(state.scene);
    const ConvView& view = state.view;
    turn(FigureSwitch::Ghost, view.showsGhost);
    turn(FigureSwitch::Zeros, view.showsZeros);
    turn(FigureSwitch::OneScale, view.hasOneScale);
    setTab(view.tab);
    setFilter(std::clamp(view.filter, 0, m_figure.scene.filters() - 1));
    m_timeline.seek(view.position);
}

void ConvModel::edit(const ConvScene& scene, const std::string& merges)
{
    if (scene == m_scene) return;
    m_undo.push(new StateEdit<ConvScene>(*this, m_scene, scene, merges));
}

void ConvModel::editCell(const ConvHit& cell, double value)
{
    ConvScene scene = m_scene;
    const bool isInput = cell.place == ConvPlace::Input;
    const Shape grid = isInput ? scene.input.shape : scene.kernel.shape;
    // While the scene is impossible the picture is an older one, and may have cells that are no more.
    if (cell.row >= grid.height || cell.column >= grid.width || cell.channel >= scene.channels() ||
        cell.filter >= scene.filters())
        return;
    (isInput ? scene.input.at(0, cell.channel, cell.row, cell.column)
             : weightAt(scene, cell.filter, cell.channel, cell.row, cell.column)) = value;
    forgetRemark();
    edit(scene);
}

void ConvModel::openPreset(std::string_view id)
{
    const ConvExample* example = m_examples.find(id);
    if (!example) return;
    m_timeline.pause();
    if (!example->scene) return Q_EMIT presetAsked(example->id);
    edit(*example->scene);
    turn(FigureSwitch::Zeros, example->view.showsZeros);
    Q_EMIT viewBrought(example->view);
    setTab(example->view.tab);
    rewind();
}

void ConvModel::rewind()
{
    m_timeline.pause();
    m_timeline.seek(m_timeline.opening());
}

void ConvModel::adopt(const ConvScene& scene)
{
    m_scene = scene;
    auto figure = evaluate(scene);
    if (figure)
        takeFigure(std::move(*figure));
    else
        m_problem = figure.error(); // the last picture stays
    m_remark = {};
    Q_EMIT remarkChanged();
    Q_EMIT sceneChanged();
}

void ConvModel::takeFigure(ConvFigure figure)
{
    m_problem.reset();
    m_figure = std::move(figure);
    m_rules = compareRules(m_figure);
    m_look.outlined = m_rules.differing;
    if (!lecture() || m_scene != *lecture()) m_isOn[static_cast<std::size_t>(FigureSwitch::Erratum)] = false;
    followSwitches();
    Q_EMIT figureChanged();
    m_timeline.setOpening(openingPosition(m_figure));
    m_timeline.setCount(m_figure.positionCount());
}

void ConvModel::usePair(const ConvScene& first, const ConvScene& second)
{
    m_turned.emplace(first, second);
    edit(first);
}

void ConvModel::agree()
{
    edit(withWordsAsNumbers(m_figure));
}

void ConvModel::applyAgain()
{
    const auto next = appliedAgain(m_figure);
    next ? edit(*next) : tell(errorSentence(next.error()));
}

int ConvModel::front() const
{
    return std::clamp(m_look.filter, 0, m_scene.filters() - 1);
}

void ConvModel::setFilter(int filter)
{
    if (m_look.filter == filter) return;
    m_look.filter = filter;
    Q_EMIT lookChanged();
    Q_EMIT filterChanged();
}

bool ConvModel::isOffered(FigureSwitch which) const
{
    const ConvScene& s = m_figure.scene;
    if (!hasPicture(tab())) return false;
    if ((which == FigureSwitch::Transpose) != (tab() == ConvTab::Matrix)) return false;
    switch (which) {
    case FigureSwitch::Transpose:
        return !s.pooling;
    case FigureSwitch::Erratum:
        return lecture() && s.input == lecture()->input && s.kernel == lecture()->kernel && !s.isTransposed;
    case FigureSwitch::Ghost:
        return m_figure.strideOne.has_value();
    case FigureSwitch::Zeros:
        return s.isTransposed;
    case FigureSwitch::OneScale:
        return m_hasSlicesWithoutNumbers;
    case FigureSwitch::Predict:
    case FigureSwitch::Terms:
        break;
    }
    return true;
}

void ConvModel::setTab(ConvTab tab)
{
    if (m_axes == 1 && (tab == ConvTab::Field || tab == ConvTab::Checkerboards))
        tab = ConvTab::Sliding; // they are of the plane
    if (m_look.tab == tab) return;
    m_look.tab = tab;
    if (tab != ConvTab::Sliding) turn(FigureSwitch::Predict, false); // nothing is asked there
    Q_EMIT lookChanged();
    Q_EMIT switchesChanged();
}

/// The matrix turned over: a direct figure becomes the transposed one with the same filter, and the other way
/// round.
void ConvModel::transpose()
{
    if (m_turned && m_turned->second == m_scene) return edit(m_turned->first);
    if (m_turned && m_turned->first == m_scene) return edit(m_turned->second);
    const TensorD probe = usualProbe(m_figure.outputShape());
    const auto turned = m_scene.isTransposed ? directScene(m_scene, probe) : transposedScene(m_scene, probe);
    if (!turned) return tell(tr("The matrix cannot be turned over: %1.").arg(errorSentence(turned.error())));
    m_turned.emplace(m_scene, *turned);
    edit(*turned);
}

void ConvModel::turn(FigureSwitch which, bool isOn)
{
    if (which == FigureSwitch::Transpose) {
        if (isOn != m_scene.isTransposed) transpose();
        return Q_EMIT switchesChanged(); // it stays where it was when that was not possible
    }
    // The wrong table is a part of the ghost of one example: without that nobody sees where it comes from.
    if (which == FigureSwitch::Erratum && isOn) {
        edit(*lecture());
        m_isOn[static_cast<std::size_t>(FigureSwitch::Ghost)] = true;
    }
    m_isOn[static_cast<std::size_t>(which)] = isOn;
    followSwitches();
    Q_EMIT lookChanged();
    Q_EMIT switchesChanged();
}

const ConvScene* ConvModel::lecture() const
{
    const ConvExample* example = m_examples.find(lectureId);
    return example ? &*example->scene : nullptr;
}

/// What the switches say, onto look and timeline.
void ConvModel::followSwitches()
{
    m_look.showGhost = isOn(FigureSwitch::Ghost);
    m_look.showsZeros = isOn(FigureSwitch::Zeros);
    m_look.hasOneScale = isOn(FigureSwitch::OneScale);
    m_look.showsErratum = isOn(FigureSwitch::Erratum);
    m_timeline.setTerms(isOn(FigureSwitch::Terms) ? termCount(m_figure) : 0);
}

void ConvModel::setSlicesWithoutNumbers(bool areThere)
{
    if (m_hasSlicesWithoutNumbers == areThere) return;
    m_hasSlicesWithoutNumbers = areThere;
    Q_EMIT switchesChanged();
}

void ConvModel::setHidden(bool hidesNext, bool hidesSize)
{
    if (m_look.hidesNext == hidesNext && m_look.hidesSize == hidesSize) return;
    m_look.hidesNext = hidesNext;
    m_look.hidesSize = hidesSize;
    m_timeline.setCountHidden(hidesSize);
    Q_EMIT lookChanged();
}

void ConvModel::setHeardSecond(std::optional<double> second)
{
    if (m_heardSecond == second) return;
    m_heardSecond = second;
    Q_EMIT heardSecondChanged();
}

Remark ConvModel::remark()
{
    if (!m_remark.sentence.isEmpty() || !m_problem) return m_remark;
    Remark remark{
        tr("Not possible: %1. The last picture that worked is shown.").arg(errorSentence(*m_problem))};
    if (nearestWorking(m_scene))
        remark.offers << Offer{tr("Use the nearest that works"), [this] { takeWayOut(); }};
    return remark;
}

void ConvModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_remark = {sentence, offers};
    Q_EMIT remarkChanged();
}

void ConvModel::forgetRemark()
{
    m_remark = {};
    Q_EMIT remarkChanged();
}

void ConvModel::takeWayOut()
{
    if (const auto scene = nearestWorking(m_scene)) edit(*scene);
}

} // namespace hg
