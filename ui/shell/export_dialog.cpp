#include "ui/shell/export_dialog.h"

#include "ui/export/export_path.h"
#include "ui/theme/error_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/language_switch.h"
#include "ui/widgets/preview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr std::array sizes{QSize(960, 600), QSize(1280, 720), QSize(1920, 1080)};
constexpr int ownSize = static_cast<int>(sizes.size()); // the row behind them
constexpr int leastWidth = 320, leastHeight = 240, mostPixels = 4096;
constexpr int gifRate = 10, filmRate = 25; // frames a second; a GIF is to stay small
constexpr int progressSteps = 1000;

QLabel* label(const char* look = "plain")
{
    auto* text = new QLabel;
    text->setProperty("look", QLatin1String(look));
    text->setWordWrap(true);
    return text;
}

int indexOf(const ExportKind* kind)
{
    return static_cast<int>(kind - exportKinds().data());
}

bool isKind(const ExportKind& kind, const char* ending)
{
    return qstrcmp(kind.ending, ending) == 0;
}

QString sizeText(const QSize& size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

/// A path as people of this system write it, with places where a line may end.
QString breakable(const QString& path)
{
    return QDir::toNativeSeparators(path).replace(QDir::separator(),
                                                  QDir::separator() + QString(QChar(0x200B)));
}

/// The kind of the last time, or the first where that is none, or none that can be written here.
const ExportKind* kindAtFirst(const Settings& settings)
{
    const ExportKind* kind = findExportKind(settings.exportKind());
    return kind && isAvailable(*kind) ? kind : exportKinds().data();
}

} // namespace

ExportDialog::ExportDialog(AppContext& context, const QString& name, Source source,
                           const ExportChoice& choice, QWidget* parent)
    : QDialog(parent)
    , m_settings(context.settings)
    , m_source(std::move(source))
    , m_choice(choice)
    , m_kind(kindAtFirst(context.settings))
    , m_preview(new Preview)
    , m_caption(label("muted"))
    , m_form(new Form)
    , m_kinds(new Segmented(static_cast<int>(exportKinds().size())))
    , m_sizes(new Segmented(ownSize + 1))
    , m_language(new LanguageSwitch)
    , m_colours(new Segmented(2))
    , m_sentence(label("muted"))
    , m_missing(label("muted"))
    , m_ownSize(new QWidget)
    , m_width(new Stepper)
    , m_height(new Stepper)
    , m_place(new QLineEdit)
    , m_browse(new QPushButton)
    , m_note(label("muted"))
    , m_notice(new Notice)
    , m_message(label())
    , m_progress(new QProgressBar)
    , m_close(new QPushButton)
    , m_export(new QPushButton)
    , m_job(context.jobs)
{
    build();
    connectControls();
    setWindowModality(Qt::WindowModal);
    m_place->setText(QDir::toNativeSeparators(freePath(m_settings.exportFolder(), name, *m_kind)));
    retranslate();
    refresh();
    showRunning(false);
    m_kinds->button(indexOf(m_kind))->setFocus();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 4, 6, 14);
    rows->setSpacing(4);
    auto* columns = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->setContentsMargins(18, 18, 0, 0);
    left->setSpacing(8);
    m_preview->setFixedSize(m_preview->sizeHint());
    m_caption->setFixedWidth(m_preview->width());
    left->addWidget(m_preview);
    left->addWidget(m_caption);
    left->addStretch();
    columns->addLayout(left);
    columns->addWidget(m_form, 1);
    m_form->setMinimumWidth(470);
    for (auto* text : {m_sentence, m_missing}) // two lines, so that nothing jumps from kind to kind
        text->setMinimumHeight(2 * text->fontMetrics().lineSpacing());
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing());
    m_kindName = m_form->addGroup();
    m_form->addWide(m_kinds);
    m_form->addWide(m_sentence);
    m_form->addWide(m_missing);
    m_sizeName = m_form->addGroup();
    m_form->addWide(m_sizes);
    m_form->addWide(buildOwnSize());
    m_form->column()->addSpacing(8);
    m_languageName = m_form->addRow(m_language);
    m_coloursName = m_form->addRow(m_colours);
    m_placeName = m_form->addGroup();
    m_form->addWide(buildPlace());
    m_form->addWide(m_note);
    m_form->addStretch();
    rows->addLayout(columns, 1);
    rows->addWidget(buildEnd());
    m_export->setDefault(true); // once it is the dialog's, which remembers it then
}

QWidget* ExportDialog::buildOwnSize()
{
    auto* row = new QHBoxLayout(m_ownSize);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_width);
    row->addWidget(new QLabel(QStringLiteral("×")));
    row->addWidget(m_height);
    m_width->setRange(leastWidth, mostPixels, 10);
    m_height->setRange(leastHeight, mostPixels, 10);
    return m_ownSize;
}

QWidget* ExportDialog::buildPlace()
{
    auto* place = new QWidget;
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_place, 1);
    row->addWidget(m_browse);
    m_browse->setAutoDefault(false);
    return place;
}

