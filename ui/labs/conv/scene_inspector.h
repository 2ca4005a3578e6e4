#pragma once

#include "ui/lab/lab.h"
#include "ui/labs/conv/tab_model.h"
#include "ui/labs/conv/tab_page.h"

#include <functional>

class QComboBox;
class QLabel;

namespace hg {

class ExampleBox;

/// The controls beside a convolution of numbers that both labs have alike: examples, channels and groups, the
/// filter in front, what is done after the sum.
class SceneInspector : public LabInspector {
    Q_OBJECT

public:
    explicit SceneInspector(ConvModel& model);
    void setStyle(const PaintStyle& style) override;
    /// The controls of a tab, right behind the examples. Where the tab stands alone, they take the place of
    /// rows().
    void addTab(TabModel& model, TabForm* form);

protected:
    /// Has all controls but the examples.
    Form& rows() { return *m_rows; }
    // Rows with their names, for a form of one's own.
    void addGroupRows(Form& form);
    void addFillRow(Form& form);
    void addRulesRow(Form& form);
    void addBiasRow(Form& form);
    /// What the output padding decides, with the sizes of the moment; see refreshParents().
    void addParentsRow(Form& form);
    void addActivationRow(Form& form);
    /// A change of the scene as one step; those of the same name in a row become one.
    void change(const std::function<void(ConvScene&)>& how, const std::string& merges = {});
    /// The same from a field, as it is stepped.
    void onStep(Stepper* stepper, const char* name, std::function<void(ConvScene&, double)> how);
    /// The weights of the filter in front replaced, channel by channel.
    void changeFilter(const std::function<TensorD(const TensorD&)>& make);
    void setRandomWeights();
    void refreshLayer();
    void refreshParents();

    /// One bias for every filter; none rather than zeros, which are the same.
    static void setBias(ConvScene& scene, double value);

    ConvModel& m_model;
    ExampleBox* m_examples;
    Stepper *m_channels, *m_filters, *m_front, *m_bias;
    Segmented* m_groups;
    Switch* m_depthwise;
    QComboBox *m_fill, *m_rules, *m_activation;
    QPushButton *m_random, *m_turn, *m_normalise;

private:
    void connectControls();
    void showRows();
    QString parentsText(const ConvAxis& axis, int outputPadding) const;

    Form* m_rows;
    std::vector<TabModel*> m_tabs;
    std::vector<TabForm*> m_forms;
    QLabel* m_parents;
    std::uint64_t m_seed = 0; ///< of the last random filter
};

} // namespace hg
