#include "app/cli.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace hg {

std::optional<int> runCommandLine(int argc, char** argv)
{
    CLI::App app("Hourglass: convolution and autoencoders, for teaching", "hourglass");
    app.set_version_flag("--version", "hourglass " HOURGLASS_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        std::cerr << "hourglass: " << error.what() << '\n';
        return 2;
    }
    return std::nullopt;
}

} // namespace hg
