#include "app/cli.h"
#include "ui/shell/main_window.h"

#include <QApplication>

int main(int argc, char** argv)
{
    if (const auto status = hg::runCommandLine(argc, argv)) return *status;
    QApplication application(argc, argv);
    hg::MainWindow window;
    window.show();
    return QApplication::exec();
}
