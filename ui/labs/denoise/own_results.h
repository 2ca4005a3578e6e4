#pragma once

#include "core/eval/denoisers.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QPainter>
#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// What most classifiers read in a picture, and how many of them.
struct Reading {
    int digit = 0, agreeing = 0, all = 0;
};

/// One picture as a row has it.
struct OwnResult {
    DenoiseRow row = DenoiseRow::Noisy;
    QImage picture{};                 ///< null: not there yet
    std::optional<Reading> read{};    ///< nothing without classifiers
    std::optional<bool> isRight{};    ///< nothing where nobody knows what it is
    std::optional<double> decibels{}; ///< against the clean one, where there is one; infinite: unchanged

    QString readText(const Texts& texts) const;
    QString worthText(const Texts& texts) const;
    /// "autoencoder: read as 7: 5 of 5, 17.4 dB"
    QString describe(const Texts& texts) const;
};

/// Beside each other, in as many columns as make the pictures largest, with what each is read as and what it
/// is worth.
void paintOwnResults(QPainter& p, const QSizeF& size, const std::vector<OwnResult>& results,
                     const PaintStyle& style);
QString describe(const std::vector<OwnResult>& results, const Texts& texts);

/// Them in the window.
class OwnResults : public QWidget {
    Q_OBJECT

public:
    explicit OwnResults(QWidget* parent = nullptr) : QWidget(parent) {}
    void setStyle(const PaintStyle& style);
    void setResults(std::vector<OwnResult> results);
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    std::vector<OwnResult> m_results;
};

} // namespace hg
