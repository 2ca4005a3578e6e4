#include "ui/labs/autoencoder/ae_numbers.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/theme/error_text.h"

#include <QFileInfo>

#include <array>

namespace hg {
namespace {

constexpr std::array names{"codes", "rebuilt", "aligned", "pca", "mds"}; // in the order of What

} // namespace

AeNumbers::AeNumbers(AeModel& model) : m_model(model), m_job(model.context().jobs)
{
    connect(&m_job, &Job::cancelled, this,
            [this] { m_model.confirm(tr("Cancelled; nothing was written.")); });
}

bool AeNumbers::isPossible() const
{
    return m_model.data() && m_model.moment().model;
}

bool AeNumbers::has(What what) const
{
    switch (what) {
    case What::Codes:
    case What::Rebuilt:
        return isPossible();
    case What::Aligned:
        return isPossible() && m_model.compared().alignment();
    case What::PcaScores:
        return m_model.data() && m_model.data()->hasPca();
    case What::Mds:
        return m_model.compared().mds().isDone();
    }
    return false;
}

const Samples& AeNumbers::samplesOf(const Choice& choice) const
{
    const Dataset& dataset = *m_model.data()->dataset;
    return choice.ofTraining && hasTraining(choice.what) ? dataset.train : dataset.test;
}

bool AeNumbers::hasLabels(const Choice& choice) const
{
    return !samplesOf(choice).labels.empty();
}

int AeNumbers::rows(const Choice& choice) const
{
    return choice.what == What::Mds ? m_model.compared().mds().pictures() : samplesOf(choice).count;
}

int AeNumbers::columns(const Choice& choice) const
{
    const Plan& plan = *m_model.moment().model->plan;
    if (choice.what == What::Rebuilt) return static_cast<int>(plan.outputSize());
    if (choice.what == What::Codes) return plan.codeSize();
    if (choice.what == What::PcaScores) return std::min(plan.codeSize(), m_model.data()->pca.count());
    return 2;
}

QString AeNumbers::proposedName(const Choice& choice)
{
    return QLatin1String(names[static_cast<std::size_t>(choice.what)]) +
           QLatin1String(choice.ofTraining ? "-train" : "-test");
}

std::optional<SampleNumbers> AeNumbers::numbersOf(const Choice& choice) const
{
    if (!isPossible() || !has(choice.what)) return std::nullopt;
    const Samples& samples = samplesOf(choice);
    SampleNumbers numbers;
    numbers.model = m_model.moment().model;
    numbers.samples = samples.view();
    numbers.owner = m_model.sharedData();
    numbers.labels = samples.labels;
    using Kind = SampleNumbers::Kind;
    numbers.kind = choice.what == What::Rebuilt     ? Kind::Rebuilt
                   : choice.what == What::Aligned   ? Kind::Aligned
                   : choice.what == What::PcaScores ? Kind::PcaScores
                                                    : Kind::Codes;
    if (choice.what == What::Aligned) numbers.alignment = m_model.compared().alignment();
    if (choice.what == What::PcaScores)
        numbers.pca = firstComponents(m_model.data()->pca, numbers.model->plan->codeSize());
    return numbers;
}

void AeNumbers::save(const QString& path, const Choice& choice)
{
    const QString name = QFileInfo(path).fileName();
    m_model.context().settings.setOpenFolder(QFileInfo(path).path());
    const auto done = [this, name](const Result<void>& result) {
        if (result) return m_model.confirm(tr("Saved: %1").arg(name));
        m_model.refuse(name, errorSentence(result.error()));
    };
    if (choice.what == What::Mds) {
        const auto& moment = m_model.compared().mds().moment();
        if (!moment) return;
        std::vector<int> labels = samplesOf(choice).labels;
        if (!labels.empty()) labels.resize(static_cast<std::size_t>(rows(choice)));
        return done(writeRows(pathOf(path), *moment->points, 2, labels));
    }
    auto numbers = numbersOf(choice);
    if (!numbers) return;
    m_job.start<Result<void>>(
        tr("Writing %1").arg(name),
        [path = pathOf(path), numbers = std::move(*numbers), &workers = m_model.context().workers](
            const Watch& watch) { return writeNumbers(path, numbers, workers, watch); },
        done);
}

} // namespace hg
