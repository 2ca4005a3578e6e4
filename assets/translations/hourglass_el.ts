<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR">
<context>
    <name>AeInspector</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two convolutions, 2 numbers, two transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect with Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A held-out digit, rebuilt from two numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AeLab</name>
    <message>
        <source>Without bends in the network, two numbers can do no more than PCA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeeze 784 pixels through 2 numbers, and build them back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AeSession</name>
    <message>
        <source>epoch %1 of %2 · update %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AeStage</name>
    <message>
        <source>Reading 70,000 digits and computing their principal components…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error on 10,000 held-out digits (per pixel, squared)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA, 2 components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the 2 neurons say of 5,000 held-out digits; drag to decode any point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best flat view: %1 % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours show the labels. &lt;b&gt;Labels were never shown to the network.&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the principal components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network with one digit in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angles between the two planes: %1° and %2° (0° is PCA)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AeTrainBar</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step of the optimiser: one batch of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreads the run over 20 seconds, slowly at first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvCanvas</name>
    <message>
        <source>New number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number from −%2 to %2; the old one stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvInspector</name>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction and stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop (padding)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride, rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride, columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation, rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation, columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output padding, rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output padding, columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▾ Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸ More: dilation, fill, bias, rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvLab</name>
    <message>
        <source>Ghost of stride 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution: input, filter and output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed: every input stamps a scaled copy of the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter slides over the padded input; each position gives one sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: %1. The last picture that worked is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the nearest that works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvTimeline</name>
    <message>
        <source>Position %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program %t, which writes this kind of file, is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no kind of file that is known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the IDX header begins with %1; unsigned bytes of 1 to 4 axes (2049 to 2052) are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header announces %1, but %2 are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large; up to %2 is accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed data are damaged or cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header&apos;s &quot;%t&quot; is not one that is read here (little-endian float32 or float64, C order, 1 to 4 axes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, field %2: &quot;%t&quot; is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 has %2 fields, the lines before it %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: an empty block; blocks are separated by one blank line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels for %2 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%t is not accepted; from %1 to %2 is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel %1 &gt; padded input %2 (%3 + %4 + %5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s &quot;same&quot; works with stride 1 only, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch has no transposed &quot;same&quot;; give the crop as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this fill reaches %2 cells at most, the padding is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only zeros can fill here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the padding &quot;%t&quot; has no meaning here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output padding %1 must be less than the larger of stride and dilation, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output padding goes with a padding in numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is left of the output: (%1 − 1) · %2 + %5 − %3 − %4 = %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sizes do not fit: %1 against %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 of the network is not possible (%t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training diverged after %1 updates: the loss is no longer a number; a smaller learning rate helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary cross-entropy needs a sigmoid output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples are too few; at least %2 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all samples are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 components are too many for these data; up to %2 exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, field %2 is not a finite number of float&apos;s range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1 is not finite or beyond float&apos;s range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result is beyond float&apos;s range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Lecture example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full padding, 3 × 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No padding, stride 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same padding, stride 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full padding, stride 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No padding, stride 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row that is never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed, stride 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed, cropped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hourglass</name>
    <message>
        <source>%1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digit becomes the numbers %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message>
        <source>Autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network learns handwritten digits while you watch, its two numbers beside PCA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution
2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter slides over numbers: every product, every sum, every step back and forth.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Everything runs on this computer; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter sliding over numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what a filter does, and what a network keeps when it must squeeze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark colours (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>%1: more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a whole number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>To the beginning (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
