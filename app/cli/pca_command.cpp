#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/label_column.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "core/data/dataset.h"
#include "core/embed/pca.h"
#include "core/io/array_file.h"
#include "core/util/finite.h"

namespace hg::cli {
namespace {

std::string asJson(const Pca& pca)
{
    return "{\"mean\":" + jsonArray(pca.mean) +
           ",\"components\":" + jsonRows(std::span<const double>(pca.components), pca.mean.size()) +
           ",\"explained_variance\":" + jsonArray(pca.variance) +
           ",\"explained_variance_ratio\":" + jsonArray(pca.ratio) + "}\n";
}

std::string joined(std::span<const double> values)
{
    const std::string array = jsonArray(values);
    return array.substr(1, array.size() - 2);
}

/// A table: one row a component, after the mean.
std::string asText(const Pca& pca)
{
    std::string text = "mean: " + joined(pca.mean) + "\n\nvariance,ratio,component\n";
    for (int i = 0; i < pca.count(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        text += shortest(pca.variance[at]) + "," + shortest(pca.ratio[at]) + "," +
                joined(std::span(pca.components).subspan(at * pca.mean.size(), pca.mean.size())) + "\n";
    }
    return text;
}

std::string subjectOf(const Error& error, const std::string& input)
{
    if (error.code == ErrorCode::TooManyComponents) return "--components";
    return error.code == ErrorCode::Cancelled ? "pca" : input;
}

Result<Pca> fitWatched(const SampleView& samples, int count, Workers& workers)
{
    listenToInterrupts();
    Progress progress(100);
    return fitPca(samples, count, workers, watchWith(progress));
}

std::optional<Failure> run(Arguments& arguments)
{
    const std::string input = arguments.text("input");
    const int count = arguments.integer("components", 0, 1, 1'000'000'000),
              labels = readLabelColumn(arguments);
    if (arguments.fault()) return arguments.fault();
    const auto samples = loadRows(input, labels);
    if (!samples) return failure(samples.error());
    Workers workers;
    const auto pca = fitWatched(samples->view(), count, workers);
    if (!pca) return failure(pca.error(), subjectOf(pca.error(), input));
    if (!arguments.has("scores")) {
        print(arguments.has("json") ? asJson(*pca) : asText(*pca));
        return std::nullopt;
    }
    const auto scores = project(*pca, samples->view(), workers);
    if (!areFinite(scores)) return failure({ErrorCode::NotFinite, "output"});
    print(arguments.has("json")
              ? jsonRows(std::span<const float>(scores), static_cast<std::size_t>(pca->count())) + "\n"
              : toCsv(scores, pca->count()));
    return std::nullopt;
}

} // namespace

Command pcaCommand()
{
    return {"pca",
            "Principal components of a table of samples, exactly",
            {{"input", "DATA",
              "samples, one a row: CSV, .npy, .npz of Keras, IDX or mnist:3,8; - for standard input", true},
             labelColumnOption(),
             {"components", "K", "how many; all of them unless told otherwise"},
             {"scores", nullptr, "print each sample's scores instead of the components"},
             {"json", nullptr, "print JSON"}},
            run};
}

} // namespace hg::cli
