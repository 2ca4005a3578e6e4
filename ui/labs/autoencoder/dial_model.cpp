#include "ui/labs/autoencoder/dial_model.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"

#include <QElapsedTimer>

#include <utility>

namespace hg {
namespace {

constexpr int restMilliseconds = 80;
constexpr double momentMilliseconds = 4; // that the window may take for a figure while somebody drags
constexpr double turnDegrees = 30;

} // namespace

DialModel::DialModel(AeModel& model) : m_model(model), m_job(model.context().jobs)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&model, &AeModel::dialChanged, this, &DialModel::changed);
    connect(&m_rest, &QTimer::timeout, this, &DialModel::measure);
}

DialModel::~DialModel() = default;

const CodeDial* DialModel::dial()
{
    if (!m_model.compared().canDial()) return nullptr;
    const auto& network = m_model.moment().model;
    if (std::exchange(m_dialOf, network) != network) m_dial.emplace(*network, m_model.context().workers);
    if (m_dial->matrix() != matrix()) m_dial->setMatrix(matrix());
    return &*m_dial;
}

const DialMatrix& DialModel::matrix() const
{
    return m_model.view().dial;
}

void DialModel::take(const DialMove& move, const std::string& merges)
{
    const bool isSame = move.matrix == matrix();
    m_stop = move.stop;
    m_stoppedAt = move.matrix;
    m_model.setDial(move.matrix, merges);
    if (isSame) Q_EMIT changed(); // why nothing moves
}

void DialModel::setEntry(int entry, double value)
{
    DialMatrix wanted = matrix();
    wanted[static_cast<std::size_t>(entry)] = value;
    take(moveDial(matrix(), wanted), "dial entry " + std::to_string(entry));
}

void DialModel::dragArrow(int arrow, std::array<double, 2> place)
{
    take(moveArrow(matrix(), arrow, place), "dial drag " + std::to_string(m_drag));
}

void DialModel::letGo()
{
    ++m_drag;
}

void DialModel::reset()
{
    take({dialAsTrained}, {});
}

void DialModel::turn()
{
    take(turnDial(matrix(), turnDegrees), {});
}

void DialModel::swap()
{
    take(swapDial(matrix()), {});
}

void DialModel::stretch()
{
    take(stretchDial(matrix()), {});
}

bool DialModel::hasComponents() const
{
    return m_model.data() && m_model.data()->pca.count() >= 2;
}

void DialModel::turnOntoComponents()
{
    const auto map = m_model.compared().alignment();
    const auto along = map && map->from == 2 ? dialAlong(map->matrix) : std::nullopt;
    if (along) take({*along}, {});
}

DialModel::Measured DialModel::measuredOf(Measured about, const CodeDial& dial, Workers& workers)
{
    QElapsedTimer clock;
    clock.start();
    about.matrix = dial.matrix();
    about.change = dial.largestChange(*about.codes, workers);
    // One that was late is not yet a slow one.
    const double now = double(clock.nsecsElapsed()) / 1e6;
    about.milliseconds = about.milliseconds > 0 ? (about.milliseconds + now) / 2 : now;
    return about;
}

bool DialModel::isMeasured() const
{
    return m_measured && m_measured->model == m_model.moment().model && m_measured->matrix == matrix();
}

std::optional<double> DialModel::largestChange()
{
    const CodeDial* now = dial();
    if (!now || !m_model.data()) return std::nullopt;
    if (isMeasured()) return m_measured->change;
    if (m_measured && m_measured->model == m_dialOf && m_measured->milliseconds < momentMilliseconds) {
        m_measured = measuredOf(*m_measured, *now, m_model.context().workers);
        return m_measured->change;
    }
    m_rest.start();
    return std::nullopt;
}

void DialModel::measure()
{
    const CodeDial* now = dial();
    if (!now || !m_model.data() || isMeasured()) return;
    const bool hasCodes = m_measured && m_measured->model == m_dialOf;
    m_job.start<Measured>(
        tr("Measuring the dial"),
        [about = hasCodes ? *m_measured : Measured{m_dialOf, nullptr}, turned = *now,
         dataset = m_model.data()->dataset, &workers = m_model.context().workers](const Watch&) {
            Measured all = about;
            if (!all.codes)
                all.codes = std::make_shared<const std::vector<float>>(
                    encode(*all.model, dataset->test.view(), workers));
            return measuredOf(all, turned, workers);
        },
        [this](Measured all) {
            m_measured = std::move(all);
            Q_EMIT measured();
        });
}

} // namespace hg
