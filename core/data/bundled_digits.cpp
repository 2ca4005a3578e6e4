#include "core/data/bundled_digits.h"

#include "core/data/made_set.h"

#include <set>

namespace hg {
namespace {

constexpr std::string_view name = "mnist", prefix = "mnist:";
constexpr int classCount = 10, digitSide = 28;

Error classUnknown(std::string_view source)
{
    return {ErrorCode::ClassUnknown, std::string(source), {}, std::string(source)};
}

} // namespace

bool isBundled(std::string_view source)
{
    return source == name || source.starts_with(prefix);
}

std::string fileOfData(const DataRequest& request)
{
    return isBundled(request.source) || findMadeSet(request.source) ? std::string() : request.source;
}

bool areDigits(const DataRequest& request)
{
    return isBundled(request.source) && (request.cut.side == 0 || request.cut.side == digitSide);
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

DataRequest withClassesApart(const DataRequest& request)
{
    const auto classes = isBundled(request.source) ? classesOf(request.source) : std::vector<int>();
    if (!classes || request.source == name || classes->empty()) return request;
    DataRequest apart{std::string(name), request.cut};
    if (classes->size() < classCount) apart.cut.classes = *classes;
    return apart;
}

} // namespace hg
