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

/// Whether a field means a number, if not one that is read here: hexadecimal, between quotation marks, with
/// thousands separators, infinite.
bool looksLikeNumber(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if (std::string_view("\"'` _").find(c) == std::string_view::npos) plain += c;
    if (readNumber(plain).isOk) return true;
    const std::string_view digits =
        std::string_view(plain).substr(plain.find_first_not_of("+-") == 1 ? 1 : 0);
    const bool isHexadecimal = digits.size() > 2 && digits[0] == '0' && (digits[1] | 0x20) == 'x';
    if (isHexadecimal) return digits.find_first_not_of("0123456789abcdefABCDEF.pP+-", 2) == digits.npos;
    const auto isLetter = [](char c) { // or a part of one beyond ASCII
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    };
    return !text.empty() && std::none_of(text.begin(), text.end(), isLetter);
}

/// Whether a line names columns: words in its fields, and nothing in any that could be meant as a number.
bool isHeader(std::string_view line)
{
    bool hasWord = false;
    for (bool isLast = false; !isLast;) {
        const auto comma = line.find(',');
        isLast = comma == line.npos;
        const std::string_view field = trimmed(line.substr(0, comma));
        if (looksLikeNumber(field)) return false;
        hasWord = hasWord || !field.empty();
        if (!isLast) line.remove_prefix(comma + 1);
    }
    return hasWord;
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
        passOverHeader();
        while (!m_isAtEnd) {
            const std::string_view line = nextLine();
            ++m_line;
            if (auto error = trimmed(line).empty() ? endBlock() : readLine(line)) return *error;
        }
        return std::move(m_blocks);
    }

private:
    static std::string_view withoutReturn(std::string_view line)
    {
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        return line;
    }

    std::string_view nextLine()
    {
        const auto end = m_text.find('\n');
        const std::string_view line = m_text.substr(0, end);
        m_isAtEnd = end == m_text.npos;
        if (!m_isAtEnd) m_text.remove_prefix(end + 1);
        return withoutReturn(line);
    }

    /// A header without anything behind it is none.
    void passOverHeader()
    {
        const auto end = m_text.find('\n');
        if (end == m_text.npos || !isHeader(withoutReturn(m_text.substr(0, end)))) return;
        nextLine();
        ++m_line;
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

/// How NumPy writes a number: one of its letters for kinds, and a size in bytes.
struct NpyType {
    char kind = 'f'; ///< f: IEEE 754; i, u: whole, with and without a sign; b: truth
    std::size_t size = 4;
    bool isBigEndian = false;
};

/// The part of NumPy's header dictionary that matters.
struct NpyHeader {
    NpyType type;
    bool isFortran = false; ///< the first axis runs fastest
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
        if (!m_type) return "descr";
        if (!m_isFortran) return "fortran_order";
        if (m_axes.empty()) return "shape";
        return NpyHeader{*m_type, *m_isFortran, m_axes, 0};
    }

private:
    bool readValue(std::string_view key)
    {
        if (key == "descr" && !m_type) return readType();
        if (key == "fortran_order" && !m_isFortran) return readOrder();
        if (key == "shape" && m_axes.empty()) return readAxes();
        return false; // unknown or twice
    }

    bool readType()
    {
        const auto text = quoted();
        if (!text || text->size() < 2) return false;
        const bool hasOrder = std::string_view("<>=|").find(text->front()) != std::string_view::npos;
        const std::string_view type = text->substr(hasOrder ? 1 : 0);
        constexpr std::array known{"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"};
        if (std::find(known.begin(), known.end(), type) == known.end()) return false;
        m_type = {type[0], static_cast<std::size_t>(type[1] - '0'), text->front() == '>'};
        return true;
    }

    bool readOrder()
    {
        const bool isFortran = takeWord("True");
        if (!isFortran && !takeWord("False")) return false;
        m_isFortran = isFortran;
        return true;
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
    std::optional<NpyType> m_type;
    std::optional<bool> m_isFortran;
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

/// The value of half a float's bits. Source: IEEE 754-2008, section 3.4, binary16.
double halfValue(std::uint64_t bits)
{
    constexpr int fractionBits = 10, bias = 15, allOnes = 31;
    const int exponent = static_cast<int>(bits >> fractionBits) & allOnes;
    const double fraction = static_cast<double>(bits & 0x3FF) / 1024;
    const double size = exponent == allOnes ? (fraction > 0 ? std::nan("") : HUGE_VAL)
                        : exponent == 0     ? std::ldexp(fraction, 1 - bias)
                                            : std::ldexp(1 + fraction, exponent - bias);
    return (bits & 0x8000) != 0 ? -size : size;
}

double readItem(const std::uint8_t* at, const NpyType& type)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < type.size; ++i)
        bits |= std::uint64_t{at[type.isBigEndian ? type.size - 1 - i : i]} << (8 * i);
    if (type.kind == 'b') return bits != 0 ? 1 : 0;
    if (type.kind == 'u') return static_cast<double>(bits);
    if (type.kind == 'i') {
        const int unused = 64 - 8 * static_cast<int>(type.size);
        return static_cast<double>(static_cast<std::int64_t>(bits << unused) >> unused);
    }
    if (type.size == 2) return halfValue(bits);
    if (type.size == 4) return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    return std::bit_cast<double>(bits);
}

