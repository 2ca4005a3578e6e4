#pragma once

#include "core/session/call_options.h"

namespace hg::cli {

/// Why a command failed: one line, `hourglass: <subject>: <sentence>`. Status 2: the command line is wrong
/// whatever the data; 1: everything else. Without a sentence it is not worth a line: the reader of the output
/// has gone.
struct Failure {
    int status = 1;
    std::string subject;
    std::string sentence;
};

/// The option's own words about an Error of core, as a failure.
Failure failure(const Error& error, const std::string& subject = {}, int status = 1);

/// The options of one call. Faults of what only the command line has are sentences.
class Arguments : public CallOptions {
public:
    using CallOptions::CallOptions;

    void setFault(const std::string& name, std::string sentence);
    /// The first fault of either sort; the status is 2.
    std::optional<Failure> fault() const;

private:
    std::optional<Failure> m_own; ///< earlier than any error()
};

} // namespace hg::cli
