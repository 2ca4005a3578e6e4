#include "ui/labs/conv/plane_model.h"

#include "ui/labs/conv/conv_chips.h"

namespace hg {

PlaneModel::PlaneModel(AppContext& context)
    : LabModel(context, "conv2d")
    , m_numbers(context, *undoStack(), 2, "lecture-example")
    , m_learned(context, m_numbers)
    , m_field(context, m_numbers)
    , m_solve(context, *this, m_numbers)
    , m_checkerboards(context, *this, m_numbers)
    , m_tabs(*this, m_numbers, {&m_learned, &m_field, &m_solve, &m_checkerboards})
    , m_files(*this, m_numbers)
    , m_inputs(m_numbers, m_files)
    , m_sounds(m_numbers, m_files)
{
    connect(&m_numbers, &ConvModel::switchesChanged, this, &LabModel::changed);
    connect(&m_numbers, &ConvModel::filterChanged, this, &LabModel::changed);
    connect(&m_inputs, &InputChoices::nameChanged, this, &LabModel::changed);
    watch(m_files.job());
    watch(m_learned.job());
}

void PlaneModel::open(const LabState& state)
{
    if (const auto* numbers = std::get_if<ConvState>(&state)) m_tabs.open(*numbers);
}

std::vector<ChipContent> PlaneModel::chips()
{
    return m_tabs.withChips(convChips(m_numbers, m_inputs.chip(), planeWeightsChip(m_numbers, texts())));
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
