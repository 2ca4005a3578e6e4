#include "ui/labs/autoencoder/compared_model.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/dial_model.h"
#include "ui/runs/sizes_run.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hg {
namespace {

constexpr int fitted = 5000; // points that an affine map of two or three dozen numbers follows from

/// Every `stride`-th row.
std::vector<float> thinned(const std::vector<float>& rows, std::size_t size, std::size_t stride)
{
    std::vector<float> some;
    for (std::size_t i = 0; (i + 1) * size <= rows.size(); i += stride)
        some.insert(some.end(), rows.begin() + static_cast<std::ptrdiff_t>(i * size),
                    rows.begin() + static_cast<std::ptrdiff_t>((i + 1) * size));
    return some;
}

} // namespace

ComparedModel::ComparedModel(AeModel& model)
    : m_model(model)
    , m_mds(model.context().workers, model.context().jobs)
    , m_dial(std::make_unique<DialModel>(model))
    , m_sizes(std::make_unique<SizesRun>(model.context().workers, model.context().jobs))
{
    connect(&model, &AeModel::dataReady, this, &ComparedModel::followMds);
    connect(&model, &AeModel::dataReady, this, &ComparedModel::adoptClasses);
    connect(&model, &AeModel::viewChanged, this, &ComparedModel::followMds);
}

ComparedModel::~ComparedModel() = default;

void ComparedModel::refreshPlain()
{
    const RunMoment& moment = m_model.moment();
    if (!moment.model || !moment.codes) {
        m_plain.reset();
        m_plainOf.reset();
        return;
    }
    const int size = moment.model->plan->codeSize();
    const CodePlane plane = m_model.view().plane;
    if (m_plainOf == moment.codes && m_plane == plane) return;
    m_plainOf = moment.codes;
    m_plane = plane;
    m_plainCode = size;
    m_plain =
        size == 2 ? moment.codes : std::make_shared<const std::vector<float>>(planeOf(*moment.codes, size));
}

/// Of a longer code two of its numbers or their components, and nothing beside a code of one.
std::vector<float> ComparedModel::planeOf(const std::vector<float>& codes, int size)
{
    const auto n = codes.size() / static_cast<std::size_t>(size);
    if (m_plane.isPca && size > 2) {
        const auto width = static_cast<std::size_t>(size);
        const std::vector<float> some = thinned(codes, width, std::max<std::size_t>(1, n / fitted));
        const SampleView view{.floats = codes.data(), .count = static_cast<int>(n), .features = width};
        const auto pca = fitPca(viewOf(some, width), 2, m_model.context().workers);
        if (pca) {
            std::vector<float> scores = project(*pca, view, m_model.context().workers);
            // Signs and order of components are nobody's choice: they stay as they were a moment ago.
            if (m_plain && m_plain->size() == scores.size()) {
                const Fit turn = procrustes(scores, *m_plain, static_cast<int>(n), 2, {.allowsScale = false});
                AffineMap still = turn.map;
                still.shift = {0, 0};
                scores = mapped(still, scores);
            }
            return scores;
        }
    }
    const auto across = static_cast<std::size_t>(std::min(m_plane.across, size - 1)),
               up = static_cast<std::size_t>(std::min(m_plane.up, size - 1));
    std::vector<float> pairs;
    pairs.reserve(2 * n);
    for (std::size_t i = 0; i < n; ++i) {
        pairs.push_back(codes[i * static_cast<std::size_t>(size) + across]);
        pairs.push_back(size > 1 ? codes[i * static_cast<std::size_t>(size) + up] : 0.0f);
    }
    return pairs;
}

std::shared_ptr<const std::vector<float>> ComparedModel::plain()
{
    refreshPlain();
    return m_plain;
}

bool ComparedModel::isCrowd()
{
    refreshPlain();
    if (!m_plainOf || !m_model.data()) return false;
    const auto& dataset = *m_model.data()->dataset;
    const auto points = static_cast<int>(m_plainOf->size()) / std::max(1, m_plainCode);
    return points == dataset.train.count && (m_model.mapsTraining() || points != m_model.data()->mapPoints());
}

std::shared_ptr<const std::vector<float>> ComparedModel::scores()
{
    const auto data = m_model.sharedData();
    if (!data || data->pca.count() < 2) return nullptr;
    if (data != m_scoresOf) {
        m_scoresOf = data;
        m_heldOutScores = std::make_shared<const std::vector<float>>(data->pcaScores);
        m_trainingScores = std::make_shared<const std::vector<float>>(data->pcaTrainingScores);
    }
    return isCrowd() ? m_trainingScores : m_heldOutScores;
}

