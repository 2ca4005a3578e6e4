#include "ui/labs/conv/line_inputs.h"

#include "core/data/instruments.h"
#include "core/io/sound_file.h"
#include "core/lab/line_sources.h"
#include "core/lab/sound_numbers.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/theme/error_text.h"
#include "ui/theme/line_text.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int usualRate = 8000, usualCount = 48, fewest = 16;

/// What the list holds behind the made signals, in its order.
std::vector<std::string> soundIds()
{
    std::vector<std::string> ids;
    for (const auto id : instrumentIds)
        ids.emplace_back(id);
    for (const auto id : melodyIds)
        ids.emplace_back(id);
    return ids;
}

} // namespace

LineInputs::LineInputs(LabModel& lab, ConvModel& numbers)
    : m_lab(lab), m_numbers(numbers), m_job(lab.context().jobs)
{
    connect(&numbers, &ConvModel::sceneChanged, this, &LineInputs::changed);
    connect(&m_job, &Job::changed, this, &LineInputs::changed);
}

QStringList LineInputs::names() const
{
    QStringList names{tr("Own numbers")};
    for (const LineSource& source : lineSources())
        names << sourceName(m_lab.texts(), source.id);
    for (const std::string& id : soundIds())
        names << sourceName(m_lab.texts(), id);
    return names << tr("Open a sound…");
}

int LineInputs::current() const
{
    const TensorD& input = m_numbers.scene().input;
    const bool isFromSource =
        std::equal(m_taken.begin(), m_taken.end(), input.data.begin(),
                   input.data.begin() + std::min<std::ptrdiff_t>(input.shape.width, std::ssize(input.data)));
    return isFromSource && !m_taken.empty() ? m_row : 0;
}

int LineInputs::rateHz() const
{
    const double rate = m_numbers.scene().sampleRate;
    return rate > 0 ? static_cast<int>(rate) : usualRate;
}

void LineInputs::choose(int row)
{
    const auto made = lineSources();
    const auto sounds = soundIds();
    const int firstSound = static_cast<int>(made.size()) + 1,
              file = firstSound + static_cast<int>(sounds.size());
    if (row == 0) return Q_EMIT changed(); // the list goes back to what is shown
    if (row >= file) {
        Q_EMIT changed();
        return Q_EMIT m_lab.fileAsked();
    }
    m_row = row;
    if (row >= firstSound) return load(sounds[static_cast<std::size_t>(row - firstSound)]);
    const int now = m_numbers.scene().input.shape.width;
    const auto numbers =
        sourceNumbers(made[static_cast<std::size_t>(row - 1)].id, now < fewest ? usualCount : now, rateHz());
    numbers ? takeNumbers(*numbers, rateHz()) : m_numbers.tell(errorSentence(numbers.error()));
}

void LineInputs::load(const std::string& id)
{
    m_job.start<Result<Loaded>>(
        tr("Reading %1").arg(sourceName(m_lab.texts(), id)),
        [id, assets = m_lab.context().assets](const Watch&) -> Result<Loaded> {
            const auto sound = loadInstrument(soundIdOf(id, assets), assets);
            if (!sound) return sound.error();
            return Loaded{loudestNumbers(monoMix(*sound), largestSide), sound->rateHz};
        },
        [this](const Result<Loaded>& loaded) {
            loaded ? takeNumbers(loaded->numbers, loaded->rateHz)
                   : m_numbers.tell(errorSentence(loaded.error()));
        });
}

void LineInputs::takeNumbers(const std::vector<double>& numbers, double rate)
{
    m_taken = numbers;
    ConvScene scene = withInputSize(m_numbers.scene(), {1, static_cast<int>(numbers.size())});
    std::copy(numbers.begin(), numbers.end(), scene.input.data.begin());
    scene.sampleRate = rate;
    m_numbers.edit(scene);
    Q_EMIT changed();
}

ChipContent LineInputs::chip()
{
    ChipContent chip{.name = tr("input")};
    chip.values = names();
    chip.current = current();
    chip.areNumbers = false;
    chip.isElidable = true;
    chip.choose = [this](int row) { choose(row); };
    return chip;
}

} // namespace hg
