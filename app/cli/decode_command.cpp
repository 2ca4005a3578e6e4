#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "core/io/array_file.h"
#include "core/util/finite.h"
#include "ui/pictures/picture_writer.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace hg::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t numbersAtOnce = 1'000'000, rowsAtOnce = 1024; // Ctrl-C is heard between pieces

/// Where pictures go, one piece after the other; nothing has its name before `commit`.
class PictureSink {
public:
    virtual ~PictureSink() = default;
    virtual Result<void> append(std::span<const float> pictures, Shape shape) = 0;
    virtual Result<void> commit() = 0;
};

class NpySink : public PictureSink {
public:
    explicit NpySink(FileWriter out) : m_out(std::move(out)) {}
    Result<void> begin(int count, Shape shape)
    {
        std::vector<int> axes{count, shape.channels, shape.height, shape.width};
        if (shape.channels == 1) axes.erase(axes.begin() + 1);
        return m_out.append(npyHeader(axes));
    }
    Result<void> append(std::span<const float> pictures, Shape) override { return m_out.append(pictures); }
    Result<void> commit() override { return m_out.commit(); }

private:
    FileWriter m_out;
};

/// PNG files numbered from 0, with zeros in front so that they sort; made in a folder beside their place, or
/// within it where it exists, and moved when all are there.
class FolderSink : public PictureSink {
public:
    FolderSink(fs::path folder, int count)
        : m_folder(std::move(folder)), m_digits(std::to_string(std::max(0, count - 1)).size())
    {
        std::error_code code;
        m_isThere = fs::is_directory(m_folder, code);
        m_making = m_isThere ? m_folder / ".hourglass.part" : fs::path(m_folder.string() + ".part");
    }
    ~FolderSink() override
    {
        std::error_code code;
        if (m_isMaking) fs::remove_all(m_making, code);
    }
    FolderSink(const FolderSink&) = delete;
    FolderSink& operator=(const FolderSink&) = delete;

    Result<void> begin()
    {
        std::error_code code;
        const bool isInTheWay = !m_isThere && fs::exists(m_folder, code);
        m_isMaking = !isInTheWay && fs::create_directory(m_making, code);
        if (m_isMaking) return {};
        return Error{ErrorCode::FileUnwritable, (fs::exists(m_making, code) ? m_making : m_folder).string()};
    }

    Result<void> append(std::span<const float> pictures, Shape shape) override
    {
        for (std::size_t at = 0; at < pictures.size(); at += shape.size()) {
            std::string name = std::to_string(m_count++);
            name = std::string(m_digits - name.size(), '0') + name + ".png";
            const auto written = writeFile(m_making / name, toPng(pictures.subspan(at, shape.size()), shape));
            if (!written) return written;
            m_names.push_back(std::move(name));
        }
        return {};
    }

    Result<void> commit() override
    {
        std::error_code code;
        if (!m_isThere) fs::rename(m_making, m_folder, code);
        for (std::size_t i = 0; m_isThere && i < m_names.size() && !code; ++i)
            fs::rename(m_making / m_names[i], m_folder / m_names[i], code);
        if (code) return Error{ErrorCode::FileUnwritable, m_folder.string()};
        if (!m_isThere) m_isMaking = false;
        return {};
    }

private:
    fs::path m_folder, m_making;
    std::size_t m_digits;
    std::vector<std::string> m_names;
    int m_count = 0;
    bool m_isThere = false, m_isMaking = false;
};

/// A call of `decode`, read and checked.
struct Order {
    std::string model, codes;
    fs::path out;
    bool isNpy = false;
};

Order readOrder(Arguments& a)
{
    Order order{a.text("model"), a.text("codes"), a.text("out")};
    std::error_code code;
    const bool endsInSlash = !order.out.has_filename();
    if (endsInSlash) order.out = order.out.parent_path();
    order.isNpy = !endsInSlash && order.out.extension() == ".npy";
    const bool isFolder = endsInSlash || !order.out.has_extension() || fs::is_directory(order.out, code);
    if (!order.isNpy && !isFolder)
        a.setFault("out", "\"" + a.text("out") +
                              "\" ends neither in .npy nor as a folder does (without an ending, or in /)");
    return order;
}

