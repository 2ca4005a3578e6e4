#include "ui/labs/conv/conv_lab.h"

#include "core/lab/named_filters.h"
#include "ui/labs/conv/conv_chips.h"
#include "ui/labs/conv/conv_clipboard.h"
#include "ui/labs/conv/conv_inspector.h"
#include "ui/labs/conv/conv_stage.h"
#include "ui/labs/conv/input_source.h"
#include "ui/labs/conv/line_inspector.h"
#include "ui/labs/conv/listen_bar.h"
#include "ui/labs/conv/paint_brush.h"
#include "ui/painters/conv_export.h"
#include "ui/theme/error_text.h"
#include "ui/widgets/controls.h"

#include <QUndoCommand>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {

/// Old, new, merge key: the only undo class of the lab.
class SceneCommand : public QUndoCommand {
public:
    SceneCommand(ConvLab& lab, ConvScene before, ConvScene after, int mergeKey)
        : m_lab(lab), m_before(std::move(before)), m_after(std::move(after)), m_mergeKey(mergeKey)
    {}
    void undo() override { m_lab.setScene(m_before); }
    void redo() override { m_lab.setScene(m_after); }
    int id() const override { return m_mergeKey > 0 ? m_mergeKey : -1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        m_after = static_cast<const SceneCommand*>(next)->m_after;
        setObsolete(m_after == m_before); // stepped there and back: nothing is left to undo
        return true;
    }

private:
    ConvLab& m_lab;
    ConvScene m_before, m_after;
    int m_mergeKey;
};

ConvLab::ConvLab(AppContext& context, int axes)
    : m_axes(axes)
    , m_examples(axes, context.assets)
    , m_timeline(context.clock)
    , m_stage(new ConvStage(m_timeline))
    , m_inspector(axes == 1 ? static_cast<SceneInspector*>(new LineInspector(*this, context.assets))
                            : new ConvInspector(*this))
{
    m_clipboard = new ConvClipboard(*this, context);
    if (axes == 2) {
        m_source = new InputSource(*this, *m_clipboard);
        m_stage->setTool(new BrushField(*new PaintBrush(*this), *this)); // the brush is a child of the lab
        m_inspector->column()->insertWidget(2, m_source);                // behind the examples
        m_stage->setExtra(new ListenBar(*this, *m_clipboard));
    }
    connect(canvas(), &ConvCanvas::valueEdited, this, &ConvLab::editCell);
    connect(m_inspector, &SceneInspector::fileAsked, m_clipboard, &ConvClipboard::chooseFile);
    connect(m_stage, &ConvStage::agreementAsked, this, &ConvLab::agree);
    connect(m_stage, &ConvStage::switched, this, &Lab::summaryChanged);
    connect(m_stage, &ConvStage::exampleAsked, this,
            [this](std::string_view id) { edit(*m_examples.find(id)->scene); });
    setScene(*m_examples.find(axes == 2 ? "lecture-example" : "lecture-1d-full")->scene);
    rewind();
}

ConvLab::~ConvLab() = default;

QWidget* ConvLab::inspector()
{
    return m_inspector;
}

QWidget* ConvLab::stage()
{
    return m_stage;
}

ConvCanvas* ConvLab::canvas() const
{
    return m_stage->canvas();
}

QWidget* ConvLab::topRow() const
{
    return m_stage->topRow();
}

Notice* ConvLab::notice() const
{
    return m_stage->notice();
}

QString ConvLab::summary() const
{
    if (m_scene.pooling) return tr("A window slides over the input; each position gives one number.");
    if (m_scene.filters() > 1)
        return tr("A layer is a collection of filters; each one draws its own picture.");
    if (m_scene.isTransposed) return tr("Transposed: every input stamps a scaled copy of the filter.");
    return tr("A filter slides over the padded input; each position gives one sum.");
}

void ConvLab::setStyle(const PaintStyle& style)
{
    m_stage->setStyle(style);
    m_inspector->setStyle(style);
    if (m_source) m_source->setStyle(style);
    if (m_problem) showProblem(*m_problem);
}

std::optional<Exportable> ConvLab::exportable(const ExportChoice& choice) const
{
    return exportConvolution(m_figure, canvas()->look(), m_timeline.position(), choice);
}

bool ConvLab::offers(CommandId command) const
{
    return ConvClipboard::knows(command);
}

void ConvLab::run(CommandId command)
{
    m_clipboard->run(command);
}

std::vector<ChipContent> ConvLab::chips()
{
    return convChips(*this);
}

void ConvLab::setPresented(bool isPresented)
{
    m_stage->setPresented(isPresented);
}

void ConvLab::edit(const ConvScene& scene, int mergeKey)
{
    if (scene == m_scene) return;
    m_undo.push(new SceneCommand(*this, m_scene, scene, mergeKey));
}

LabState ConvLab::state() const
{
    const ConvLook& look = canvas()->look();
    return ConvState{m_scene,
                     {m_timeline.position(), look.filter, look.showGhost, look.showsZeros, look.hasOneScale}};
}

void ConvLab::openState(const LabState& state)
{
    const auto* numbers = std::get_if<ConvState>(&state);
    if (!numbers) return;
    m_timeline.pause();
    edit(numbers->scene);
    const ConvView& view = numbers->view;
    m_stage->setGhostShown(view.showsGhost);
    m_stage->setZerosShown(view.showsZeros);
    m_stage->setOneScale(view.hasOneScale);
    canvas()->setFilter(std::clamp(view.filter, 0, m_figure.scene.filters() - 1));
    m_timeline.seek(view.position);
}

void ConvLab::openPreset(std::string_view id)
{
    const ConvExample* example = m_examples.find(id);
    if (!example) return;
    m_timeline.pause();
    if (!example->scene) return m_clipboard->loadPreset(example->id);
    edit(*example->scene);
    rewind();
}

void ConvLab::rewind()
{
    m_timeline.pause();
    m_timeline.seek(m_timeline.opening());
}

void ConvLab::setScene(const ConvScene& scene)
{
    m_scene = scene;
    auto figure = evaluate(scene);
    if (figure) {
        m_problem.reset();
        notice()->clear();
        m_figure = std::move(*figure);
        m_stage->showFigure(m_figure);
        m_timeline.setOpening(openingPosition(m_figure));
        m_timeline.setCount(m_figure.positionCount());
    } else
        showProblem(figure.error()); // the last picture stays
    Q_EMIT sceneChanged();
    Q_EMIT summaryChanged();
}

void ConvLab::showProblem(const Error& error)
{
    m_problem = error;
    QList<Offer> offers;
    if (nearestWorking(m_scene)) offers << Offer{tr("Use the nearest that works"), [this] { takeWayOut(); }};
    notice()->showProblem(
        tr("Not possible: %1. The last picture that worked is shown.").arg(errorSentence(error)), offers);
}

void ConvLab::tell(const QString& sentence, const QList<Offer>& offers)
{
    notice()->showProblem(sentence, offers);
}

/// What is impossible is told again.
void ConvLab::forgetRemark()
{
    m_problem ? showProblem(*m_problem) : notice()->clear();
}

void ConvLab::takeWayOut()
{
    if (const auto scene = nearestWorking(m_scene)) edit(*scene);
}

void ConvLab::editCell(const ConvHit& cell, double value)
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

void ConvLab::agree()
{
    edit(withWordsAsNumbers(m_figure));
}

std::unique_ptr<Lab> makeConv2dLab(AppContext& context)
{
    return std::make_unique<ConvLab>(context, 2);
}

} // namespace hg
