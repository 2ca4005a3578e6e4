#pragma once

#include "core/embed/alignment.h"
#include "core/lab/lab_state.h"
#include "ui/runs/mds_run.h"
#include "ui/runs/run.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace hg {

class AeModel;
class DialModel;
class SizesRun;

/// What the maps of a moment of a training show: which plane of the codes, turned how, which points of it,
/// and what stands beside it. What is chosen here is looked at, never trained.
class ComparedModel : public QObject {
    Q_OBJECT

public:
    explicit ComparedModel(AeModel& model);
    ~ComparedModel() override;

    /// Two numbers a point of the moment's codes: as they are, of a longer code the plane that is chosen.
    /// Null for as long as the codes are being made.
    std::shared_ptr<const std::vector<float>> plain();
    /// Those after the best affine map onto PCA's scores; null where there is no PCA of two components.
    std::shared_ptr<const std::vector<float>> aligned();
    /// What is left of the scores after that map, as a share of their variance.
    std::optional<double> residual();
    /// That map, from all numbers of the code to PC1 and PC2.
    std::optional<AffineMap> alignment();
    /// Where codes of two numbers lie in the plane that is seen, at a share of the way to where they are
    /// aligned.
    AffineMap shownMap(double alignedShare);
    /// PCA's scores of the points that the codes are of.
    std::shared_ptr<const std::vector<float>> scores();
    /// Whether the moment's codes are those of all that is trained on.
    bool isCrowd();

    /// Whether the network is linear with a code of two, which the dial is for.
    bool canDial() const;

    DialModel& dial() { return *m_dial; }
    /// Trainings of every size.
    SizesRun& sizes() { return *m_sizes; }
    MdsRun& mds() { return m_mds; }
    /// Begins the solution that stands beside, where one does.
    void followMds();

    /// Classes that are not seen.
    const std::set<int>& hidden() const { return m_hidden; }
    bool areAllHidden() const;
    void showClass(int label, bool isShown);
    /// One class alone, or all where it is alone.
    void isolate(int label);

    /// Pictures in a lasso, in order.
    const std::vector<int>& selected() const { return m_selected; }
    void select(std::vector<int> indices);
    void add(const std::vector<int>& indices);
    void subtract(const std::vector<int>& indices);
    /// Only the selected ones are seen, until they are cleared.
    bool isOnly() const { return m_isOnly; }
    void showOnly(bool isOnly);
    void clearSelection();
    /// How many of the selected have each label.
    std::map<int, int> selectedByClass() const;

    bool isLasso() const { return m_isLasso; }
    void setLasso(bool isLasso);

Q_SIGNALS:
    /// Which points are seen, and how.
    void choiceChanged();

private:
    void adoptClasses();
    std::vector<int> labels() const;
    void refreshPlain();
    void refreshAligned();
    std::vector<float> planeOf(const std::vector<float>& codes, int size);

    AeModel& m_model;
    MdsRun m_mds;
    std::unique_ptr<DialModel> m_dial;
    std::unique_ptr<SizesRun> m_sizes;
    std::set<int> m_hidden;
    std::vector<int> m_hiddenOf; ///< those of which some are
    std::vector<int> m_selected;
    bool m_isOnly = false, m_isLasso = false;
    std::shared_ptr<const std::vector<float>> m_plainOf, m_plain; ///< of which codes
    std::shared_ptr<const std::vector<float>> m_alignedOf, m_aligned;
    Fit m_fit;
    int m_plainCode = 0;
    CodePlane m_plane;
    std::shared_ptr<const LabData> m_scoresOf;
    std::shared_ptr<const std::vector<float>> m_heldOutScores, m_trainingScores;
};

} // namespace hg
