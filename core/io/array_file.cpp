#include "core/io/array_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <string_view>

namespace hg {
namespace {

constexpr std::size_t mostNumbers = 10'000'000;
constexpr double beyondFloat = 0x1.ffffffp127; // the first number that rounds to infinity

bool fitsFloat(double value)
{
    return std::abs(value) < beyondFloat; // false for NaN
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return text;
}

struct Number {
    double value = 0;
    bool isOk = false;
    bool isFinite = true;
};

bool isWord(std::string_view text, std::string_view word)
{
    return text.size() == word.size()
           && std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return (a | 0x20) == b; });
}

/// Whether a number beyond double's range, of well-formed digits, is beyond it towards zero.
bool isTiny(std::string_view digits)
{
    const auto e = digits.find_first_of("eE");
    const std::string_view mantissa = digits.substr(0, e);
    long exponent = 0;
    if (e != digits.npos) {
        std::string_view text = digits.substr(e + 1);
        if (text.front() == '+') text.remove_prefix(1);
        const auto error = std::from_chars(text.data(), text.data() + text.size(), exponent).ec;
        if (error != std::errc{}) return text.front() == '-'; // longer than any mantissa read here could make good
    }
    const auto first = static_cast<long>(mantissa.find_first_of("123456789"));
    const auto point = static_cast<long>(std::min(mantissa.find('.'), mantissa.size()));
    return exponent < first - point;
}

/// Plain decimal only: from_chars also takes "inf" and "nan", which are named as what they are.
Number readNumber(std::string_view text)
{
    std::string_view digits = text;
    const bool isSigned = !digits.empty() && (digits.front() == '-' || digits.front() == '+');
    if (isSigned) digits.remove_prefix(1);
    if (isWord(digits, "nan") || isWord(digits, "inf") || isWord(digits, "infinity")) return {0, true, false};
    if (digits.empty() || !((digits.front() >= '0' && digits.front() <= '9') || digits.front() == '.')) return {};
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end != digits.data() + digits.size()) return {};
    if (error == std::errc::result_out_of_range) return {0, true, isTiny(digits)};
    if (error != std::errc{}) return {};
    return {isSigned && text.front() == '-' ? -value : value, true, fitsFloat(value)};
}

/// Reads lines into blocks, one after the other.
class CsvReader {
public:
    CsvReader(std::string_view text, std::string where)
        : m_text(text)
        , m_where(std::move(where))
    {
    }