QWidget* ExportDialog::buildEnd()
{
    auto* end = new QWidget;
    auto* rows = new QVBoxLayout(end);
    rows->setContentsMargins(18, 0, 18, 0);
    rows->addWidget(m_notice);
    auto* row = new QHBoxLayout;
    m_message->setObjectName(QStringLiteral("message"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    row->addWidget(m_message, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_close);
    row->addWidget(m_export);
    rows->addLayout(row);
    m_export->setProperty("look", QStringLiteral("primary"));
    m_close->setAutoDefault(false);
    return end;
}

void ExportDialog::connectControls()
{
    connect(m_kinds, &Segmented::chosen, this, &ExportDialog::chooseKind);
    connect(m_sizes, &Segmented::chosen, this, &ExportDialog::chooseSize);
    for (auto* side : {m_width, m_height}) {
        connect(side, &Stepper::changed, this, &ExportDialog::chooseOwnSize);
        connect(side, &Stepper::problemFound, this, &ExportDialog::complain);
        connect(side, &Stepper::problemSolved, m_notice, &Notice::clear);
    }
    connect(m_language, &LanguageSwitch::languageChosen, this, [this](Language language) {
        m_choice.language = language;
        refresh();
    });
    connect(m_colours, &Segmented::chosen, this, [this](int index) {
        m_choice.isDark = index == 1;
        refresh();
    });
    connect(m_place, &QLineEdit::textEdited, this, &ExportDialog::followTypedEnding);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(&m_job, &ExportJob::finished, this, &ExportDialog::showEnd);
    connect(&m_job, &ExportJob::progressed, this, [this](double share) {
        m_progress->setValue(static_cast<int>(std::lround(share * progressSteps)));
    });
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_kindName->setText(tr("Kind of file"));
    QStringList kinds;
    for (const ExportKind& kind : exportKinds())
        kinds << QString::fromLatin1(kind.ending).toUpper();
    m_kinds->setTexts(kinds);
    m_missing->setText(tr("MP4 needs the program ffmpeg, which is not installed here."));
    m_sizeName->setText(tr("Size in pixels"));
    QStringList names;
    for (const QSize& size : sizes)
        names << sizeText(size);
    m_sizes->setTexts(names << tr("Other"));
    m_width->setName(tr("Width"));
    m_height->setName(tr("Height"));
    m_languageName->setText(tr("Language"));
    m_coloursName->setText(tr("Colours"));
    m_colours->setTexts({tr("Light"), tr("Dark")});
    m_placeName->setText(tr("File"));
    m_place->setAccessibleName(tr("File"));
    m_browse->setText(tr("Choose…"));
    m_preview->setAccessibleName(tr("Preview"));
    m_progress->setAccessibleName(tr("Progress"));
    nameClose();
}

void ExportDialog::refresh()
{
    m_kinds->setCurrent(indexOf(m_kind));
    const auto row = std::find(sizes.begin(), sizes.end(), m_choice.size) - sizes.begin();
    m_sizes->setCurrent(m_hasOwnSize ? ownSize : static_cast<int>(row));
    m_ownSize->setVisible(m_hasOwnSize);
    m_width->setValue(m_choice.size.width());
    m_height->setValue(m_choice.size.height());
    m_language->setLanguage(m_choice.language);
    m_colours->setCurrent(m_choice.isDark ? 1 : 0);
    m_shown = m_source(m_choice);
    if (m_shown) {
        const auto paint = m_shown->paint;
        m_preview->setPicture(m_choice.size, m_shown->ground,
                              [paint, now = m_shown->now](QPainter& p) { paint(p, now); });
        const int stop = std::clamp(static_cast<int>(std::ceil(m_shown->now)), 1, m_shown->stops());
        m_preview->setAccessibleDescription(m_shown->describe(stop));
        m_caption->setText(m_shown->label(stop));
    }
    m_export->setEnabled(m_shown.has_value());
    showKind();
    showPlace();
}

QString ExportDialog::sentenceOf(const ExportKind& kind) const
{
    const int stops = m_shown ? m_shown->stops() : 0;
    const int seconds = m_shown ? static_cast<int>(std::lround(durationOf(*m_shown))) : 0;
    if (isKind(kind, "png")) return tr("A picture of what is shown now.");
    if (isKind(kind, "svg")) return tr("A drawing of what is shown now, sharp at every size.");
    if (isKind(kind, "pdf"))
        return tr("A page for every position, %1 in all, sharp at every size.").arg(stops);
    if (isKind(kind, "gif")) return tr("The animation (%1 s), for slides and web pages.").arg(seconds);
    if (isKind(kind, "mp4")) return tr("The animation as a film (%1 s).").arg(seconds);
    return tr("A page for every browser, also on a phone and without a network: all positions (%1), one "
              "by one.")
        .arg(stops);
}

void ExportDialog::showKind()
{
    bool isOneMissing = false;
    for (const ExportKind& kind : exportKinds()) {
        auto* button = m_kinds->button(indexOf(&kind));
        button->setEnabled(isAvailable(kind));
        button->setToolTip(isAvailable(kind) ? sentenceOf(kind) : m_missing->text());
        isOneMissing |= !isAvailable(kind);
    }
    m_missing->setVisible(isOneMissing);
    m_sentence->setText(sentenceOf(*m_kind));
}

void ExportDialog::showPlace()
{
    const bool replaces = path() != m_saved && QFileInfo(path()).isFile();
    m_note->setText(replaces ? tr("A file of this name exists; it will be replaced.") : QString());
    m_export->setText(replaces ? tr("Replace") : tr("Export"));
}

void ExportDialog::chooseKind(int index)
{
    m_kind = &exportKinds()[static_cast<std::size_t>(index)];
    m_place->setText(withEnding(m_place->text(), *m_kind));
    tell({});
    showKind();
    showPlace();
}

void ExportDialog::chooseSize(int index)
{
    m_hasOwnSize = index == ownSize;
    if (!m_hasOwnSize) m_choice.size = sizes[static_cast<std::size_t>(index)];
    tell({});
    refresh();
}

void ExportDialog::chooseOwnSize()
{
    m_choice.size = {static_cast<int>(m_width->value()), static_cast<int>(m_height->value())};
    tell({});
    refresh();
}

void ExportDialog::followTypedEnding()
{
    if (const ExportKind* typed = exportKindOf(m_place->text()); typed && isAvailable(*typed)) m_kind = typed;
    m_kinds->setCurrent(indexOf(m_kind));
    tell({});
    showKind();
    showPlace();
}

void ExportDialog::browse()
{
    auto* chooser = new QFileDialog(this, tr("Export"), QFileInfo(path()).path());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setLabelText(QFileDialog::Accept, tr("Choose"));
    chooser->setOption(QFileDialog::DontConfirmOverwrite); // the note beside the name says it
    chooser->selectFile(QFileInfo(path()).fileName());
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_place->setText(QDir::toNativeSeparators(file));
        followTypedEnding();
    });
    chooser->open();
}

