#include "ui/labs/conv/conv_files.h"

#include "core/io/array_file.h"
#include "core/io/sound_file.h"
#include "core/lab/input_pictures.h"
#include "core/lab/named_filters.h"
#include "core/session/preset_state.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/theme/example_text.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

#include <algorithm>

namespace hg {
namespace {

/// The shortest form that reads back as the same number, with the language's decimal mark.
QString spreadsheetNumber(double value, QChar mark)
{
    return QString::fromStdString(shortest(value)).replace(u'.', mark);
}

/// From the upper left cell on, a grid takes the size of what is pasted.
ConvScene withGridSize(const ConvScene& scene, const ConvHit& selected, Axes size)
{
    return selected.place == ConvPlace::Kernel ? withKernelSize(scene, size) : withInputSize(scene, size);
}

ConvScene withBlock(ConvScene scene, const ConvHit& first, const TensorD& numbers)
{
    for (int r = 0; r < numbers.shape.height; ++r)
        for (int c = 0; c < numbers.shape.width; ++c) {
            const int row = first.row + r, column = first.column + c;
            (first.place == ConvPlace::Kernel ? weightAt(scene, first.filter, first.channel, row, column)
                                              : scene.input.at(0, first.channel, row, column)) =
                numbers.at(0, 0, r, c);
        }
    return scene;
}

} // namespace

ConvFiles::ConvFiles(LabModel& lab, ConvModel& numbers)
    : m_lab(lab), m_numbers(numbers), m_job(lab.context().jobs)
{
    connect(&numbers, &ConvModel::presetAsked, this, &ConvFiles::loadPreset);
    connect(&numbers, &ConvModel::copyAsked, this, &ConvFiles::copy);
    connect(&numbers, &ConvModel::pasteAsked, this, &ConvFiles::paste);
}

ArrivalWish ConvFiles::wish() const
{
    const QLocale locale = localeOf(m_lab.context().settings.language());
    return {m_numbers.axes(), m_lab.context().settings.readsColours(), locale.decimalPoint() == u",",
            m_lab.context().assets};
}

void ConvFiles::copy()
{
    const ConvScene& s = m_numbers.scene();
    const auto selected = m_numbers.selected();
    const bool isKernel = selected && selected->place == ConvPlace::Kernel && !s.pooling;
    const Shape shape = isKernel ? s.kernel.shape : s.input.shape;
    const int channel = selected ? std::min(selected->channel, s.channels() - 1) : 0;
    const int filter = selected ? std::min(selected->filter, s.filters() - 1) : 0;
    const QChar mark = localeOf(m_lab.context().settings.language()).decimalPoint()[0];
    QString text;
    for (int r = 0; r < shape.height; ++r)
        for (int c = 0; c < shape.width; ++c) {
            const double value = isKernel ? weightAt(s, filter, channel, r, c) : s.input.at(0, channel, r, c);
            text += spreadsheetNumber(value, mark) + (c + 1 < shape.width ? u'\t' : u'\n');
        }
    QGuiApplication::clipboard()->setText(text);
    m_lab.confirm(tr("%1 × %2 numbers copied").arg(shape.height).arg(shape.width));
}

void ConvFiles::paste()
{
    m_isAtSelection = true;
    takeContent(*QGuiApplication::clipboard()->mimeData(), tr("Clipboard"));
    m_isAtSelection = false;
}

void ConvFiles::openFile(const QString& path)
{
    m_path = path;
    const QFileInfo info(path);
    m_lab.context().settings.setOpenFolder(info.path());
    const QString name = info.fileName();
    load(name, [path, where = name.toStdString(), wish = wish()](const Watch&) -> Result<Arrival> {
        const auto content = readFile(pathOf(path));
        if (!content) return content.error();
        return readArrival(*content, where, wish);
    });
}

void ConvFiles::openAgain()
{
    if (!m_path.isEmpty()) openFile(m_path);
}

void ConvFiles::load(const QString& where, Work work, const std::string& origin)
{
    m_job.start<Result<Arrival>>(
        tr("Reading %1").arg(where), std::move(work),
        [this, where, origin](const Result<Arrival>& arrival) { take(where, arrival, origin); });
}

void ConvFiles::loadPreset(std::string_view id)
{
    load(exampleTitle(id),
         [id = std::string(id), assets = m_lab.context().assets](const Watch&) -> Result<Arrival> {
             const auto state = presetState(id, assets);
             if (!state) return state.error();
             Arrival arrival;
             arrival.state = *state;
             return arrival;
         });
}

bool ConvFiles::takeContent(const QMimeData& content, const QString& where)
{
    if (const QString file = localFileIn(content); !file.isEmpty()) {
        openFile(file);
        return true;
    }
    if (content.hasText()) {
        const QString text = content.text();
        if (const auto error = beyondText(text))
            refuse(where, *error);
        else
            take(where, readArrivalText(text.toStdString(), "", wish()));
        return true;
    }
    if (!content.hasImage()) return false;
    m_path.clear();
    const QImage image = qvariant_cast<QImage>(content.imageData());
    load(where, [image, wish = wish()](const Watch&) -> Result<Arrival> {
        QByteArray png; // one reader for every picture, with its bounds
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return readArrival(Bytes(png.begin(), png.end()), "", wish);
    });
    return true;
}

void ConvFiles::take(const QString& where, const Result<Arrival>& arrival, const std::string& origin)
{
    if (!arrival) return refuse(where, arrival.error());
    m_lab.forgetRemark();
    if (arrival->state) return m_lab.receive({*arrival->state, where});
    if (arrival->track) return Q_EMIT soundTaken(m_path, arrival->track);
    if (m_isAtSelection && takeAtSelection(where, arrival->numbers)) return;
    if (const auto error = beyondSides(arrival->numbers, m_numbers.axes()))
        return offerParts(where, *arrival, *error);
    takeInput(where, *arrival, origin);
}

void ConvFiles::offerParts(const QString& where, const Arrival& arrival, const Error& error)
{
    const Shape shape = arrival.numbers.shape;
    const auto numbers = std::make_shared<const TensorD>(arrival.numbers);
    const int n = (std::max(shape.height, shape.width) + largestSide - 1) / largestSide;
    const auto taken = [this, where](const TensorD& part) {
        Arrival rest;
        rest.numbers = part;
        m_lab.forgetRemark();
        takeInput(where, rest, {});
    };
    QList<Offer> offers;
    if (m_numbers.axes() == 1 && shape.channels == 1)
        offers << Offer{tr("Open as a sound"), [this, where, numbers] { openAsSound(where, *numbers); }};
    offers << Offer{m_numbers.axes() == 1 ? tr("Take the first %1").arg(largestSide)
                                          : tr("Take the first %1 × %1").arg(largestSide),
                    [taken, numbers] { taken(cornerOf(*numbers, largestSide)); }};
    offers << Offer{tr("Take one in %1").arg(n), [taken, numbers, n] { taken(everyNth(*numbers, n)); }};
    m_lab.tell(refusalOf(where, arrivalSentence(error)), offers);
}

void ConvFiles::openAsSound(const QString& where, const TensorD& numbers)
{
    m_lab.forgetRemark();
    if (!m_sounds) m_sounds = std::make_unique<QTemporaryDir>();
    m_path = m_sounds->filePath(QStringLiteral("%1.wav").arg(++m_soundCount));
    const std::vector<float> samples(numbers.data.begin(), numbers.data.end());
    load(where, [samples, path = m_path](const Watch&) -> Result<Arrival> {
        const Sound sound{.rateHz = syntheticRateHz, .samples = samples};
        if (const auto written = writeFile(pathOf(path), toWav(sound, WavFormat::Float32)); !written)
            return written.error();
        Arrival arrival;
        arrival.track = std::make_shared<const SoundTrack>(trackOf(samples, syntheticRateHz));
        return arrival;
    });
}

void ConvFiles::takeInput(const QString& where, const Arrival& arrival, const std::string& origin)
{
    auto scene = withPicture(m_numbers.scene(), arrival.numbers);
    if (!scene) return refuse(where, scene.error());
    scene->secondsPerColumn = arrival.secondsPerColumn;
    scene->hzPerRow = arrival.hzPerRow;
    if (arrival.isPicture) scene->origin = InputOrigin::Photograph;
    m_numbers.edit(*scene);
    if (isPicture(scene->input.shape)) m_numbers.rewind();
    Q_EMIT inputTaken(origin, where, arrival);
}

bool ConvFiles::takeAtSelection(const QString& where, const TensorD& numbers)
{
    const auto selected = m_numbers.selected();
    if (!selected || numbers.shape.channels > 1) return false;
    const ConvScene& scene = m_numbers.scene();
    const bool isKernel = selected->place == ConvPlace::Kernel;
    const Shape grid = isKernel ? scene.kernel.shape : scene.input.shape, block = numbers.shape;
    const int rows = grid.height - selected->row, columns = grid.width - selected->column;
    const bool fits = block.height <= rows && block.width <= columns;
    if (!isKernel && beyondSides(numbers, m_numbers.axes())) return false;
    if (isKernel && scene.pooling)
        m_lab.refuse(where, tr("a pooling window has no weights"));
    else if (!fits && (selected->row > 0 || selected->column > 0))
        m_lab.refuse(where, tr("%1 × %2 numbers do not fit at the selected cell, where %3 × %4 are left")
                                .arg(block.height)
                                .arg(block.width)
                                .arg(rows)
                                .arg(columns));
    else if (isKernel && std::max(block.height, block.width) > largestKernel)
        refuse(where, Error{ErrorCode::TooLarge, "", {double(block.height), double(block.width)}, "filter"});
    else
        editGrid(where, withBlock(fits ? scene : withGridSize(scene, *selected, {block.height, block.width}),
                                  *selected, numbers));
    return true;
}

void ConvFiles::editGrid(const QString& where, const ConvScene& scene)
{
    const auto geometry = geometryOf(scene);
    // A larger input may need other settings; a filter that was pasted is not cut again.
    const auto nearest = geometry || scene.kernel.shape != m_numbers.scene().kernel.shape
                             ? std::nullopt
                             : nearestWorking(scene);
    if (!geometry && !nearest) return refuse(where, geometry.error());
    m_numbers.edit(nearest ? *nearest : scene);
}

void ConvFiles::refuse(const QString& where, const Error& error)
{
    m_lab.refuse(where, arrivalSentence(error));
}

} // namespace hg
