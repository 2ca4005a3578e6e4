#include "core/lab/checker_training.h"

#include "core/engine/model.h"

#include <algorithm>

namespace hg {
namespace {

constexpr std::array stops{0,    10,   20,   30,   40,   50,   60,   70,   80,   90,   100, 120, 140,
                           160,  180,  200,  250,  300,  350,  400,  450,  500,  600,  700, 800, 900,
                           1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000};
static_assert(stops.back() == longChecking);

TensorD meanRebuilt(const Model& model, const SampleView& pictures, Shape shape, Workers& workers)
{
    return meanPicture(decode(model, encode(model, pictures, workers), workers), shape);
}

} // namespace

std::span<const int> checkerStops()
{
    return stops;
}

int lastCheckerStop(int updates)
{
    return *(std::ranges::upper_bound(stops, updates) - 1);
}

Result<std::shared_ptr<CheckerTraining>>
CheckerTraining::begin(const CheckerRecipe& recipe, std::shared_ptr<const Dataset> data, Workers& workers)
{
    std::shared_ptr<CheckerTraining> made(new CheckerTraining(std::move(data), workers));
    const Dataset& digits = *made->m_data;
    Recipe training = checkerboardRecipe(recipe.seed);
    training.learningRate = recipe.rate;
    for (const Doubling doubling : doublings) {
        auto network = checkerboardNetwork(doubling, digits.train.shape, recipe.code);
        if (!network) return network.error();
        auto resolved = resolve(*network);
        if (!resolved) return resolved.error();
        made->m_trainers.push_back(std::make_unique<Trainer>(
            std::make_shared<const Plan>(std::move(*resolved)), training,
            TrainingData{digits.train.view(), digits.test.view(checkedPictures), made->m_data}, workers));
    }
    return made;
}

Result<CheckerMoment> CheckerTraining::next(const Watch& watch)
{
    CheckerMoment moment{.update = stops[m_next]};
    const int before = m_next > 0 ? stops[m_next - 1] : 0, count = std::max(1, moment.update - before);
    for (std::size_t i = 0; i < doublings.size(); ++i) {
        Trainer& trainer = *m_trainers[i];
        while (trainer.updatesDone() < moment.update) {
            const double done = static_cast<double>(trainer.updatesDone() - before) / count;
            if (!mayGoOn(watch, (static_cast<double>(i) + done) / doublings.size()))
                return Error{ErrorCode::Cancelled};
            if (const auto loss = trainer.update(); !loss) return loss.error();
        }
        moment.models[i] = std::make_shared<const Model>(trainer.model());
        moment.means[i] =
            meanRebuilt(*moment.models[i], m_data->test.view(checkedPictures), m_data->test.shape, m_workers);
        moment.strengths[i] = gridStrength(moment.means[i]);
    }
    ++m_next;
    return moment;
}

CheckerFilm::Curve CheckerFilm::curve() const
{
    Curve curve{recipe.seed, {}, {}};
    for (const auto& moment : moments) {
        curve.updates.push_back(moment->update);
        for (std::size_t i = 0; i < doublings.size(); ++i)
            curve.strengths[i].push_back(moment->strengths[i]);
    }
    return curve;
}

CheckerFilm::Curve CheckerFilm::Curve::until(int update) const
{
    Curve part = *this;
    const auto count = std::ranges::upper_bound(updates, update) - updates.begin();
    part.updates.resize(static_cast<std::size_t>(count));
    for (std::vector<double>& strength : part.strengths)
        strength.resize(static_cast<std::size_t>(count));
    return part;
}

std::size_t CheckerFilm::countUntil(int update) const
{
    const auto after = std::ranges::upper_bound(moments, update, {}, [](const auto& m) { return m->update; });
    return static_cast<std::size_t>(after - moments.begin());
}

const CheckerMoment* CheckerFilm::momentAt(int update) const
{
    const std::size_t count = countUntil(update);
    return count > 0 ? moments[count - 1].get() : nullptr;
}

const CheckerMoment* CheckerFilm::peakOf(std::size_t doubling) const
{
    const auto peak = std::ranges::max_element(
        moments, {}, [=](const auto& moment) { return moment->strengths[doubling]; });
    return peak == moments.end() ? nullptr : peak->get();
}

Result<CheckerFilm> trainedFilm(const CheckerRecipe& recipe, std::shared_ptr<const Dataset> data, int updates,
                                Workers& workers, const Watch& watch)
{
    auto training = CheckerTraining::begin(recipe, data, workers);
    if (!training) return training.error();
    CheckerFilm film{recipe, std::move(data), 0, lastCheckerStop(updates), {}, {}};
    film.ownStrength = strengthOfData(*film.data);
    int reached = 0;
    do {
        const double done = 1.0 * reached / film.updates;
        auto moment = (*training)->next([&](double) { return mayGoOn(watch, done); });
        if (!moment) return moment.error();
        reached = moment->update;
        film.moments.push_back(std::make_shared<const CheckerMoment>(std::move(*moment)));
    } while (reached < film.updates);
    return film;
}

double strengthOfData(const Dataset& data)
{
    const SampleView pictures = data.test.view(checkedPictures);
    std::vector<float> samples;
    for (int i = 0; i < pictures.count; ++i) {
        const auto one = pictures.sample(i);
        samples.insert(samples.end(), one.begin(), one.end());
    }
    return gridStrength(meanPicture(samples, data.test.shape));
}

TensorD rebuiltBy(const Model& model, std::span<const float> pixels)
{
    const std::vector<float> last = activationsOf(model, pixels).back();
    const Shape shape = model.plan->network().outputShape();
    return {1, shape, {last.begin(), last.end()}};
}

} // namespace hg
