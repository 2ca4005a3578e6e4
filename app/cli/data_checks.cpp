#include "app/cli/data_checks.h"

#include "core/eval/psnr.h"
#include "core/io/array_file.h"

namespace hg::cli {
namespace {

Failure tooFew(int found, int least, const std::string& source)
{
    return failure({ErrorCode::TooFewSamples, source, {double(found), double(least)}});
}

} // namespace

std::optional<Failure> checkCounts(const Samples& all, const TrainingData& data, const std::string& source)
{
    if (data.test.count < 1) return tooFew(all.count, 10, source);
    if (data.train.count < 2) return tooFew(data.train.count, 2, source);
    return std::nullopt;
}

std::optional<Failure> checkTargets(const SampleView& samples, const std::string& who,
                                    const std::string& source)
{
    const auto beyond = firstBeyondPeak(samples);
    if (!beyond) return std::nullopt;
    return Failure{1, source,
                   who + " needs numbers from 0 to 1, and " + shortest(*beyond) + " is among these"};
}

} // namespace hg::cli
