#include "app/cli/command.h"

#include <array>
#include <iostream>

namespace hg::cli {

std::span<const Command> commands()
{
    static const std::array<Command, 4> table{conv2dCommand(), conv1dCommand(), pcaCommand(), trainCommand()};
    return table;
}

void print(const std::string& text)
{
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
    std::cout.flush();
}

} // namespace hg::cli
