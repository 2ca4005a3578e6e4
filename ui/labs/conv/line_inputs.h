#pragma once

#include "core/util/result.h"
#include "ui/lab/lab_model.h"

#include <vector>

namespace hg {

class ConvModel;

/// Where the input of Convolution 1D may come from at the scale of numbers: made signals, the loudest part of
/// bundled sounds, and files. The filter is kept.
class LineInputs : public QObject {
    Q_OBJECT

public:
    LineInputs(LabModel& lab, ConvModel& numbers);

    /// Own numbers first, a file of the user's own last.
    QStringList names() const;
    /// The one that the input is of; 0 for own numbers.
    int current() const;
    void choose(int row);
    bool isLoading() const { return m_job.isRunning(); }
    Job& job() { return m_job; }
    /// The same before an audience.
    ChipContent chip();

Q_SIGNALS:
    void changed();

private:
    struct Loaded {
        std::vector<double> numbers;
        int rateHz = 0;
    };
    int rateHz() const;
    void load(const std::string& id);
    void takeNumbers(const std::vector<double>& numbers, double rateHz);

    LabModel& m_lab;
    ConvModel& m_numbers;
    std::vector<double> m_taken; ///< what the source in the list has given last
    int m_row = 0;               ///< that source
    Job m_job;
};

} // namespace hg
