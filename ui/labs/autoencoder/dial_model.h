#pragma once

#include "core/engine/code_dial.h"
#include "core/lab/dial_moves.h"
#include "ui/runs/job.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hg {

class AeModel;

/// The dial over a moment of a training: the matrix that the view holds, what the moment's decoder makes of
/// it, and how much of that can be seen in a picture, measured.
class DialModel : public QObject {
    Q_OBJECT

public:
    explicit DialModel(AeModel& model);
    ~DialModel() override;

    /// Of the moment's network and the view's matrix; null where the network is not linear with a code of
    /// two.
    const CodeDial* dial();
    const DialMatrix& matrix() const;
    /// What kept the last change from going on, as long as nothing else has changed.
    DialStop stop() const { return m_stoppedAt == matrix() ? m_stop : DialStop::None; }

    /// One entry, row by row; changes of the same one in a row are one step of undo.
    void setEntry(int entry, double value);
    /// The tip of an arrow, in units of the code, until the arrow is let go: one step of undo.
    void dragArrow(int arrow, std::array<double, 2> place);
    void letGo();
    void reset();
    void turn();
    void swap();
    void stretch();
    /// The new codes along PC1 and PC2, as far as they tell anything of them.
    void turnOntoComponents();
    /// Whether the data have those.
    bool hasComponents() const;

    /// The largest change of any pixel of any held-out picture, of exactly this moment and matrix; nothing
    /// until it has been measured, which measured() tells.
    std::optional<double> largestChange();

Q_SIGNALS:
    /// Another matrix, or another reason why it is not.
    void changed();
    void measured();

private:
    using Codes = std::shared_ptr<const std::vector<float>>;
    /// A figure, what it is of, and what it took.
    struct Measured {
        std::shared_ptr<const Model> model;
        Codes codes; ///< of all held-out pictures
        DialMatrix matrix{};
        double change = 0;
        double milliseconds = 0; ///< that it takes, the latest weighing most
    };
    static Measured measuredOf(Measured about, const CodeDial& dial, Workers& workers);
    void take(const DialMove& move, const std::string& merges);
    bool isMeasured() const;
    void measure();

    AeModel& m_model;
    std::optional<CodeDial> m_dial;
    std::shared_ptr<const Model> m_dialOf;
    DialStop m_stop = DialStop::None;
    DialMatrix m_stoppedAt{};
    int m_drag = 0; ///< number of the drag, so that each is a step of its own
    std::optional<Measured> m_measured;
    QTimer m_rest; ///< nothing is measured while the training goes on from moment to moment
    Job m_job;
};

} // namespace hg
