#include "core/data/keras_file.h"
#include "tests/fuzz/fuzz.h"

using namespace hg;

namespace {

void check(const Samples& samples, Shape shape)
{
    fuzz::require(samples.shape == shape);
    fuzz::require(samples.bytes.size() + samples.doubles.size() ==
                  static_cast<std::size_t>(samples.count) * shape.size());
    fuzz::require(samples.labels.empty() || samples.labels.size() == static_cast<std::size_t>(samples.count));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto set = parseKerasFile(Bytes(data, data + size), fuzz::where);
    if (!set) return 0;
    check(set->train, set->train.shape);
    if (set->test.count > 0) check(set->test, set->train.shape);
    return 0;
}
