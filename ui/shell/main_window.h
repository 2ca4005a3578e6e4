#pragma once

#include <QMainWindow>

namespace hg {

/// The window: the rail of labs, the stage, the inspector and the transport.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
};

} // namespace hg
