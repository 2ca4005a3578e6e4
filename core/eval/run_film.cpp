#include "core/eval/run_film.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hg {
namespace {

constexpr int oneByOne = 10, mostStops = 64;

/// 0 to 10, the last, the updates that people name, and the first beyond each power of 10^(1/perDecade).
std::vector<int> stopsOf(int total, int perDecade)
{
    std::set<int> updates{total};
    for (int update = 0; update <= std::min(oneByOne, total); ++update)
        updates.insert(update);
    for (double power = 1; power <= total; power *= 10)
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor * power <= total) updates.insert(static_cast<int>(factor * power));
    const auto rank = [perDecade](int u) { return std::floor(perDecade * std::log10(double(u))); };
    for (int r = 0; r <= perDecade * std::log10(std::max(1.0, double(total))); ++r) {
        const double power = std::pow(10.0, double(r) / perDecade);
        for (const double u : {std::floor(power), std::floor(power) + 1}) // rounding decides which
            if (u > oneByOne && u < total && rank(int(u)) != rank(int(u) - 1)) updates.insert(int(u));
    }
    return {updates.begin(), updates.end()};
}

void add(std::vector<float>& rows, const std::vector<float>& row)
{
    rows.insert(rows.end(), row.begin(), row.end());
}

void chooseDots(FilmSamples& samples, const TrainingData& data, bool ofTraining)
{
    const SampleView& part = ofTraining ? data.train : data.test;
    const std::span<const int> labels = ofTraining ? data.trainLabels : data.testLabels;
    samples.areTraining = ofTraining;
    samples.count = std::min(part.count, mostFilmDots);
    const int stride = ofTraining ? std::max(1, part.count / mostFilmDots) : 1;
    for (int i = 0; i < samples.count; ++i) {
        add(samples.points, part.sample(i * stride));
        if (!labels.empty()) samples.labels.push_back(labels[static_cast<std::size_t>(i * stride)]);
    }
}

void chooseRow(FilmSamples& samples, const TrainingData& data, int digit)
{
    samples.chosen = picturesOfClasses(data.testLabels, data.test.count, filmRow);
    const int looked = std::clamp(digit, 0, std::max(0, data.test.count - 1));
    const auto found = std::find(samples.chosen.begin(), samples.chosen.end(), looked);
    samples.marked = static_cast<int>(found - samples.chosen.begin());
    if (found == samples.chosen.end() && !samples.chosen.empty()) {
        samples.chosen.back() = looked;
        --samples.marked;
    }
    for (const int index : samples.chosen)
        add(samples.row, data.test.sample(index));
}

} // namespace

std::vector<int> filmUpdates(int total)
{
    // Divisors of the twenty a decade that a history keeps: each of their updates is one of those.
    for (const int perDecade : {20, 10, 5, 4, 2})
        if (auto updates = stopsOf(total, perDecade); updates.size() <= mostStops) return updates;
    return stopsOf(total, 1);
}

std::vector<int> filmUpdatesWith(int total, std::optional<int> extra)
{
    std::vector<int> updates = filmUpdates(total);
    if (!extra || *extra < 0 || *extra > total) return updates;
    const auto place = std::lower_bound(updates.begin(), updates.end(), *extra);
    if (place == updates.end() || *place != *extra) updates.insert(place, *extra);
    return updates;
}

std::vector<int> picturesOfClasses(std::span<const int> labels, int count, int most)
{
    std::vector<int> chosen;
    std::set<int> classes;
    const auto isFull = [&] { return static_cast<int>(chosen.size()) >= most; };
    for (int i = 0; i < static_cast<int>(labels.size()) && !isFull(); ++i)
        if (classes.insert(labels[static_cast<std::size_t>(i)]).second) chosen.push_back(i);
    for (int i = 0; i < count && !isFull(); ++i)
        if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
    return chosen;
}

FilmSamples filmSamples(const TrainingData& data, Shape shape, const Pca& pca, int codeSize,
                        const FilmChoice& choice, Workers& workers)
{
    FilmSamples samples;
    samples.shape = shape;
    chooseDots(samples, data, choice.ofTraining);
    chooseRow(samples, data, choice.digit);
    if (pca.count() == 0) return samples;
    samples.pcaScores = project(firstComponents(pca, 2), viewOf(samples.points, samples.features()), workers);
    const Pca shown = firstComponents(pca, codeSize);
    const auto scores = project(shown, viewOf(samples.row, samples.features()), workers);
    for (std::size_t i = 0; i < samples.chosen.size(); ++i)
        add(samples.pcaRow, reconstruct(shown, scores.data() + i * static_cast<std::size_t>(shown.count())));
    return samples;
}

std::size_t stopOf(const RunFilm& film, std::optional<int> update)
{
    std::size_t stop = film.stops.size() - 1;
    while (update && stop > 0 && film.stops[stop].update > *update)
        --stop;
    return stop;
}

Result<FilmStop> filmStop(const Model& model, int update, const FilmSamples& samples, Workers& workers,
                          const StopQuery& stop)
{
    FilmStop made{
        .update = update, .testError = {}, .codeSize = model.plan->codeSize(), .codes = {}, .row = {}};
    auto codes = encode(model, viewOf(samples.points, samples.features()), workers, stop);
    if (!codes) return codes.error();
    made.codes = std::move(*codes);
    made.row = decode(model, encode(model, viewOf(samples.row, samples.features()), workers), workers);
    return made;
}

FilmCamera::FilmCamera(FilmSamples samples, const Trainer& trainer, std::optional<int> extra,
                       Workers& workers)
    : m_updates(filmUpdatesWith(trainer.totalUpdates(), extra)), m_workers(workers)
{
    m_film.samples = std::move(samples);
    m_film.totalUpdates = trainer.totalUpdates();
    m_film.updatesPerEpoch = trainer.updatesPerEpoch();
    m_film.heldOut = trainer.data().test.count;
}

void FilmCamera::look(const Trainer& trainer, double loss)
{
    const int update = trainer.updatesDone();
    if (update > 0)
        m_film.losses.push_back(
            {update, static_cast<float>(loss), static_cast<float>(trainer.squaredError())});
    if (!std::binary_search(m_updates.begin(), m_updates.end(), update)) return;
    const Model model = trainer.model();
    FilmStop stop = *filmStop(model, update, m_film.samples, m_workers);
    stop.testError = trainer.testErrorOf(model).value();
    m_film.codeSize = stop.codeSize;
    m_film.stops.push_back(std::move(stop));
}

} // namespace hg
