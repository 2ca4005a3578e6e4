#pragma once

#include "ui/labs/autoencoder/ae_page.h"
#include "ui/runs/run_store.h"
#include "ui/widgets/loss_view.h"

#include <array>
#include <map>

class QLabel;
class QPushButton;
class QShortcut;

namespace hg {

class DigitRows;
class FirstUpdates;
class Segmented;
class Steady;

/// The tab Learns: the network with a picture in it, its error while it learns, eight pictures rebuilt, and
/// the first updates.
class LearnsPage : public HourglassPage {
    Q_OBJECT

public:
    explicit LearnsPage(AeModel& model);
    void setStyle(const PaintStyle& style);
    void refreshAll() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Whether all else keeps its least height beside the first updates: a notice above leaves less.
    bool hasRoomForFirst() const;
    QWidget* buildLoss();
    QWidget* buildDigits();
    QWidget* buildFirst();
    void connectAll();
    void refreshMoment();
    void refreshLoss();
    void refreshStatus();
    void refreshAngles();
    QString expectation() const;
    void refreshChosen();
    void refreshDigits();
    void refreshFirst();
    /// The chosen picture as the network of an early update rebuilds it.
    QImage earlyPicture(const std::shared_ptr<const Model>& model);

    QWidget *m_top = nullptr, *m_firstCard = nullptr;
    std::array<QWidget*, 2> m_middle{};
    LossView* m_loss;
    DigitRows* m_digits;
    FirstUpdates* m_first;
    QLabel *m_lossTitle, *m_lossUnit, *m_status, *m_angles, *m_chosen;
    QLabel *m_digitsTitle, *m_digitsNote, *m_firstTitle;
    Steady* m_digitsNoteRoom = nullptr;
    QPushButton *m_ordered, *m_remove, *m_replay;
    Segmented* m_scale;
    QShortcut* m_removeKey = nullptr; ///< of the earlier run that is chosen
    /// Of the chosen picture, by network: an update's never change.
    std::map<std::shared_ptr<const Model>, QImage> m_earlyPictures;
    int m_earlyDigit = -1;
    std::vector<QImage> m_pcaPictures; ///< of the eight, for m_pcaCode components
    double m_pcaPicturesError = 0;
    int m_pcaCode = 0;
};

} // namespace hg
