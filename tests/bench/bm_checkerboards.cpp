#include "core/data/dataset.h"
#include "core/lab/checkerboards.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace hg;

namespace {

constexpr std::array updates{0, 10, 20, 30, 50, 100, 200, 500, 1000, 2000};
constexpr int pictures = 1000;

double strengthOf(const Trainer& trainer, const SampleView& test, Shape shape, Workers& workers)
{
    const Model model = trainer.model();
    return gridStrength(meanPicture(decode(model, encode(model, test, workers), workers), shape));
}

/// The grid's strength at those updates.
std::vector<double> run(Doubling doubling, std::uint64_t seed, const std::shared_ptr<const Dataset>& digits,
                        Workers& workers)
{
    const auto plan = std::make_shared<const Plan>(*resolve(*checkerboardNetwork(doubling)));
    Recipe recipe = checkerboardRecipe(seed);
    Trainer trainer(plan, recipe, {digits->train.view(), digits->test.view(pictures), digits}, workers);
    std::vector<double> strengths;
    for (const int wanted : updates) {
        while (trainer.updatesDone() < wanted)
            if (!trainer.update()) return strengths;
        strengths.push_back(strengthOf(trainer, digits->test.view(pictures), digits->test.shape, workers));
    }
    return strengths;
}

} // namespace

/// bm_checkerboards [seeds]: grey levels of grid in the mean of 1,000 rebuilt test digits, by seed and
/// update.
int main(int argc, char** argv)
{
    const int seeds = argc > 1 ? std::clamp(std::atoi(argv[1]), 1, 99) : 3;
    const auto digits = loadDataset("mnist", Assets{std::filesystem::path{}});
    if (!digits) return 1;
    Workers workers;
    std::printf("seed  update     3/2     4/2  up + 3\n");
    std::array<std::vector<double>, doublings.size()> peaks;
    for (int seed = 1; seed <= seeds; ++seed) {
        std::array<std::vector<double>, doublings.size()> strengths;
        for (std::size_t d = 0; d < doublings.size(); ++d) {
            strengths[d] = run(doublings[d], static_cast<std::uint64_t>(seed), *digits, workers);
            if (strengths[d].size() < updates.size()) return 1;
            peaks[d].push_back(*std::ranges::max_element(strengths[d]));
        }
        for (std::size_t i = 0; i < updates.size(); ++i)
            std::printf("%4d  %6d  %6.2f  %6.2f  %6.2f\n", seed, updates[i], strengths[0][i], strengths[1][i],
                        strengths[2][i]);
        std::fflush(stdout);
    }
    std::printf("median peak");
    for (std::vector<double>& all : peaks) {
        std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
        std::printf("  %6.2f", all[all.size() / 2]);
    }
    std::printf("\n");
}
