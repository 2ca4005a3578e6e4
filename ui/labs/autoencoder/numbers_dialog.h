#pragma once

#include "ui/labs/autoencoder/ae_numbers.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace hg {

class AeModel;
class Segmented;

/// Asks which numbers of the moment are to be saved, of which samples, and as what.
class NumbersDialog : public QDialog {
    Q_OBJECT

public:
    explicit NumbersDialog(AeModel& model, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void chooseFile();
    AeNumbers::Choice choice() const;
    QString ending() const;

    AeModel& m_model;
    std::vector<AeNumbers::What> m_offered;
    QComboBox* m_what;
    Segmented *m_part, *m_kind;
    QLabel *m_whatName, *m_partName, *m_kindName, *m_sentence;
    QPushButton *m_close, *m_save;
};

} // namespace hg