    Result<std::vector<Block>> read()
    {
        if (m_text.substr(0, 3) == "\xEF\xBB\xBF") m_text.remove_prefix(3);
        while (!m_text.empty() && (isBlank(m_text.back()) || m_text.back() == '\n' || m_text.back() == '\r')) m_text.remove_suffix(1);
        if (m_text.empty()) return Error{ErrorCode::FileEmpty, m_where};
        while (!m_isAtEnd) {
            const std::string_view line = nextLine();
            ++m_line;
            if (auto error = trimmed(line).empty() ? endBlock() : readLine(line)) return *error;
        }
        return std::move(m_blocks);
    }

private:
    std::string_view nextLine()
    {
        const auto end = m_text.find('\n');
        std::string_view line = m_text.substr(0, end);
        m_isAtEnd = end == m_text.npos;
        if (!m_isAtEnd) m_text.remove_prefix(end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        return line;
    }

    std::optional<Error> endBlock()
    {
        if (m_startsBlock) return Error{ErrorCode::EmptyBlock, m_where, {m_line}};
        m_startsBlock = true;
        return std::nullopt;
    }

    std::optional<Error> readLine(std::string_view line)
    {
        if (m_startsBlock) m_blocks.emplace_back();
        Block& block = m_blocks.back();
        int field = 0;
        for (bool isLast = false; !isLast;) {
            const auto comma = line.find(',');
            isLast = comma == line.npos;
            ++field;
            if (auto error = readField(trimmed(line.substr(0, comma)), field, block)) return error;
            if (!isLast) line.remove_prefix(comma + 1);
        }
        if (m_startsBlock) block.columns = field;
        if (field != block.columns)
            return Error{ErrorCode::RaggedBlock, m_where, {m_line, static_cast<double>(field), static_cast<double>(block.columns)}};
        ++block.rows;
        m_startsBlock = false;
        return std::nullopt;
    }

    std::optional<Error> readField(std::string_view text, int field, Block& block)
    {
        const Number number = readNumber(text);
        if (!number.isOk)
            return Error{ErrorCode::NotANumber, m_where, {m_line, static_cast<double>(field)}, std::string(text.substr(0, 40))};
        if (!number.isFinite) return Error{ErrorCode::NotFinite, m_where, {m_line, static_cast<double>(field)}};
        if (++m_count > mostNumbers)
            return Error{ErrorCode::TooLarge, m_where, {static_cast<double>(m_count), static_cast<double>(mostNumbers)}};
        block.values.push_back(number.value);
        return std::nullopt;
    }

    std::string_view m_text;
    std::string m_where;
    std::vector<Block> m_blocks;
    double m_line = 0;
    std::size_t m_count = 0;
    bool m_startsBlock = true;
    bool m_isAtEnd = false;
};

/// The part of NumPy's header dictionary that matters.
struct NpyHeader {
    std::size_t itemSize = 4;
    std::vector<std::size_t> axes;
    std::size_t dataStart = 0;
};

/// The text after 'key': in NumPy's header, or nothing.
std::optional<std::string_view> valueOf(std::string_view header, std::string_view key)
{
    const auto at = header.find(key);
    if (at == header.npos) return std::nullopt;
    std::string_view rest = header.substr(at + key.size());
    const auto colon = rest.find(':');
    if (colon == rest.npos) return std::nullopt;
    return trimmed(rest.substr(colon + 1));
}

std::optional<std::vector<std::size_t>> parseAxes(std::string_view text)
{
    if (text.empty() || text.front() != '(') return std::nullopt;
    const auto close = text.find(')');
    if (close == text.npos) return std::nullopt;
    text = text.substr(1, close - 1);
    std::vector<std::size_t> axes;
    while (!trimmed(text).empty()) {
        const auto comma = text.find(',');
        const std::string_view part = trimmed(text.substr(0, comma));
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), length);
        if (error != std::errc{} || end != part.data() + part.size()) return std::nullopt;
        axes.push_back(length);
        if (comma == text.npos) break;
        text.remove_prefix(comma + 1);
    }
    return axes;
}

Result<NpyHeader> parseNpyHeader(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto bad = [&](std::string text) { return Error{ErrorCode::BadHeader, where, {}, std::move(text)}; };
    if (content.size() < 12) return Error{ErrorCode::SizeMismatch, where, {12, static_cast<double>(content.size())}};
    if (kindOf(content) != FileKind::Npy) return bad("magic");
    const int version = content[6];
    if (version < 1 || version > 3) return bad("version");
    std::size_t length = content[8] | (std::size_t{content[9]} << 8);
    if (version > 1) length |= (std::size_t{content[10]} << 16) | (std::size_t{content[11]} << 24);
    NpyHeader header;
    header.dataStart = (version > 1 ? 12 : 10) + length;
    if (header.dataStart > content.size())
        return Error{ErrorCode::SizeMismatch, where, {static_cast<double>(header.dataStart), static_cast<double>(content.size())}};
    const std::string_view text(reinterpret_cast<const char*>(content.data()) + header.dataStart - length, length);
    const auto type = valueOf(text, "'descr'"), order = valueOf(text, "'fortran_order'"), shape = valueOf(text, "'shape'");
    if (!type || (type->substr(0, 5) != "'<f4'" && type->substr(0, 5) != "'<f8'")) return bad("descr");
    if (!order || order->substr(0, 5) != "False") return bad("fortran_order");
    const auto axes = shape ? parseAxes(*shape) : std::nullopt;
    if (!axes || axes->empty() || axes->size() > 4) return bad("shape");
    header.itemSize = (*type)[3] == '4' ? 4 : 8;
    header.axes = *axes;
    return header;
}

