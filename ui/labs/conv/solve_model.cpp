#include "ui/labs/conv/solve_model.h"

#include "ui/painters/solve_export.h"
#include "ui/theme/error_text.h"

#include <algorithm>

namespace hg {

SolveModel::SolveModel(AppContext& context, LabModel& lab, ConvModel& numbers)
    : TabModel(numbers, ConvTab::Solve), m_lab(lab), m_timeline(context.clock)
{
    adopt({});
    connect(&m_timeline, &Timeline::changed, this, &SolveModel::followRow);
    connect(&m_numbers, &ConvModel::sceneChanged, this, &SolveModel::changed);
    connect(&m_numbers, &ConvModel::viewBrought, this, &SolveModel::takeBrought);
}

SolveSetup SolveModel::setup() const
{
    SolveSetup setup = m_layers->setup;
    setup.row = m_chosen;
    return setup;
}

void SolveModel::open(const SolveSetup& setup)
{
    m_timeline.pause();
    adopt(setup);
}

void SolveModel::change(const std::function<void(SolveSetup&)>& how)
{
    SolveSetup changed = setup();
    how(changed);
    if (changed == setup()) return;
    m_timeline.pause();
    adopt(changed);
}

/// The row that was chosen is chosen again wherever it is one of the rows.
void SolveModel::adopt(const SolveSetup& setup)
{
    m_layers = std::make_shared<const SolvedLayers>(solvedLayers(setup));
    m_chosen = setup.row;
    m_shownRow = m_layers->chosen();
    { // the rows in between are nobody's choice
        const QSignalBlocker untold(m_timeline);
        m_timeline.setRows(static_cast<int>(m_layers->rows.size()));
        m_timeline.seek(m_shownRow);
    }
    Q_EMIT m_timeline.stateChanged();
    Q_EMIT m_timeline.changed();
    Q_EMIT changed();
}

void SolveModel::followRow()
{
    if (m_timeline.row() == m_shownRow || m_layers->rows.empty()) return;
    m_shownRow = m_timeline.row();
    m_chosen = rowOf(*solution());
    Q_EMIT changed();
}

void SolveModel::choose(int row)
{
    if (m_layers->rows.empty()) return;
    m_timeline.pause();
    m_timeline.seek(row);
}

const GeometrySolution* SolveModel::solution() const
{
    const auto& rows = m_layers->rows;
    return rows.empty() ? nullptr : &rows[static_cast<std::size_t>(row())];
}

std::optional<SizePair> SolveModel::scenesSizes() const
{
    const ConvFigure& figure = m_numbers.figure();
    const ConvAxis& axis = figure.geometry.w;
    SizePair sizes{axis.input, axis.output};
    if (figure.scene.isTransposed) std::swap(sizes.from, sizes.to);
    const bool isInRange = std::max(sizes.from, sizes.to) <= largestSide;
    const SizePair looked{setup().from, setup().to};
    const bool isSame = sizes == looked && figure.scene.isTransposed == setup().beginsWithDecoder;
    return isInRange && !isSame ? std::optional(sizes) : std::nullopt;
}

void SolveModel::use()
{
    const GeometrySolution* row = solution();
    if (!row) return;
    // The decoder's input is what the encoder made: its numbers are the encoder's.
    const bool isFromDecoder = m_used && m_numbers.scene() == m_used->pair.decoder;
    const auto pair = scenesOf(isFromDecoder ? m_used->pair.encoder : m_numbers.scene(), *row);
    if (!pair) return m_numbers.tell(errorSentence(pair.error()));
    const bool isDecoderFirst = setup().beginsWithDecoder;
    m_used = Used{row->direct, *pair};
    m_numbers.usePair(isDecoderFirst ? pair->decoder : pair->encoder,
                      isDecoderFirst ? pair->encoder : pair->decoder);
    m_lab.confirm(
        tr("Encoder %1 → %2 and decoder %2 → %1 are set").arg(row->direct.input).arg(row->direct.output));
    Q_EMIT changed();
}

std::optional<int> SolveModel::usedRow() const
{
    if (!m_used) return std::nullopt;
    const ConvScene& scene = m_numbers.scene();
    if (!(scene == m_used->pair.encoder || scene == m_used->pair.decoder)) return std::nullopt;
    const auto found = std::ranges::find(m_layers->rows, m_used->direct, &GeometrySolution::direct);
    if (found == m_layers->rows.end()) return std::nullopt;
    return static_cast<int>(found - m_layers->rows.begin());
}

void SolveModel::show(bool isDecoder)
{
    if (!usedRow()) return;
    m_numbers.turn(FigureSwitch::Transpose, isDecoder);
    m_numbers.setTab(ConvTab::Sliding);
    m_numbers.rewind();
}

QList<Offer> SolveModel::nearest()
{
    QList<Offer> offers;
    for (const SizePair pair : m_layers->nearest)
        offers << Offer{tr("%1 → %2").arg(pair.from).arg(pair.to), [this, pair] {
                            change([pair](SolveSetup& to) {
                                to.from = pair.from;
                                to.to = pair.to;
                            });
                        }};
    if (m_layers->rows.empty() && offers.isEmpty())
        offers << Offer{tr("Use the usual limits"),
                        [this] { change([](SolveSetup& to) { to.limits = {}; }); }};
    return offers;
}

ChipContent SolveModel::numberChip(const QString& name, int value, int most,
                                   const std::function<void(SolveSetup&, int)>& set)
{
    ChipContent chip{.name = name};
    for (int i = 1; i <= most; ++i)
        chip.values << QString::number(i);
    chip.current = value - 1;
    chip.choose = [this, set](int i) { change([&](SolveSetup& s) { set(s, i + 1); }); };
    return chip;
}

std::vector<ChipContent> SolveModel::withChips(std::vector<ChipContent>)
{
    const SolveSetup s = setup();
    ChipContent begin{.name = tr("begin with")};
    begin.values = {tr("encoder"), tr("decoder")};
    begin.current = s.beginsWithDecoder ? 1 : 0;
    begin.areNumbers = begin.isNameShown = false;
    begin.choose = [this](int i) {
        if ((i == 1) != setup().beginsWithDecoder) turnRound();
    };
    ChipContent mirror{.name = tr("mirror")};
    mirror.values = {tr("off"), tr("on")};
    mirror.isSwitch = true;
    mirror.current = s.showsMirror ? 1 : 0;
    mirror.choose = [this](int i) { change([i](SolveSetup& to) { to.showsMirror = i == 1; }); };
    ChipContent size = numberChip(tr("size up to"), s.limits.size, largestKernel,
                                  [](SolveSetup& to, int v) { to.limits.size = v; });
    ChipContent stride = numberChip(tr("stride up to"), s.limits.stride, largestStride,
                                    [](SolveSetup& to, int v) { to.limits.stride = v; });
    size.look = ChipLook::Filter;
    stride.look = ChipLook::Accent;
    return {numberChip(tr("from"), s.from, largestSide, [](SolveSetup& to, int v) { to.from = v; }),
            numberChip(tr("to"), s.to, largestSide, [](SolveSetup& to, int v) { to.to = v; }),
            begin,
            size,
            stride,
            mirror};
}

QString SolveModel::summary() const
{
    return tr("The size formula backwards: name the sizes, get the settings.");
}

std::optional<Exportable> SolveModel::exportable(const ExportChoice& choice) const
{
    return exportSolved(m_layers, row(), usedRow(), choice);
}

} // namespace hg
