#include "ui/theme/example_text.h"

#include "ui/theme/text_table.h"

namespace hg {
namespace {

struct ExampleText {
    std::string_view id;
    const char* title;
    const char* description;
};

constexpr std::array texts{
    ExampleText{
        "lecture-example", QT_TRANSLATE_NOOP("Examples", "Lecture example"),
        QT_TRANSLATE_NOOP("Examples",
                          "5 × 5 with a 3 × 3 filter and stride 2: the table that is often printed wrong")},
    ExampleText{
        "lecture-2d-full", QT_TRANSLATE_NOOP("Examples", "Full padding, 3 × 3"),
        QT_TRANSLATE_NOOP("Examples", "every position where filter and input meet: the output grows")},
    ExampleText{"no-padding-no-strides", QT_TRANSLATE_NOOP("Examples", "No padding, stride 1"),
                QT_TRANSLATE_NOOP("Examples", "the window stays inside a 4 × 4 input")},
    ExampleText{"arbitrary-padding-no-strides", QT_TRANSLATE_NOOP("Examples", "Padding 2, stride 1"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 with a 4 × 4 filter and two rows of zeros around it")},
    ExampleText{"half-padding-no-strides", QT_TRANSLATE_NOOP("Examples", "Padding 1, stride 1"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 with a 3 × 3 filter: the size stays the same")},
    ExampleText{"full-padding-no-strides", QT_TRANSLATE_NOOP("Examples", "Padding 2, 3 × 3 filter"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 becomes 7 × 7")},
    ExampleText{"no-padding-strides", QT_TRANSLATE_NOOP("Examples", "No padding, stride 2"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 with a 3 × 3 filter: four positions")},
    ExampleText{"padding-strides", QT_TRANSLATE_NOOP("Examples", "Padding 1, stride 2"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 with a 3 × 3 filter: nine positions")},
    ExampleText{"padding-strides-odd", QT_TRANSLATE_NOOP("Examples", "A row that is never read"),
                QT_TRANSLATE_NOOP("Examples", "6 × 6 with padding 1 and stride 2")},
    ExampleText{"dilation", QT_TRANSLATE_NOOP("Examples", "Dilation 2"),
                QT_TRANSLATE_NOOP("Examples", "a 3 × 3 filter spread over 5 × 5 cells")},
    ExampleText{"numerical-no-padding-no-strides",
                QT_TRANSLATE_NOOP("Examples", "The guide’s numbers, stride 1"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 with a 3 × 3 filter, worked out")},
    ExampleText{"numerical-padding-strides", QT_TRANSLATE_NOOP("Examples", "The guide’s numbers, stride 2"),
                QT_TRANSLATE_NOOP("Examples", "the same numbers with padding 1")},
    ExampleText{"average-pooling", QT_TRANSLATE_NOOP("Examples", "Average pooling"),
                QT_TRANSLATE_NOOP("Examples", "the mean of every 3 × 3 window")},
    ExampleText{"max-pooling", QT_TRANSLATE_NOOP("Examples", "Max pooling"),
                QT_TRANSLATE_NOOP("Examples", "the greatest of every 3 × 3 window")},
    ExampleText{"no-padding-no-strides-transposed", QT_TRANSLATE_NOOP("Examples", "Transposed, stride 1"),
                QT_TRANSLATE_NOOP("Examples", "2 × 2 becomes 4 × 4")},
    ExampleText{"arbitrary-padding-no-strides-transposed",
                QT_TRANSLATE_NOOP("Examples", "Transposed, crop 2"),
                QT_TRANSLATE_NOOP("Examples", "6 × 6 becomes 5 × 5")},
    ExampleText{"half-padding-no-strides-transposed", QT_TRANSLATE_NOOP("Examples", "Transposed, crop 1"),
                QT_TRANSLATE_NOOP("Examples", "5 × 5 stays 5 × 5")},
    ExampleText{"full-padding-no-strides-transposed",
                QT_TRANSLATE_NOOP("Examples", "Transposed of full padding"),
                QT_TRANSLATE_NOOP("Examples", "7 × 7 becomes 5 × 5")},
    ExampleText{"no-padding-strides-transposed", QT_TRANSLATE_NOOP("Examples", "Transposed, stride 2"),
                QT_TRANSLATE_NOOP("Examples", "2 × 2 becomes 5 × 5: stamps two cells apart")},
    ExampleText{"padding-strides-transposed", QT_TRANSLATE_NOOP("Examples", "Transposed, cropped"),
                QT_TRANSLATE_NOOP("Examples", "3 × 3 becomes 5 × 5 after a cell is cut off on each side")},
    ExampleText{"padding-strides-odd-transposed",
                QT_TRANSLATE_NOOP("Examples", "Transposed, output padding 1"),
                QT_TRANSLATE_NOOP("Examples", "3 × 3 becomes 6 × 6")},
    ExampleText{"transposed-3-2", QT_TRANSLATE_NOOP("Examples", "Transposed, 3 × 3 at stride 2"),
                QT_TRANSLATE_NOOP("Examples", "stamps overlap unevenly: the weave of a checkerboard")},
    ExampleText{"transposed-4-2", QT_TRANSLATE_NOOP("Examples", "Transposed, 4 × 4 at stride 2"),
                QT_TRANSLATE_NOOP("Examples", "four stamps on every inner cell")},
    ExampleText{"transposed-2-2", QT_TRANSLATE_NOOP("Examples", "Transposed, 2 × 2 at stride 2"),
                QT_TRANSLATE_NOOP("Examples", "stamps side by side, none overlaps")},
    ExampleText{"transposed-2-3", QT_TRANSLATE_NOOP("Examples", "Transposed, 2 × 2 at stride 3"),
                QT_TRANSLATE_NOOP("Examples", "gaps between the stamps")},
    ExampleText{"learned-edges", QT_TRANSLATE_NOOP("Examples", "A filter that is learned"),
                QT_TRANSLATE_NOOP("Examples", "nobody writes its numbers: the error moves them")},
    ExampleText{"learned-stripes", QT_TRANSLATE_NOOP("Examples", "Stripes that teach too little"),
                QT_TRANSLATE_NOOP("Examples", "3 of 9 directions of a filter are fixed")},
    ExampleText{"matrix", QT_TRANSLATE_NOOP("Examples", "Weights 1 to 9 as a matrix"),
                QT_TRANSLATE_NOOP("Examples", "9 numbers in 36 of 64 places")},
    ExampleText{"matrix-digit-sized", QT_TRANSLATE_NOOP("Examples", "The matrix of a digit’s size"),
                QT_TRANSLATE_NOOP("Examples", "784 rows, still nine numbers")},
    ExampleText{"receptive-encoder", QT_TRANSLATE_NOOP("Examples", "Encoder of four layers"),
                QT_TRANSLATE_NOOP("Examples", "a number of the fourth layer sees 13 × 13 pixels")},
    ExampleText{"receptive-five", QT_TRANSLATE_NOOP("Examples", "Three layers of 5 × 5"),
                QT_TRANSLATE_NOOP("Examples", "see 13 × 13, too, without any stride")},
    ExampleText{"receptive-dilated", QT_TRANSLATE_NOOP("Examples", "Three layers, dilation 1, 2, 4"),
                QT_TRANSLATE_NOOP("Examples", "the field doubles with each layer of 3 × 3: 15 × 15")},
    ExampleText{"28-to-14", QT_TRANSLATE_NOOP("Examples", "28 to 14 and back"),
                QT_TRANSLATE_NOOP("Examples", "eight layers halve a digit’s side, each with its mirror")},
    ExampleText{"checkerboards", QT_TRANSLATE_NOOP("Examples", "Checkerboards"),
                QT_TRANSLATE_NOOP("Examples", "three decoders, trained side by side")},
    ExampleText{"vertical-edge", QT_TRANSLATE_NOOP("Examples", "Vertical edges"),
                QT_TRANSLATE_NOOP("Examples", "a Sobel filter on a white block")},
    ExampleText{"four-edges", QT_TRANSLATE_NOOP("Examples", "Four filters, one layer"),
                QT_TRANSLATE_NOOP("Examples", "four edge filters and ReLU on a ring with a stroke")},
    ExampleText{"colours", QT_TRANSLATE_NOOP("Examples", "Three channels, two filters"),
                QT_TRANSLATE_NOOP("Examples", "each filter adds up the sums of three channels")},
    ExampleText{"box-blur", QT_TRANSLATE_NOOP("Examples", "Blur at the border"),
                QT_TRANSLATE_NOOP("Examples", "the mean of 3 × 3: zeros darken the border")},
    ExampleText{"lecture-1d-full", QT_TRANSLATE_NOOP("Examples", "Full padding, size 3"),
                QT_TRANSLATE_NOOP("Examples", "n numbers become n + 2")},
    ExampleText{"lecture-1d-valid", QT_TRANSLATE_NOOP("Examples", "A waveform, size 9, stride 2"),
                QT_TRANSLATE_NOOP("Examples", "22 samples, one of which is never read")},
    ExampleText{"moving-average", QT_TRANSLATE_NOOP("Examples", "Square wave and noise"),
                QT_TRANSLATE_NOOP("Examples", "the mean of nine samples at stride 2")},
    ExampleText{"derivative", QT_TRANSLATE_NOOP("Examples", "Differences"),
                QT_TRANSLATE_NOOP("Examples", "where a curve rises and where it falls")},
    ExampleText{"causal-dilated", QT_TRANSLATE_NOOP("Examples", "Causal, dilation 2"),
                QT_TRANSLATE_NOOP("Examples", "looks back only, at every second sample")},
    ExampleText{"same-even", QT_TRANSLATE_NOOP("Examples", "Same on six numbers"),
                QT_TRANSLATE_NOOP("Examples", "stride 2: Keras and PyTorch disagree")},
    ExampleText{"stretched", QT_TRANSLATE_NOOP("Examples", "1, 2, 3 stretched"),
                QT_TRANSLATE_NOOP("Examples", "transposed along a line with stride 2")},
    ExampleText{"max-pooling-1d", QT_TRANSLATE_NOOP("Examples", "Max pooling along a line"),
                QT_TRANSLATE_NOOP("Examples", "windows of two, side by side")},
    ExampleText{"onsets", QT_TRANSLATE_NOOP("Examples", "Onsets in a spectrogram"),
                QT_TRANSLATE_NOOP("Examples", "a filter along time responds where notes begin")},
    ExampleText{"harmonics", QT_TRANSLATE_NOOP("Examples", "Harmonics in a spectrogram"),
                QT_TRANSLATE_NOOP("Examples",
                                  "a filter along frequency responds where tones and their overtones lie")},
    ExampleText{"sound-bassoon-left", QT_TRANSLATE_NOOP("Examples", "The bassoon is left"),
                QT_TRANSLATE_NOOP("Examples", "of two melodies at once, the low-pass keeps the deep one")},
    ExampleText{"sound-flute-left", QT_TRANSLATE_NOOP("Examples", "The flute is left"),
                QT_TRANSLATE_NOOP("Examples", "the high-pass keeps what the low-pass takes away")},
    ExampleText{"sound-echo", QT_TRANSLATE_NOOP("Examples", "A flute and its echo"),
                QT_TRANSLATE_NOOP("Examples", "a filter of two weights, a quarter of a second apart")},
    ExampleText{"sound-comb", QT_TRANSLATE_NOOP("Examples", "Noise with a pitch"),
                QT_TRANSLATE_NOOP("Examples", "sixty echoes, 5 ms apart: noise rings at 200 Hz")},
    ExampleText{
        "sound-folding", QT_TRANSLATE_NOOP("Examples", "Stride folds a chirp"),
        QT_TRANSLATE_NOOP("Examples", "one sample in four is kept: above 1 kHz the rising tone falls")},
    ExampleText{"sound-blips", QT_TRANSLATE_NOOP("Examples", "Blips in noise"),
                QT_TRANSLATE_NOOP("Examples", "a filter shaped like a blip responds where there is one")},
    ExampleText{"sound-overlap-add", QT_TRANSLATE_NOOP("Examples", "Impulses stamp a grain"),
                QT_TRANSLATE_NOOP("Examples",
                                  "overlap-add: the decoder’s stamps as sound, with gaps at first, then "
                                  "touching, then overlapping")},
};

} // namespace

QString exampleTitle(std::string_view id)
{
    return translatedIn("Examples", texts, id, &ExampleText::title);
}

QString exampleDescription(std::string_view id)
{
    return translatedIn("Examples", texts, id, &ExampleText::description);
}

} // namespace hg
