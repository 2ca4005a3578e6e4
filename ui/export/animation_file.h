#pragma once

#include "core/util/result.h"
#include "core/util/watch.h"

#include <QColor>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace hg {

/// A drawn animation: frame i of `frames` is painted by `paint` onto a picture of `size` logical pixels.
/// `paint` draws the same whenever it is asked for the same frame: a file may ask twice and leave frames out.
/// It finds a font measured in pixels and sets its own with setPixelSize, for a vector file knows no other
/// size.
struct Animation {
    QSize size;               ///< sides from 1 to 16384
    int frames = 1;           ///< from 1 to a million
    int framesPerSecond = 10; ///< from 1 to 1000
    QColor ground; ///< painted first. Where it lets through, .png, .svg and .pdf keep that and the others are
                   ///< white
    std::function<void(QPainter&, int frame)> paint;
    Watch watch; ///< asked before each frame
};

/// Writes what the ending asks for: .gif, .mp4 (by ffmpeg, where installed), .png and .svg (the last frame),
/// .pdf (a page a frame). The file appears whole or not at all; one that was there before stays until then.
/// Errors: UnknownKind (another ending), BadValue (the animation's size, frames or rate), ToolMissing (text:
/// "ffmpeg"), FileUnwritable (text: what giflib or ffmpeg said, if they did), Cancelled (by `watch`); `where`
/// is the path.
Result<void> writeAnimation(const QString& path, const Animation& animation);

} // namespace hg
