#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace hg::test {

/// What a call of the program left.
struct Outcome {
    int status = -1;
    QByteArray out, error;
};

/// Calls the program with words between blanks, in a folder; its standard input ends behind `input`. As it is
/// made for a call that did not end by itself.
inline Outcome runProgram(const QString& folder, const QString& command, const QByteArray& input = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(HOURGLASS_PROGRAM), command.split(u' '));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What it prints with --json, as an object; the complaint of a call that failed is shown.
inline QJsonObject jsonOfProgram(const QString& folder, const QString& command)
{
    const Outcome outcome = runProgram(folder, command + QStringLiteral(" --json"));
    if (outcome.status != 0) qWarning("%s", outcome.error.constData());
    return QJsonDocument::fromJson(outcome.out).object();
}

} // namespace hg::test
