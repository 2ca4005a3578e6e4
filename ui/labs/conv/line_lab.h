#pragma once

#include "ui/labs/conv/conv_lab.h"
#include "ui/widgets/sound_timeline.h"

class QStackedWidget;

namespace hg {

class Segmented;
class SoundInspector;
class SoundModel;
class SoundStage;

/// Convolution 1D at its two scales: numbers, of which each is seen, and a sound that can be heard.
class LineLab : public ConvLab {
    Q_OBJECT

public:
    explicit LineLab(AppContext& context);

    QWidget* stage() override;
    QWidget* inspector() override;
    Timeline* timeline() override;
    QString summary() const override;
    void setStyle(const PaintStyle& style) override;
    bool canExport() const override;
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    std::vector<ChipContent> chips() override;

    LabState state() const override;
    /// Brings the scale of the state onto the stage.
    void openState(const LabState& state) override;
    /// At the scale of sound, whichever was shown: as numbers it would be a hundredth of a second.
    void openSound(const QString& path, const std::shared_ptr<const SoundTrack>& track) override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override;
    bool offers(CommandId command) const override;

    SoundModel* sound() const { return m_sound; }
    SoundStage* soundStage() const { return m_soundStage; }
    bool showsSound() const;
    void showSound(bool isShown);

private:
    class Handing;
    void build();
    void showInspector(int index);
    ChipContent scaleChip();
    void takeNumbers();
    SoundPlace place() const;
    void showPlace();
    QString soundSummary() const;

    SoundTimeline m_soundTimeline;
    SoundModel* m_sound;
    Handing* m_lineStage;
    Segmented* m_scales;
    QStackedWidget *m_stages, *m_inspectors;
    SoundStage* m_soundStage;
    SoundInspector* m_soundInspector;
    std::optional<SoundState> m_opened; ///< whose place is shown once its sound is there
    PaintStyle m_style;
};

} // namespace hg