double readItem(const std::uint8_t* at, std::size_t size)
{
    static_assert(std::endian::native == std::endian::little, "a big-endian machine would swap here");
    if (size == 4) {
        float value = 0;
        std::memcpy(&value, at, 4);
        return static_cast<double>(value);
    }
    double value = 0;
    std::memcpy(&value, at, 8);
    return value;
}

template <class T>
std::string shortestOf(T value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

} // namespace

Result<std::vector<Block>> parseCsv(std::span<const std::uint8_t> content, const std::string& where)
{
    return CsvReader({reinterpret_cast<const char*>(content.data()), content.size()}, where).read();
}

Result<std::vector<Block>> parseNpy(std::span<const std::uint8_t> content, const std::string& where, bool lastAxisOnly)
{
    const auto header = parseNpyHeader(content, where);
    if (!header) return header.error();
    double total = 1;
    for (const std::size_t length : header->axes) total *= static_cast<double>(length);
    const std::size_t there = content.size() - header->dataStart;
    if (total < 1) return Error{ErrorCode::FileEmpty, where};
    if (total > static_cast<double>(largestFile))
        return Error{ErrorCode::SizeMismatch, where, {total * static_cast<double>(header->itemSize), static_cast<double>(there)}};
    const auto count = static_cast<std::size_t>(total);
    if (count * header->itemSize != there)
        return Error{ErrorCode::SizeMismatch, where, {static_cast<double>(count * header->itemSize), static_cast<double>(there)}};

    const std::size_t columns = header->axes.back();
    const std::size_t rows = lastAxisOnly || header->axes.size() == 1 ? 1 : header->axes[header->axes.size() - 2];
    const std::size_t blockCount = count / (rows * columns);
    if (blockCount > mostNumbers) // a block costs more than the number it holds
        return Error{ErrorCode::TooLarge, where, {static_cast<double>(blockCount), static_cast<double>(mostNumbers)}};
    std::vector<Block> blocks(blockCount);
    std::size_t i = 0;
    for (Block& block : blocks) {
        block.rows = static_cast<int>(rows);
        block.columns = static_cast<int>(columns);
        block.values.resize(rows * columns);
        for (double& value : block.values) {
            value = readItem(content.data() + header->dataStart + i * header->itemSize, header->itemSize);
            if (!fitsFloat(value)) return Error{ErrorCode::NotFinite, where, {static_cast<double>(i)}};
            ++i;
        }
    }
    return blocks;
}

Result<std::vector<std::size_t>> npyAxes(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto header = parseNpyHeader(content, where);
    if (!header) return header.error();
    return header->axes;
}

std::string toCsv(std::span<const float> values, int columns)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += shortest(values[i]);
        text += (i + 1) % static_cast<std::size_t>(columns) == 0 ? '\n' : ',';
    }
    return text;
}

Bytes toNpy(std::span<const float> values, std::span<const int> axes)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const int length : axes) header += std::to_string(length) + ", ";
    if (axes.size() > 1) header.resize(header.size() - 2);
    else header.resize(header.size() - 1);
    header += "), }";
    constexpr std::size_t prefix = 10;
    header.append(63 - (prefix + header.size()) % 64, ' ');
    header += '\n';
    const std::array<std::uint8_t, prefix> start{0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, static_cast<std::uint8_t>(header.size() & 0xFF),
                                                 static_cast<std::uint8_t>(header.size() >> 8)};
    Bytes bytes(prefix + header.size() + values.size_bytes());
    std::copy(start.begin(), start.end(), bytes.begin());
    std::copy(header.begin(), header.end(), bytes.begin() + prefix);
    if (!values.empty()) std::memcpy(bytes.data() + prefix + header.size(), values.data(), values.size_bytes());
    return bytes;
}

std::string shortest(float value) { return shortestOf(value); }
std::string shortest(double value) { return shortestOf(value); }

} // namespace hg