/// Whole numbers in the last column are labels, as `encode` writes them.
bool hasLabels(const Samples& rows)
{
    const auto width = static_cast<std::size_t>(rows.shape.width);
    for (std::size_t i = width - 1; i < rows.doubles.size(); i += width)
        if (rows.doubles[i] < 0 || rows.doubles[i] != std::floor(rows.doubles[i])) return false;
    return true;
}

std::variant<std::vector<float>, Failure> readCodes(const std::string& path, int size)
{
    const auto rows = loadSamples(path);
    if (!rows) return failure(rows.error());
    if (!rows->bytes.empty()) return failure({ErrorCode::UnknownKind, path});
    const int width = rows->shape.width;
    const bool areRows = rows->shape == Shape{1, 1, width};
    if (!areRows || !(width == size || (width == size + 1 && hasLabels(*rows))))
        return Failure{1, path,
                       "its rows do not have " + std::to_string(size) +
                           " numbers, the size of the model's codes (a whole number behind them is a label)"};
    std::vector<float> codes;
    codes.reserve(static_cast<std::size_t>(rows->count) * static_cast<std::size_t>(size));
    for (int i = 0; i < rows->count; ++i)
        for (int k = 0; k < size; ++k)
            codes.push_back(rows->view().value(i, static_cast<std::size_t>(k)));
    return codes;
}

std::variant<std::unique_ptr<PictureSink>, Failure> openSink(const Order& order, int count, Shape shape)
{
    if (order.isNpy) {
        auto out = FileWriter::create(order.out);
        if (!out) return failure(out.error());
        auto sink = std::make_unique<NpySink>(std::move(*out));
        if (const auto begun = sink->begin(count, shape); !begun) return failure(begun.error());
        return sink;
    }
    if (shape.channels != 1 && shape.channels != 3)
        return Failure{1, "--out",
                       "pictures of " + std::to_string(shape.channels) +
                           " channels cannot be a PNG; a file that ends in .npy takes them"};
    auto sink = std::make_unique<FolderSink>(order.out, count);
    if (const auto begun = sink->begin(); !begun) return failure(begun.error());
    return sink;
}

std::optional<Failure> decodeAll(const Model& model, std::span<const float> codes, const std::string& where,
                                 PictureSink& sink)
{
    const auto size = static_cast<std::size_t>(model.plan->codeSize());
    const std::size_t count = codes.size() / size,
                      step = std::clamp<std::size_t>(numbersAtOnce / model.plan->outputSize(), 1, rowsAtOnce);
    Progress progress(static_cast<int>(count));
    Workers workers;
    for (std::size_t first = 0; first < count; first += step) {
        if (wasInterrupted()) return failure({ErrorCode::Cancelled}, "decode");
        const std::size_t n = std::min(step, count - first);
        const auto pictures = decode(model, codes.subspan(first * size, n * size), workers);
        if (!areFinite(pictures)) return failure({ErrorCode::NotFinite}, where);
        if (const auto written = sink.append(pictures, model.plan->network().outputShape()); !written)
            return failure(written.error());
        progress.show(static_cast<int>(first + n));
    }
    const auto done = sink.commit();
    return done ? std::nullopt : std::optional(failure(done.error()));
}

std::optional<Failure> run(Arguments& arguments)
{
    const Order order = readOrder(arguments);
    if (arguments.fault()) return arguments.fault();
    const auto saved = loadModel(order.model);
    if (!saved) return failure(saved.error());
    const int size = saved->model.plan->codeSize();
    const auto codes = readCodes(order.codes, size);
    if (const auto* fault = std::get_if<Failure>(&codes)) return *fault;
    const auto& numbers = std::get<0>(codes);
    const int count = static_cast<int>(numbers.size()) / size;
    listenToInterrupts();
    const auto sink = openSink(order, count, saved->model.plan->network().outputShape());
    if (const auto* fault = std::get_if<Failure>(&sink)) return *fault;
    return decodeAll(saved->model, numbers, order.codes, *std::get<0>(sink));
}

} // namespace

Command decodeCommand()
{
    return {"decode",
            "Turn codes into pictures by a trained model",
            {{"model", "FILE.hourglass", "what train --out wrote", true, true},
             {"codes", "CODES",
              "CSV or .npy, a code a row; a label behind it is ignored; - for standard input", true},
             {"out", "WHERE", "images.npy (float32, unclipped), or a folder for one PNG a row", true}},
            run};
}

} // namespace hg::cli
