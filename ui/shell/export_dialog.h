#pragma once

#include "ui/lab/app_context.h"
#include "ui/runs/export_job.h"
#include "ui/theme/export_style.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace hg {

class Form;
class Notice;
class Preview;
class LanguageSwitch;
class Segmented;
class Stepper;

/// Writes what a lab shows into a file: asks for kind, size, language, colours and place, and works beside
/// the window.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// What is to be written, drawn as chosen.
    using Source = std::function<std::optional<Exportable>(const ExportChoice&)>;

    /// `name` is the proposed file's, without folder and ending; language and colours are at first those of
    /// `choice`.
    ExportDialog(AppContext& context, const QString& name, Source source, const ExportChoice& choice,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    bool isRunning() const { return m_job.isRunning(); }

public Q_SLOTS:
    /// Esc, Close and the window's own button: ends the work where some runs, else closes.
    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildOwnSize();
    QWidget* buildPlace();
    QWidget* buildEnd();
    void connectControls();
    void retranslate();

    /// Draws anew what is to be written, and says what follows from the choices.
    void refresh();
    void showKind();
    void showPlace();
    QString sentenceOf(const ExportKind& kind) const;
    void chooseKind(int index);
    void chooseSize(int index);
    void chooseOwnSize();
    void followTypedEnding();
    void browse();
    QString path() const;

    void begin();
    /// What speaks against a place, in a sentence; empty where nothing does.
    QString objectionTo(const QString& path) const;
    void showRunning(bool isRunning);
    void showEnd(const Result<void>& result);
    void nameClose();
    void tell(const QString& sentence);
    void complain(const QString& sentence);

    Settings& m_settings;
    Source m_source;
    ExportChoice m_choice;
    bool m_hasOwnSize = false; ///< not one of those offered
    const ExportKind* m_kind;
    std::optional<Exportable> m_shown; ///< for the preview and the texts
    QString m_saved;                   ///< the path that was written last

    Preview* m_preview;
    QLabel* m_caption;
    Form* m_form;
    Segmented *m_kinds, *m_sizes;
    LanguageSwitch* m_language;
    Segmented* m_colours;
    QLabel *m_sentence, *m_missing;
    QWidget* m_ownSize;
    Stepper *m_width, *m_height;
    QLineEdit* m_place;
    QPushButton* m_browse;
    QLabel* m_note;
    QLabel *m_kindName, *m_sizeName, *m_languageName, *m_coloursName, *m_placeName;
    Notice* m_notice;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton *m_close, *m_export;
    ExportJob m_job;
};

} // namespace hg
