#include "core/data/drawings.h"

#include "core/io/file.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hg {
namespace {

constexpr std::size_t pixels = std::size_t{drawingSide} * drawingSide;
constexpr int peak = 255;

std::string header()
{
    std::string line = "label";
    for (std::size_t i = 0; i < pixels; ++i)
        line += ",pixel" + std::to_string(i);
    return line + "\n";
}

std::string lineOf(int label, std::span<const float> drawing)
{
    std::string line = std::to_string(label);
    for (const float value : drawing)
        line += "," + std::to_string(std::lround(std::clamp(value, 0.0f, 1.0f) * peak));
    return line + "\n";
}

int linesIn(std::string_view text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

Result<int> keepDrawing(const std::filesystem::path& file, int label, std::span<const float> drawing)
{
    if (drawing.size() != pixels)
        return Error{ErrorCode::ShapesDoNotFit, file.string(), {double(drawing.size()), double(pixels)}};
    std::string text = header();
    const auto there = readFile(file);
    if (!there && there.error().code != ErrorCode::FileNotFound && there.error().code != ErrorCode::FileEmpty)
        return there.error();
    if (there) text.assign(there->begin(), there->end());
    if (!text.starts_with(header())) {
        const auto fields = std::count(text.begin(), std::find(text.begin(), text.end(), '\n'), ',');
        return Error{ErrorCode::ShapesDoNotFit, file.string(), {double(fields), double(pixels)}};
    }
    if (!text.ends_with('\n')) text += '\n';
    text += lineOf(label, drawing);
    const auto written = writeFile(file, text);
    return written ? Result<int>(linesIn(text) - 1) : written.error();
}

int drawingsIn(const std::filesystem::path& file)
{
    const auto content = readFile(file);
    if (!content) return 0;
    const std::string_view text(reinterpret_cast<const char*>(content->data()), content->size());
    return text.starts_with(header()) ? linesIn(text) - 1 : 0;
}

DataRequest drawingsOf(const std::filesystem::path& file)
{
    return {file.string(), {.labelColumn = 1, .side = drawingSide, .values = Values::Pixels}};
}

} // namespace hg
