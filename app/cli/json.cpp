#include "app/cli/json.h"

#include "core/io/array_file.h"

namespace hg::cli {
namespace {

template <class T>
std::string arrayOf(std::span<const T> values)
{
    std::string text = "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) text += ',';
        text += shortest(values[i]);
    }
    return text + "]";
}

template <class T>
std::string rowsOf(std::span<const T> values, std::size_t columns)
{
    std::string text = "[";
    for (std::size_t i = 0; i < values.size(); i += columns)
        text += (i > 0 ? "," : "") + arrayOf(values.subspan(i, columns));
    return text + "]";
}

} // namespace

std::string jsonArray(std::span<const float> values)
{
    return arrayOf(values);
}
std::string jsonArray(std::span<const double> values)
{
    return arrayOf(values);
}
std::string jsonTensor(std::span<const float> values, std::span<const int> shape)
{
    std::string sides;
    for (const int side : shape)
        sides += (sides.empty() ? "" : ",") + std::to_string(side);
    return "{\"shape\":[" + sides + "],\"data\":" + jsonArray(values) + "}\n";
}
std::string jsonRows(std::span<const float> values, std::size_t columns)
{
    return rowsOf(values, columns);
}
std::string jsonRows(std::span<const double> values, std::size_t columns)
{
    return rowsOf(values, columns);
}

} // namespace hg::cli
