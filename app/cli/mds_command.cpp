#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/label_column.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "core/data/dataset.h"
#include "core/embed/mds.h"
#include "core/io/array_file.h"
#include "core/util/finite.h"

namespace hg::cli {
namespace {

struct Order {
    std::string input;
    int labelColumn = noLabelColumn;
    bool isClassical = false;
    SmacofOptions options;
};

Order readOrder(Arguments& arguments)
{
    Order order;
    order.input = arguments.text("input");
    order.labelColumn = readLabelColumn(arguments);
    order.options.dims = arguments.integer("dims", 2, 1, mostMapDimensions);
    order.isClassical = arguments.choice("method", {"smacof", "classical"}) == 1;
    if (arguments.has("seed")) order.options.seed = arguments.natural("seed", 0);
    return order;
}

Result<Map> makeMap(const SampleView& samples, const Order& order)
{
    constexpr double distanceShare = 0.2;
    Progress progress(100);
    const Watch watch = watchWith(progress);
    Workers workers;
    const auto distances = euclideanDistances(samples, workers, partOf(watch, 0, distanceShare));
    if (!distances) return distances.error();
    const Watch rest = partOf(watch, distanceShare, 1);
    return order.isClassical ? classicalMds(*distances, order.options.dims, workers, rest)
                             : smacof(*distances, order.options, workers, rest);
}

std::string asJson(const Map& map)
{
    return "{\"points\":" + jsonRows(std::span<const float>(map.points), static_cast<std::size_t>(map.dims)) +
           ",\"stress\":" + shortest(map.stress) + "}\n";
}

std::string asText(const Map& map)
{
    return toCsv(map.points, map.dims) + "stress: " + shortest(map.stress) + "\n";
}

std::optional<Failure> run(Arguments& arguments)
{
    const Order order = readOrder(arguments);
    if (arguments.fault()) return arguments.fault();
    const auto samples = loadRows(order.input, order.labelColumn);
    if (!samples) return failure(samples.error());
    listenToInterrupts();
    const auto map = makeMap(samples->view(), order);
    if (!map) return failure(map.error(), map.error().code == ErrorCode::Cancelled ? "mds" : order.input);
    if (!areFinite(map->points)) return failure({ErrorCode::NotFinite, "output"});
    print(arguments.has("json") ? asJson(*map) : asText(*map));
    return std::nullopt;
}

} // namespace

Command mdsCommand()
{
    return {"mds",
            "A map of samples, at most 5,000, that keeps their distances (multidimensional scaling)",
            {{"input", "DATA",
              "samples, one a row: CSV, .npy, .npz of Keras, IDX or mnist:3,8; - for standard input", true},
             labelColumnOption(),
             {"dims", "N", "dimensions of the map (2)"},
             {"method", "NAME", "smacof or classical"},
             {"seed", "N", "smacof: begin at random places instead of the classical solution"},
             {"json", nullptr, "print JSON"}},
            run};
}

} // namespace hg::cli
