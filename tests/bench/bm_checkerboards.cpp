#include "core/lab/checker_training.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace hg;

namespace {

constexpr std::array printed{0, 10, 20, 30, 50, 100, 200, 500, 1000, 2000};

using Columns = std::array<std::vector<double>, doublings.size()>;

/// A line for each of the printed updates; all strengths, empty where it could not be trained.
CheckerFilm::Curve run(std::uint64_t seed, const std::shared_ptr<const Dataset>& digits, Workers& workers)
{
    CheckerFilm film{{.seed = seed}};
    auto training = CheckerTraining::begin(film.recipe, digits, workers);
    while (training && !(*training)->isFinished()) {
        auto moment = (*training)->next();
        if (!moment) return {};
        if (std::ranges::find(printed, moment->update) != printed.end())
            std::printf("%4d  %6d  %6.2f  %6.2f  %6.2f\n", static_cast<int>(seed), moment->update,
                        moment->strengths[0], moment->strengths[1], moment->strengths[2]);
        film.moments.push_back(std::make_shared<const CheckerMoment>(std::move(*moment)));
    }
    std::fflush(stdout);
    return film.curve();
}

double median(std::vector<double> numbers)
{
    std::ranges::sort(numbers);
    const std::size_t half = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
}

void print(const char* name, const Columns& columns)
{
    std::printf("%s", name);
    for (const std::vector<double>& column : columns)
        std::printf("  %6.2f", median(column));
    std::printf("\n");
}

} // namespace

/// bm_checkerboards [seeds]: grey levels of grid in the mean of 1,000 rebuilt test digits, by seed and
/// update, and what recordedGrids holds.
int main(int argc, char** argv)
{
    const int seeds = argc > 1 ? std::clamp(std::atoi(argv[1]), 1, 99) : 3;
    const auto digits = loadDataset("mnist", Assets{std::filesystem::path{}});
    if (!digits) return 1;
    Workers workers;
    std::printf("seed  update     3/2     4/2  up + 3\n");
    Columns peaks, ends;
    int inOrder = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const CheckerFilm::Curve curve = run(static_cast<std::uint64_t>(seed), *digits, workers);
        if (curve.updates.empty()) return 1;
        for (std::size_t d = 0; d < doublings.size(); ++d) {
            peaks[d].push_back(*std::ranges::max_element(curve.strengths[d]));
            ends[d].push_back(curve.strengths[d].back());
        }
        inOrder += peaks[0].back() > peaks[1].back();
    }
    print("median peak ", peaks);
    print("at 2,000    ", ends);
    std::printf("the digits     %6.2f\n3/2 above 4/2  %d of %d\n", strengthOfData(**digits), inOrder, seeds);
}