/// The number of items that the axes announce, all of them there. Errors: FileEmpty, SizeMismatch.
Result<std::size_t> npyCount(const NpyHeader& header, std::size_t contentSize, const std::string& where)
{
    double total = 1;
    for (const std::size_t length : header.axes)
        total *= static_cast<double>(length);
    const double bytes = total * static_cast<double>(header.type.size),
                 there = static_cast<double>(contentSize - header.dataStart);
    if (total < 1) return Error{ErrorCode::FileEmpty, where};
    if (bytes != there) return Error{ErrorCode::SizeMismatch, where, {bytes, there}};
    return static_cast<std::size_t>(total); // no more than the bytes there
}

/// Where the items lie that row-major order asks for, one after the other.
class NpyOrder {
public:
    explicit NpyOrder(const NpyHeader& header) : m_axes(header.axes), m_steps(header.axes.size(), 1)
    {
        const std::size_t n = m_axes.size();
        if (header.isFortran)
            for (std::size_t a = 1; a < n; ++a)
                m_steps[a] = m_steps[a - 1] * m_axes[a - 1];
        else
            for (std::size_t a = n - 1; a > 0; --a)
                m_steps[a - 1] = m_steps[a] * m_axes[a];
        m_place.resize(n);
    }

    /// The index of the item, from 0, and on to the next.
    std::size_t next()
    {
        const std::size_t index = m_index;
        for (std::size_t a = m_axes.size(); a-- > 0;) {
            m_index += m_steps[a];
            if (++m_place[a] < m_axes[a]) break;
            m_index -= m_steps[a] * m_axes[a];
            m_place[a] = 0;
        }
        return index;
    }

private:
    const std::vector<std::size_t>& m_axes;
    std::vector<std::size_t> m_steps, m_place;
    std::size_t m_index = 0;
};

template <class T>
std::string shortestOf(T value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

} // namespace

Result<void> checkAlike(std::span<const Block> blocks, const std::string& where, int rows)
{
    const int expected = rows > 0 ? rows : blocks.front().rows, columns = blocks.front().columns;
    for (const Block& block : blocks)
        if (block.rows != expected || block.columns != columns)
            return Error{ErrorCode::BlocksDiffer,
                         where,
                         {double(block.line), double(block.rows), double(block.columns), double(expected),
                          double(columns)}};
    return {};
}

Result<TensorD> stacked(std::span<const Block> blocks, const std::string& where, int rows)
{
    if (const auto alike = checkAlike(blocks, where, rows); !alike) return alike.error();
    const Block& first = blocks.front();
    TensorD tensor(static_cast<int>(blocks.size()), {1, first.rows, first.columns}, {});
    for (const Block& block : blocks)
        tensor.data.insert(tensor.data.end(), block.values.begin(), block.values.end());
    return tensor;
}

Result<std::vector<Block>> parseCsv(std::span<const std::uint8_t> content, const std::string& where)
{
    return CsvReader({reinterpret_cast<const char*>(content.data()), content.size()}, where).read();
}

Result<std::vector<Block>> parseNpy(std::span<const std::uint8_t> content, const std::string& where,
                                    bool lastAxisOnly)
{
    const auto header = parseNpyHeader(content, where);
    if (!header) return header.error();
    const auto announced = npyCount(*header, content.size(), where);
    if (!announced) return announced.error();
    const std::size_t count = *announced;
    if (count > mostNumbers) return tooMany(ErrorCode::TooManyNumbers, count, mostNumbers, where);

    const std::size_t columns = header->axes.back();
    const std::size_t rows =
        lastAxisOnly || header->axes.size() == 1 ? 1 : header->axes[header->axes.size() - 2];
    const std::size_t blockCount = count / (rows * columns);
    if (blockCount > mostBlocks) return tooMany(ErrorCode::TooManyBlocks, blockCount, mostBlocks, where);
    std::vector<Block> blocks(blockCount);
    NpyOrder order(*header);
    const auto data = content.subspan(header->dataStart);
    std::size_t i = 0;
    for (Block& block : blocks) {
        block.rows = static_cast<int>(rows);
        block.columns = static_cast<int>(columns);
        block.values.resize(rows * columns);
        for (double& value : block.values) {
            value = readItem(&data[order.next() * header->type.size], header->type);
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

bool npyHoldsBytes(std::span<const std::uint8_t> content)
{
    const auto header = parseNpyHeader(content, {});
    return header && header->type.kind == 'u' && header->type.size == 1;
}

Result<Bytes> npyBytes(Bytes content, const std::string& where)
{
    const auto header = parseNpyHeader(content, where);
    if (!header) return header.error();
    const auto count = npyCount(*header, content.size(), where);
    if (!count) return count.error();
    const auto start = static_cast<std::ptrdiff_t>(header->dataStart);
    if (!header->isFortran) {
        content.erase(content.begin(), content.begin() + start);
        return content;
    }
    Bytes bytes(*count);
    NpyOrder order(*header);
    for (std::uint8_t& byte : bytes)
        byte = content[header->dataStart + order.next()];
    return bytes;
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
