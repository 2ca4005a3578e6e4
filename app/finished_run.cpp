#include "app/finished_run.h"

#include "ui/labs/autoencoder/ae_model.h"

#include <QEventLoop>

namespace hg {

void finishRun(AeModel& model)
{
    QEventLoop loop;
    const auto look = [&] {
        const Run& run = model.run();
        if (run.isIn(RunState::Finished) || run.isIn(RunState::Diverged) || model.problem())
            loop.quit();
        else if (run.isIn(RunState::Paused))
            model.toggleTraining();
    };
    model.setPace({.seconds = 0});
    QObject::connect(&model, &AeModel::stateChanged, &loop, look);
    QMetaObject::invokeMethod(&loop, look, Qt::QueuedConnection);
    loop.exec();
}

} // namespace hg
