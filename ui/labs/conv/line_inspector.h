#pragma once

#include "core/lab/conv_scene.h"
#include "core/util/result.h"
#include "ui/labs/conv/scene_inspector.h"
#include "ui/runs/job.h"

#include <array>
#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace hg {

class Assets;
class ConvLab;
class ExampleBox;
class ResponseView;

/// The controls of Convolution 1D: seven at first, the rest under More.
class LineInspector : public SceneInspector {
    Q_OBJECT

public:
    LineInspector(ConvLab& lab, const Assets& assets);
    void setStyle(const PaintStyle& style) override;
    std::vector<ChipContent> chips() const override;

private:
    struct Loaded {
        std::vector<double> numbers;
        int rateHz = 0;
    };
    void build();
    void buildSides(Form& form);
    void buildMore();
    void buildOperation(Form& form);
    void connectControls();
    void connectMore();
    void refresh();
    void refreshPadding();
    void refreshFilter();
    void refreshGroups();
    void refreshResponse();
    void refreshSource();
    void fillLists();
    void chooseSource(int index);
    void load(std::function<Result<Loaded>()> work);
    void takeNumbers(const std::vector<double>& numbers, double rateHz);
    void chooseFilter(int index);
    int front() const;
    /// The front filter's weights replaced, channel by channel.
    void changeFilter(const std::function<TensorD(const TensorD&)>& make);
    void changeSize(int taps);
    void chooseDirection(bool isTransposed);
    void choosePadding(int index);
    void changeSides();
    void choosePooling(int index);
    void setMoreShown(bool isShown);
    void change(const std::function<void(ConvScene&)>& how, int mergeKey = 0);
    int rateHz() const;

    ConvLab& m_lab;
    const Assets& m_assets;
    PaintStyle m_style;
    ExampleBox* m_examples;
    QComboBox *m_source, *m_filter;
    Stepper *m_count, *m_size, *m_stride, *m_dilation, *m_outputPadding, *m_bias, *m_channels, *m_filters,
        *m_front, *m_rate;
    Segmented *m_direction, *m_padding;
    std::array<Stepper*, 2> m_side{};
    Segmented* m_groups;
    Switch* m_depthwise;
    QComboBox *m_fill, *m_convention, *m_activation, *m_operation;
    QPushButton *m_turn, *m_normalise, *m_random, *m_more;
    QWidget* m_moreForm;
    QLabel* m_responseTitle = nullptr;
    ResponseView* m_response;
    std::vector<double> m_sourceNumbers; ///< what the source in the list has given last
    int m_sourceIndex = 0;
    std::uint64_t m_seed = 0;
    std::unique_ptr<Job> m_job; ///< a sound on its way
};

} // namespace hg
