#include "core/io/array_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <string_view>
#include <variant>

namespace hg {
namespace {

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
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

struct Number {
    double value = 0;
    bool isOk = false;
    bool isFinite = true;
};

bool isWord(std::string_view text, std::string_view word)
{
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return (a | 0x20) == b; });
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
        if (error != std::errc{})
            return text.front() == '-'; // longer than any mantissa read here could make good
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
    if (digits.empty() || !((digits.front() >= '0' && digits.front() <= '9') || digits.front() == '.'))
        return {};
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end != digits.data() + digits.size()) return {};
    if (error == std::errc::result_out_of_range) return {0, true, isTiny(digits)};
    if (error != std::errc{}) return {};
    return {isSigned && text.front() == '-' ? -value : value, true, fitsFloat(value)};
}

Error tooMany(ErrorCode code, std::size_t count, std::size_t most, const std::string& where)
{
    return {code, where, {static_cast<double>(count), static_cast<double>(most)}};
}

/// Reads lines into blocks, one after the other.
class CsvReader {
public:
    CsvReader(std::string_view text, std::string where) : m_text(text), m_where(std::move(where)) {}

    Result<std::vector<Block>> read()
    {
        if (m_text.substr(0, 3) == "\xEF\xBB\xBF") m_text.remove_prefix(3);
        while (!m_text.empty() && (isBlank(m_text.back()) || m_text.back() == '\n' || m_text.back() == '\r'))
            m_text.remove_suffix(1);
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
        if (m_startsBlock) {
            if (m_blocks.size() == mostBlocks)
                return tooMany(ErrorCode::TooManyBlocks, mostBlocks + 1, mostBlocks, m_where);
            m_blocks.emplace_back().line = static_cast<int>(m_line);
        }
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
            return Error{ErrorCode::RaggedBlock,
                         m_where,
                         {m_line, std::min(field, block.columns) + 1.0, static_cast<double>(field),
                          static_cast<double>(block.columns)}};
        ++block.rows;
        m_startsBlock = false;
        return std::nullopt;
    }