void ComparedModel::refreshAligned()
{
    refreshPlain();
    if (m_alignedOf == m_plainOf) return;
    m_alignedOf = m_plainOf;
    m_aligned.reset();
    const auto onto = scores();
    if (!m_plainOf || !onto) return;
    const auto size = static_cast<std::size_t>(m_plainCode);
    const std::size_t n = m_plainOf->size() / size, stride = std::max<std::size_t>(1, n / fitted);
    if (onto->size() != 2 * n || n < 3) return;
    const auto codes = thinned(*m_plainOf, size, stride), target = thinned(*onto, 2, stride);
    m_fit = affineFit(codes, target, static_cast<int>(target.size() / 2), m_plainCode, 2);
    m_aligned = std::make_shared<const std::vector<float>>(mapped(m_fit.map, *m_plainOf));
}

std::shared_ptr<const std::vector<float>> ComparedModel::aligned()
{
    refreshAligned();
    return m_aligned;
}

std::optional<double> ComparedModel::residual()
{
    refreshAligned();
    return m_aligned ? std::optional(m_fit.residual) : std::nullopt;
}

std::optional<AffineMap> ComparedModel::alignment()
{
    refreshAligned();
    return m_aligned ? std::optional(m_fit.map) : std::nullopt;
}

AffineMap ComparedModel::shownMap(double alignedShare)
{
    AffineMap shown{2, 2, {1, 0, 0, 1}, {0, 0}};
    const auto map = alignedShare > 0 ? alignment() : std::nullopt;
    if (!map || map->from != 2) return shown;
    for (std::size_t i = 0; i < shown.matrix.size(); ++i)
        shown.matrix[i] += alignedShare * (map->matrix[i] - shown.matrix[i]);
    for (std::size_t i = 0; i < shown.shift.size(); ++i)
        shown.shift[i] = alignedShare * map->shift[i];
    return shown;
}

bool ComparedModel::canDial() const
{
    const RunMoment& moment = m_model.moment();
    return moment.model && moment.model->plan->codeSize() == 2 &&
           moment.model->plan->network().network.isLinear();
}

void ComparedModel::followMds()
{
    const auto data = m_model.sharedData();
    if (data && m_model.view().beside == Beside::Mds) m_mds.show(data, m_model.view().mdsImages);
}

void ComparedModel::showClass(int label, bool isShown)
{
    isShown ? void(m_hidden.erase(label)) : void(m_hidden.insert(label));
    Q_EMIT choiceChanged();
}

void ComparedModel::isolate(int label)
{
    const std::vector<int> all = labels();
    std::set<int> others(all.begin(), all.end());
    others.erase(label);
    m_hidden = m_hidden == others ? std::set<int>() : others;
    Q_EMIT choiceChanged();
}

bool ComparedModel::areAllHidden() const
{
    const std::vector<int> all = labels();
    return !all.empty() &&
           std::all_of(all.begin(), all.end(), [this](int label) { return m_hidden.contains(label); });
}

std::vector<int> ComparedModel::labels() const
{
    return m_model.data() ? m_model.data()->labels : std::vector<int>();
}

/// Classes of other data have nothing to do with those that were hidden.
void ComparedModel::adoptClasses()
{
    const std::vector<int> all = labels();
    if (std::exchange(m_hiddenOf, all) == all || m_hidden.empty()) return;
    m_hidden.clear();
    Q_EMIT choiceChanged();
}

void ComparedModel::select(std::vector<int> indices)
{
    m_selected = std::move(indices);
    if (m_selected.empty()) m_isOnly = false;
    Q_EMIT choiceChanged();
}

void ComparedModel::add(const std::vector<int>& indices)
{
    std::vector<int> all;
    std::set_union(m_selected.begin(), m_selected.end(), indices.begin(), indices.end(),
                   std::back_inserter(all));
    select(std::move(all));
}

void ComparedModel::subtract(const std::vector<int>& indices)
{
    std::vector<int> rest;
    std::set_difference(m_selected.begin(), m_selected.end(), indices.begin(), indices.end(),
                        std::back_inserter(rest));
    select(std::move(rest));
}

void ComparedModel::showOnly(bool isOnly)
{
    m_isOnly = isOnly && !m_selected.empty();
    Q_EMIT choiceChanged();
}

void ComparedModel::clearSelection()
{
    m_isOnly = false;
    select({});
}

std::map<int, int> ComparedModel::selectedByClass() const
{
    std::map<int, int> counts;
    if (!m_model.data()) return counts;
    const auto& dataset = *m_model.data()->dataset;
    const auto& labels = m_model.mapsTraining() ? dataset.train.labels : dataset.test.labels;
    for (const int i : m_selected)
        if (static_cast<std::size_t>(i) < labels.size()) ++counts[labels[static_cast<std::size_t>(i)]];
    return counts;
}

void ComparedModel::setLasso(bool isLasso)
{
    m_isLasso = isLasso;
    Q_EMIT choiceChanged();
}

} // namespace hg
