#include "app/cli.h"
#include "app/headless.h"
#include "app/window.h"

int main(int argc, char** argv)
{
    hg::WindowOptions options;
    if (const auto status = hg::runCommandLine(argc, argv, options)) return *status;
    return hg::isWithoutDisplay() ? hg::runHeadless(argc, argv) : hg::runWindow(argc, argv, options);
}