    std::optional<Error> readField(std::string_view text, int field, Block& block)
    {
        const Number number = readNumber(text);
        if (!number.isOk)
            return Error{ErrorCode::NotANumber,
                         m_where,
                         {m_line, static_cast<double>(field)},
                         std::string(text.substr(0, 40))};
        if (!number.isFinite)
            return Error{ErrorCode::NotFinite, m_where, {m_line, static_cast<double>(field)}};
        if (++m_count > mostNumbers) return tooMany(ErrorCode::TooManyNumbers, m_count, mostNumbers, m_where);
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

/// Reads NumPy's header: a Python dictionary of three keys and nothing else.
class NpyDictionary {
public:
    explicit NpyDictionary(std::string_view text) : m_text(text) {}

    /// The header without `dataStart`, or what in it is wrong.
    std::variant<NpyHeader, std::string> read()
    {
        if (!take('{')) return "dictionary";
        while (!take('}')) {
            const auto key = quoted();
            if (!key || !take(':')) return "dictionary";
            if (!readValue(*key)) return std::string(key->substr(0, 40));
            if (take(',')) continue;
            if (!take('}')) return std::string(*key); // the value has more to it
            break;
        }
        skipBlanks();
        if (!m_text.empty()) return "dictionary";
        if (!m_itemSize) return "descr";
        if (!m_hasOrder) return "fortran_order";
        if (m_axes.empty()) return "shape";
        return NpyHeader{*m_itemSize, m_axes, 0};
    }

private:
    bool readValue(std::string_view key)
    {
        if (key == "descr" && !m_itemSize) return readType();
        if (key == "fortran_order" && !m_hasOrder) return m_hasOrder = takeWord("False");
        if (key == "shape" && m_axes.empty()) return readAxes();
        return false; // unknown or twice
    }

    bool readType()
    {
        const auto type = quoted();
        if (type == "<f4") m_itemSize = 4;
        if (type == "<f8") m_itemSize = 8;
        return m_itemSize.has_value();
    }

    bool readAxes()
    {
        if (!take('(')) return false;
        while (!take(')')) {
            const auto length = number();
            if (!length) return false;
            m_axes.push_back(*length);
            if (take(',')) continue;
            // (5) is a number in brackets, not a tuple
            if (m_axes.size() < 2 || !take(')')) return false;
            break;
        }
        return !m_axes.empty() && m_axes.size() <= 4;
    }

    std::optional<std::size_t> number()
    {
        skipBlanks();
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        if (error != std::errc{}) return std::nullopt;
        m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
        return value;
    }

    std::optional<std::string_view> quoted()
    {
        skipBlanks();
        if (m_text.empty() || (m_text.front() != '\'' && m_text.front() != '"')) return std::nullopt;
        const auto end = m_text.find(m_text.front(), 1);
        if (end == m_text.npos) return std::nullopt;
        const std::string_view content = m_text.substr(1, end - 1);
        m_text.remove_prefix(end + 1);
        return content;
    }

    bool takeWord(std::string_view word)
    {
        skipBlanks();
        if (m_text.substr(0, word.size()) != word) return false;
        m_text.remove_prefix(word.size());
        return true;
    }

    bool take(char c) { return takeWord({&c, 1}); }

    void skipBlanks()
    {
        while (!m_text.empty() &&
               (isBlank(m_text.front()) || m_text.front() == '\n' || m_text.front() == '\r'))
            m_text.remove_prefix(1);
    }

    std::string_view m_text;
    std::optional<std::size_t> m_itemSize;
    bool m_hasOrder = false;
    std::vector<std::size_t> m_axes;
};

Result<NpyHeader> parseNpyHeader(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto bad = [&](std::string text) {
        return Error{ErrorCode::BadHeader, where, {}, std::move(text)};
    };
    if (content.size() < 12)
        return Error{ErrorCode::SizeMismatch, where, {12, static_cast<double>(content.size())}};
    if (kindOf(content) != FileKind::Npy) return bad("magic");
    const int version = content[6];
    if (version < 1 || version > 3) return bad("version");
    std::size_t length = content[8] | (std::size_t{content[9]} << 8);
    if (version > 1) length |= (std::size_t{content[10]} << 16) | (std::size_t{content[11]} << 24);
    const std::size_t dataStart = (version > 1 ? 12 : 10) + length;
    if (dataStart > content.size())
        return Error{ErrorCode::SizeMismatch,
                     where,
                     {static_cast<double>(dataStart), static_cast<double>(content.size())}};
    const std::string_view text(reinterpret_cast<const char*>(content.data()) + dataStart - length, length);
    auto header = NpyDictionary(text).read();
    if (const auto* wrong = std::get_if<std::string>(&header)) return bad(*wrong);
    std::get<NpyHeader>(header).dataStart = dataStart;
    return std::move(std::get<NpyHeader>(header));
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

Result<std::vector<Block>> parseNpy(std::span<const std::uint8_t> content, const std::string& where,
                                    bool lastAxisOnly)
{
    const auto header = parseNpyHeader(content, where);
    if (!header) return header.error();
    double total = 1;
    for (const std::size_t length : header->axes)
        total *= static_cast<double>(length);
    const double bytes = total * static_cast<double>(header->itemSize),
                 there = static_cast<double>(content.size() - header->dataStart);
    if (total < 1) return Error{ErrorCode::FileEmpty, where};
    if (bytes != there) return Error{ErrorCode::SizeMismatch, where, {bytes, there}};
    const auto count = static_cast<std::size_t>(total); // no more than the bytes there
    if (count > mostNumbers) return tooMany(ErrorCode::TooManyNumbers, count, mostNumbers, where);

    const std::size_t columns = header->axes.back();
    const std::size_t rows =
        lastAxisOnly || header->axes.size() == 1 ? 1 : header->axes[header->axes.size() - 2];
    const std::size_t blockCount = count / (rows * columns);
    if (blockCount > mostBlocks) return tooMany(ErrorCode::TooManyBlocks, blockCount, mostBlocks, where);
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

Bytes npyHeader(std::span<const int> axes)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const int length : axes)
        header += std::to_string(length) + ", ";
    if (axes.size() > 1)
        header.resize(header.size() - 2);
    else
        header.resize(header.size() - 1);
    header += "), }";
    constexpr std::size_t prefix = 10;
    header.append(63 - (prefix + header.size()) % 64, ' ');
    header += '\n';
    const std::array<std::uint8_t, prefix> start{0x93,
                                                 'N',
                                                 'U',
                                                 'M',
                                                 'P',
                                                 'Y',
                                                 1,
                                                 0,
                                                 static_cast<std::uint8_t>(header.size() & 0xFF),
                                                 static_cast<std::uint8_t>(header.size() >> 8)};
    Bytes bytes(prefix + header.size());
    std::copy(start.begin(), start.end(), bytes.begin());
    std::copy(header.begin(), header.end(), bytes.begin() + prefix);
    return bytes;
}

Bytes toNpy(std::span<const float> values, std::span<const int> axes)
{
    Bytes bytes = npyHeader(axes);
    const std::size_t start = bytes.size();
    bytes.resize(start + values.size_bytes());
    if (!values.empty()) std::memcpy(bytes.data() + start, values.data(), values.size_bytes());
    return bytes;
}

std::string shortest(float value)
{
    return shortestOf(value);
}
std::string shortest(double value)
{
    return shortestOf(value);
}

} // namespace hg
