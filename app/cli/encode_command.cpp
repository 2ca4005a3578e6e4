#include "app/cli/command.h"
#include "app/cli/data_options.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "core/eval/number_files.h"
#include "core/io/array_file.h"
#include "core/session/data_options.h"
#include "core/util/finite.h"

#include <algorithm>
#include <array>

namespace hg::cli {
namespace {

constexpr int rowsAtOnce = 4096;

/// A call of `encode`, read and checked.
struct Order {
    std::string model, out;
    DataRequest data;
    bool withTrain = true, withTest = true;
    bool isNpy = false;
};

Order readOrder(Arguments& a)
{
    Order order{a.text("model"), a.text("out"), {}};
    readDataOptions(a, order.data);
    const int part = a.choice("part", {"all", "train", "test"});
    order.withTrain = part != 2;
    order.withTest = part != 1;
    order.isNpy = order.out.ends_with(".npy");
    if (!order.isNpy && !order.out.ends_with(".csv"))
        a.setFault("out", "\"" + order.out + "\" ends neither in .csv nor in .npy");
    return order;
}

/// Encodes samples piece by piece into a file.
class Encoding {
public:
    Encoding(const Order& order, const Model& model, FileWriter& out, int total)
        : m_order(order), m_model(model), m_out(out), m_progress(total)
    {}

    std::optional<Failure> add(std::span<const Samples* const> parts, const Dataset& data)
    {
        if (parts.size() > 1 && data.isSplitHere()) return addInOrder(data);
        for (const Samples* part : parts)
            if (auto fault = addPart(*part)) return fault;
        return std::nullopt;
    }

private:
    std::optional<Failure> addPart(const Samples& samples)
    {
        for (int first = 0; first < samples.count; first += rowsAtOnce) {
            if (wasInterrupted()) return failure({ErrorCode::Cancelled}, "encode");
            const int count = std::min(rowsAtOnce, samples.count - first);
            if (auto fault = write(rowsOf(samples, first, count))) return fault;
        }
        return std::nullopt;
    }

    /// Both parts of a set of which some samples were held out here, in the order that they had before.
    std::optional<Failure> addInOrder(const Dataset& data)
    {
        const int total = data.train.count + data.test.count;
        for (int first = 0; first < total; first += rowsAtOnce) {
            if (wasInterrupted()) return failure({ErrorCode::Cancelled}, "encode");
            const int end = std::min(first + rowsAtOnce, total);
            const int heldFirst = heldOutAmong(first, data.heldOut),
                      heldEnd = heldOutAmong(end, data.heldOut);
            const Rows train = rowsOf(data.train, first - heldFirst, end - heldEnd - (first - heldFirst)),
                       test = rowsOf(data.test, heldFirst, heldEnd - heldFirst);
            Rows rows;
            for (int i = first; i < end; ++i) {
                const int held = heldOutAmong(i, data.heldOut);
                const bool isHeld = heldOutAmong(i + 1, data.heldOut) > held;
                addRow(rows, isHeld ? test : train,
                       isHeld ? held - heldFirst : i - held - (first - heldFirst));
            }
            if (auto fault = write(rows)) return fault;
        }
        return std::nullopt;
    }

    /// Codes of some samples, one after the other, and their labels where they have any.
    struct Rows {
        std::vector<float> codes;
        std::vector<int> labels;
    };

    std::size_t codeSize() const { return static_cast<std::size_t>(m_model.plan->codeSize()); }

    Rows rowsOf(const Samples& samples, int first, int count)
    {
        Rows rows;
        if (count > 0) rows.codes = encode(m_model, samples.view().rows(first, count), m_workers);
        if (!samples.labels.empty())
            rows.labels.assign(samples.labels.begin() + first, samples.labels.begin() + first + count);
        return rows;
    }

    void addRow(Rows& to, const Rows& from, int i) const
    {
        const auto at = from.codes.begin() + static_cast<std::ptrdiff_t>(codeSize()) * i;
        to.codes.insert(to.codes.end(), at, at + static_cast<std::ptrdiff_t>(codeSize()));
        if (!from.labels.empty()) to.labels.push_back(from.labels[static_cast<std::size_t>(i)]);
    }

    std::optional<Failure> write(const Rows& rows)
    {
        if (!areFinite(rows.codes)) return failure({ErrorCode::NotFinite}, m_order.data.source);
        const auto written = m_order.isNpy ? m_out.append(std::span<const float>(rows.codes))
                                           : m_out.append(labelledRows(rows.codes, codeSize(), rows.labels));
        if (!written) return failure(written.error());
        m_progress.show(m_done += static_cast<int>(rows.codes.size() / codeSize()));
        return std::nullopt;
    }

    const Order& m_order;
    const Model& m_model;
    FileWriter& m_out;
    Progress m_progress;
    Workers m_workers;
    int m_done = 0;
};

std::optional<Failure> encodeAll(const Order& order, const Model& model, const Dataset& data)
{
    std::vector<const Samples*> parts;
    if (order.withTrain) parts.push_back(&data.train);
    if (order.withTest) parts.push_back(&data.test);
    int total = 0;
    for (const Samples* part : parts)
        total += part->count;
    if (total == 0)
        return failure({ErrorCode::TooFewSamples, order.data.source, {double(data.train.count), 10}});
    auto out = FileWriter::create(order.out);
    if (!out) return failure(out.error());
    const std::array axes{total, model.plan->codeSize()};
    if (order.isNpy)
        if (const auto written = out->append(npyHeader(axes)); !written) return failure(written.error());
    Encoding encoding(order, model, *out, total);
    if (auto fault = encoding.add(parts, data)) return fault;
    const auto done = out->commit();
    return done ? std::nullopt : std::optional(failure(done.error()));
}

std::optional<Failure> run(Arguments& arguments)
{
    const Order order = readOrder(arguments);
    if (arguments.fault()) return arguments.fault();
    const auto saved = loadModel(order.model);
    if (!saved) return failure(saved.error());
    listenToInterrupts();
    if (const auto writable = checkWritable(order.out); !writable) return failure(writable.error());
    const auto data = loadData(order.data);
    if (!data) return failure(data.error());
    const double found = double((*data)->train.shape.size()),
                 expected = double(saved->model.plan->inputSize());
    if (found != expected) return failure({ErrorCode::ShapesDoNotFit, order.data.source, {found, expected}});
    return encodeAll(order, saved->model, **data);
}

} // namespace

Command encodeCommand()
{
    Command command{"encode",
                    "Turn samples into codes by a trained model",
                    {{"model", "FILE.hourglass", "what train --out wrote", true, true},
                     {"data", "DATA", "as for train: mnist, a file, or a folder", true},
                     {"part", "PART", "all, train or test; all is every sample in the order of DATA"},
                     {"out", "FILE", "codes.csv (with the label, where there is one) or codes.npy", true}},
                    run};
    addDataOptions(command.options);
    return command;
}

} // namespace hg::cli
