#include "ui/lab/lab_model.h"

#include "core/io/wanted_file.h"
#include "core/session/state_command.h"
#include "core/session/state_json.h"
#include "core/session/state_kinds.h"
#include "ui/theme/error_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace hg {

QString refusalOf(const QString& where, const QString& sentence)
{
    return QCoreApplication::translate("LabModel", "%1: %2. Nothing has changed.").arg(where, sentence);
}

QString problemSentence(const Error& error)
{
    if (error.where.empty()) return errorSentence(error);
    return QString::fromStdString(error.where) + QStringLiteral(": ") + errorSentence(error);
}

std::optional<Result<LabState>> stateInText(const std::string& text, const std::string& where,
                                            const Assets& assets)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return std::nullopt;
    if (isStateLink(text)) return readStateLink(text);
    if (isCommand(text)) return readCommand(text, assets);
    if (text[first] != '{') return std::nullopt;
    return readState({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, where);
}

QString localFileIn(const QMimeData& content)
{
    for (const QUrl& url : content.urls())
        if (url.isLocalFile()) return url.toLocalFile();
    return {};
}

std::optional<Error> beyondText(const QString& text)
{
    constexpr qsizetype longest = 4 << 20;
    if (text.size() <= longest) return std::nullopt;
    return Error{ErrorCode::TooLarge, "", {double(text.size()), double(longest)}};
}

std::filesystem::path pathOf(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

LabModel::LabModel(AppContext& context, const char* id)
    : m_context(context), m_id(id), m_reading(context.jobs)
{
    connect(&m_undo, &QUndoStack::indexChanged, this, &LabModel::changed);
    watch(m_reading);
}

LabModel::~LabModel()
{
    m_undo.disconnect(this); // it empties itself, and by then there is nobody to tell
}

const Texts& LabModel::texts() const
{
    const Language language = m_context.settings.language();
    if (m_texts.language() != language) m_texts = Texts(language);
    return m_texts;
}

void LabModel::receive(const OpenRequest& request)
{
    m_wanting.reset();
    wantedName(fileOf(request.state)).empty() ? pass(request) : want(request);
}

void LabModel::pass(const OpenRequest& request)
{
    request.lab() == id() ? open(request.state) : Q_EMIT openAsked(request);
}

void LabModel::want(const OpenRequest& request)
{
    m_wanting = request;
    const std::string wanted = fileOf(request.state), own = fileOf(state());
    if (!own.empty() && wantedFile(own) == wanted) return takeWanted(QString::fromStdString(own));
    const QString name = QString::fromStdString(wantedName(wanted));
    QList<Offer> offers{{tr("Choose the file…"), [this, name] { Q_EMIT wantedAsked(name, false); }}};
    if (!std::holds_alternative<SoundState>(request.state))
        offers << Offer{tr("Choose the folder…"), [this, name] { Q_EMIT wantedAsked(name, true); }};
    tell(refusalOf(request.where, errorSentence(*faultOfWanted(wanted))), offers);
}

void LabModel::takeWanted(const QString& path)
{
    if (!m_wanting) return;
    OpenRequest request = *std::exchange(m_wanting, std::nullopt);
    m_context.settings.setOpenFolder(QFileInfo(path).path());
    *kindOf(request.state).fileIn(request.state) = pathOf(path).string();
    forgetRemark();
    pass(request);
}

bool LabModel::offers(CommandId command) const
{
    using enum CommandId;
    static constexpr std::array own{Open, Save, Paste, CopyLink, CopyCommand};
    return std::find(own.begin(), own.end(), command) != own.end();
}

void LabModel::watch(Job& job)
{
    if (std::find(m_jobs.begin(), m_jobs.end(), &job) != m_jobs.end()) return;
    m_jobs.emplace_back(&job);
    connect(&job, &Job::changed, this, &LabModel::busyChanged);
}

Job* LabModel::busyJob() const
{
    Job* longest = nullptr;
    for (const QPointer<Job>& job : m_jobs)
        if (job && job->isRunning() && (!longest || job->milliseconds() > longest->milliseconds()))
            longest = job;
    return longest;
}

void LabModel::openFile(const QString& path)
{
    const QFileInfo info(path);
    m_context.settings.setOpenFolder(info.path());
    const QString where = info.fileName();
    const auto read = [path, name = where.toStdString(),
                       assets = m_context.assets](const Watch&) -> Result<LabState> {
        const auto content = readFile(pathOf(path));
        if (!content) return content.error();
        const auto state = stateInText({content->begin(), content->end()}, name, assets);
        return state ? *state : Error{ErrorCode::UnknownKind, name};
    };
    m_reading.start<Result<LabState>>(tr("Reading %1").arg(where), read,
                                      [this, where](const Result<LabState>& state) { take(where, state); });
}

void LabModel::take(const QString& where, const Result<LabState>& state)
{
    if (!state) return refuse(where, placedSentence(state.error()));
    forgetRemark();
    receive({*state, where});
}

bool LabModel::takeContent(const QMimeData& content, const QString& where)
{
    if (const QString file = localFileIn(content); !file.isEmpty()) {
        openFile(file);
        return true;
    }
    if (!content.hasText()) return false;
    const QString text = content.text();
    if (const auto error = beyondText(text))
        take(where, *error);
    else if (const auto state = stateInText(text.toStdString(), "", m_context.assets))
        take(where, *state);
    else
        take(where, Error{ErrorCode::UnknownKind});
    return true;
}

void LabModel::paste()
{
    takeContent(*QGuiApplication::clipboard()->mimeData(), tr("Clipboard"));
}

void LabModel::confirm(const QString& sentence)
{
    forgetRemark(); // an old complaint goes with what succeeds
    Q_EMIT confirmed(sentence);
}

void LabModel::saveState(const QString& path)
{
    const QFileInfo info(path);
    m_context.settings.setOpenFolder(info.path());
    const auto result = writeFile(std::filesystem::path(path.toStdU16String()), writeState(state()));
    if (!result) return refuse(info.fileName(), errorSentence(result.error()));
    confirm(tr("Saved: %1").arg(info.fileName()));
}

void LabModel::copyLink()
{
    const LabState seen = state();
    const std::string file = fileOf(seen);
    QGuiApplication::clipboard()->setText(QString::fromStdString(stateLink(seen)));
    if (file.empty()) return confirm(tr("Link copied"));
    confirm(tr("Link copied. It names %1, which whoever follows it chooses.")
                .arg(QString::fromStdString(wantedName(wantedFile(file)))));
}

void LabModel::copyCommand()
{
    const auto command = commandOf(state(), m_context.assets);
    if (!command && command.error().code == ErrorCode::UnknownName)
        return refuse(tr("Copy as command"),
                      tr("no option takes a sound file; copy a link or save the state"));
    if (!command && command.error().code == ErrorCode::BeyondOptions)
        return refuse(tr("Copy as command"), errorSentence(command.error()));
    if (!command)
        return refuse(tr("Copy as command"),
                      tr("there are too many numbers for a command line; save the state and give its file to "
                         "--state"));
    QGuiApplication::clipboard()->setText(QString::fromStdString(*command));
    confirm(tr("Command copied"));
}

} // namespace hg
