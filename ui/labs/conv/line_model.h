#pragma once

#include "ui/lab/lab_model.h"
#include "ui/labs/conv/conv_files.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/labs/conv/learned_model.h"
#include "ui/labs/conv/line_inputs.h"
#include "ui/labs/conv/solve_model.h"
#include "ui/labs/conv/sound_model.h"

namespace hg {

/// The lab Convolution 1D at its two scales: numbers, of which each is seen, and a sound that can be heard.
/// What was done last is what is shown.
class LineModel : public LabModel {
    Q_OBJECT

public:
    explicit LineModel(AppContext& context);

    LabState state() const override;
    /// Brings the scale of the state to the front.
    void open(const LabState& state) override;
    Timeline* timeline() override;
    QString summary() const override;
    std::vector<ChipContent> chips() override;
    bool canExport() const override
    {
        return m_showsSound ? m_sound.figure() != nullptr : m_tabs.canExport();
    }
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    bool offers(CommandId command) const override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override;
    void openFile(const QString& path) override { m_files.openFile(path); }
    bool takeContent(const QMimeData& content, const QString& where) override;
    void copy() override { m_files.copy(); }
    void paste() override { m_files.paste(); }

    ConvModel& numbers() { return m_numbers; }
    LearnedModel& learned() { return m_learned; }
    SolveModel& solve() { return m_solve; }
    SoundModel& sound() { return m_sound; }
    const Tabs& tabs() const { return m_tabs; }
    ConvFiles& files() { return m_files; }
    LineInputs& inputs() { return m_inputs; }
    bool showsSound() const { return m_showsSound; }
    void showSound(bool isShown);
    /// Those of numbers and of sound, in the language of the moment.
    static QStringList scaleNames();
    /// The samples at the playhead as numbers, one undoable step.
    void takeNumbers();

Q_SIGNALS:
    void scaleChanged();

private:
    ChipContent scaleChip();
    QString soundSummary() const;

    ConvModel m_numbers;
    LearnedModel m_learned;
    SolveModel m_solve;
    Tabs m_tabs;
    SoundModel m_sound;
    ConvFiles m_files;
    LineInputs m_inputs;
    bool m_showsSound = false;
};

} // namespace hg
