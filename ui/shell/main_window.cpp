#include "ui/shell/main_window.h"

namespace hg {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
{
}

} // namespace hg
