#include "core/model_file/model_file.h"

#include "core/model_file/json_values.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace hg {
namespace {

static_assert(std::endian::native == std::endian::little, "a big-endian machine would swap here");

constexpr std::uint32_t formatVersion = 1;
constexpr std::size_t alignment = 64; // of the numbers in the file, so that it can be mapped

/// The first bytes of the file, as they lie there.
struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t descriptionSize; ///< with the blanks that fill it up
    std::uint64_t parameterCount;
    std::uint64_t meanCount;
};
static_assert(sizeof(Header) == 32);

template <class T>
void put(std::uint8_t*& at, const T* values, std::size_t count)
{
    if (count > 0) std::memcpy(at, values, count * sizeof(T));
    at += count * sizeof(T);
}

std::string description(const SavedModel& saved)
{
    std::string json = "{\"library\": \"" HOURGLASS_VERSION "\",\n\"recipe\": " + writeRecipe(saved.recipe) +
                       ",\n\"network\": " + writeNetwork(saved.model.plan->network().network) + "}";
    const std::size_t end = sizeof(Header) + json.size() + 1;
    json.append((alignment - end % alignment) % alignment, ' ');
    return json + "\n";
}

struct Description {
    std::string library;
    Recipe recipe;
    Network network;
};

Result<Description> readDescription(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto json = parseJson(content, where);
    if (!json) return json.error();
    JsonFault fault;
    JsonObject object(*json, {}, "library, recipe, network", fault);
    Description read;
    if (const Json* library = object.need("library")) {
        if (library->is_string())
            read.library = library->get<std::string>().substr(0, 40);
        else
            object.setFault(ErrorCode::FieldNotKind, "library", {}, "string");
    }
    if (const Json* recipe = object.need("recipe")) read.recipe = readRecipe(*recipe, "recipe", fault);
    if (const Json* network = object.need("network")) read.network = readNetwork(*network, "network", fault);
    if (!fault) return read;
    fault->where = where;
    return *fault;
}

std::optional<Error> checkSizes(const Header& header, std::size_t there, const std::string& where)
{
    // In double: the fields may announce anything.
    const double announced = double(sizeof(Header)) + double(header.descriptionSize) +
                             4 * (double(header.parameterCount) + double(header.meanCount)) +
                             double(sizeof(std::uint32_t));
    if (announced == double(there)) return std::nullopt;
    return Error{ErrorCode::SizeMismatch, where, {announced, double(there)}};
}

Result<Header> readHeader(std::span<const std::uint8_t> content, const std::string& where)
{
    if (kindOf(content) != FileKind::Model) return Error{ErrorCode::UnknownKind, where};
    Header header{};
    if (content.size() < sizeof(Header))
        return Error{ErrorCode::SizeMismatch, where, {double(sizeof(Header)), double(content.size())}};
    std::memcpy(&header, content.data(), sizeof(Header));
    if (header.version != formatVersion)
        return Error{ErrorCode::VersionUnknown, where, {double(header.version), double(formatVersion)}};
    if (auto error = checkSizes(header, content.size(), where)) return *error;
    std::uint32_t sum = 0;
    const auto body = content.first(content.size() - sizeof(sum));
    std::memcpy(&sum, content.data() + body.size(), sizeof(sum));
    if (checksum(body) != sum) return Error{ErrorCode::ChecksumWrong, where};
    return header;
}

/// Numbers from the file, all of them finite.
Result<std::vector<float>> readNumbers(std::span<const std::uint8_t> content, const std::string& where)
{
    std::vector<float> numbers(content.size() / sizeof(float));
    if (!numbers.empty()) std::memcpy(numbers.data(), content.data(), content.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (!std::isfinite(numbers[i])) return Error{ErrorCode::NotFinite, where, {double(i)}};
    return numbers;
}

std::optional<Error> checkCounts(const Header& header, const ResolvedNetwork& network,
                                 const std::string& where)
{
    const std::size_t mean = network.network.isCentred ? network.network.input.size() : 0;
    if (header.parameterCount != network.parameterCount)
        return Error{ErrorCode::SizeMismatch,
                     where,
                     {4 * double(network.parameterCount), 4 * double(header.parameterCount)}};
    if (header.meanCount != mean)
        return Error{ErrorCode::SizeMismatch, where, {4 * double(mean), 4 * double(header.meanCount)}};
    return std::nullopt;
}

} // namespace

std::size_t largestModelFile(const ResolvedNetwork& network)
{
    return sizeof(Header) + largestJson + sizeof(std::uint32_t) +
           sizeof(float) *
               (network.parameterCount + (network.network.isCentred ? network.network.input.size() : 0));
}

Bytes toModelFile(const SavedModel& saved)
{
    const std::string json = description(saved);
    const auto &parameters = saved.model.parameters, &mean = saved.model.mean;
    Header header{{}, formatVersion, static_cast<std::uint32_t>(json.size()), parameters.size(), mean.size()};
    std::memcpy(header.magic, modelMagic.data(), modelMagic.size());
    Bytes bytes(sizeof(Header) + json.size() + sizeof(float) * (parameters.size() + mean.size()) +
                sizeof(std::uint32_t));
    std::uint8_t* at = bytes.data();
    put(at, &header, 1);
    put(at, json.data(), json.size());
    put(at, parameters.data(), parameters.size());
    put(at, mean.data(), mean.size());
    const std::uint32_t sum = checksum(std::span(bytes).first(bytes.size() - sizeof(std::uint32_t)));
    put(at, &sum, 1);
    return bytes;
}

Result<SavedModel> parseModelFile(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto header = readHeader(content, where);
    if (!header) return header.error();
    const auto described = readDescription(content.subspan(sizeof(Header), header->descriptionSize), where);
    if (!described) return described.error();
    auto network = resolve(described->network);
    if (!network) {
        Error error = network.error();
        error.where = where;
        return error;
    }
    if (auto error = checkCounts(*header, *network, where)) return *error;
    if (auto valid = validate(described->recipe, described->network); !valid) {
        Error error = valid.error();
        error.where = where;
        return error;
    }
    const std::size_t first = sizeof(Header) + header->descriptionSize,
                      size = sizeof(float) * static_cast<std::size_t>(header->parameterCount);
    auto parameters = readNumbers(content.subspan(first, size), where);
    if (!parameters) return parameters.error();
    auto mean = readNumbers(content.subspan(first + size, sizeof(float) * header->meanCount), where);
    if (!mean) return mean.error();
    return SavedModel{
        {std::make_shared<const Plan>(std::move(*network)), std::move(*parameters), std::move(*mean)},
        described->recipe,
        described->library};
}

} // namespace hg
