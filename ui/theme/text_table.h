#pragma once

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace hg {

/// The text `which` of the row with that id, as it stands in the source; null for an unknown id.
template <class Row, std::size_t N>
const char* textIn(const std::array<Row, N>& rows, std::string_view id, const char* Row::*which)
{
    const auto it = std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
    return it == rows.end() ? nullptr : (*it).*which;
}

/// The same in the language of the installed translators; empty for an unknown id.
template <class Row, std::size_t N>
QString translatedIn(const char* context, const std::array<Row, N>& rows, std::string_view id,
                     const char* Row::*which)
{
    const char* text = textIn(rows, id, which);
    return text ? QCoreApplication::translate(context, text) : QString();
}

} // namespace hg
