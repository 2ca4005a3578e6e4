#include "core/io/list_text.h"

#include <algorithm>
#include <vector>

namespace hg {
namespace {

constexpr std::size_t deepest = 16;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// A name, such as np.array: no number.
bool isName(std::string_view token)
{
    const bool isNumber =
        token.empty() || token.front() == '.' || (token.front() >= '0' && token.front() <= '9');
    return !isNumber && std::all_of(token.begin(), token.end(), isWordPart);
}

class ListReader {
public:
    explicit ListReader(std::string_view text) : m_text(text) {}

    std::optional<std::string> read()
    {
        m_levels.push_back({Kind::Outside});
        for (; m_at < m_text.size() && !m_isWrong; ++m_at)
            take(m_text[m_at]);
        endToken();
        if (m_isWrong || m_levels.size() > 1 || m_csv.empty()) return std::nullopt;
        return std::move(m_csv);
    }

private:
    /// List: rows or fields; Call: what a name's brackets hold, as if they were not there; Left: what is not
    /// read, such as a shape.
    enum class Kind { Outside, List, Call, Left };
    struct Level {
        Kind kind = Kind::List;
        int fields = 0;
        bool hasLists = false;
        bool hasItem = false; ///< since the last comma
    };

    void take(char c)
    {
        if (c == '[' || c == '(') return open(c);
        if (!isBlank(c) && c != ']' && c != ')' && c != ',' && c != ';') {
            m_token += c;
            return;
        }
        endToken();
        if (c == ']' || c == ')') return close();
        if (c == ',') return takeComma();
        if (c == ';') endRow(); // of MATLAB
    }

    void open(char c)
    {
        const Kind kind = kindAfterToken(c);
        const bool isAfterNumber = kind == Kind::List && (!m_token.empty() && !m_token.ends_with('='));
        m_token.clear();
        Level& list = innermostList();
        if (isAfterNumber || (kind == Kind::List && list.fields > 0) || m_levels.size() == deepest)
            return fail();
        list.hasLists = list.hasLists || kind == Kind::List;
        m_levels.back().hasItem = true;
        m_levels.push_back({kind});
    }

    /// What a bracket opens, by the word before it.
    Kind kindAfterToken(char c) const
    {
        const std::string_view token = m_token, name = token.substr(token.find_last_of('=') + 1);
        const bool isFirst = m_levels.size() == 1 && m_csv.empty();
        if (m_levels.back().kind == Kind::Left || token == "shape=") return Kind::Left;
        if (token.ends_with('=')) return isFirst ? Kind::List : Kind::Left; // what the numbers are given to
        if (!isName(name)) return Kind::List;
        return c == '(' ? Kind::Call : Kind::Left; // Out[1]
    }

    void close()
    {
        if (m_levels.size() == 1) return fail();
        const Level level = m_levels.back();
        m_levels.pop_back();
        if (level.kind != Kind::List) return;
        if (level.fields == 0 && !level.hasLists && !m_endsRow) return fail();
        if (level.fields > 0) m_csv += '\n';
        m_endsBlock = m_endsBlock || level.hasLists;
    }

    void takeComma()
    {
        Level& level = m_levels.back();
        if (level.kind == Kind::List && !level.hasItem) addField({});
        level.hasItem = false;
    }

    void endToken()
    {
        const std::string token = std::move(m_token);
        m_token.clear();
        const Kind kind = m_levels.back().kind;
        if (token.empty() || kind == Kind::Left) return;
        m_levels.back().hasItem = true;
        const bool isOption = token.find('=') != token.npos; // dtype=float32
        if (isOption && kind != Kind::List) return;
        if (innermostList().kind == Kind::List) return addField(token);
        if (!isAround(token)) fail();
    }

    /// Whether a word may stand beside the lists: a prompt, a type, the name of what they are given to.
    bool isAround(std::string_view token) const
    {
        if (token == ">>>" || token == ">" || token.starts_with('<') || token.ends_with(':')) return true;
        const auto next =
            std::find_if_not(m_text.begin() + static_cast<std::ptrdiff_t>(std::min(m_at, m_text.size())),
                             m_text.end(), isBlank);
        return isName(token) && next != m_text.end() && *next == '=';
    }

    void addField(std::string_view token)
    {
        Level& list = innermostList();
        if (list.hasLists) return fail();
        if (m_endsBlock) m_csv += '\n';
        m_endsBlock = false;
        if (list.fields++ > 0) m_csv += ',';
        m_csv += token == "True" || token == "true"     ? "1"
                 : token == "False" || token == "false" ? "0"
                                                        : token;
        m_endsRow = false;
    }

    void endRow()
    {
        Level& level = m_levels.back();
        if (level.kind != Kind::List || level.fields == 0) return;
        m_csv += '\n';
        level.fields = 0;
        level.hasItem = false;
        m_endsRow = true;
    }

    Level& innermostList()
    {
        auto level = m_levels.rbegin();
        while (level->kind == Kind::Call || level->kind == Kind::Left)
            ++level;
        return *level;
    }

    void fail() { m_isWrong = true; }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_token, m_csv;
    std::vector<Level> m_levels;
    bool m_isWrong = false, m_endsBlock = false, m_endsRow = false;
};

} // namespace

std::optional<std::string> csvOfLists(std::string_view text)
{
    if (text.find_first_of("[(") == text.npos) return std::nullopt;
    return ListReader(text).read();
}

} // namespace hg
