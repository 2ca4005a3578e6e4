#pragma once

#include "ui/labs/autoencoder/layer_editor_row.h"

#include <QPoint>

#include <vector>

class QFileDialog;
class QScrollArea;

namespace hg {

class AeModel;

/// What scrolls the widget; null where nothing does.
QScrollArea* areaAround(const QWidget& widget);

/// The layers of the network as rows that are added, removed, moved and changed; the decoder the encoder's
/// mirror or rows of its own; with what each gives and costs, what is wrong with one, and the sum. Every edit
/// is one step of undo. The description is saved to a file and opened from one.
class LayerEditor : public Form {
    Q_OBJECT

public:
    explicit LayerEditor(AeModel& model, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    /// It is brought up to date when it comes to the front.
    void showEvent(QShowEvent* event) override;

private:
    /// Encoder or decoder.
    struct List {
        QVBoxLayout* column = nullptr;
        std::vector<LayerRow*> rows;
    };

    void build();
    QWidget* buildHeader(QLabel* title, QWidget* control);
    QWidget* buildMirror();
    QWidget* buildFoot();
    void connectControls();
    List& listOf(OwnPart part) { return part == OwnPart::Encoder ? m_encoder : m_decoder; }
    void setRowCount(OwnPart part, std::size_t count);
    LayerRow* makeRow(OwnPart part);

    void refresh();
    void showRows(OwnPart part, const std::vector<LayerSpec>& rows, Shape in);
    void showMirror();
    void showTotal();
    QString faultOf(OwnPart part, int row) const;
    /// Scrolls to what a row that is being changed says is wrong.
    void revealFault();
    QList<Offer> offersFor(OwnPart part, int row);

    OwnNetwork rows() const;
    void edit(const OwnNetwork& rows, const std::string& merges = {});
    /// The row with `spec` in its place.
    void replace(OwnPart part, int row, const LayerSpec& spec, const std::string& merges = {});
    void changeType(OwnPart part, int row, LayerType type);
    void add(OwnPart part);
    void remove(OwnPart part, int row);
    /// To place `to` of the others; rows that are pinned stay where they are.
    void move(OwnPart part, int from, int to);
    void setMirrored(bool isMirrored);

    void followDrag(LayerRow* row, const QPoint& place);
    void endDrag(LayerRow* row, const QPoint* place);
    /// Where a row that is let go there will stand.
    int placeAt(OwnPart part, const QPoint& place) const;

    void chooseFile();
    void chooseTarget();
    void openDescription(const QString& path);
    void saveDescription(const QString& path);

    AeModel& m_model;
    Shape m_input;        ///< that the rows are for
    OwnNetwork m_shown;   ///< as they are shown
    BuiltNetwork m_built; ///< of them
    std::vector<RowFix> m_fixes;
    List m_encoder, m_decoder;
    QLabel *m_encoderTitle, *m_decoderTitle, *m_total;
    QPushButton *m_addEncoder, *m_addDecoder, *m_save, *m_open;
    Switch* m_mirrored;
    QFrame *m_mirror, *m_mark;
    QLabel *m_mirrorTypes, *m_mirrorShapes, *m_mirrorWeights;
};

} // namespace hg
