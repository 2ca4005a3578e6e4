#pragma once

#include "ui/lab/lab_model.h"
#include "ui/labs/conv/checker_model.h"
#include "ui/labs/conv/conv_files.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/labs/conv/field_model.h"
#include "ui/labs/conv/input_choices.h"
#include "ui/labs/conv/learned_model.h"
#include "ui/labs/conv/solve_model.h"
#include "ui/labs/conv/spectrogram_sounds.h"

namespace hg {

/// The lab Convolution 2D: numbers on a plane, and where they may come from.
class PlaneModel : public LabModel {
    Q_OBJECT

public:
    explicit PlaneModel(AppContext& context);

    LabState state() const override { return m_tabs.state(); }
    void open(const LabState& state) override;
    Timeline* timeline() override { return m_tabs.timeline(); }
    QString summary() const override { return m_tabs.summary(); }
    std::vector<ChipContent> chips() override;
    bool canExport() const override { return m_tabs.canExport(); }
    std::optional<Exportable> exportable(const ExportChoice& choice) const override
    {
        return m_tabs.exportable(choice);
    }
    bool offers(CommandId command) const override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override { m_numbers.forgetRemark(); }
    void openFile(const QString& path) override { m_files.openFile(path); }
    bool takeContent(const QMimeData& content, const QString& where) override;
    void copy() override { m_files.copy(); }
    void paste() override { m_files.paste(); }

    ConvModel& numbers() { return m_numbers; }
    LearnedModel& learned() { return m_learned; }
    FieldModel& field() { return m_field; }
    SolveModel& solve() { return m_solve; }
    CheckerModel& checkerboards() { return m_checkerboards; }
    const Tabs& tabs() const { return m_tabs; }
    ConvFiles& files() { return m_files; }
    InputChoices& inputs() { return m_inputs; }
    SpectrogramSounds& sounds() { return m_sounds; }

private:
    ConvModel m_numbers;
    LearnedModel m_learned;
    FieldModel m_field;
    SolveModel m_solve;
    CheckerModel m_checkerboards;
    Tabs m_tabs;
    ConvFiles m_files;
    InputChoices m_inputs;
    SpectrogramSounds m_sounds;
};

} // namespace hg
