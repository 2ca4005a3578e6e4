#include "ui/labs/conv/plane_model.h"

#include "ui/labs/conv/conv_chips.h"
#include "ui/labs/conv/conv_words.h"
#include "ui/painters/conv_export.h"

namespace hg {

PlaneModel::PlaneModel(AppContext& context)
    : LabModel(context, "conv2d")
    , m_numbers(context, *undoStack(), 2, "lecture-example")
    , m_learned(context, m_numbers)
    , m_field(context, m_numbers)
    , m_solve(context, *this, m_numbers)
    , m_files(*this, m_numbers)
    , m_inputs(m_numbers, m_files)
    , m_sounds(m_numbers, m_files)
{
    connect(&m_numbers, &ConvModel::switchesChanged, this, &LabModel::changed);
    connect(&m_numbers, &ConvModel::filterChanged, this, &LabModel::changed);
    connect(&m_inputs, &InputChoices::nameChanged, this, &LabModel::changed);
    connect(&m_learned, &LearnedModel::changed, this, &LabModel::changed);
    connect(&m_learned, &LearnedModel::shownChanged, this, &LabModel::timelineChanged);
    connect(&m_field, &FieldModel::changed, this, &LabModel::changed);
    connect(&m_field, &FieldModel::shownChanged, this, &LabModel::timelineChanged);
    connect(&m_solve, &SolveModel::changed, this, &LabModel::changed);
    connect(&m_solve, &SolveModel::shownChanged, this, &LabModel::timelineChanged);
    watch(m_files.job());
    watch(m_learned.job());
}

void PlaneModel::open(const LabState& state)
{
    const auto* numbers = std::get_if<ConvState>(&state);
    if (!numbers) return;
    m_numbers.open(*numbers);
    m_learned.open(numbers->view.learn);
    m_field.open(numbers->view.field);
    m_solve.open(numbers->view.solve);
}

Timeline* PlaneModel::timeline()
{
    if (m_field.isShown()) return m_field.timeline();
    if (m_solve.isShown()) return m_solve.timeline();
    return m_learned.isShown() ? static_cast<Timeline*>(m_learned.timeline()) : m_numbers.timeline();
}

QString PlaneModel::summary() const
{
    if (m_field.isShown()) return FieldModel::summary();
    if (m_solve.isShown()) return m_solve.summary();
    return m_learned.isShown() ? LearnedModel::summary() : convSummary(m_numbers.scene());
}

std::vector<ChipContent> PlaneModel::chips()
{
    auto chips = convChips(m_numbers, m_inputs.chip(), planeWeightsChip(m_numbers, texts()));
    return m_solve.withChips(m_field.withChips(m_learned.withChips(std::move(chips))));
}

std::optional<Exportable> PlaneModel::exportable(const ExportChoice& choice) const
{
    if (m_field.isShown()) return m_field.exportable(choice);
    if (m_learned.isShown()) return m_learned.exportable(choice);
    if (m_solve.isShown()) return m_solve.exportable(choice);
    return exportConvolution(m_numbers.figure(), m_numbers.look(), m_numbers.position(), choice);
}

bool PlaneModel::offers(CommandId command) const
{
    return command == CommandId::Copy || LabModel::offers(command);
}

void PlaneModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_numbers.tell(sentence, offers);
}

bool PlaneModel::takeContent(const QMimeData& content, const QString& where)
{
    return m_files.takeContent(content, where);
}

} // namespace hg
