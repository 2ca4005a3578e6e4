#include "core/data/bundled_digits.h"

#include <algorithm>
#include <set>

namespace hg {
namespace {

constexpr std::string_view name = "mnist", prefix = "mnist:";
constexpr int classCount = 10;

Error classUnknown(std::string_view source)
{
    return {ErrorCode::ClassUnknown, std::string(source), {}, std::string(source)};
}

} // namespace

bool isBundled(std::string_view source)
{
    return source == name || source.starts_with(prefix);
}

Result<std::vector<int>> classesOf(std::string_view source)
{
    std::set<int> classes;
    const bool isWhole = source == name;
    for (int c = 0; isWhole && c < classCount; ++c)
        classes.insert(c);
    // Digits stand between commas: every class is one character.
    const std::string_view list = isWhole ? std::string_view() : source.substr(prefix.size());
    for (std::size_t i = 0; i < list.size(); i += 2) {
        const bool isClass = list[i] >= '0' && list[i] < '0' + classCount;
        const bool goesOn = i + 1 == list.size() || (list[i + 1] == ',' && i + 2 < list.size());
        if (!isClass || !goesOn) return classUnknown(source);
        classes.insert(list[i] - '0');
    }
    if (classes.empty()) return classUnknown(source);
    return std::vector<int>(classes.begin(), classes.end());
}

Samples ofClasses(const Samples& samples, const std::vector<int>& classes)
{
    Samples chosen{.shape = samples.shape};
    const std::size_t size = samples.shape.size();
    for (int i = 0; i < samples.count; ++i) {
        const int label = samples.labels[static_cast<std::size_t>(i)];
        if (!std::binary_search(classes.begin(), classes.end(), label)) continue;
        const auto first =
            samples.bytes.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(i) * size);
        chosen.bytes.insert(chosen.bytes.end(), first, first + static_cast<std::ptrdiff_t>(size));
        chosen.labels.push_back(label);
        ++chosen.count;
    }
    return chosen;
}

} // namespace hg
