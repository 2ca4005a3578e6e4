#pragma once

#include <QByteArray>
#include <QHash>
#include <QPaintDevice>
#include <QSize>

#include <memory>
#include <vector>

class QPaintEngine;

namespace hg {

/// What the elements of one SVG document share: their looks (fill, stroke, font) and their clips.
class SvgSheet {
public:
    /// How an element says its look: by a class of the sheet's style(), for documents with many elements, or
    /// by attributes of its own, which every reader of SVG knows.
    enum class Form { Classes, Attributes };
    explicit SvgSheet(Form form) : m_form(form) {}

    /// The attributes, with a space before them, of an element with these CSS declarations ("fill:#fff;…").
    QByteArray look(const QByteArray& declarations);
    /// The attribute of an element that is clipped to a path.
    QByteArray clip(const QByteArray& path);
    /// The style sheet of all classes so far.
    QByteArray style() const;
    /// The definitions that must stand in <defs>.
    QByteArray definitions() const;

private:
    Form m_form;
    QHash<QByteArray, int> m_looks, m_clips;
};

/// A paint device that turns what is drawn into SVG elements, one a primitive, in the order of drawing, each
/// with its place and look in itself: equal elements of two drawings with one sheet are equal bytes. Lines
/// that follow one another with one pen become one element; lines under a rectangular clip are cut.
/// Texts stay texts, fitted to the width that they have here whatever typeface the reader has. What SVG does
/// not know as Qt does (gradients, patterns) becomes an embedded picture. Composition is always "over".
class SvgDrawing : public QPaintDevice {
public:
    SvgDrawing(const QSize& size, SvgSheet& sheet);
    ~SvgDrawing() override;

    QPaintEngine* paintEngine() const override;
    /// Complete once the painter has ended.
    const std::vector<QByteArray>& elements() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace hg