QString ExportDialog::path() const
{
    QString text = QDir::fromNativeSeparators(m_place->text().trimmed());
    if (text.isEmpty()) return {};
    if (text.startsWith(u"~/")) text.replace(0, 1, QDir::homePath());
    return QDir::cleanPath(QDir(m_settings.exportFolder()).absoluteFilePath(withEnding(text, *m_kind)));
}

QString ExportDialog::objectionTo(const QString& path) const
{
    const QFileInfo file(path), folder(file.path());
    if (path.isEmpty() || file.completeBaseName().isEmpty()) return tr("The file needs a name.");
    if (!folder.exists())
        return tr("There is no folder %1.").arg(QDir::toNativeSeparators(folder.filePath()));
    if (!folder.isDir()) return tr("%1 is not a folder.").arg(QDir::toNativeSeparators(folder.filePath()));
    if (file.isDir()) return tr("%1 is a folder.").arg(QDir::toNativeSeparators(path));
    return {};
}

void ExportDialog::begin()
{
    tell({});
    const QString place = path();
    if (const QString objection = objectionTo(place); !objection.isEmpty()) {
        complain(objection);
        m_place->setFocus();
        return;
    }
    auto exportable = m_source(m_choice); // one of its own: the preview goes on painting the other
    if (!exportable) return;
    m_place->setText(QDir::toNativeSeparators(place));
    ExportOptions options;
    options.framesPerSecond = isKind(*m_kind, "mp4") ? filmRate : gifRate;
    options.still = exportable->now;
    m_saved = place;
    m_job.start(place, std::move(*exportable), options);
    showRunning(true);
}

void ExportDialog::showRunning(bool isRunning)
{
    m_form->setEnabled(!isRunning);
    m_export->setVisible(!isRunning);
    m_progress->setVisible(isRunning);
    m_progress->setValue(0);
    m_message->setVisible(!isRunning);
    nameClose();
    if (isRunning) m_close->setFocus();
}

void ExportDialog::nameClose()
{
    m_close->setText(isRunning() ? tr("Cancel") : tr("Close"));
}

void ExportDialog::showEnd(const Result<void>& result)
{
    showRunning(false);
    const QString file = std::exchange(m_saved, {});
    if (result) {
        m_saved = file;
        m_settings.setExportFolder(QFileInfo(m_saved).path());
        m_settings.setExportKind(QLatin1String(m_kind->ending));
        const QFileInfo written(file);
        tell(tr("Saved: %1 (%2)").arg(written.fileName(), QLocale().formattedDataSize(written.size())));
    } else if (result.error().code == ErrorCode::Cancelled)
        tell(tr("Cancelled; nothing was written."));
    else
        complain(QStringLiteral("%1: %2.").arg(breakable(file), errorSentence(result.error())));
    showPlace();
    m_export->setFocus();
}

void ExportDialog::tell(const QString& sentence)
{
    m_notice->clear();
    m_message->setText(sentence);
    if (sentence.isEmpty()) return;
    QAccessibleEvent spoken(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ExportDialog::complain(const QString& sentence)
{
    tell({});
    m_notice->showProblem(sentence);
}

void ExportDialog::reject()
{
    if (m_job.isRunning())
        m_job.cancel();
    else
        QDialog::reject();
}

void ExportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace hg
