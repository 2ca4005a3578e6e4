<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>hg::AeModel</name>
    <message numerus="yes">
        <source>Without nonlinear activations, %n numbers can do no more than PCA.</source>
        <translation>
            <numerusform>Without nonlinear activations, %n number can do no more than PCA.</numerusform>
            <numerusform>Without nonlinear activations, %n numbers can do no more than PCA.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squeeze samples into %n numbers, and rebuild them.</source>
        <translation>
            <numerusform>Squeeze samples into %n number, and rebuild them.</numerusform>
            <numerusform>Squeeze samples into %n numbers, and rebuild them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squeeze %1 pixels into %n numbers, and rebuild them.</source>
        <translation>
            <numerusform>Squeeze %1 pixels into %n number, and rebuild them.</numerusform>
            <numerusform>Squeeze %1 pixels into %n numbers, and rebuild them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squeeze %1 measures into %n numbers, and rebuild them.</source>
        <translation>
            <numerusform>Squeeze %1 measures into %n number, and rebuild them.</numerusform>
            <numerusform>Squeeze %1 measures into %n numbers, and rebuild them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::ClassBars</name>
    <message numerus="yes">
        <source>and %n other classes</source>
        <translation>
            <numerusform>and %n other class</numerusform>
            <numerusform>and %n other classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::CompareForm</name>
    <message numerus="yes">
        <source>In the lasso: %n digits</source>
        <translation>
            <numerusform>In the lasso: %n digit</numerusform>
            <numerusform>In the lasso: %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the lasso: %n samples</source>
        <translation>
            <numerusform>In the lasso: %n sample</numerusform>
            <numerusform>In the lasso: %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::ComparedFigures</name>
    <message numerus="yes">
        <source>PCA, %n components</source>
        <translation>
            <numerusform>PCA, %n component</numerusform>
            <numerusform>PCA, %n components</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::ComparedPage</name>
    <message numerus="yes">
        <source>the best flat view of the %n numbers of each code</source>
        <translation>
            <numerusform>the best flat view of the %n number of each code</numerusform>
            <numerusform>the best flat view of the %n numbers of each code</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::DataForm</name>
    <message numerus="yes">
        <source>%n drawings of your own</source>
        <translation>
            <numerusform>%n drawing of your own</numerusform>
            <numerusform>%n drawings of your own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::DrawingCard</name>
    <message numerus="yes">
        <source>Train on %n kept drawings</source>
        <translation>
            <numerusform>Train on %n kept drawing</numerusform>
            <numerusform>Train on %n kept drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawings kept</source>
        <translation>
            <numerusform>%n drawing kept</numerusform>
            <numerusform>%n drawings kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::FieldModel</name>
    <message numerus="yes">
        <source>%n layers before these are left out: they are dense, and each of their numbers sees everything.</source>
        <translation>
            <numerusform>%n layer before these is left out: it is dense, and each of its numbers sees everything.</numerusform>
            <numerusform>%n layers before these are left out: they are dense, and each of their numbers sees everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers above these are left out: they are dense, and each of their numbers sees everything.</source>
        <translation>
            <numerusform>%n layer above these is left out: it is dense, and each of its numbers sees everything.</numerusform>
            <numerusform>%n layers above these are left out: they are dense, and each of their numbers sees everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers of size %1 and stride 1 see as much.</source>
        <translation>
            <numerusform>%n layer of size %1 and stride 1 sees as much.</numerusform>
            <numerusform>%n layers of size %1 and stride 1 see as much.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With stride 1 everywhere these %n would see %1.</source>
        <translation>
            <numerusform>With stride 1 this %n would see %1.</numerusform>
            <numerusform>With stride 1 everywhere these %n would see %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::LayerRow</name>
    <message numerus="yes">
        <source>%n weights</source>
        <translation>
            <numerusform>%n weight</numerusform>
            <numerusform>%n weights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::LearnsPage</name>
    <message numerus="yes">
        <source>What runs of this recipe ended with after %n epochs: the blue band</source>
        <translation>
            <numerusform>What runs of this recipe ended with after %n epoch: the blue band</numerusform>
            <numerusform>What runs of this recipe ended with after %n epochs: the blue band</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finished after %n epochs</source>
        <translation>
            <numerusform>finished after %n epoch</numerusform>
            <numerusform>finished after %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::NumbersDialog</name>
    <message numerus="yes">
        <source>%1 rows of %n numbers, the label behind them, after update %2.</source>
        <translation>
            <numerusform>%1 rows of %n number, the label behind it, after update %2.</numerusform>
            <numerusform>%1 rows of %n numbers, the label behind them, after update %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows of %n numbers, after update %2.</source>
        <translation>
            <numerusform>%1 rows of %n number, after update %2.</numerusform>
            <numerusform>%1 rows of %n numbers, after update %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::StressView</name>
    <message numerus="yes">
        <source>%n rounds</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::WalkPage</name>
    <message numerus="yes">
        <source>drag anywhere; the other %n numbers stay at those of picture %1</source>
        <translation>
            <numerusform>drag anywhere; the other %n number stays at that of picture %1</numerusform>
            <numerusform>drag anywhere; the other %n numbers stay at those of picture %1</numerusform>
        </translation>
    </message>
</context>
</TS>
