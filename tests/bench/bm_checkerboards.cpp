#include "core/lab/checker_training.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace hg;

namespace {

constexpr std::array printed{0, 10, 20, 30, 50, 100, 200, 500, 1000, 2000};

using Columns = std::array<std::vector<double>, doublings.size()>;

void printMoments(const CheckerFilm& film)
{
    for (const auto& moment : film.moments)
        if (std::ranges::find(printed, moment->update) != printed.end())
            std::printf("%4d  %6d  %6.2f  %6.2f  %6.2f\n", static_cast<int>(film.recipe.seed), moment->update,
                        moment->strengths[0], moment->strengths[1], moment->strengths[2]);
    std::fflush(stdout);
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
        const auto film =
            trainedFilm({.seed = static_cast<std::uint64_t>(seed)}, *digits, longChecking, workers);
        if (!film) return 1;
        printMoments(*film);
        for (std::size_t d = 0; d < doublings.size(); ++d) {
            peaks[d].push_back(film->peakOf(d)->strengths[d]);
            ends[d].push_back(film->moments.back()->strengths[d]);
        }
        inOrder += peaks[0].back() > peaks[1].back();
    }
    print("median peak ", peaks);
    print("at 2,000    ", ends);
    std::printf("the digits     %6.2f\n3/2 above 4/2  %d of %d\n", strengthOfData(**digits), inOrder, seeds);
}
