#include "core/session/state_json.h"

#include "core/session/state_kinds.h"

#include <array>

namespace hg {
namespace {

std::string formats()
{
    std::string text;
    for (const StateKind* kind : stateKinds())
        text += (text.empty() ? "" : ", ") + std::string(kind->format);
    return text;
}

/// The kind that a document says it is, read before its other fields because it decides which are known.
Result<const StateKind*> kindIn(const Json& document)
{
    if (!document.is_object()) return Error{ErrorCode::FieldNotKind, {}, {}, "document", "object"};
    const auto format = document.find("format");
    if (format == document.end()) return Error{ErrorCode::FieldMissing, {}, {}, "format"};
    for (const StateKind* kind : stateKinds())
        if (*format == kind->format) return kind;
    return Error{ErrorCode::FieldNotWord, {}, {}, "format", formats()};
}

Result<LabState> readDocument(const Json& json)
{
    const auto kind = kindIn(json);
    if (!kind) return kind.error();
    const StateKind& row = **kind;
    JsonFault fault;
    JsonObject document(json, "", row.fields, fault);
    const int version = document.need("version") ? document.whole("version", 1, 1, 1'000'000) : 1;
    if (version > row.version && !fault)
        return Error{ErrorCode::VersionUnknown, {}, {double(version), double(row.version)}};
    LabState state = row.read(document, fault);
    if (!fault) fault = row.hindrance(state);
    if (fault) return *fault;
    return state;
}

} // namespace

std::string writeState(const LabState& state)
{
    const StateKind& kind = kindOf(state);
    Json document{{"format", kind.format}, {"version", kind.version}};
    kind.write(state, document);
    return document.dump();
}

Result<LabState> readState(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto json = parseJson(content, where);
    if (!json) return json.error();
    auto state = readDocument(*json);
    if (state) return state;
    Error error = state.error();
    error.where = where;
    return error;
}

} // namespace hg
