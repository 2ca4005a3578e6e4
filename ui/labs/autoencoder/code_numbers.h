#pragma once

#include "ui/widgets/controls.h"

namespace hg {

class AeModel;

/// Which two numbers of a longer code the maps show: a row of two fields.
class CodeNumbers : public Form {
    Q_OBJECT

public:
    explicit CodeNumbers(AeModel& model, QWidget* parent = nullptr);
    /// Of the run's code, or of the one that is set up while there is none.
    int codeSize() const;

private:
    void refresh();

    AeModel& m_model;
    Stepper *m_across, *m_up;
};

} // namespace hg
