#include "ui/labs/autoencoder/stored_sizes.h"

#include "core/session/state_json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace hg {
namespace {

using Row = std::pair<AutoencoderSetup, std::vector<SizeError>>;

std::optional<Row> rowOf(const QJsonObject& object)
{
    const QByteArray text = QJsonDocument(object[QLatin1String("state")].toObject()).toJson();
    const auto state = readState(
        {reinterpret_cast<const std::uint8_t*>(text.constData()), static_cast<std::size_t>(text.size())},
        "sizes.json");
    if (!state || !std::holds_alternative<AutoencoderState>(*state)) return std::nullopt;
    Row row{withAnySize(std::get<AutoencoderState>(*state).setup), {}};
    for (const auto& pair : object[QLatin1String("errors")].toArray())
        row.second.push_back({pair.toArray()[0].toInt(), pair.toArray()[1].toDouble()});
    return row;
}

const std::vector<Row>& kept()
{
    static const std::vector<Row> all = [] {
        std::vector<Row> rows;
        QFile file(QStringLiteral(":/examples/sizes.json"));
        if (!file.open(QIODevice::ReadOnly)) return rows;
        for (const auto& object : QJsonDocument::fromJson(file.readAll()).array())
            if (auto row = rowOf(object.toObject())) rows.push_back(std::move(*row));
        return rows;
    }();
    return all;
}

} // namespace

std::vector<SizeError> storedErrorsOf(const AutoencoderSetup& setup)
{
    const AutoencoderSetup any = withAnySize(setup);
    for (const auto& [of, errors] : kept())
        if (of == any) return errors;
    return {};
}

} // namespace hg
