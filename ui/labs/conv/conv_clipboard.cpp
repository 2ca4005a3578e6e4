#include "ui/labs/conv/conv_clipboard.h"

#include "core/io/array_file.h"
#include "core/io/sound_file.h"
#include "core/lab/input_pictures.h"
#include "core/lab/named_filters.h"
#include "core/session/preset_state.h"
#include "core/session/scene_command.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/theme/example_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/toast.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr qsizetype longestText = 4 << 20;

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

std::filesystem::path pathOf(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

ConvClipboard::ConvClipboard(ConvLab& lab, AppContext& context)
    : QObject(&lab)
    , m_lab(lab)
    , m_context(context)
    , m_figure(lab.stage())
    , m_editor(lab.canvas()->findChild<QLineEdit*>())
{
    m_figure->setAcceptDrops(true);
    m_figure->installEventFilter(this);
    if (m_editor) m_editor->installEventFilter(this);
}

bool ConvClipboard::knows(CommandId command)
{
    using enum CommandId;
    static constexpr std::array own{Open, Save, Copy, Paste, CopyLink, CopyCommand};
    return std::find(own.begin(), own.end(), command) != own.end();
}

void ConvClipboard::run(CommandId command)
{
    switch (command) {
    case CommandId::Open:
        return chooseFile();
    case CommandId::Save:
        return chooseTarget();
    case CommandId::Copy:
        return copy();
    case CommandId::Paste:
        return paste();
    case CommandId::CopyLink:
        return copyLink();
    case CommandId::CopyCommand:
        return copyCommand();
    default:
        break;
    }
}

ArrivalWish ConvClipboard::wish() const
{
    const QLocale locale = localeOf(m_context.settings.language());
    return {m_lab.axes(), m_context.settings.readsColours(), locale.decimalPoint() == u",", m_context.assets};
}

void ConvClipboard::copy()
{
    const ConvScene& s = m_lab.scene();
    const auto selected = m_lab.canvas()->look().selected;
    const bool isKernel = selected && selected->place == ConvPlace::Kernel && !s.pooling;
    const Shape shape = isKernel ? s.kernel.shape : s.input.shape;
    const int channel = selected ? std::min(selected->channel, s.channels() - 1) : 0;
    const int filter = selected ? std::min(selected->filter, s.filters() - 1) : 0;
    const QChar mark = localeOf(m_context.settings.language()).decimalPoint()[0];
    QString text;
    for (int r = 0; r < shape.height; ++r)
        for (int c = 0; c < shape.width; ++c) {
            const double value = isKernel ? weightAt(s, filter, channel, r, c) : s.input.at(0, channel, r, c);
            text += spreadsheetNumber(value, mark) + (c + 1 < shape.width ? u'\t' : u'\n');
        }
    QGuiApplication::clipboard()->setText(text);
    confirm(tr("%1 × %2 numbers copied").arg(shape.height).arg(shape.width));
}

void ConvClipboard::paste()
{
    m_isAtSelection = true;
    takeContent(*QGuiApplication::clipboard()->mimeData(), tr("Clipboard"));
    m_isAtSelection = false;
}

QString ConvClipboard::fileStays()
{
    return tr("a sound file stays on this computer; save the state and take the sound along, or choose a "
              "sound from the list");
}

void ConvClipboard::copyLink()
{
    const auto link = stateLink(m_lab.state());
    if (!link) return refuse(tr("Copy link"), fileStays());
    QGuiApplication::clipboard()->setText(QString::fromStdString(*link));
    confirm(tr("Link copied"));
}

void ConvClipboard::copyCommand()
{
    const auto command = commandOf(m_lab.state(), m_context.assets);
    if (!command && command.error().code == ErrorCode::UnknownName)
        return refuse(tr("Copy as command"), fileStays());
    if (!command)
        return refuse(tr("Copy as command"),
                      tr("there are too many numbers for a command line; save the state and give its file to "
                         "--state"));
    QGuiApplication::clipboard()->setText(QString::fromStdString(*command));
    confirm(tr("Command copied"));
}

void ConvClipboard::chooseFile()
{
    auto* chooser = new QFileDialog(m_lab.stage(), tr("Open"), m_context.settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ConvClipboard::openFile);
    chooser->open();
}

void ConvClipboard::chooseTarget()
{
    auto* chooser = new QFileDialog(m_lab.stage(), tr("Save state"), m_context.settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->selectFile(m_lab.axes() == 2 ? QStringLiteral("conv2d.json") : QStringLiteral("conv1d.json"));
    connect(chooser, &QFileDialog::fileSelected, this, &ConvClipboard::saveState);
    chooser->open();
}

void ConvClipboard::openFile(const QString& path)
{
    m_path = path;
    const QFileInfo info(path);
    m_context.settings.setOpenFolder(info.path());
    const QString name = info.fileName();
    load(name, [path, where = name.toStdString(), wish = wish()]() -> Result<Arrival> {
        const auto content = readFile(pathOf(path));
        if (!content) return content.error();
        return readArrival(*content, where, wish);
    });
}

void ConvClipboard::openAgain()
{
    if (!m_path.isEmpty()) openFile(m_path);
}

void ConvClipboard::saveState(const QString& path)
{
    m_context.settings.setOpenFolder(QFileInfo(path).path());
    const auto result = writeFile(pathOf(path), writeState(m_lab.state()));
    if (!result) return refuse(QFileInfo(path).fileName(), result.error());
    confirm(tr("Saved: %1").arg(QFileInfo(path).fileName()));
}

void ConvClipboard::load(const QString& where, std::function<Result<Arrival>()> work)
{
    m_isLoading = true;
    Q_EMIT loadingChanged();
    m_job = std::make_unique<Job>();
    m_job->start<Result<Arrival>>(std::move(work),
                                  [this, where](const Result<Arrival>& arrival) { finish(where, arrival); });
}

void ConvClipboard::loadPreset(std::string_view id)
{
    load(exampleTitle(id), [id = std::string(id), assets = m_context.assets]() -> Result<Arrival> {
        const auto state = presetState(id, assets);
        if (!state) return state.error();
        Arrival arrival;
        arrival.state = *state;
        return arrival;
    });
}

void ConvClipboard::finish(const QString& where, const Result<Arrival>& arrival)
{
    m_isLoading = false;
    Q_EMIT loadingChanged();
    take(where, arrival);
}

bool ConvClipboard::takeContent(const QMimeData& content, const QString& where)
{
    if (content.hasUrls())
        for (const QUrl& url : content.urls())
            if (url.isLocalFile()) {
                openFile(url.toLocalFile());
                return true;
            }
    if (content.hasText()) {
        const QString text = content.text();
        if (text.size() > longestText)
            refuse(where, Error{ErrorCode::TooLarge, "", {double(text.size()), double(longestText)}});
        else
            take(where, readArrivalText(text.toStdString(), "", wish()));
        return true;
    }
    if (!content.hasImage()) return false;
    m_path.clear();
    const QImage image = qvariant_cast<QImage>(content.imageData());
    load(where, [image, wish = wish()]() -> Result<Arrival> {
        QByteArray png; // one reader for every picture, with its bounds
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return readArrival(Bytes(png.begin(), png.end()), "", wish);
    });
    return true;
}

void ConvClipboard::take(const QString& where, const Result<Arrival>& arrival)
{
    if (!arrival) return refuse(where, arrival.error());
    m_lab.forgetRemark();
    if (arrival->state) return m_lab.openState(*arrival->state);
    if (arrival->track) return m_lab.openSound(m_path, arrival->track);
    if (m_isAtSelection && takeAtSelection(where, arrival->numbers)) return;
    if (const auto error = beyondSides(arrival->numbers, m_lab.axes()))
        return offerParts(where, *arrival, *error);
    takeInput(where, *arrival);
}

void ConvClipboard::offerParts(const QString& where, const Arrival& arrival, const Error& error)
{
    const Shape shape = arrival.numbers.shape;
    const auto numbers = std::make_shared<const TensorD>(arrival.numbers);
    const int n = (std::max(shape.height, shape.width) + largestSide - 1) / largestSide;
    const auto taken = [this, where](const TensorD& part) {
        Arrival rest;
        rest.numbers = part;
        m_lab.forgetRemark();
        takeInput(where, rest);
    };
    QList<Offer> offers;
    if (m_lab.axes() == 1 && shape.channels == 1)
        offers << Offer{tr("Open as a sound"), [this, where, numbers] { openAsSound(where, *numbers); }};
    offers << Offer{m_lab.axes() == 1 ? tr("Take the first %1").arg(largestSide)
                                      : tr("Take the first %1 × %1").arg(largestSide),
                    [taken, numbers] { taken(cornerOf(*numbers, largestSide)); }};
    offers << Offer{tr("Take one in %1").arg(n), [taken, numbers, n] { taken(everyNth(*numbers, n)); }};
    m_lab.tell(refusal(where, arrivalSentence(error)), offers);
}

void ConvClipboard::openAsSound(const QString& where, const TensorD& numbers)
{
    m_lab.forgetRemark();
    if (!m_sounds) m_sounds = std::make_unique<QTemporaryDir>();
    m_path = m_sounds->filePath(QStringLiteral("%1.wav").arg(++m_soundCount));
    const std::vector<float> samples(numbers.data.begin(), numbers.data.end());
    load(where, [samples, path = m_path]() -> Result<Arrival> {
        const Sound sound{.rateHz = syntheticRateHz, .samples = samples};
        if (const auto written = writeFile(pathOf(path), toWav(sound, WavFormat::Float32)); !written)
            return written.error();
        Arrival arrival;
        arrival.track = std::make_shared<const SoundTrack>(trackOf(samples, syntheticRateHz));
        return arrival;
    });
}

void ConvClipboard::takeInput(const QString& where, const Arrival& arrival)
{
    auto scene = withPicture(m_lab.scene(), arrival.numbers);
    if (!scene) return refuse(where, scene.error());
    scene->secondsPerColumn = arrival.secondsPerColumn;
    scene->hzPerRow = arrival.hzPerRow;
    if (arrival.isPicture) scene->origin = InputOrigin::Photograph;
    m_lab.edit(*scene);
    if (isPicture(scene->input.shape)) m_lab.rewind();
    Q_EMIT inputTaken(where, arrival);
}

bool ConvClipboard::takeAtSelection(const QString& where, const TensorD& numbers)
{
    const auto selected = m_lab.canvas()->look().selected;
    if (!selected || numbers.shape.channels > 1) return false;
    const ConvScene& scene = m_lab.scene();
    const bool isKernel = selected->place == ConvPlace::Kernel;
    const Shape grid = isKernel ? scene.kernel.shape : scene.input.shape, block = numbers.shape;
    const int rows = grid.height - selected->row, columns = grid.width - selected->column;
    const bool fits = block.height <= rows && block.width <= columns;
    if (!isKernel && beyondSides(numbers, m_lab.axes())) return false;
    if (isKernel && scene.pooling)
        refuse(where, tr("a pooling window has no weights"));
    else if (!fits && (selected->row > 0 || selected->column > 0))
        refuse(where, tr("%1 × %2 numbers do not fit at the selected cell, where %3 × %4 are left")
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

void ConvClipboard::editGrid(const QString& where, const ConvScene& scene)
{
    const auto geometry = geometryOf(scene);
    // A larger input may need other settings; a filter that was pasted is not cut again.
    const auto nearest =
        geometry || scene.kernel.shape != m_lab.scene().kernel.shape ? std::nullopt : nearestWorking(scene);
    if (!geometry && !nearest) return refuse(where, geometry.error());
    m_lab.edit(nearest ? *nearest : scene);
}

void ConvClipboard::refuse(const QString& where, const Error& error)
{
    refuse(where, arrivalSentence(error));
}

void ConvClipboard::refuse(const QString& where, const QString& sentence)
{
    m_lab.tellRemark(refusal(where, sentence));
}

QString ConvClipboard::refusal(const QString& where, const QString& sentence)
{
    return tr("%1: %2. Nothing has changed.").arg(where, sentence);
}

void ConvClipboard::confirm(const QString& sentence)
{
    m_lab.forgetRemark(); // an old complaint goes with what succeeds
    Toast::tell(*m_lab.stage(), sentence);
}

bool ConvClipboard::filterEditor(QKeyEvent& key)
{
    if (m_editor->isModified()) return false;
    const bool isCopy = key.matches(QKeySequence::Copy), isPaste = key.matches(QKeySequence::Paste);
    if (!isCopy && !isPaste) return false;
    m_editor->hide(); // nothing was typed: the keys mean the grid
    m_lab.canvas()->setFocus();
    isCopy ? copy() : paste();
    return true;
}

bool ConvClipboard::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && object == m_editor)
        return filterEditor(*static_cast<QKeyEvent*>(event));
    if (object != m_figure) return false;
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto& drag = *static_cast<QDragMoveEvent*>(event);
        const QMimeData& content = *drag.mimeData();
        if (content.hasUrls() || content.hasText() || content.hasImage()) drag.acceptProposedAction();
        return true;
    }
    if (event->type() != QEvent::Drop) return false;
    auto& drop = *static_cast<QDropEvent*>(event);
    if (takeContent(*drop.mimeData(), tr("What was dropped"))) drop.acceptProposedAction();
    return true;
}

} // namespace hg
