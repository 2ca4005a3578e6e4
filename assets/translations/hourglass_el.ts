<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR">
<context>
    <name>Autoencoder</name>
    <message>
        <source>Linear, constant rate</source>
        <translation>Γραμμικό, σταθερός ρυθμός</translation>
    </message>
    <message>
        <source>Dense, ReLU</source>
        <translation>Πυκνό, ReLU</translation>
    </message>
    <message>
        <source>Conv, ReLU</source>
        <translation>Συνελικτικό, ReLU</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Γραμμικό</translation>
    </message>
    <message>
        <source>Linear, deep</source>
        <translation>Γραμμικό, βαθύ</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Πυκνό</translation>
    </message>
    <message>
        <source>Dense, deep</source>
        <translation>Πυκνό, βαθύ</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>Συνελικτικό</translation>
    </message>
    <message>
        <source>Conv, 3×3</source>
        <translation>Συνελικτικό, 3×3</translation>
    </message>
    <message>
        <source>Linear, ordered</source>
        <translation>Γραμμικό, διατεταγμένο</translation>
    </message>
    <message>
        <source>Linear = PCA</source>
        <translation>Γραμμικό = PCA</translation>
    </message>
    <message>
        <source>Finds PCA’s plane: the larger angle falls from 89° to below 1°, and the error meets PCA’s line.</source>
        <translation>Βρίσκει το επίπεδο της PCA: η μεγαλύτερη γωνία πέφτει από 89° κάτω από 1° και το σφάλμα φτάνει στη γραμμή της PCA.</translation>
    </message>
    <message>
        <source>Seven linear layers, still PCA</source>
        <translation>Επτά γραμμικά στρώματα, πάλι PCA</translation>
    </message>
    <message>
        <source>Depth without bending adds nothing: the error stays on PCA’s line.</source>
        <translation>Το βάθος χωρίς μη γραμμικότητα δεν προσθέτει τίποτα: το σφάλμα μένει στη γραμμή της PCA.</translation>
    </message>
    <message>
        <source>Digits, 2 neurons</source>
        <translation>Ψηφία, 2 νευρώνες</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>Βαθύ</translation>
    </message>
    <message>
        <source>One layer more helps a code of two numbers more than wider layers do.</source>
        <translation>Ένα στρώμα ακόμη βοηθά μια κωδικοποίηση δύο αριθμών περισσότερο από πλατύτερα στρώματα.</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>Συνελικτικό</translation>
    </message>
    <message>
        <source>Four times fewer weights. Click a layer to see its filters at work.</source>
        <translation>Τέσσερις φορές λιγότερα βάρη. Κλικ σε ένα στρώμα δείχνει τα φίλτρα του να δουλεύουν.</translation>
    </message>
    <message>
        <source>Ordered: true to the letter</source>
        <translation>Διατεταγμένο: κατά γράμμα</translation>
    </message>
    <message>
        <source>Not the plane alone: the axes themselves become PC1 and PC2, within 1°.</source>
        <translation>Όχι μόνο το επίπεδο: οι ίδιοι οι άξονες γίνονται PC1 και PC2, με ακρίβεια 1°.</translation>
    </message>
    <message>
        <source>Code of 16</source>
        <translation>Κωδικοποίηση 16 αριθμών</translation>
    </message>
    <message>
        <source>Sixteen numbers: about half the error of PCA with sixteen components.</source>
        <translation>Δεκαέξι αριθμοί: περίπου το μισό σφάλμα της PCA με δεκαέξι συνιστώσες.</translation>
    </message>
    <message>
        <source>ReLU on the code: a dead neuron</source>
        <translation>ReLU στο bottleneck: νεκρός νευρώνας</translation>
    </message>
    <message>
        <source>One of the two neurons falls silent for good: a line is left of the plane.</source>
        <translation>Ο ένας από τους δύο νευρώνες σιωπά οριστικά: από το επίπεδο μένει μια ευθεία.</translation>
    </message>
    <message>
        <source>Not centred: 88°</source>
        <translation>Χωρίς κεντράρισμα: 88°</translation>
    </message>
    <message>
        <source>Without mean and biases it finds another plane than PCA’s, and a larger error.</source>
        <translation>Χωρίς μέσο όρο και πολώσεις βρίσκει άλλο επίπεδο από της PCA, με μεγαλύτερο σφάλμα.</translation>
    </message>
    <message>
        <source>Rate too large: diverges</source>
        <translation>Πολύ μεγάλος ρυθμός: αποκλίνει</translation>
    </message>
    <message>
        <source>Plain descent oversteps, the error grows without end, and the run says so.</source>
        <translation>Η απλή κατάβαση ξεπερνά το ελάχιστο, το σφάλμα μεγαλώνει χωρίς τέλος και η εκπαίδευση το λέει.</translation>
    </message>
    <message>
        <source>3s and 8s only</source>
        <translation>Μόνο 3 και 8</translation>
    </message>
    <message>
        <source>Two classes only: what is left to tell them apart?</source>
        <translation>Μόνο δύο κατηγορίες: τι μένει για να τις ξεχωρίσουμε;</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Αργά</translation>
    </message>
    <message>
        <source>20 s</source>
        <translation>20 s</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Μέγιστη</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Σιγμοειδής</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Τετραγωνικό σφάλμα</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Εντροπία (BCE)</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Plain descent</source>
        <translation>Απλή κατάβαση</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Σταθερός</translation>
    </message>
    <message>
        <source>Falling (cosine)</source>
        <translation>Φθίνων</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>As in PyTorch</source>
        <translation>Όπως στο PyTorch</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>ρυθμός %1</translation>
    </message>
    <message>
        <source>%1 → %2 neurons</source>
        <translation>%1 → %2 νευρώνες</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>ενεργοποίηση</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ρυθμίσεις</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>συνέχεια</translation>
    </message>
    <message>
        <source>Bends, so it crosses PCA’s line within the first epoch: to about 0.04.</source>
        <translation>Είναι μη γραμμικό, άρα περνά τη γραμμή της PCA ήδη στην πρώτη εποχή: ως το 0,04 περίπου.</translation>
    </message>
    <message>
        <source>Own layers</source>
        <translation>Δικά σας στρώματα</translation>
    </message>
    <message>
        <source>Bars that turn and move</source>
        <translation>Ράβδοι που στρέφονται και μετακινούνται</translation>
    </message>
    <message>
        <source>Two numbers drew each picture: a turn and a place. The code finds them, and lays the tenths of the turn out in order.</source>
        <translation>Κάθε εικόνα σχεδιάστηκε από δύο αριθμούς, στροφή και θέση. Ο κώδικας τους βρίσκει και βάζει τα δέκατα της στροφής στη σειρά.</translation>
    </message>
</context>
<context>
    <name>Checkerboards</name>
    <message>
        <source>Update %1 of %2</source>
        <translation>Ενημέρωση %1 από %2</translation>
    </message>
    <message>
        <source>Three ways to double a picture</source>
        <translation>Τρεις τρόποι να διπλασιαστεί μια εικόνα</translation>
    </message>
    <message>
        <source>Size 3, stride 2</source>
        <translation>Μέγεθος 3, βήμα 2</translation>
    </message>
    <message>
        <source>Size 4, stride 2</source>
        <translation>Μέγεθος 4, βήμα 2</translation>
    </message>
    <message>
        <source>Upsample, then size 3</source>
        <translation>Μεγέθυνση, μετά μέγεθος 3</translation>
    </message>
    <message>
        <source>transposed, crop 0 + 1</source>
        <translation>ανάστροφη, περικοπή 0 + 1</translation>
    </message>
    <message>
        <source>transposed, crop 1 + 1</source>
        <translation>ανάστροφη, περικοπή 1 + 1</translation>
    </message>
    <message>
        <source>each value twice, then a plain filter</source>
        <translation>κάθε τιμή δύο φορές, μετά απλό φίλτρο</translation>
    </message>
    <message>
        <source>stamps on a cell: 1, 2 or 4, uneven</source>
        <translation>αποτυπώματα ανά κελί: 1, 2 ή 4, άνισα</translation>
    </message>
    <message>
        <source>stamps on a cell: 4 everywhere, but the weights alternate</source>
        <translation>αποτυπώματα ανά κελί: παντού 4, αλλά τα βάρη εναλλάσσονται</translation>
    </message>
    <message>
        <source>no stamps: one filter for all cells</source>
        <translation>χωρίς αποτυπώματα: ένα φίλτρο για όλα τα κελιά</translation>
    </message>
    <message>
        <source>stamps: 1, 2 or 4</source>
        <translation>αποτυπώματα: 1, 2 ή 4</translation>
    </message>
    <message>
        <source>stamps: 4, weights alternate</source>
        <translation>παντού 4, άλλα βάρη</translation>
    </message>
    <message>
        <source>no stamps: one filter</source>
        <translation>χωρίς: ένα φίλτρο</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>επίπεδα γκρι</translation>
    </message>
    <message>
        <source>of grid</source>
        <translation>πλέγματος</translation>
    </message>
    <message>
        <source>size 3</source>
        <translation>μέγεθος 3</translation>
    </message>
    <message>
        <source>size 4</source>
        <translation>μέγεθος 4</translation>
    </message>
    <message>
        <source>upsample</source>
        <translation>μεγέθυνση</translation>
    </message>
    <message>
        <source>Grid in the mean picture, in grey levels of 255</source>
        <translation>Πλέγμα στη μέση εικόνα, σε επίπεδα γκρι από 255</translation>
    </message>
    <message>
        <source>Grid in the mean picture</source>
        <translation>Πλέγμα στη μέση εικόνα</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>ενημερώσεις</translation>
    </message>
    <message>
        <source>the digits themselves %1</source>
        <translation>τα ίδια τα ψηφία %1</translation>
    </message>
    <message>
        <source>The curves come with the training.</source>
        <translation>Οι καμπύλες έρχονται με την εκπαίδευση.</translation>
    </message>
    <message>
        <source>Seen early, cancelled by training</source>
        <translation>Φαίνεται νωρίς, το σβήνει η εκπαίδευση</translation>
    </message>
    <message>
        <source>At its height here: %1 for size 3, %2 for size 4, %3 for upsampling.</source>
        <translation>Στο μέγιστό του εδώ: %1 με μέγεθος 3, %2 με μέγεθος 4, %3 με μεγέθυνση.</translation>
    </message>
    <message>
        <source>Medians of %1 seeds: %2, %3 and %4; size 3 above size 4 in %5 of them. By 2,000 updates little is left but what the digits have.</source>
        <translation>Διάμεσοι %1 σπόρων: %2, %3 και %4· το μέγεθος 3 πάνω από το 4 σε %5 από αυτούς. Στις 2.000 ενημερώσεις μένει λίγο παραπάνω από όσο έχουν τα ψηφία.</translation>
    </message>
    <message>
        <source>The three decoders have not been trained yet.</source>
        <translation>Οι τρεις decoder δεν έχουν εκπαιδευτεί ακόμη.</translation>
    </message>
    <message>
        <source>Update %1. Grey levels of grid: %2 for size 3, %3 for size 4, %4 for upsampling; %5 in the digits themselves.</source>
        <translation>Ενημέρωση %1. Επίπεδα γκρι του πλέγματος: %2 με μέγεθος 3, %3 με μέγεθος 4, %4 με μεγέθυνση· %5 στα ίδια τα ψηφία.</translation>
    </message>
    <message>
        <source>Upsample, then 3</source>
        <translation>Μεγέθυνση, μετά 3</translation>
    </message>
    <message>
        <source>each value twice</source>
        <translation>κάθε τιμή δύο φορές</translation>
    </message>
    <message>
        <source>Thin: other seeds.</source>
        <translation>Λεπτές: άλλοι σπόροι.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Άνοιγμα…</translation>
    </message>
    <message>
        <source>Save state…</source>
        <translation>Αποθήκευση κατάστασης…</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Αντιγραφή αριθμών</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Επικόλληση</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Αντιγραφή συνδέσμου</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Αντιγραφή ως εντολή</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Παρουσίαση</translation>
    </message>
    <message>
        <source>Greek or English</source>
        <translation>Ελληνικά ή αγγλικά</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>Ανοιχτά ή σκούρα χρώματα</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Έξοδος</translation>
    </message>
    <message>
        <source>Replay the first updates</source>
        <translation>Επανάληψη των πρώτων ενημερώσεων</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation>Αποθήκευση αριθμών…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Άνοιγμα φακέλου…</translation>
    </message>
</context>
<context>
    <name>ConvArrival</name>
    <message>
        <source>%1 × %2 numbers are too many; an input has up to 64 × 64</source>
        <translation>%1 × %2 αριθμοί είναι πάρα πολλοί· μια είσοδος έχει έως 64 × 64</translation>
    </message>
    <message>
        <source>%1 × %2 numbers are too many; a filter has up to 15 × 15</source>
        <translation>%1 × %2 αριθμοί είναι πάρα πολλοί· ένα φίλτρο έχει έως 15 × 15</translation>
    </message>
    <message>
        <source>%1 channels are too many; an input has up to 4</source>
        <translation>%1 κανάλια είναι πάρα πολλά· μια είσοδος έχει έως 4</translation>
    </message>
    <message>
        <source>%1 filters are too many; up to 8 are shown</source>
        <translation>%1 φίλτρα είναι πάρα πολλά· εμφανίζονται έως 8</translation>
    </message>
    <message>
        <source>%1 × %2 numbers do not fit; a line is one row or one column of up to 64</source>
        <translation>%1 × %2 αριθμοί δεν χωρούν· γίνεται δεκτή μία γραμμή ή μία στήλη με έως 64 αριθμούς</translation>
    </message>
    <message>
        <source>the sound has more than 10 million samples, almost four minutes at 44.1 kHz; cut a part out of it and open that</source>
        <translation>ο ήχος έχει πάνω από 10 εκατομμύρια δείγματα, σχεδόν τέσσερα λεπτά στα 44,1 kHz· κόψτε ένα κομμάτι του και ανοίξτε το</translation>
    </message>
    <message>
        <source>%1 numbers are too many to be seen one by one; a line has up to 64</source>
        <translation>οι %1 αριθμοί είναι πολλοί για να φαίνονται ένας ένας· μια γραμμή έχει έως 64</translation>
    </message>
</context>
<context>
    <name>ConvChips</name>
    <message>
        <source>example</source>
        <translation>παράδειγμα</translation>
    </message>
    <message>
        <source>own numbers</source>
        <translation>δικοί σας αριθμοί</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>same</source>
        <translation>same</translation>
    </message>
    <message>
        <source>full</source>
        <translation>full</translation>
    </message>
    <message>
        <source>causal</source>
        <translation>causal</translation>
    </message>
    <message>
        <source>by sides</source>
        <translation>ανά πλευρά</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>περικοπή</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>padding</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>κατεύθυνση</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>ευθεία</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>ανάστροφη</translation>
    </message>
    <message>
        <source>size</source>
        <translation>μέγεθος</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>βήμα</translation>
    </message>
    <message>
        <source>dilation</source>
        <translation>διαστολή</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>φίλτρα</translation>
    </message>
    <message>
        <source>off</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>βάρη</translation>
    </message>
    <message>
        <source>Erratum</source>
        <translation>Παρόραμα</translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation>Σκιά</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Μηδενικά</translation>
    </message>
    <message>
        <source>One scale</source>
        <translation>Μία κλίμακα</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Πρόβλεψη</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Όροι</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Αναστροφή</translation>
    </message>
</context>
<context>
    <name>ConvPicture</name>
    <message>
        <source>never read, crossed out: rows %1, columns %2</source>
        <translation>δεν διαβάζονται (διαγραμμένα): γραμμές %1, στήλες %2</translation>
    </message>
    <message>
        <source>hatched: padding</source>
        <translation>διαγραμμισμένα: padding</translation>
    </message>
    <message>
        <source>click a number to change it</source>
        <translation>κλικ σε έναν αριθμό για αλλαγή</translation>
    </message>
    <message>
        <source>red: cut off</source>
        <translation>κόκκινα: περικόπτονται</translation>
    </message>
    <message>
        <source>each input adds its stamp</source>
        <translation>κάθε είσοδος προσθέτει το αποτύπωμά της</translation>
    </message>
    <message>
        <source>dashed: other rules give another number</source>
        <translation>διακεκομμένα: άλλοι κανόνες δίνουν άλλον αριθμό</translation>
    </message>
    <message>
        <source>strong: what stride %1 keeps</source>
        <translation>έντονα: όσα κρατά το βήμα %1</translation>
    </message>
    <message>
        <source>one slice per filter</source>
        <translation>μία εικόνα ανά φίλτρο</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Είσοδος</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Περιοχή</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>click to edit</source>
        <translation>κλικ για αλλαγή</translation>
    </message>
    <message>
        <source>number %1 of %2 in front</source>
        <translation>μπροστά το %1 από %2</translation>
    </message>
    <message>
        <source>turned by 180° as it slides</source>
        <translation>ολισθαίνει στραμμένο κατά 180°</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Έξοδος</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>κανάλι %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>μέσος</translation>
    </message>
    <message>
        <source>rows and columns alike</source>
        <translation>γραμμές και στήλες ομοίως</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>γραμμές</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>στήλες</translation>
    </message>
    <message>
        <source>weights to learn: filters · (size · channels + bias)</source>
        <translation>βάρη προς μάθηση: φίλτρα · (μέγεθος · κανάλια + πόλωση)</translation>
    </message>
    <message>
        <source>Input row %1, column %2: the filter times %3 is stamped.</source>
        <translation>Είσοδος, γραμμή %1, στήλη %2: αποτυπώνεται το φίλτρο επί %3.</translation>
    </message>
    <message>
        <source>Window at output row %1, column %2: what is the result?</source>
        <translation>Περιοχή φίλτρου στη γραμμή %1, στήλη %2 της εξόδου: ποιο είναι το αποτέλεσμα;</translation>
    </message>
    <message>
        <source>Window at output row %1, column %2: the sum is %3.</source>
        <translation>Περιοχή φίλτρου στη γραμμή %1, στήλη %2 της εξόδου: το άθροισμα είναι %3.</translation>
    </message>
    <message>
        <source>channel %1:</source>
        <translation>κανάλι %1:</translation>
    </message>
    <message>
        <source>red</source>
        <translation>κόκκινο</translation>
    </message>
    <message>
        <source>green</source>
        <translation>πράσινο</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>μπλε</translation>
    </message>
    <message>
        <source>Window at output row %1, column %2.</source>
        <translation>Περιοχή φίλτρου στη γραμμή %1, στήλη %2 της εξόδου.</translation>
    </message>
    <message>
        <source>The bias %1 comes last.</source>
        <translation>Το bias %1 προστίθεται τελευταίο.</translation>
    </message>
    <message>
        <source>Terms with a 0 are grey; the bias %1 comes last.</source>
        <translation>Οι όροι με 0 είναι γκρίζοι· η πόλωση (bias) %1 προστίθεται τελευταία.</translation>
    </message>
    <message>
        <source>Terms with a 0 are grey: they add nothing.</source>
        <translation>Οι όροι με 0 είναι γκρίζοι: δεν προσθέτουν τίποτα.</translation>
    </message>
    <message>
        <source>row %1, column %2 of the output</source>
        <translation>γραμμή %1, στήλη %2 της εξόδου</translation>
    </message>
    <message>
        <source>row %1, column %2 of the input</source>
        <translation>γραμμή %1, στήλη %2 της εισόδου</translation>
    </message>
    <message>
        <source>The filter times the input is stamped onto the output with stride %1; where stamps overlap, they add up.</source>
        <translation>Το φίλτρο επί την είσοδο αποτυπώνεται στην έξοδο με βήμα %1· όπου τα αποτυπώματα επικαλύπτονται, προστίθενται.</translation>
    </message>
    <message>
        <source>How many rows and columns does the output have?</source>
        <translation>Πόσες γραμμές και στήλες έχει η έξοδος;</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Τυπωμένο</translation>
    </message>
    <message>
        <source>wrong: the upper left of stride 1</source>
        <translation>λάθος: το πάνω αριστερά με βήμα 1</translation>
    </message>
    <message>
        <source>strong: right; framed: printed</source>
        <translation>έντονα: σωστά· σε πλαίσιο: τυπωμένα</translation>
    </message>
    <message>
        <source>%1, turned by 180°</source>
        <translation>%1, στραμμένο κατά 180°</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 από %3)</translation>
    </message>
    <message>
        <source>dotted: zeros put in</source>
        <translation>με κουκκίδες: μηδενικά</translation>
    </message>
    <message>
        <source>turned 180°</source>
        <translation>στραμμένο 180°</translation>
    </message>
</context>
<context>
    <name>ConvSummary</name>
    <message>
        <source>A window slides over the input; each position gives one number.</source>
        <translation>Μια περιοχή ολισθαίνει πάνω στην είσοδο· κάθε θέση δίνει έναν αριθμό.</translation>
    </message>
    <message>
        <source>A layer is a collection of filters; each one draws its own picture.</source>
        <translation>Ένα στρώμα είναι μια συλλογή φίλτρων· το καθένα σχηματίζει τη δική του εικόνα.</translation>
    </message>
    <message>
        <source>Transposed: every input stamps a scaled copy of the filter.</source>
        <translation>Ανάστροφη: κάθε είσοδος αποτυπώνει το φίλτρο επί την τιμή της.</translation>
    </message>
    <message>
        <source>A filter slides over the padded input; each position gives one sum.</source>
        <translation>Ένα φίλτρο ολισθαίνει πάνω στην είσοδο με padding· κάθε θέση δίνει ένα άθροισμα.</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Looking at %1</source>
        <translation>Εξέταση: %1</translation>
    </message>
    <message>
        <source>MNIST digits</source>
        <translation>Ψηφία MNIST</translation>
    </message>
    <message>
        <source>Bars: turn</source>
        <translation>Ράβδοι: στροφή</translation>
    </message>
    <message>
        <source>Bars: place</source>
        <translation>Ράβδοι: θέση</translation>
    </message>
    <message>
        <source>Ellipses: slant</source>
        <translation>Ελλείψεις: κλίση</translation>
    </message>
    <message>
        <source>Ellipses: thickness</source>
        <translation>Ελλείψεις: πάχος</translation>
    </message>
</context>
<context>
    <name>Denoise</name>
    <message>
        <source>%1 · %2 pictures</source>
        <translation>%1 · %2 εικόνες</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>όχι πεπερασμένο</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>red: most of the classifiers read the digit in the corner</source>
        <translation>κόκκινο: οι περισσότεροι ταξινομητές διαβάζουν το ψηφίο της γωνίας</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>διαβάζεται</translation>
    </message>
    <message>
        <source>Read right, %</source>
        <translation>Διαβάζονται σωστά, %</translation>
    </message>
    <message>
        <source>measured once both have learnt</source>
        <translation>μετριέται μόλις μάθουν και τα δύο</translation>
    </message>
    <message>
        <source>break-even %1: below it, leave the noise alone</source>
        <translation>ισοπαλία %1: από εκεί και κάτω αφήστε τον θόρυβο</translation>
    </message>
    <message>
        <source>One black pixel</source>
        <translation>Ένα μαύρο pixel</translation>
    </message>
    <message>
        <source>This noise treats no pixel by itself.</source>
        <translation>Αυτός ο θόρυβος δεν αλλάζει κάθε pixel χωριστά.</translation>
    </message>
    <message>
        <source>clipped: %1 on average</source>
        <translation>με αποκοπή: μέσος %1</translation>
    </message>
    <message>
        <source>not clipped: %1 on average</source>
        <translation>χωρίς αποκοπή: μέσος %1</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1 read right</source>
        <translation>διαβάζεται σωστά το %1</translation>
    </message>
    <message>
        <source>Lecture: Gaussian noise 0.5</source>
        <translation>Διάλεξη: γκαουσιανός 0,5</translation>
    </message>
    <message>
        <source>The pictures get cleaner, yet no easier to read. PCA does better, and what has learnt the noise far better.</source>
        <translation>Οι εικόνες καθαρίζουν, μα δεν διαβάζονται ευκολότερα. Η PCA τα πάει καλύτερα, και το δίκτυο που έμαθε τον θόρυβο πολύ καλύτερα.</translation>
    </message>
    <message>
        <source>The same noise, clipped</source>
        <translation>Ο ίδιος θόρυβος, με αποκοπή</translation>
    </message>
    <message>
        <source>A little noise</source>
        <translation>Λίγος θόρυβος</translation>
    </message>
    <message>
        <source>Below the break-even, whoever leaves the noise alone is better off.</source>
        <translation>Κάτω από την ισοπαλία, κερδίζει όποιος αφήνει τον θόρυβο όπως είναι.</translation>
    </message>
    <message>
        <source>Two numbers: crisp and wrong</source>
        <translation>Δύο αριθμοί: καθαρά και λάθος</translation>
    </message>
    <message>
        <source>The noise throws the code elsewhere on the map, where another digit lives.</source>
        <translation>Ο θόρυβος πετάει τον κώδικα αλλού στον χάρτη, εκεί όπου ζει άλλο ψηφίο.</translation>
    </message>
    <message>
        <source>32 numbers, trained on the noise</source>
        <translation>32 αριθμοί, εκπαίδευση στον θόρυβο</translation>
    </message>
    <message>
        <source>Learning on clipped noise takes off what learning on clean pictures does not.</source>
        <translation>Ό,τι δεν αφαιρεί η μάθηση σε καθαρές εικόνες, το αφαιρεί η μάθηση στον θόρυβο με αποκοπή.</translation>
    </message>
    <message>
        <source>Salt and pepper</source>
        <translation>Αλάτι και πιπέρι</translation>
    </message>
    <message>
        <source>Made for the median filter, which learns nothing.</source>
        <translation>Φτιαγμένος για το φίλτρο διαμέσου, που δεν μαθαίνει τίποτα.</translation>
    </message>
    <message>
        <source>A quarter of the pixels is missing</source>
        <translation>Λείπει το ένα τέταρτο των pixel</translation>
    </message>
    <message>
        <source>The masking noise of the first denoising autoencoders.</source>
        <translation>Ο θόρυβος μάσκας των πρώτων autoencoder αφαίρεσης θορύβου.</translation>
    </message>
    <message>
        <source>A block is missing</source>
        <translation>Λείπει ένα τετράγωνο</translation>
    </message>
    <message>
        <source>What no filter can bring back, a network can guess.</source>
        <translation>Ό,τι δεν επαναφέρει κανένα φίλτρο, ένα δίκτυο μπορεί να το μαντέψει.</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Θολό</translation>
    </message>
    <message>
        <source>Nothing random: the twin learns to sharpen.</source>
        <translation>Τίποτα τυχαίο: το δίδυμο μαθαίνει να οξύνει.</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Γκαουσιανός</translation>
    </message>
    <message>
        <source>Masking</source>
        <translation>Μάσκα</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Τετράγωνο</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Θόλωμα</translation>
    </message>
    <message>
        <source>share of pixels</source>
        <translation>μερίδιο των pixel</translation>
    </message>
    <message>
        <source>side in pixels</source>
        <translation>πλευρά σε pixel</translation>
    </message>
    <message>
        <source>blur σ in pixels</source>
        <translation>σ θολώματος σε pixel</translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation>σ θορύβου</translation>
    </message>
    <message>
        <source>%1 % of the pixels</source>
        <translation>%1 % των pixel</translation>
    </message>
    <message>
        <source>side %1</source>
        <translation>πλευρά %1</translation>
    </message>
    <message>
        <source>σ %1</source>
        <translation>σ %1</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>καθαρή</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>θορυβώδης</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>autoencoder</translation>
    </message>
    <message>
        <source>noise-trained</source>
        <translation>σε θόρυβο</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>median filter</source>
        <translation>διάμεσος</translation>
    </message>
    <message>
        <source>learnt clean pictures</source>
        <translation>έμαθε καθαρές εικόνες</translation>
    </message>
    <message>
        <source>learnt %1</source>
        <translation>έμαθε %1</translation>
    </message>
    <message>
        <source>1 component</source>
        <translation>1 συνιστώσα</translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation>%1 συνιστώσες</translation>
    </message>
    <message>
        <source>3 × 3, no learning</source>
        <translation>3 × 3, χωρίς μάθηση</translation>
    </message>
    <message>
        <source>goes in</source>
        <translation>μπαίνει</translation>
    </message>
    <message>
        <source>Black becomes grey, which the network has never seen: hardly cleaner than the noisy picture, and read no better.</source>
        <translation>Το μαύρο γίνεται γκρι, που το δίκτυο δεν έχει δει: εικόνες μόλις πιο καθαρές, που δεν διαβάζονται καλύτερα.</translation>
    </message>
    <message>
        <source>red: read as that</source>
        <translation>κόκκινο: διαβάζεται έτσι</translation>
    </message>
    <message>
        <source>break-even %1</source>
        <translation>ισοπαλία %1</translation>
    </message>
    <message>
        <source>%1: on average the noise moves a code by %2 % of the cloud’s radius.</source>
        <translation>%1: ο θόρυβος μετακινεί έναν κώδικα κατά μέσον όρο %2 % της ακτίνας του νέφους.</translation>
    </message>
    <message>
        <source>read as %1: %2 of %3</source>
        <translation>ως %1: %2 από %3</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>αμετάβλητη</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>there is no such file</source>
        <translation>δεν υπάρχει τέτοιο αρχείο</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>το αρχείο δεν διαβάζεται</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>το αρχείο δεν γράφεται</translation>
    </message>
    <message>
        <source>the program %t, which writes this kind of file, is not installed</source>
        <translation>το πρόγραμμα %t, που γράφει τέτοια αρχεία, δεν είναι εγκατεστημένο</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>είναι κενό</translation>
    </message>
    <message>
        <source>this kind of file is not accepted here</source>
        <translation>αυτό το είδος αρχείου δεν γίνεται δεκτό εδώ</translation>
    </message>
    <message>
        <source>the IDX header begins with %1; unsigned bytes with 1 to 4 axes (2049 to 2052) are accepted</source>
        <translation>η κεφαλίδα IDX αρχίζει με %1· γίνονται δεκτά bytes χωρίς πρόσημο με 1 έως 4 άξονες (2049 έως 2052)</translation>
    </message>
    <message>
        <source>the header announces %1, but %2 are there</source>
        <translation>η κεφαλίδα αναγγέλλει %1, αλλά υπάρχουν %2</translation>
    </message>
    <message>
        <source>%1 is too large; up to %2 is accepted</source>
        <translation>το %1 είναι πολύ μεγάλο· γίνεται δεκτό έως %2</translation>
    </message>
    <message>
        <source>the compressed data are damaged or cut off</source>
        <translation>τα συμπιεσμένα δεδομένα είναι κατεστραμμένα ή κομμένα</translation>
    </message>
    <message>
        <source>line %1, field %2: &quot;%t&quot; is not a number</source>
        <translation>γραμμή %1, πεδίο %2: το «%t» δεν είναι αριθμός</translation>
    </message>
    <message>
        <source>line %1: an empty block; blocks are separated by one blank line</source>
        <translation>γραμμή %1: κενή ομάδα· οι ομάδες χωρίζονται με μία κενή γραμμή</translation>
    </message>
    <message>
        <source>%1 labels for %2 pictures</source>
        <translation>%1 ετικέτες για %2 εικόνες</translation>
    </message>
    <message>
        <source>%t is out of range; from %1 to %2 is accepted</source>
        <translation>το %t είναι εκτός ορίων· γίνεται δεκτό από %1 έως %2</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not known here</source>
        <translation>το «%t» δεν είναι γνωστό εδώ</translation>
    </message>
    <message>
        <source>kernel %1 &gt; padded input %2 (%3 + %4 + %5)</source>
        <translation>φίλτρο %1 &gt; είσοδος με padding %2 (%3 + %4 + %5)</translation>
    </message>
    <message>
        <source>PyTorch&apos;s &quot;same&quot; works with stride 1 only, not %1</source>
        <translation>το «same» του PyTorch υπάρχει μόνο με βήμα 1, όχι %1</translation>
    </message>
    <message>
        <source>PyTorch has no transposed &quot;same&quot;; give the crop as a number</source>
        <translation>το PyTorch δεν έχει «same» για ανάστροφη συνέλιξη· δώστε την περικοπή ως αριθμό</translation>
    </message>
    <message>
        <source>this fill reaches up to %2; the padding is %1</source>
        <translation>αυτό το γέμισμα φτάνει έως %2· το padding είναι %1</translation>
    </message>
    <message>
        <source>only zeros can fill the padding here</source>
        <translation>εδώ το padding γεμίζει μόνο με μηδενικά</translation>
    </message>
    <message>
        <source>the padding &quot;%t&quot; has no meaning here</source>
        <translation>το padding «%t» δεν έχει νόημα εδώ</translation>
    </message>
    <message>
        <source>output padding %1 must be less than the larger of stride and dilation, %2</source>
        <translation>το output padding %1 πρέπει να είναι μικρότερο από το μεγαλύτερο από τα δύο, βήμα ή διαστολή: %2</translation>
    </message>
    <message>
        <source>output padding goes only with a padding given in numbers</source>
        <translation>το output padding συνδυάζεται μόνο με padding σε αριθμούς</translation>
    </message>
    <message>
        <source>nothing is left of the output: (%1 − 1) · %2 + %5 − %3 − %4 = %6</source>
        <translation>δεν μένει τίποτα από την έξοδο: (%1 − 1) · %2 + %5 − %3 − %4 = %6</translation>
    </message>
    <message>
        <source>the sizes do not fit: %1 against %2</source>
        <translation>τα μεγέθη δεν ταιριάζουν: %1 με %2</translation>
    </message>
    <message>
        <source>layer %1 of the network is not possible (%t)</source>
        <translation>το στρώμα %1 του δικτύου δεν είναι δυνατό (%t)</translation>
    </message>
    <message>
        <source>the training diverged after update %1: the loss is no longer a number; a smaller learning rate helps</source>
        <translation>η εκπαίδευση απέκλινε μετά την ενημέρωση %1: η απώλεια δεν είναι πια αριθμός· βοηθά ένας μικρότερος ρυθμός μάθησης</translation>
    </message>
    <message>
        <source>binary cross-entropy needs a sigmoid output</source>
        <translation>η binary cross-entropy χρειάζεται σιγμοειδή έξοδο</translation>
    </message>
    <message>
        <source>too few samples: %1; at least %2 are needed</source>
        <translation>πολύ λίγα παραδείγματα: %1· χρειάζονται τουλάχιστον %2</translation>
    </message>
    <message>
        <source>all samples are the same</source>
        <translation>όλα τα παραδείγματα είναι ίδια</translation>
    </message>
    <message>
        <source>%1 components are too many for these data; up to %2 exist</source>
        <translation>%1 συνιστώσες είναι πάρα πολλές για αυτά τα δεδομένα· υπάρχουν έως %2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ακυρώθηκε</translation>
    </message>
    <message>
        <source>line %1, field %2: this is not a finite number within float&apos;s range</source>
        <translation>γραμμή %1, πεδίο %2: αυτό δεν είναι πεπερασμένος αριθμός στο εύρος του float</translation>
    </message>
    <message>
        <source>number %1 is not finite or beyond float&apos;s range</source>
        <translation>ο αριθμός %1 δεν είναι πεπερασμένος ή υπερβαίνει το εύρος του float</translation>
    </message>
    <message>
        <source>the result is beyond float&apos;s range</source>
        <translation>το αποτέλεσμα υπερβαίνει το εύρος του float</translation>
    </message>
    <message>
        <source>%1 numbers are too many; up to %2 are accepted</source>
        <translation>%1 αριθμοί είναι πάρα πολλοί· γίνονται δεκτοί έως %2</translation>
    </message>
    <message>
        <source>%1 blocks are too many; up to %2 are accepted</source>
        <translation>%1 ομάδες είναι πάρα πολλές· γίνονται δεκτές έως %2</translation>
    </message>
    <message>
        <source>the picture is damaged or cut off</source>
        <translation>η εικόνα είναι κατεστραμμένη ή κομμένη</translation>
    </message>
    <message>
        <source>line %1, field %2: the line has %3 fields, the lines before it %4</source>
        <translation>γραμμή %1, πεδίο %2: η γραμμή έχει %3 πεδία, οι προηγούμενες %4</translation>
    </message>
    <message>
        <source>the number of axes is %1, not %2 (labels have one axis, pictures three: samples, rows, columns)</source>
        <translation>το πλήθος των αξόνων είναι %1, όχι %2 (οι ετικέτες έχουν έναν άξονα, οι εικόνες τρεις: εικόνες, γραμμές, στήλες)</translation>
    </message>
    <message>
        <source>the block that begins in line %1 has %2 × %3 numbers, not %4 × %5</source>
        <translation>η ομάδα που αρχίζει στη γραμμή %1 έχει %2 × %3 αριθμούς, όχι %4 × %5</translation>
    </message>
    <message>
        <source>the file is damaged: its checksum is wrong</source>
        <translation>το αρχείο είναι κατεστραμμένο: το άθροισμα ελέγχου είναι λάθος</translation>
    </message>
    <message>
        <source>this is version %1 of the format; version %2 is accepted</source>
        <translation>αυτή είναι η έκδοση %1 της μορφής· γίνεται δεκτή η έκδοση %2</translation>
    </message>
    <message>
        <source>the picture has %1 × %2 pixels, &quot;%t&quot; has %3 × %4; pictures of one folder have one size, or are scaled to one (--side)</source>
        <translation>η εικόνα έχει %1 × %2 pixel, η «%t» %3 × %4· οι εικόνες ενός φακέλου έχουν το ίδιο μέγεθος ή κλιμακώνονται σε ένα (--side)</translation>
    </message>
    <message>
        <source>it lies beside folders such as &quot;%t&quot;; either every picture is in the folder of its class, or none is</source>
        <translation>βρίσκεται δίπλα σε φακέλους όπως ο «%t»· είτε όλες οι εικόνες είναι στον φάκελο της κατηγορίας τους είτε καμία</translation>
    </message>
    <message>
        <source>line %1, column %2: this is not JSON</source>
        <translation>γραμμή %1, στήλη %2: αυτό δεν είναι JSON</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; appears twice</source>
        <translation>το πεδίο «%t» εμφανίζεται δύο φορές</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; is not known here; accepted: %a</source>
        <translation>το πεδίο «%t» δεν είναι γνωστό εδώ· δεκτά: %a</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; is missing</source>
        <translation>λείπει το πεδίο «%t»</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; has the wrong form; accepted: %a</source>
        <translation>το πεδίο «%t» έχει λάθος μορφή· δεκτή: %a</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; is not a whole number from %1 to %2</source>
        <translation>το πεδίο «%t» δεν είναι ακέραιος από %1 έως %2</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; is not a number from %1 to %2</source>
        <translation>το πεδίο «%t» δεν είναι αριθμός από %1 έως %2</translation>
    </message>
    <message>
        <source>the field &quot;%t&quot; is none of: %a</source>
        <translation>το πεδίο «%t» δεν είναι ένα από τα: %a</translation>
    </message>
    <message>
        <source>%1 samples are too many; up to %2 are accepted</source>
        <translation>%1 παραδείγματα είναι πάρα πολλά· γίνονται δεκτά έως %2</translation>
    </message>
    <message>
        <source>the new network is another one from layer %1 on, where the weights have no place: it begins from the start</source>
        <translation>το νέο δίκτυο είναι άλλο από το στρώμα %1 και μετά, όπου τα βάρη δεν έχουν θέση: αρχίζει από την αρχή</translation>
    </message>
    <message>
        <source>softmax cross-entropy needs a classifier with a linear output, and a classifier needs softmax cross-entropy</source>
        <translation>η softmax cross-entropy χρειάζεται κατηγοριοποιητή με γραμμική έξοδο, και ένας κατηγοριοποιητής χρειάζεται softmax cross-entropy</translation>
    </message>
    <message>
        <source>the sound is damaged, cut off, or encoded in an unknown way</source>
        <translation>ο ήχος είναι κατεστραμμένος, κομμένος ή κωδικοποιημένος με άγνωστο τρόπο</translation>
    </message>
    <message>
        <source>the file cannot be written: %t</source>
        <translation>το αρχείο δεν γράφεται: %t</translation>
    </message>
    <message>
        <source>the link is cut off or altered; copy it again as a whole</source>
        <translation>ο σύνδεσμος είναι κομμένος ή αλλαγμένος· αντιγράψτε τον ξανά ολόκληρο</translation>
    </message>
    <message>
        <source>the header&apos;s &quot;%t&quot; is not one that is read here (float16, float32, float64, integers or bool; 1 to 4 axes)</source>
        <translation>το «%t» της κεφαλίδας δεν διαβάζεται εδώ (float16, float32, float64, ακέραιοι ή bool· 1 έως 4 άξονες)</translation>
    </message>
    <message>
        <source>the ZIP archive is damaged, cut off, encrypted or packed in an unknown way</source>
        <translation>το αρχείο ZIP είναι κατεστραμμένο, κομμένο, κρυπτογραφημένο ή συμπιεσμένο με άγνωστο τρόπο</translation>
    </message>
    <message>
        <source>sample %1: the label %2 is not a whole number</source>
        <translation>παράδειγμα %1: η ετικέτα %2 δεν είναι ακέραιος αριθμός</translation>
    </message>
    <message>
        <source>the pooling window of output row %1, column %2 (from 0) holds no cell of the input, only padding</source>
        <translation>η περιοχή pooling της εξόδου στη γραμμή %1, στήλη %2 (από το 0) δεν έχει κανένα κελί της εισόδου, μόνο padding</translation>
    </message>
    <message>
        <source>a set of IDX files has four, with the words train or t10k (or test) and images or labels in their names; missing here: %t</source>
        <translation>ένα σύνολο αρχείων IDX έχει τέσσερα, με τις λέξεις train ή t10k (ή test) και images ή labels στα ονόματά τους· εδώ λείπουν: %t</translation>
    </message>
    <message>
        <source>the folder holds two sets of IDX files (&quot;%t&quot;, &quot;%a&quot;); keep one set in a folder</source>
        <translation>ο φάκελος έχει δύο σύνολα αρχείων IDX («%t», «%a»)· κρατήστε ένα σύνολο σε κάθε φάκελο</translation>
    </message>
    <message>
        <source>an .npz file needs x_train, and may hold y_train, x_test and y_test, as Keras has them; this archive holds: %t</source>
        <translation>ένα αρχείο .npz χρειάζεται x_train και μπορεί να έχει y_train, x_test και y_test, όπως τα έχει το Keras· αυτό έχει: %t</translation>
    </message>
    <message>
        <source>the files lie too deep; pictures are read from the folder given or from one folder for each class in it, IDX files from the folder given: try &quot;%t&quot;</source>
        <translation>τα αρχεία βρίσκονται πιο βαθιά· οι εικόνες διαβάζονται από τον φάκελο που δίνετε ή από έναν φάκελο για κάθε κατηγορία μέσα του, τα αρχεία IDX από τον φάκελο που δίνετε: δοκιμάστε «%t»</translation>
    </message>
    <message>
        <source>the folder holds no pictures and no set of IDX files; give one of its files instead, such as &quot;%t&quot; (a table of Kaggle&apos;s with --label-column first)</source>
        <translation>ο φάκελος δεν έχει εικόνες ούτε σύνολο αρχείων IDX· δώστε ένα από τα αρχεία του, όπως το «%t» (έναν πίνακα του Kaggle με --label-column first)</translation>
    </message>
    <message>
        <source>the folder holds no pictures (PNG, JPEG, BMP, PNM) and no set of IDX files; other files in it: %1</source>
        <translation>ο φάκελος δεν έχει εικόνες (PNG, JPEG, BMP, PNM) ούτε σύνολο αρχείων IDX· άλλα αρχεία μέσα του: %1</translation>
    </message>
    <message>
        <source>labels in a column need a table: CSV or .npy with one sample in each row</source>
        <translation>οι ετικέτες σε στήλη χρειάζονται πίνακα: CSV ή .npy με ένα παράδειγμα σε κάθε γραμμή</translation>
    </message>
    <message>
        <source>column %1 cannot hold the labels: the table has %2 columns, and others have to be left</source>
        <translation>η στήλη %1 δεν μπορεί να έχει τις ετικέτες: ο πίνακας έχει %2 στήλες, και πρέπει να μείνουν και άλλες</translation>
    </message>
    <message>
        <source>is not an option here; --help lists what is accepted</source>
        <translation>δεν είναι επιλογή αυτής της εντολής· το --help δείχνει όσα γίνονται δεκτά</translation>
    </message>
    <message>
        <source>is not understood here; --help lists what is accepted</source>
        <translation>δεν έχει νόημα εδώ· το --help δείχνει όσα γίνονται δεκτά</translation>
    </message>
    <message>
        <source>takes no value</source>
        <translation>δεν παίρνει τιμή</translation>
    </message>
    <message>
        <source>takes one value</source>
        <translation>παίρνει μία τιμή</translation>
    </message>
    <message>
        <source>takes one value, once</source>
        <translation>παίρνει μία τιμή, μία φορά</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not a whole number from %1 to %2</source>
        <translation>το «%t» δεν είναι ακέραιος από %1 έως %2</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not made of whole numbers from %1 to %2</source>
        <translation>το «%t» δεν αποτελείται από ακεραίους από %1 έως %2</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not a whole number from 0 to 18446744073709551615</source>
        <translation>το «%t» δεν είναι ακέραιος από 0 έως 18446744073709551615</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not a number from %1 to %2</source>
        <translation>το «%t» δεν είναι αριθμός από %1 έως %2</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not a list of numbers, such as 0.5 or 1,-2</source>
        <translation>το «%t» δεν είναι κατάλογος αριθμών, όπως 0.5 ή 1,-2</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of %a</source>
        <translation>το «%t» δεν είναι κανένα από τα: %a</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of gaussian:S (S from 0 to 10), saltpepper:P, mask:P (P from 0 to 1)</source>
        <translation>το «%t» δεν είναι κανένα από τα gaussian:S (S από 0 έως 10), saltpepper:P, mask:P (P από 0 έως 1)</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of %a, nor a file that describes a network</source>
        <translation>το «%t» δεν είναι κανένα από τα %a, ούτε αρχείο που περιγράφει ένα δίκτυο</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not a preset; &quot;hourglass presets&quot; lists them</source>
        <translation>δεν υπάρχει παράδειγμα «%t»· η εντολή «hourglass presets» τα απαριθμεί</translation>
    </message>
    <message>
        <source>a pasted line brings no files along; open the file here, and leave this out</source>
        <translation>μια γραμμή που επικολλάται δεν φέρνει μαζί της αρχεία· ανοίξτε το αρχείο εδώ και παραλείψτε την επιλογή</translation>
    </message>
    <message>
        <source>is for %t</source>
        <translation>είναι για την εντολή %t</translation>
    </message>
    <message>
        <source>goes with %t only</source>
        <translation>έχει νόημα μόνο μαζί με το %t</translation>
    </message>
    <message>
        <source>does not go with --preset; begin with one of them</source>
        <translation>δεν συνδυάζεται με το --preset· αρχίστε με ένα από τα δύο</translation>
    </message>
    <message>
        <source>is missing; a file, or - for standard input</source>
        <translation>λείπει· δίνεται ένα αρχείο ή - για την τυπική είσοδο</translation>
    </message>
    <message>
        <source>is missing; a CSV or .npy file, or --pool average|max with --pool-size</source>
        <translation>λείπει· δίνεται ένα αρχείο CSV ή .npy, ή --pool average|max μαζί με --pool-size</translation>
    </message>
    <message>
        <source>is missing; it takes K or KH,KW</source>
        <translation>λείπει· παίρνει K ή KH,KW</translation>
    </message>
    <message>
        <source>standard input can be read only once</source>
        <translation>η τυπική είσοδος διαβάζεται μόνο μία φορά</translation>
    </message>
    <message>
        <source>does not go with --pool, whose windows have no weights</source>
        <translation>δεν συνδυάζεται με το --pool, που δεν έχει βάρη</translation>
    </message>
    <message>
        <source>does not go with a sound; --stride does</source>
        <translation>δεν συνδυάζεται με ήχο, μόνο το --stride</translation>
    </message>
    <message>
        <source>goes with --kernel; the scene has its own</source>
        <translation>έχει νόημα μαζί με το --kernel· το παράδειγμα έχει δικά του φίλτρα</translation>
    </message>
    <message>
        <source>%1 numbers for %2 filters; one, or one a filter</source>
        <translation>πλήθος αριθμών %1, πλήθος φίλτρων %2· δίνεται ένας για όλα ή ένας για κάθε φίλτρο</translation>
    </message>
    <message>
        <source>causal is for forward convolution along one axis (conv1d) only</source>
        <translation>το causal είναι μόνο για την ευθεία συνέλιξη σε έναν άξονα (conv1d)</translation>
    </message>
    <message>
        <source>goes only with a padding given in numbers</source>
        <translation>έχει νόημα μόνο με padding που δίνεται σε αριθμούς</translation>
    </message>
    <message>
        <source>&quot;%t&quot; must be less than the larger of stride and dilation</source>
        <translation>το «%t» πρέπει να είναι μικρότερο από το μεγαλύτερο από τα δύο, βήμα και διαστολή</translation>
    </message>
    <message>
        <source>a transposed convolution fills with zeros only</source>
        <translation>η ανάστροφη συνέλιξη συμπληρώνει μόνο με μηδενικά</translation>
    </message>
    <message>
        <source>PyTorch&apos;s &quot;same&quot; works with stride 1 only</source>
        <translation>το «same» της PyTorch ισχύει μόνο για βήμα 1</translation>
    </message>
    <message>
        <source>&quot;%t&quot; has %1 numbers; one or two are accepted</source>
        <translation>το «%t» έχει %1 αριθμούς· γίνονται δεκτοί ένας ή δύο</translation>
    </message>
    <message>
        <source>&quot;%t&quot; has %1 numbers; one, two (rows, columns) or four (top, bottom, left, right) are accepted</source>
        <translation>το «%t» έχει %1 αριθμούς· γίνονται δεκτοί ένας, δύο (γραμμές, στήλες) ή τέσσερις (πάνω, κάτω, αριστερά, δεξιά)</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of %a, nor numbers such as 1 or 1,2 or 0,1,0,1</source>
        <translation>το «%t» δεν είναι κανένα από τα %a, ούτε αριθμοί όπως 1 ή 1,2 ή 0,1,0,1</translation>
    </message>
    <message>
        <source>a padding by sides has no meaning for a transposed convolution; P or PH,PW is accepted</source>
        <translation>padding για κάθε πλευρά χωριστά δεν έχει νόημα στην ανάστροφη συνέλιξη· γίνεται δεκτό P ή PH,PW</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not R,C or R,C,F</source>
        <translation>το «%t» δεν είναι της μορφής R,C ή R,C,F</translation>
    </message>
    <message>
        <source>&quot;%t&quot; has %1 numbers; one is accepted</source>
        <translation>το «%t» έχει %1 αριθμούς· γίνεται δεκτός ένας</translation>
    </message>
    <message>
        <source>&quot;%t&quot; has %1 numbers; one or two (left, right) are accepted</source>
        <translation>το «%t» έχει %1 αριθμούς· γίνονται δεκτοί ένας ή δύο (αριστερά, δεξιά)</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of %a, nor numbers such as 1 or 0,1</source>
        <translation>το «%t» δεν είναι κανένα από τα %a, ούτε αριθμοί όπως 1 ή 0,1</translation>
    </message>
    <message>
        <source>a padding by sides has no meaning for a transposed convolution; P is accepted</source>
        <translation>padding για κάθε πλευρά χωριστά δεν έχει νόημα στην ανάστροφη συνέλιξη· γίνεται δεκτό P</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is not I or I,F</source>
        <translation>το «%t» δεν είναι της μορφής I ή I,F</translation>
    </message>
    <message>
        <source>bce needs a sigmoid output, which this network lacks; choose another model or mse</source>
        <translation>η απώλεια bce χρειάζεται σιγμοειδή έξοδο, που αυτό το δίκτυο δεν έχει· επιλέξτε άλλο μοντέλο ή mse</translation>
    </message>
    <message>
        <source>&quot;%t&quot; names classes that the digits lack; 0 to 9 are accepted, between commas: mnist:3,8</source>
        <translation>το «%t» ζητά κατηγορίες που τα ψηφία δεν έχουν· δεκτά είναι τα 0 έως 9, ανάμεσα σε κόμματα: mnist:3,8</translation>
    </message>
    <message>
        <source>the samples have no classes: they come from a column of labels, a file of labels, or a folder for each class</source>
        <translation>τα δείγματα δεν έχουν κατηγορίες· αυτές έρχονται από στήλη με ετικέτες, από αρχείο με ετικέτες ή από έναν φάκελο για κάθε κατηγορία</translation>
    </message>
    <message>
        <source>all samples are of one class; at least two are needed</source>
        <translation>όλα τα δείγματα είναι μίας κατηγορίας· χρειάζονται τουλάχιστον δύο</translation>
    </message>
    <message>
        <source>class %1 has %2 samples to draw labels from, and %3 are asked for</source>
        <translation>η κατηγορία %1 έχει %2 δείγματα για να κληρωθούν ετικέτες και ζητούνται %3</translation>
    </message>
    <message>
        <source>the code is the network&apos;s first layer: there is none before it</source>
        <translation>η κωδικοποίηση είναι το πρώτο στρώμα του δικτύου· δεν υπάρχει άλλο πριν από αυτήν</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of gaussian:S (S from 0 to 10), saltpepper:P, mask:P (P from 0 to 1), block:N (N from 1 to 1000), blur:S (S from 0 to 10)</source>
        <translation>το «%t» δεν είναι κανένα από τα gaussian:S (S από 0 έως 10), saltpepper:P, mask:P (P από 0 έως 1), block:N (N από 1 έως 1000), blur:S (S από 0 έως 10)</translation>
    </message>
    <message>
        <source>the lab shows strengths from %1 to %2, not &quot;%t&quot;</source>
        <translation>το εργαστήριο δείχνει εντάσεις από %1 έως %2, όχι «%t»</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of %a, nor a file that train --out wrote</source>
        <translation>το «%t» δεν είναι κανένα από τα %a, ούτε αρχείο που έγραψε το train --out</translation>
    </message>
    <message>
        <source>the lab chooses itself how many pictures it measures on; leave this out</source>
        <translation>το εργαστήριο επιλέγει το ίδιο σε πόσες εικόνες μετρά· παραλείψτε την επιλογή</translation>
    </message>
    <message>
        <source>no options of %t say all of this; copy a link or save the state</source>
        <translation>καμία επιλογή του %t δεν τα λέει όλα αυτά· αντιγράψτε έναν σύνδεσμο ή αποθηκεύστε την κατάσταση</translation>
    </message>
    <message>
        <source>the lab shows one reading at a time; leave this out, or --classifier</source>
        <translation>το εργαστήριο δείχνει μία ανάγνωση κάθε φορά· παραλείψτε αυτή την επιλογή ή το --classifier</translation>
    </message>
    <message>
        <source>a maximum is not linear: no matrix does what it does</source>
        <translation>το μέγιστο δεν είναι γραμμικό: κανένας πίνακας δεν κάνει ό,τι αυτό</translation>
    </message>
    <message>
        <source>the layer runs in the other direction</source>
        <translation>το στρώμα έχει την αντίθετη κατεύθυνση</translation>
    </message>
    <message>
        <source>a pooling has no weights, so no transposed layer has them</source>
        <translation>η συγκέντρωση δεν έχει βάρη, άρα ούτε ανάστροφο στρώμα με αυτά</translation>
    </message>
    <message>
        <source>a transposed layer has no groups here; this one has %1: set groups to 1</source>
        <translation>εδώ ένα ανάστροφο στρώμα δεν έχει ομάδες, αυτό έχει %1: ορίστε 1 ομάδα</translation>
    </message>
    <message>
        <source>with an output padding of %1 and stride %2 the direct layer would have more outputs than there are inputs</source>
        <translation>με συμπλήρωση εξόδου %1 και βήμα %2 το ευθύ στρώμα θα είχε περισσότερες εξόδους από όσες είναι οι είσοδοι</translation>
    </message>
    <message>
        <source>the stack has %1 layers; from %2 to %3 are possible</source>
        <translation>η στοίβα έχει %1 στρώματα· γίνονται δεκτά από %2 έως %3</translation>
    </message>
    <message>
        <source>sample %1: %2 is no pixel, a whole number from 0 to 255</source>
        <translation>παράδειγμα %1: το %2 δεν είναι pixel, δηλαδή ακέραιος από 0 έως 255</translation>
    </message>
    <message>
        <source>no sample is of class %1</source>
        <translation>κανένα παράδειγμα δεν ανήκει στην κατηγορία %1</translation>
    </message>
    <message>
        <source>&quot;%t&quot; is none of last, first, none, nor a column from 1 to %1</source>
        <translation>το «%t» δεν είναι ούτε last, first ή none ούτε στήλη από 1 έως %1</translation>
    </message>
    <message>
        <source>it needs the file &quot;%t&quot;, of which only the name has come along</source>
        <translation>χρειάζεται το αρχείο «%t», από το οποίο ήρθε μόνο το όνομα</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Lecture example</source>
        <translation>Παράδειγμα της διάλεξης</translation>
    </message>
    <message>
        <source>Full padding, 3 × 3</source>
        <translation>Full padding, 3 × 3</translation>
    </message>
    <message>
        <source>No padding, stride 1</source>
        <translation>Χωρίς padding, βήμα 1</translation>
    </message>
    <message>
        <source>No padding, stride 2</source>
        <translation>Χωρίς padding, βήμα 2</translation>
    </message>
    <message>
        <source>A row that is never read</source>
        <translation>Γραμμή που δεν διαβάζεται</translation>
    </message>
    <message>
        <source>Dilation 2</source>
        <translation>Διαστολή 2</translation>
    </message>
    <message>
        <source>Vertical edges</source>
        <translation>Κάθετες ακμές</translation>
    </message>
    <message>
        <source>Transposed, stride 2</source>
        <translation>Ανάστροφη, βήμα 2</translation>
    </message>
    <message>
        <source>Transposed, cropped</source>
        <translation>Ανάστροφη με περικοπή</translation>
    </message>
    <message>
        <source>5 × 5 with a 3 × 3 filter and stride 2: the table that is often printed wrong</source>
        <translation>5 × 5 με φίλτρο 3 × 3 και βήμα 2: ο πίνακας που τυπώνεται συχνά λάθος</translation>
    </message>
    <message>
        <source>every position where filter and input meet: the output grows</source>
        <translation>κάθε θέση όπου το φίλτρο συναντά την είσοδο: η έξοδος μεγαλώνει</translation>
    </message>
    <message>
        <source>the window stays inside a 4 × 4 input</source>
        <translation>η περιοχή του φίλτρου μένει μέσα σε είσοδο 4 × 4</translation>
    </message>
    <message>
        <source>Padding 2, stride 1</source>
        <translation>Padding 2, βήμα 1</translation>
    </message>
    <message>
        <source>5 × 5 with a 4 × 4 filter and two rows of zeros around it</source>
        <translation>5 × 5 με φίλτρο 4 × 4 και δύο σειρές μηδενικών γύρω</translation>
    </message>
    <message>
        <source>Padding 1, stride 1</source>
        <translation>Padding 1, βήμα 1</translation>
    </message>
    <message>
        <source>5 × 5 with a 3 × 3 filter: the size stays the same</source>
        <translation>5 × 5 με φίλτρο 3 × 3: το μέγεθος μένει ίδιο</translation>
    </message>
    <message>
        <source>Padding 2, 3 × 3 filter</source>
        <translation>Padding 2, φίλτρο 3 × 3</translation>
    </message>
    <message>
        <source>5 × 5 becomes 7 × 7</source>
        <translation>το 5 × 5 γίνεται 7 × 7</translation>
    </message>
    <message>
        <source>5 × 5 with a 3 × 3 filter: four positions</source>
        <translation>5 × 5 με φίλτρο 3 × 3: τέσσερις θέσεις</translation>
    </message>
    <message>
        <source>Padding 1, stride 2</source>
        <translation>Padding 1, βήμα 2</translation>
    </message>
    <message>
        <source>5 × 5 with a 3 × 3 filter: nine positions</source>
        <translation>5 × 5 με φίλτρο 3 × 3: εννέα θέσεις</translation>
    </message>
    <message>
        <source>6 × 6 with padding 1 and stride 2</source>
        <translation>6 × 6 με padding 1 και βήμα 2</translation>
    </message>
    <message>
        <source>a 3 × 3 filter spread over 5 × 5 cells</source>
        <translation>ένα φίλτρο 3 × 3 απλωμένο σε 5 × 5 κελιά</translation>
    </message>
    <message>
        <source>The guide’s numbers, stride 1</source>
        <translation>Οι αριθμοί του οδηγού, βήμα 1</translation>
    </message>
    <message>
        <source>5 × 5 with a 3 × 3 filter, worked out</source>
        <translation>5 × 5 με φίλτρο 3 × 3, λυμένο</translation>
    </message>
    <message>
        <source>The guide’s numbers, stride 2</source>
        <translation>Οι αριθμοί του οδηγού, βήμα 2</translation>
    </message>
    <message>
        <source>the same numbers with padding 1</source>
        <translation>οι ίδιοι αριθμοί με padding 1</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Average pooling</translation>
    </message>
    <message>
        <source>the mean of every 3 × 3 window</source>
        <translation>ο μέσος όρος κάθε περιοχής 3 × 3</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Max pooling</translation>
    </message>
    <message>
        <source>the greatest of every 3 × 3 window</source>
        <translation>το μέγιστο κάθε περιοχής 3 × 3</translation>
    </message>
    <message>
        <source>Transposed, stride 1</source>
        <translation>Ανάστροφη, βήμα 1</translation>
    </message>
    <message>
        <source>2 × 2 becomes 4 × 4</source>
        <translation>το 2 × 2 γίνεται 4 × 4</translation>
    </message>
    <message>
        <source>Transposed, crop 2</source>
        <translation>Ανάστροφη, περικοπή 2</translation>
    </message>
    <message>
        <source>6 × 6 becomes 5 × 5</source>
        <translation>το 6 × 6 γίνεται 5 × 5</translation>
    </message>
    <message>
        <source>Transposed, crop 1</source>
        <translation>Ανάστροφη, περικοπή 1</translation>
    </message>
    <message>
        <source>5 × 5 stays 5 × 5</source>
        <translation>το 5 × 5 μένει 5 × 5</translation>
    </message>
    <message>
        <source>Transposed of full padding</source>
        <translation>Ανάστροφη του full padding</translation>
    </message>
    <message>
        <source>7 × 7 becomes 5 × 5</source>
        <translation>το 7 × 7 γίνεται 5 × 5</translation>
    </message>
    <message>
        <source>2 × 2 becomes 5 × 5: stamps two cells apart</source>
        <translation>το 2 × 2 γίνεται 5 × 5: αποτυπώματα ανά δύο κελιά</translation>
    </message>
    <message>
        <source>3 × 3 becomes 5 × 5 after a cell is cut off on each side</source>
        <translation>το 3 × 3 γίνεται 5 × 5 αφού κοπεί ένα κελί σε κάθε πλευρά</translation>
    </message>
    <message>
        <source>Transposed, output padding 1</source>
        <translation>Ανάστροφη, output padding 1</translation>
    </message>
    <message>
        <source>3 × 3 becomes 6 × 6</source>
        <translation>το 3 × 3 γίνεται 6 × 6</translation>
    </message>
    <message>
        <source>a Sobel filter on a white block</source>
        <translation>ένα φίλτρο Sobel πάνω σε λευκό ορθογώνιο</translation>
    </message>
    <message>
        <source>Four filters, one layer</source>
        <translation>Τέσσερα φίλτρα, ένα στρώμα</translation>
    </message>
    <message>
        <source>four edge filters and ReLU on a ring with a stroke</source>
        <translation>τέσσερα φίλτρα ακμών και ReLU σε έναν δακτύλιο με γραμμή</translation>
    </message>
    <message>
        <source>Three channels, two filters</source>
        <translation>Τρία κανάλια, δύο φίλτρα</translation>
    </message>
    <message>
        <source>each filter adds up the sums of three channels</source>
        <translation>κάθε φίλτρο προσθέτει τα αθροίσματα τριών καναλιών</translation>
    </message>
    <message>
        <source>Blur at the border</source>
        <translation>Θόλωμα στην άκρη</translation>
    </message>
    <message>
        <source>the mean of 3 × 3: zeros darken the border</source>
        <translation>μέσος όρος 3 × 3: τα μηδενικά σκουραίνουν την άκρη</translation>
    </message>
    <message>
        <source>Full padding, size 3</source>
        <translation>Full padding, μέγεθος 3</translation>
    </message>
    <message>
        <source>n numbers become n + 2</source>
        <translation>n αριθμοί γίνονται n + 2</translation>
    </message>
    <message>
        <source>A waveform, size 9, stride 2</source>
        <translation>Κυματομορφή, μέγεθος 9, βήμα 2</translation>
    </message>
    <message>
        <source>22 samples, one of which is never read</source>
        <translation>22 δείγματα, από τα οποία ένα δεν διαβάζεται ποτέ</translation>
    </message>
    <message>
        <source>Square wave and noise</source>
        <translation>Τετραγωνικό κύμα και θόρυβος</translation>
    </message>
    <message>
        <source>the mean of nine samples at stride 2</source>
        <translation>ο μέσος όρος εννέα δειγμάτων με βήμα 2</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Διαφορές</translation>
    </message>
    <message>
        <source>where a curve rises and where it falls</source>
        <translation>πού ανεβαίνει και πού κατεβαίνει μια καμπύλη</translation>
    </message>
    <message>
        <source>Causal, dilation 2</source>
        <translation>Causal, διαστολή 2</translation>
    </message>
    <message>
        <source>looks back only, at every second sample</source>
        <translation>κοιτά μόνο πίσω, κάθε δεύτερο δείγμα</translation>
    </message>
    <message>
        <source>Same on six numbers</source>
        <translation>Same σε έξι αριθμούς</translation>
    </message>
    <message>
        <source>stride 2: Keras and PyTorch disagree</source>
        <translation>βήμα 2: Keras και PyTorch διαφωνούν</translation>
    </message>
    <message>
        <source>1, 2, 3 stretched</source>
        <translation>1, 2, 3 τεντωμένα</translation>
    </message>
    <message>
        <source>transposed along a line with stride 2</source>
        <translation>ανάστροφη σε μία γραμμή με βήμα 2</translation>
    </message>
    <message>
        <source>Max pooling along a line</source>
        <translation>Max pooling σε γραμμή</translation>
    </message>
    <message>
        <source>windows of two, side by side</source>
        <translation>περιοχές των δύο, η μία δίπλα στην άλλη</translation>
    </message>
    <message>
        <source>The bassoon is left</source>
        <translation>Μένει το φαγκότο</translation>
    </message>
    <message>
        <source>of two melodies at once, the low-pass keeps the deep one</source>
        <translation>από δύο μελωδίες μαζί, το χαμηλοπερατό κρατά τη βαθιά</translation>
    </message>
    <message>
        <source>The flute is left</source>
        <translation>Μένει το φλάουτο</translation>
    </message>
    <message>
        <source>the high-pass keeps what the low-pass takes away</source>
        <translation>το υψιπερατό κρατά ό,τι αφαιρεί το χαμηλοπερατό</translation>
    </message>
    <message>
        <source>A flute and its echo</source>
        <translation>Ένα φλάουτο και η ηχώ του</translation>
    </message>
    <message>
        <source>a filter of two weights, a quarter of a second apart</source>
        <translation>φίλτρο με δύο βάρη που απέχουν ένα τέταρτο του δευτερολέπτου</translation>
    </message>
    <message>
        <source>Noise with a pitch</source>
        <translation>Θόρυβος με τονικό ύψος</translation>
    </message>
    <message>
        <source>sixty echoes, 5 ms apart: noise rings at 200 Hz</source>
        <translation>εξήντα επαναλήψεις ανά 5 ms: ο θόρυβος ηχεί στα 200 Hz</translation>
    </message>
    <message>
        <source>Stride folds a chirp</source>
        <translation>Το βήμα αναδιπλώνει ένα chirp</translation>
    </message>
    <message>
        <source>one sample in four is kept: above 1 kHz the rising tone falls</source>
        <translation>από τέσσερα δείγματα μένει ένα: πάνω από 1 kHz ο τόνος που ανεβαίνει κατεβαίνει</translation>
    </message>
    <message>
        <source>Blips in noise</source>
        <translation>Παλμοί σε θόρυβο</translation>
    </message>
    <message>
        <source>a filter shaped like a blip responds where there is one</source>
        <translation>ένα φίλτρο με μορφή παλμού αποκρίνεται εκεί όπου υπάρχει ένας</translation>
    </message>
    <message>
        <source>Onsets in a spectrogram</source>
        <translation>Αρχές νοτών</translation>
    </message>
    <message>
        <source>a filter along time responds where notes begin</source>
        <translation>ένα φίλτρο κατά τον χρόνο αποκρίνεται εκεί όπου αρχίζουν νότες</translation>
    </message>
    <message>
        <source>Harmonics in a spectrogram</source>
        <translation>Αρμονικές</translation>
    </message>
    <message>
        <source>a filter along frequency responds where tones and their overtones lie</source>
        <translation>ένα φίλτρο κατά τη συχνότητα αποκρίνεται εκεί όπου βρίσκονται οι τόνοι και οι αρμονικές τους</translation>
    </message>
    <message>
        <source>Transposed, 3 × 3 at stride 2</source>
        <translation>Ανάστροφη, 3 × 3 με βήμα 2</translation>
    </message>
    <message>
        <source>stamps overlap unevenly: the weave of a checkerboard</source>
        <translation>τα αποτυπώματα επικαλύπτονται άνισα: μοτίβο σκακιέρας</translation>
    </message>
    <message>
        <source>Transposed, 4 × 4 at stride 2</source>
        <translation>Ανάστροφη, 4 × 4 με βήμα 2</translation>
    </message>
    <message>
        <source>four stamps on every inner cell</source>
        <translation>τέσσερα αποτυπώματα σε κάθε εσωτερικό κελί</translation>
    </message>
    <message>
        <source>Transposed, 2 × 2 at stride 2</source>
        <translation>Ανάστροφη, 2 × 2 με βήμα 2</translation>
    </message>
    <message>
        <source>stamps side by side, none overlaps</source>
        <translation>τα αποτυπώματα δίπλα δίπλα, χωρίς επικάλυψη</translation>
    </message>
    <message>
        <source>Transposed, 2 × 2 at stride 3</source>
        <translation>Ανάστροφη, 2 × 2 με βήμα 3</translation>
    </message>
    <message>
        <source>gaps between the stamps</source>
        <translation>κενά ανάμεσα στα αποτυπώματα</translation>
    </message>
    <message>
        <source>Weights 1 to 9 as a matrix</source>
        <translation>Βάρη 1 έως 9 ως πίνακας</translation>
    </message>
    <message>
        <source>9 numbers in 36 of 64 places</source>
        <translation>9 αριθμοί σε 36 από 64 θέσεις</translation>
    </message>
    <message>
        <source>The matrix of a digit’s size</source>
        <translation>Ο πίνακας στο μέγεθος ενός ψηφίου</translation>
    </message>
    <message>
        <source>784 rows, still nine numbers</source>
        <translation>784 γραμμές, πάλι εννέα αριθμοί</translation>
    </message>
    <message>
        <source>A filter that is learned</source>
        <translation>Ένα φίλτρο που μαθαίνεται</translation>
    </message>
    <message>
        <source>nobody writes its numbers: the error moves them</source>
        <translation>κανείς δεν γράφει τους αριθμούς του: τους κινεί το σφάλμα</translation>
    </message>
    <message>
        <source>Stripes that teach too little</source>
        <translation>Λωρίδες που διδάσκουν λίγα</translation>
    </message>
    <message>
        <source>3 of 9 directions of a filter are fixed</source>
        <translation>καθορίζονται 3 από 9 κατευθύνσεις του φίλτρου</translation>
    </message>
    <message>
        <source>Encoder of four layers</source>
        <translation>Encoder με τέσσερα στρώματα</translation>
    </message>
    <message>
        <source>a number of the fourth layer sees 13 × 13 pixels</source>
        <translation>ένας αριθμός του τέταρτου στρώματος βλέπει 13 × 13 εικονοστοιχεία</translation>
    </message>
    <message>
        <source>Three layers of 5 × 5</source>
        <translation>Τρία στρώματα των 5 × 5</translation>
    </message>
    <message>
        <source>see 13 × 13, too, without any stride</source>
        <translation>βλέπουν επίσης 13 × 13, χωρίς βήμα</translation>
    </message>
    <message>
        <source>Three layers, dilation 1, 2, 4</source>
        <translation>Τρία στρώματα, διαστολή 1, 2, 4</translation>
    </message>
    <message>
        <source>the field doubles with each layer of 3 × 3: 15 × 15</source>
        <translation>το πεδίο διπλασιάζεται με κάθε στρώμα 3 × 3: 15 × 15</translation>
    </message>
    <message>
        <source>28 to 14 and back</source>
        <translation>Από 28 σε 14 και πίσω</translation>
    </message>
    <message>
        <source>eight layers halve a digit’s side, each with its mirror</source>
        <translation>οκτώ στρώματα υποδιπλασιάζουν την πλευρά ενός ψηφίου, το καθένα με τον καθρέφτη του</translation>
    </message>
    <message>
        <source>Checkerboards</source>
        <translation>Σκακιέρες</translation>
    </message>
    <message>
        <source>three decoders, trained side by side</source>
        <translation>τρεις decoder που εκπαιδεύονται δίπλα δίπλα</translation>
    </message>
    <message>
        <source>Impulses stamp a grain</source>
        <translation>Κρουστικές που αποτυπώνουν έναν κόκκο</translation>
    </message>
    <message>
        <source>overlap-add: the decoder’s stamps as sound, with gaps at first, then touching, then overlapping</source>
        <translation>overlap-add: τα αποτυπώματα του decoder ως ήχος, πρώτα με κενά, μετά το ένα δίπλα στο άλλο, μετά με επικάλυψη</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Position %1 of %2</source>
        <translation>Θέση %1 από %2</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Αρχή</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Προηγούμενο</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Αναπαραγωγή</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Επόμενο</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Τέλος</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Μεγέθυνση</translation>
    </message>
    <message>
        <source>Arrow keys: back and forward · Space: play · Home, End: first, last</source>
        <translation>Βέλη: προηγούμενο και επόμενο · Space: αναπαραγωγή · Home, End: αρχή, τέλος</translation>
    </message>
    <message>
        <source>Only this position is shown, because scripts are turned off.</source>
        <translation>Φαίνεται μόνο αυτή η θέση, επειδή τα σενάρια (scripts) είναι απενεργοποιημένα.</translation>
    </message>
</context>
<context>
    <name>FewLabels</name>
    <message>
        <source>Lecture: 5 labels a class</source>
        <translation>Διάλεξη: 5 ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>Fifty labelled digits, and the frozen code reads far more than the pixels themselves.</source>
        <translation>Πενήντα ψηφία με ετικέτα, και ο παγωμένος κώδικας διαβάζει πολύ περισσότερα από τα ίδια τα pixel.</translation>
    </message>
    <message>
        <source>One label a class</source>
        <translation>Μία ετικέτα ανά κατηγορία</translation>
    </message>
    <message>
        <source>Ten labels in all: which ones were drawn decides much. Let the draws run.</source>
        <translation>Δέκα ετικέτες συνολικά: πολλά κρίνονται από το ποιες κληρώθηκαν. Αφήστε τις κληρώσεις να τρέξουν.</translation>
    </message>
    <message>
        <source>A hundred labels: the lead melts</source>
        <translation>Εκατό ετικέτες: το προβάδισμα λιώνει</translation>
    </message>
    <message>
        <source>With many labels eight numbers are too few: the layer before the code overtakes it.</source>
        <translation>Με πολλές ετικέτες οκτώ αριθμοί είναι λίγοι: το στρώμα πριν από τον κώδικα τον ξεπερνά.</translation>
    </message>
    <message>
        <source>Two numbers are not enough</source>
        <translation>Δύο αριθμοί δεν αρκούν</translation>
    </message>
    <message>
        <source>A code that can be drawn is too small: from five labels a class on the pixels are ahead.</source>
        <translation>Ένας κώδικας που χωρά σε σχέδιο είναι μικρός: από πέντε ετικέτες ανά κατηγορία προηγούνται τα pixel.</translation>
    </message>
    <message>
        <source>The same network from scratch</source>
        <translation>Το ίδιο δίκτυο από την αρχή</translation>
    </message>
    <message>
        <source>What the network learns from the labels alone: the difference is what it learnt without them.</source>
        <translation>Τι μαθαίνει το δίκτυο μόνο από τις ετικέτες: η διαφορά είναι όσα έμαθε χωρίς αυτές.</translation>
    </message>
    <message>
        <source>Twenty clicks</source>
        <translation>Είκοσι κλικ</translation>
    </message>
    <message>
        <source>Label digits yourself and watch the score of every feature at each click.</source>
        <translation>Δώστε ετικέτες εσείς και δείτε το σκορ κάθε χαρακτηριστικού σε κάθε κλικ.</translation>
    </message>
    <message>
        <source>Nearest neighbours instead</source>
        <translation>Με πλησιέστερους γείτονες</translation>
    </message>
    <message>
        <source>Nothing is fitted at all: the nearest labelled digits vote.</source>
        <translation>Δεν προσαρμόζεται τίποτα: ψηφίζουν τα κοντινότερα ψηφία με ετικέτα.</translation>
    </message>
    <message>
        <source>Labels spread</source>
        <translation>Οι ετικέτες διαδίδονται</translation>
    </message>
    <message>
        <source>The digits without labels help once more: labels go from neighbour to neighbour.</source>
        <translation>Τα ψηφία χωρίς ετικέτα βοηθούν ξανά: οι ετικέτες περνούν από γείτονα σε γείτονα.</translation>
    </message>
    <message>
        <source>Labels spread, convolutional code</source>
        <translation>Διάδοση, συνελικτικός κώδικας</translation>
    </message>
    <message>
        <source>A convolutional code of 32. Spreading over bare pixels takes a minute, and is nearly as good.</source>
        <translation>Συνελικτικός κώδικας 32 αριθμών. Η διάδοση στα ίδια τα pixel θέλει ένα λεπτό και είναι σχεδόν εξίσου καλή.</translation>
    </message>
    <message>
        <source>draw %1 of %2</source>
        <translation>κλήρωση %1 από %2</translation>
    </message>
    <message>
        <source>label %1 of %2</source>
        <translation>ετικέτα %1 από %2</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Πλησιέστεροι γείτονες</translation>
    </message>
    <message>
        <source>Spreading labels</source>
        <translation>Διάδοση ετικετών</translation>
    </message>
    <message>
        <source>neighbours vote</source>
        <translation>ψηφίζουν οι γείτονες</translation>
    </message>
    <message>
        <source>labels spread</source>
        <translation>διάδοση ετικετών</translation>
    </message>
    <message>
        <source>learns</source>
        <translation>μαθαίνει</translation>
    </message>
    <message>
        <source>code of %1</source>
        <translation>κώδικας %1</translation>
    </message>
    <message>
        <source>layer before</source>
        <translation>κρυφό στρώμα</translation>
    </message>
    <message>
        <source>raw pixels</source>
        <translation>τα ίδια τα pixel</translation>
    </message>
    <message>
        <source>PCA-%1</source>
        <translation>PCA-%1</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>ανεκπαίδευτο</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>από την αρχή</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>labels a class</source>
        <translation>ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>1  All %1, no label</source>
        <translation>1  Όλα τα %1, χωρίς ετικέτα</translation>
    </message>
    <message>
        <source>2  1 label a class</source>
        <translation>2  1 ετικέτα ανά κατηγορία</translation>
    </message>
    <message>
        <source>2  %1 labels a class</source>
        <translation>2  %1 ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>%1 of each are shown</source>
        <translation>φαίνονται %1 από κάθε κατηγορία</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>κωδικοποιητής</translation>
    </message>
    <message>
        <source>the same, locked</source>
        <translation>ο ίδιος, παγωμένος</translation>
    </message>
    <message>
        <source>has learnt</source>
        <translation>έχει μάθει</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>αποκωδικοποιητής</translation>
    </message>
    <message>
        <source>not needed below</source>
        <translation>δεν χρειάζεται πια</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>κατηγοριοποιητής</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 βάρη</translation>
    </message>
    <message>
        <source>reads it as</source>
        <translation>το διαβάζει ως</translation>
    </message>
    <message>
        <source>Accuracy on %1 test pictures; band: spread over %2 draws</source>
        <translation>Σωστές αναγνώσεις σε %1 εικόνες ελέγχου· ζώνη: διασπορά σε %2 κληρώσεις</translation>
    </message>
    <message>
        <source>from about %1 a class on, better: %2</source>
        <translation>από περίπου %1 ανά κατηγορία καλύτερα: %2</translation>
    </message>
    <message>
        <source>from about %1: %2</source>
        <translation>από περίπου %1: %2</translation>
    </message>
    <message>
        <source>the code’s lead: %1 points at %2, %3 at %4</source>
        <translation>προβάδισμα κώδικα: %1 μονάδες στο %2, %3 στο %4</translation>
    </message>
    <message>
        <source>lead: %1 → %2 points</source>
        <translation>προβάδισμα: %1 → %2 μονάδες</translation>
    </message>
    <message>
        <source>%1 labels a class</source>
        <translation>%1 ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>%1: %2 % read right, ± %3</source>
        <translation>%1: σωστό %2 %, ± %3</translation>
    </message>
    <message>
        <source>%1 test pictures</source>
        <translation>%1 εικόνες ελέγχου</translation>
    </message>
    <message>
        <source>Label by label</source>
        <translation>Ετικέτα προς ετικέτα</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>ετικέτες</translation>
    </message>
    <message>
        <source>bars: code, labels at random, ten draws</source>
        <translation>μπάρες: κώδικας, τυχαίες ετικέτες, δέκα κληρώσεις</translation>
    </message>
    <message>
        <source>%1: %2 read right</source>
        <translation>%1: σωστό %2</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Σωστές αναγνώσεις</translation>
    </message>
    <message>
        <source>Hidden layer and softmax</source>
        <translation>Κρυφό στρώμα και softmax</translation>
    </message>
    <message>
        <source>bends and learns</source>
        <translation>κάμπτεται και μαθαίνει</translation>
    </message>
    <message>
        <source>%1 test pictures as they are read with %2 labels a class: %3 right</source>
        <translation>%1 εικόνες ελέγχου όπως διαβάζονται με %2 ετικέτες ανά κατηγορία: σωστό %3</translation>
    </message>
    <message>
        <source>The %1 of %2 test pictures that are read wrong with %3 labels a class</source>
        <translation>Το %1 από %2 εικόνες ελέγχου, που διαβάζεται λάθος με %3 ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>%1 test pictures; the encoder never saw a label. Discs: those with one</source>
        <translation>%1 εικόνες ελέγχου· ο κωδικοποιητής δεν είδε ποτέ ετικέτα. Δίσκοι: όσα έχουν</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>διαβάζεται ως</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>τι είναι</translation>
    </message>
    <message>
        <source>%1 of %2 test pictures are read right, %3 labels a class</source>
        <translation>σωστό το %1 από %2 εικόνες, %3 ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>%1 test pictures of class %2 are read as %3</source>
        <translation>%1 εικόνες ελέγχου της κατηγορίας %2 διαβάζονται ως %3</translation>
    </message>
    <message>
        <source>%1 test pictures are read wrong</source>
        <translation>%1 εικόνες ελέγχου διαβάζονται λάθος</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Down to the input</source>
        <translation>Έως την είσοδο</translation>
    </message>
    <message>
        <source>Down to layer %1</source>
        <translation>Έως το στρώμα %1</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>Δεκτικό πεδίο</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Είσοδος</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Στρώμα %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>τίποτα</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 κανάλια</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>φίλτρο %1</translation>
    </message>
    <message>
        <source>stamp %1</source>
        <translation>αποτύπωμα %1</translation>
    </message>
    <message>
        <source>maximum %1</source>
        <translation>μέγιστο %1</translation>
    </message>
    <message>
        <source>stride %1</source>
        <translation>βήμα %1</translation>
    </message>
    <message>
        <source>dil. %1</source>
        <translation>διαστ. %1</translation>
    </message>
    <message>
        <source>half of the weight on %1 cells</source>
        <translation>το μισό βάρος σε %1 κελιά</translation>
    </message>
    <message>
        <source>%1 but for the border</source>
        <translation>%1 χωρίς το όριο</translation>
    </message>
    <message>
        <source>with gaps</source>
        <translation>με κενά</translation>
    </message>
    <message>
        <source>this cell</source>
        <translation>αυτό το κελί</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>%1 από αυτό</translation>
    </message>
    <message>
        <source>One line of it</source>
        <translation>Μία γραμμή του</translation>
    </message>
    <message>
        <source>a cell of a layer stands where its window is centred; the jump is the way between two neighbours, in cells of the input</source>
        <translation>κάθε κελί στέκεται στο κέντρο της περιοχής του· το άλμα είναι η απόσταση δύο γειτόνων, σε κελιά της εισόδου</translation>
    </message>
    <message>
        <source>jump: the way between two neighbours</source>
        <translation>άλμα: η απόσταση δύο γειτόνων</translation>
    </message>
    <message>
        <source>jump %1</source>
        <translation>άλμα %1</translation>
    </message>
    <message>
        <source>down: %1</source>
        <translation>καθ’ ύψος: %1</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>δεκτικό πεδίο</translation>
    </message>
    <message>
        <source>before + (size − 1) · dilation · jump</source>
        <translation>πριν + (μέγεθος − 1) · διαστολή · άλμα</translation>
    </message>
    <message>
        <source>before + (size − 1) · jump</source>
        <translation>πριν + (μέγεθος − 1) · άλμα</translation>
    </message>
    <message>
        <source>Layer %1, row %2, column %3.</source>
        <translation>Στρώμα %1, γραμμή %2, στήλη %3.</translation>
    </message>
    <message>
        <source>%1: %2 of %3.</source>
        <translation>%1: %2 από %3.</translation>
    </message>
    <message>
        <source>Rows %1 to %2, columns %3 to %4.</source>
        <translation>Γραμμές %1 έως %2, στήλες %3 έως %4.</translation>
    </message>
    <message>
        <source>The border takes a part of it.</source>
        <translation>Το όριο κόβει ένα μέρος του.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>identity</source>
        <translation>ταυτοτικό</translation>
    </message>
    <message>
        <source>box</source>
        <translation>μέσος όρος</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauss</translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation>όξυνση</translation>
    </message>
    <message>
        <source>Sobel, columns</source>
        <translation>Sobel, στήλες</translation>
    </message>
    <message>
        <source>Sobel, rows</source>
        <translation>Sobel, γραμμές</translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation>Laplace</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>περίγραμμα</translation>
    </message>
    <message>
        <source>emboss</source>
        <translation>ανάγλυφο</translation>
    </message>
    <message>
        <source>motion</source>
        <translation>κίνηση</translation>
    </message>
</context>
<context>
    <name>FirstUpdates</name>
    <message>
        <source>start</source>
        <translation>αρχή</translation>
    </message>
</context>
<context>
    <name>Hourglass</name>
    <message>
        <source>%1 numbers</source>
        <translation>%1 αριθμοί</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>encoder</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>decoder</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>bottleneck</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 αριθμός</translation>
    </message>
    <message>
        <source>rebuilt</source>
        <translation>ανασύνθεση</translation>
    </message>
    <message>
        <source>deeper colour: more active neurons, for this very picture</source>
        <translation>πιο έντονο χρώμα: πιο ενεργοί νευρώνες, για αυτή την εικόνα</translation>
    </message>
    <message>
        <source>The picture becomes the numbers %1.</source>
        <translation>Η εικόνα γίνεται οι αριθμοί %1.</translation>
    </message>
    <message>
        <source>feature map %1 of %2</source>
        <translation>χάρτης χαρακτηριστικών %1 από %2</translation>
    </message>
    <message>
        <source>mean activation %1</source>
        <translation>μέση ενεργοποίηση %1</translation>
    </message>
    <message>
        <source>pixel %1 of %2</source>
        <translation>pixel %1 από %2</translation>
    </message>
    <message>
        <source>code number z%1 of %2</source>
        <translation>αριθμός z%1 από %2 της κωδικοποίησης</translation>
    </message>
    <message>
        <source>neuron %1 of %2</source>
        <translation>νευρώνας %1 από %2</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>τιμή %1</translation>
    </message>
    <message>
        <source>value %1, the most active of %2 here</source>
        <translation>τιμή %1, ο πιο ενεργός από %2 εδώ</translation>
    </message>
    <message>
        <source>what it adds to the picture</source>
        <translation>τι προσθέτει στην εικόνα</translation>
    </message>
    <message>
        <source>its %1 weights</source>
        <translation>τα %1 βάρη του</translation>
    </message>
    <message>
        <source>its filter</source>
        <translation>το φίλτρο του</translation>
    </message>
    <message>
        <source>its filter, one slice for each of %1 channels</source>
        <translation>το φίλτρο του, ένα τμήμα για καθένα από τα %1 κανάλια</translation>
    </message>
</context>
<context>
    <name>InputSource</name>
    <message>
        <source>Checkerboard</source>
        <translation>Σκακιέρα</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>Ρίγες</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Δακτύλιος</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Σταυρός</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Διαβάθμιση</translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation>Κρουστική</translation>
    </message>
    <message>
        <source>Test patterns</source>
        <translation>Δοκιμαστικά μοτίβα</translation>
    </message>
    <message>
        <source>Handwritten digit</source>
        <translation>Χειρόγραφο ψηφίο</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Φασματογράφημα</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Αριθμοί</translation>
    </message>
    <message>
        <source>Digit %1</source>
        <translation>Ψηφίο %1</translation>
    </message>
    <message>
        <source>Own file…</source>
        <translation>Δικό σας αρχείο…</translation>
    </message>
    <message>
        <source>→ 0 … %1 s   ↑ 0 … %2 Hz</source>
        <translation>→ 0 … %1 s   ↑ 0 … %2 Hz</translation>
    </message>
    <message>
        <source>input</source>
        <translation>είσοδος</translation>
    </message>
</context>
<context>
    <name>LabModel</name>
    <message>
        <source>%1: %2. Nothing has changed.</source>
        <translation>%1: %2. Τίποτα δεν άλλαξε.</translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message>
        <source>Autoencoder</source>
        <translation>Autoencoder</translation>
    </message>
    <message>
        <source>A network learns handwritten digits while you watch, its two numbers beside PCA.</source>
        <translation>Ένα δίκτυο μαθαίνει χειρόγραφα ψηφία μπροστά σας, με τους δύο αριθμούς του δίπλα στην PCA.</translation>
    </message>
    <message>
        <source>Convolution
2D</source>
        <translation>Συνέλιξη
2Δ</translation>
    </message>
    <message>
        <source>A filter slides over numbers: every product and every sum, forwards and backwards.</source>
        <translation>Ένα φίλτρο ολισθαίνει πάνω σε αριθμούς: κάθε γινόμενο και κάθε άθροισμα, μπρος και πίσω.</translation>
    </message>
    <message>
        <source>Convolution
1D</source>
        <translation>Συνέλιξη
1Δ</translation>
    </message>
    <message>
        <source>The same sliding sum along a line: numbers, waves and the samples of a sound.</source>
        <translation>Το ίδιο άθροισμα κατά μήκος μιας γραμμής: αριθμοί, κυματομορφές και τα δείγματα ενός ήχου.</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>Αφαίρεση
θορύβου</translation>
    </message>
    <message>
        <source>Noise is put on pictures and taken off again: where an autoencoder helps, and where it does not.</source>
        <translation>Θόρυβος μπαίνει σε εικόνες και αφαιρείται: πού βοηθά ένας autoencoder και πού όχι.</translation>
    </message>
    <message>
        <source>Few labels</source>
        <translation>Λίγες
επισημειώσεις</translation>
    </message>
    <message>
        <source>An encoder that learnt without labels is frozen: how far do a few labels go on it?</source>
        <translation>Ένας κωδικοποιητής που έμαθε χωρίς ετικέτες παγώνει: πόσο μακριά φτάνουν λίγες ετικέτες πάνω του;</translation>
    </message>
</context>
<context>
    <name>LayerEditor</name>
    <message>
        <source>Dense</source>
        <translation>Πυκνό</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>Συνέλιξη</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Ανάστροφη</translation>
    </message>
    <message>
        <source>Max pool</source>
        <translation>Max pool</translation>
    </message>
    <message>
        <source>Mean pool</source>
        <translation>Mean pool</translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Γραμμική</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky</source>
        <translation>Leaky</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>Causal</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>Αριθμοί</translation>
    </message>
    <message>
        <source>units</source>
        <translation>νευρώνες</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>φίλτρα</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>μέγεθος</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>βήμα</translation>
    </message>
    <message>
        <source>dilation</source>
        <translation>διαστολή</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>padding</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>ενεργοποίηση</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>πόλωση</translation>
    </message>
    <message>
        <source>Too large: %1 weights up to here; %2 are possible.</source>
        <translation>Πολύ μεγάλο: %1 βάρη ως εδώ· γίνονται έως %2.</translation>
    </message>
    <message>
        <source>Too large: %1 products up to here; %2 are possible.</source>
        <translation>Πολύ μεγάλο: %1 γινόμενα ως εδώ· γίνονται έως %2.</translation>
    </message>
    <message>
        <source>Too large: %1 numbers up to here; %2 are possible.</source>
        <translation>Πολύ μεγάλο: %1 αριθμοί ως εδώ· γίνονται έως %2.</translation>
    </message>
    <message>
        <source>Its window of %1 is wider than what it slides over, %2.</source>
        <translation>Το παράθυρό του, %1, είναι πλατύτερο από αυτό που διατρέχει, %2.</translation>
    </message>
    <message>
        <source>The way back gives %1 here instead of %2.</source>
        <translation>Ο δρόμος της επιστροφής δίνει εδώ %1 αντί για %2.</translation>
    </message>
    <message>
        <source>The decoder ends with %1, the samples have %2.</source>
        <translation>Ο decoder καταλήγει σε %1, τα δείγματα έχουν %2.</translation>
    </message>
    <message>
        <source>Nothing is left after so much is cut off.</source>
        <translation>Δεν μένει τίποτε όταν κοπούν τόσα.</translation>
    </message>
    <message>
        <source>%1 layers are too many; up to %2 are possible.</source>
        <translation>Τα %1 στρώματα είναι πολλά· γίνονται έως %2.</translation>
    </message>
    <message>
        <source>This padding has no meaning here.</source>
        <translation>Αυτό το padding δεν έχει νόημα εδώ.</translation>
    </message>
    <message>
        <source>Encoder, layer %1</source>
        <translation>Encoder, στρώμα %1</translation>
    </message>
    <message>
        <source>Decoder, layer %1</source>
        <translation>Decoder, στρώμα %1</translation>
    </message>
</context>
<context>
    <name>Learned</name>
    <message>
        <source>Input %1 × %2</source>
        <translation>Είσοδος %1 × %2</translation>
    </message>
    <message>
        <source>The filter is being learned …</source>
        <translation>Το φίλτρο μαθαίνεται …</translation>
    </message>
    <message>
        <source>Update %1 of %2</source>
        <translation>Ενημέρωση %1 από %2</translation>
    </message>
    <message>
        <source>A filter that is learned</source>
        <translation>Ένα φίλτρο που μαθαίνεται</translation>
    </message>
    <message>
        <source>dash: below 0</source>
        <translation>παύλα: κάτω από 0</translation>
    </message>
    <message>
        <source>channel %1 of %2</source>
        <translation>κανάλι %1 από %2</translation>
    </message>
    <message>
        <source>Filter now</source>
        <translation>Φίλτρο τώρα</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>ενημέρωση %1</translation>
    </message>
    <message>
        <source>Output now</source>
        <translation>Έξοδος τώρα</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Ζητούμενο</translation>
    </message>
    <message>
        <source>made by a hidden filter</source>
        <translation>από ένα κρυφό φίλτρο</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>σχεδιασμένο</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Διαφορά</translation>
    </message>
    <message>
        <source>nothing left to see</source>
        <translation>τίποτα πια</translation>
    </message>
    <message>
        <source>blue: too little</source>
        <translation>μπλε: πολύ μικρό</translation>
    </message>
    <message>
        <source>the difference stamped by the filter: a transposed convolution</source>
        <translation>η διαφορά αποτυπωμένη με το φίλτρο: ανάστροφη συνέλιξη</translation>
    </message>
    <message>
        <source>input slid over the difference: a convolution again</source>
        <translation>η είσοδος πάνω στη διαφορά: πάλι μια συνέλιξη</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>%1 × %2 weights</source>
        <translation>%1 × %2 βάρη</translation>
    </message>
    <message>
        <source>Gradient dL/dx</source>
        <translation>Κλίση dL/dx</translation>
    </message>
    <message>
        <source>of each cell of the input</source>
        <translation>κάθε κελιού της εισόδου</translation>
    </message>
    <message>
        <source>Gradient dL/dw</source>
        <translation>Κλίση dL/dw</translation>
    </message>
    <message>
        <source>what raises the error</source>
        <translation>τι ανεβάζει το L</translation>
    </message>
    <message>
        <source>Next filter</source>
        <translation>Επόμενο</translation>
    </message>
    <message>
        <source>raise the weight</source>
        <translation>αύξηση βάρους</translation>
    </message>
    <message>
        <source>lower it</source>
        <translation>μείωση</translation>
    </message>
    <message>
        <source>Hardly any gradient: the weights rest.</source>
        <translation>Σχεδόν καμία κλίση: τα βάρη ηρεμούν.</translation>
    </message>
    <message>
        <source>A blank input: no error can move a weight.</source>
        <translation>Κενή είσοδος: κανένα σφάλμα δεν κινεί βάρος.</translation>
    </message>
    <message>
        <source>The error has come to rest, and so have the weights.</source>
        <translation>Το σφάλμα ηρέμησε, το ίδιο και τα βάρη.</translation>
    </message>
    <message>
        <source>It has flown apart: each step overshoots by more.</source>
        <translation>Απέκλινε: κάθε ενημέρωση ξεπερνά τον στόχο όλο και περισσότερο.</translation>
    </message>
    <message>
        <source>The last update: it would go on.</source>
        <translation>Η τελευταία ενημέρωση: θα συνεχιζόταν.</translation>
    </message>
    <message>
        <source>No filter of this size comes much closer.</source>
        <translation>Κανένα φίλτρο αυτού του μεγέθους δεν πλησιάζει πολύ περισσότερο.</translation>
    </message>
    <message>
        <source>This input fixes %1 of %2 directions: hatched weights keep a part of their beginning, and the output is the same.</source>
        <translation>Η είσοδος καθορίζει %1 από %2 κατευθύνσεις: τα διαγραμμισμένα βάρη κρατούν ένα μέρος της αρχής τους, και η έξοδος είναι η ίδια.</translation>
    </message>
    <message>
        <source>Each cell of the difference stamps the filter, times 2/%1: the layer before takes this as its own error.</source>
        <translation>Κάθε κελί της διαφοράς αποτυπώνει το φίλτρο, επί 2/%1: το προηγούμενο στρώμα το παίρνει ως δικό του σφάλμα.</translation>
    </message>
    <message>
        <source>The framed cell, row %1, column %2: its gradient is 2/%3 · Σ input · difference, over the dashed part of the input.</source>
        <translation>Το κελί με το πλαίσιο, γραμμή %1, στήλη %2: η κλίση του είναι 2/%3 · Σ είσοδος · διαφορά, στο διακεκομμένο μέρος της εισόδου.</translation>
    </message>
    <message>
        <source>Momentum: .9 of the last step goes on.</source>
        <translation>Ορμή: τα 0,9 της τελευταίας μεταβολής συνεχίζουν.</translation>
    </message>
    <message>
        <source>Adam: each weight has a step of its own.</source>
        <translation>Adam: κάθε βάρος έχει δική του μεταβολή.</translation>
    </message>
    <message>
        <source>Error L: mean of the squared difference</source>
        <translation>Σφάλμα L: μέσο τετράγωνο της διαφοράς</translation>
    </message>
    <message>
        <source>Error L</source>
        <translation>Σφάλμα L</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>ενημερώσεις</translation>
    </message>
    <message>
        <source>every weight within %1 from update %2</source>
        <translation>κάθε βάρος εντός %1 από την ενημέρωση %2</translation>
    </message>
    <message>
        <source>No hidden filter: the wanted picture was drawn</source>
        <translation>Χωρίς κρυφό φίλτρο: το ζητούμενο σχεδιάστηκε</translation>
    </message>
    <message>
        <source>Found by the error | hidden until now</source>
        <translation>Από το σφάλμα | κρυφό ως τώρα</translation>
    </message>
    <message>
        <source>Filter now | hidden until the end</source>
        <translation>Φίλτρο τώρα | κρυφό ως το τέλος</translation>
    </message>
    <message>
        <source>largest gap %1</source>
        <translation>μέγιστη απόσταση %1</translation>
    </message>
    <message>
        <source>Update %1 of %2: error %3.</source>
        <translation>Ενημέρωση %1 από %2: σφάλμα %3.</translation>
    </message>
    <message>
        <source>Filter now: %1.</source>
        <translation>Φίλτρο τώρα: %1.</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Identity</source>
        <translation>Ταυτοτικό</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>Κινητός μέσος</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>Παράγωγος</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Ηχώ</translation>
    </message>
    <message>
        <source>Comb</source>
        <translation>Χτένα (comb)</translation>
    </message>
    <message>
        <source>Low-pass</source>
        <translation>Χαμηλοπερατό</translation>
    </message>
    <message>
        <source>High-pass</source>
        <translation>Υψιπερατό</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauss</translation>
    </message>
    <message>
        <source>Matched blip</source>
        <translation>Προσαρμοσμένο</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Βηματική</translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation>Κρουστική</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Ημίτονο</translation>
    </message>
    <message>
        <source>Square wave</source>
        <translation>Τετραγωνική</translation>
    </message>
    <message>
        <source>Chirp</source>
        <translation>Chirp (σάρωση)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Θόρυβος</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Μείγμα</translation>
    </message>
    <message>
        <source>Blips in noise</source>
        <translation>Παλμοί σε θόρυβο</translation>
    </message>
    <message>
        <source>Bassoon</source>
        <translation>Φαγκότο</translation>
    </message>
    <message>
        <source>Cello</source>
        <translation>Τσέλο</translation>
    </message>
    <message>
        <source>Clarinet</source>
        <translation>Κλαρινέτο</translation>
    </message>
    <message>
        <source>Flute</source>
        <translation>Φλάουτο</translation>
    </message>
    <message>
        <source>Oboe</source>
        <translation>Όμποε</translation>
    </message>
    <message>
        <source>Piano</source>
        <translation>Πιάνο</translation>
    </message>
    <message>
        <source>Trumpet</source>
        <translation>Τρομπέτα</translation>
    </message>
    <message>
        <source>Violin</source>
        <translation>Βιολί</translation>
    </message>
    <message>
        <source>Melody, bassoon</source>
        <translation>Μελωδία, φαγκότο</translation>
    </message>
    <message>
        <source>Melody, flute</source>
        <translation>Μελωδία, φλάουτο</translation>
    </message>
    <message>
        <source>Melody, both</source>
        <translation>Μελωδία, και τα δύο</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Κόκκος ήχου</translation>
    </message>
    <message>
        <source>Impulses</source>
        <translation>Κρουστικές</translation>
    </message>
</context>
<context>
    <name>LinePainter</name>
    <message>
        <source>Output</source>
        <translation>Έξοδος</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Περιοχή</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>%1 samples a second</source>
        <translation>%1 δείγματα το δευτερόλεπτο</translation>
    </message>
    <message>
        <source>padding: left %1, right %2</source>
        <translation>padding: αριστερά %1, δεξιά %2</translation>
    </message>
    <message>
        <source>never read: %1, because stride %2 does not fit again</source>
        <translation>δεν διαβάζονται ποτέ: %1, επειδή το βήμα %2 δεν χωρά ξανά</translation>
    </message>
    <message>
        <source>each input stamps the filter, with stride %1; overlaps add up</source>
        <translation>κάθε είσοδος αποτυπώνει το φίλτρο, με βήμα %1· οι επικαλύψεις προστίθενται</translation>
    </message>
    <message>
        <source>of filter %1 of %2</source>
        <translation>του φίλτρου %1 από %2</translation>
    </message>
    <message>
        <source>red: cut off, left %1, right %2</source>
        <translation>κόκκινα: περικοπή, αριστερά %1, δεξιά %2</translation>
    </message>
    <message>
        <source>dots: how many stamps reach a cell</source>
        <translation>κουκκίδες: πόσα αποτυπώματα φτάνουν σε ένα κελί</translation>
    </message>
    <message>
        <source>each under the middle of its window</source>
        <translation>καθεμία κάτω από το μέσο της περιοχής της</translation>
    </message>
    <message>
        <source>faint: what stride %1 leaves out</source>
        <translation>αχνά: όσα παραλείπει το βήμα %1</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Είσοδος</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>αριστερά %1</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>δεξιά %1</translation>
    </message>
    <message>
        <source>stamp of %1</source>
        <translation>αποτύπωμα του %1</translation>
    </message>
    <message>
        <source>Input %1 of %2 is %3: the filter times %3 is stamped.</source>
        <translation>Η είσοδος %1 από %2 είναι %3: αποτυπώνεται το φίλτρο επί %3.</translation>
    </message>
    <message>
        <source>Window at output %1 of %2.</source>
        <translation>Περιοχή φίλτρου στην έξοδο %1 από %2.</translation>
    </message>
    <message>
        <source>Window at output %1 of %2: the result is %3.</source>
        <translation>Περιοχή φίλτρου στην έξοδο %1 από %2: το αποτέλεσμα είναι %3.</translation>
    </message>
    <message>
        <source>The stamp: input × weights</source>
        <translation>Το αποτύπωμα: είσοδος × βάρη</translation>
    </message>
    <message>
        <source>what its cells hold once it has been added</source>
        <translation>τι έχουν τα κελιά του αφού προστεθεί</translation>
    </message>
    <message>
        <source>The greatest in the window</source>
        <translation>Το μέγιστο στην περιοχή</translation>
    </message>
    <message>
        <source>The mean of the window</source>
        <translation>Ο μέσος όρος της περιοχής</translation>
    </message>
    <message>
        <source>position %1 of %2</source>
        <translation>θέση %1 από %2</translation>
    </message>
    <message>
        <source>input</source>
        <translation>είσοδος</translation>
    </message>
    <message>
        <source>× weight</source>
        <translation>× βάρος</translation>
    </message>
    <message>
        <source>product</source>
        <translation>γινόμενο</translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation>έως τώρα</translation>
    </message>
    <message>
        <source>channel %1:  </source>
        <translation>κανάλι %1:  </translation>
    </message>
    <message>
        <source>the values of one window</source>
        <translation>οι τιμές μιας περιοχής</translation>
    </message>
    <message>
        <source>each weight under the value that it multiplies</source>
        <translation>κάθε βάρος κάτω από την τιμή που πολλαπλασιάζει</translation>
    </message>
    <message>
        <source>In the window: value × weight</source>
        <translation>Στην περιοχή: τιμή × βάρος</translation>
    </message>
    <message>
        <source>value</source>
        <translation>τιμή</translation>
    </message>
    <message>
        <source>dashed: other rules give another number</source>
        <translation>διακεκομμένα: άλλοι κανόνες δίνουν άλλον αριθμό</translation>
    </message>
    <message>
        <source>How many numbers does the output have?</source>
        <translation>Πόσους αριθμούς έχει η έξοδος;</translation>
    </message>
    <message>
        <source>dashed: inserted zeros</source>
        <translation>διακεκομμένα: παρεμβλημένα μηδενικά</translation>
    </message>
    <message>
        <source>dots: how many inputs a window holds</source>
        <translation>κουκκίδες: πόσες είσοδοι βρίσκονται σε μια περιοχή</translation>
    </message>
</context>
<context>
    <name>MatrixPainter</name>
    <message>
        <source>A maximum is not linear: no matrix does what it does.</source>
        <translation>Το μέγιστο δεν είναι γραμμικό: κανένας πίνακας δεν κάνει ό,τι αυτό.</translation>
    </message>
    <message>
        <source>Code g</source>
        <translation>Κωδικοποίηση g</translation>
    </message>
    <message>
        <source>the columns of W have become rows</source>
        <translation>οι στήλες του W έγιναν γραμμές</translation>
    </message>
    <message>
        <source>each position of the filter drops one row</source>
        <translation>κάθε θέση του φίλτρου αφήνει μία γραμμή</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>βάρη</translation>
    </message>
    <message>
        <source>places of %1</source>
        <translation>θέσεις από %1</translation>
    </message>
    <message>
        <source>Transposed, not inverse: the size comes back, the values do not.</source>
        <translation>Ανάστροφος, όχι αντίστροφος: επιστρέφει το μέγεθος, όχι οι τιμές.</translation>
    </message>
    <message>
        <source>%1 places stay empty. A dense layer of this size would learn %2 numbers.</source>
        <translation>%1 θέσεις μένουν κενές. Ένα πυκνό στρώμα αυτού του μεγέθους θα μάθαινε %2 αριθμούς.</translation>
    </message>
    <message>
        <source>row %1: %2 products</source>
        <translation>γραμμή %1: γινόμενα: %2</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>γινόμενα: %1</translation>
    </message>
    <message>
        <source>for the rows so far, with small whole numbers x and g</source>
        <translation>για τις γραμμές ως εδώ, με μικρούς ακέραιους x και g</translation>
    </message>
    <message>
        <source>equal for any x and g: the decoder’s matrix is the encoder’s, turned over</source>
        <translation>ίσα για κάθε x και g: ο πίνακας του decoder είναι του encoder, ανάστροφος</translation>
    </message>
    <message>
        <source>A matrix of %1 rows and %2 columns: %3 weights in %4 of %5 places. %6 rows stand.</source>
        <translation>Πίνακας με %1 γραμμές και %2 στήλες: %3 βάρη σε %4 από %5 θέσεις. Γραμμές που στέκουν: %6.</translation>
    </message>
    <message>
        <source>Row %1 gives %2.</source>
        <translation>Η γραμμή %1 δίνει %2.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Linear</source>
        <translation>Γραμμικό</translation>
    </message>
    <message>
        <source>784-K-784 without activations; the data centred by the training mean</source>
        <translation>784-K-784 χωρίς ενεργοποιήσεις· δεδομένα κεντραρισμένα με τον μέσο όρο του συνόλου εκπαίδευσης</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Πυκνό</translation>
    </message>
    <message>
        <source>784-256-64-K-64-256-784 with ReLU; sigmoid output</source>
        <translation>784-256-64-K-64-256-784 με ReLU· έξοδος sigmoid</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>Συνελικτικό</translation>
    </message>
    <message>
        <source>two convolutions of 8 and 16 filters; K numbers; two transposed ones</source>
        <translation>δύο συνελίξεις με 8 και 16 φίλτρα· K αριθμοί· δύο ανάστροφες</translation>
    </message>
    <message>
        <source>Linear as in the lab</source>
        <translation>Γραμμικό όπως στο εργαστήριο</translation>
    </message>
    <message>
        <source>the network linear; a learning rate of 0.003 that decays over 6 epochs</source>
        <translation>το δίκτυο linear· ρυθμός μάθησης 0,003 που μειώνεται σε 6 εποχές</translation>
    </message>
    <message>
        <source>Dense as in the lab</source>
        <translation>Πυκνό όπως στο εργαστήριο</translation>
    </message>
    <message>
        <source>Conv as in the lab</source>
        <translation>Συνελικτικό όπως στο εργαστήριο</translation>
    </message>
    <message>
        <source>Deep linear</source>
        <translation>Βαθύ γραμμικό</translation>
    </message>
    <message>
        <source>784-256-64-K-64-256-784 without activations; centred; a learning rate of 0.01 that decays over 3 epochs</source>
        <translation>784-256-64-K-64-256-784 χωρίς ενεργοποιήσεις· κεντραρισμένα δεδομένα· ρυθμός μάθησης 0,01 που μειώνεται σε 3 εποχές</translation>
    </message>
    <message>
        <source>784-256-64-K-64-256-784 with leaky ReLU and sigmoid output; bce; a learning rate of 0.003 that decays over 5 epochs</source>
        <translation>784-256-64-K-64-256-784 με leaky ReLU και έξοδο sigmoid· bce· ρυθμός μάθησης 0,003 που μειώνεται σε 5 εποχές</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>Βαθύ</translation>
    </message>
    <message>
        <source>784-256-128-32-K and back; activations and training those of lab-dense</source>
        <translation>784-256-128-32-K και πίσω· ενεργοποιήσεις και εκπαίδευση όπως στο lab-dense</translation>
    </message>
    <message>
        <source>convolutions of 8 and 16 filters of 4×4; 64 numbers; K numbers; and back; activations and training those of lab-dense</source>
        <translation>συνελίξεις με 8 και 16 φίλτρα 4×4· 64 αριθμοί· K αριθμοί· και πίσω· ενεργοποιήσεις και εκπαίδευση όπως στο lab-dense</translation>
    </message>
    <message>
        <source>Conv with 3×3 filters</source>
        <translation>Συνελικτικό με φίλτρα 3×3</translation>
    </message>
    <message>
        <source>the network lab-conv with filters of 3×3</source>
        <translation>το δίκτυο lab-conv με φίλτρα 3×3</translation>
    </message>
    <message>
        <source>Linear with ordered axes</source>
        <translation>Γραμμικό με διατεταγμένους άξονες</translation>
    </message>
    <message>
        <source>the network linear that also learns every shorter code; a learning rate of 0.003 that decays over 20 epochs</source>
        <translation>το δίκτυο linear που μαθαίνει και κάθε μικρότερο code· ρυθμός μάθησης 0,003 που μειώνεται σε 20 εποχές</translation>
    </message>
</context>
<context>
    <name>PlaneTwinPainter</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ή %2</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>όπως είναι</translation>
    </message>
    <message>
        <source>stamps on each cell</source>
        <translation>αποτυπώματα σε κάθε κελί</translation>
    </message>
    <message>
        <source>zeros between the inputs; the filter, turned, slides by 1</source>
        <translation>μηδενικά ανάμεσα στις εισόδους· στραμμένο φίλτρο, βήμα 1</translation>
    </message>
    <message>
        <source>filter as it is</source>
        <translation>το φίλτρο όπως είναι</translation>
    </message>
    <message>
        <source>Filter, turned 180°</source>
        <translation>Φίλτρο, στροφή 180°</translation>
    </message>
    <message>
        <source>%1: with gaps</source>
        <translation>%1: με κενά</translation>
    </message>
    <message>
        <source>%1: even inside</source>
        <translation>%1: ίσα στο εσωτερικό</translation>
    </message>
    <message>
        <source>%1: the weave of a checkerboard</source>
        <translation>%1: μοτίβο σκακιέρας</translation>
    </message>
    <message>
        <source>terms of the window: %1</source>
        <translation>όροι της περιοχής: %1</translation>
    </message>
    <message>
        <source>zeros add nothing: what stays are the same products</source>
        <translation>τα μηδενικά δεν προσθέτουν τίποτα: μένουν τα ίδια γινόμενα</translation>
    </message>
    <message>
        <source>%1 of %1 cells are equal, cut off ones too</source>
        <translation>%1 από %1 κελιά ίσα, και όσα περικόπτονται</translation>
    </message>
    <message>
        <source>the two differ</source>
        <translation>τα δύο διαφέρουν</translation>
    </message>
    <message>
        <source>%1 of %2 inputs have stamped the filter; with zeros between the inputs %3 of %4 cells are worked out.</source>
        <translation>%1 από %2 εισόδους έχουν αποτυπώσει το φίλτρο· με μηδενικά ανάμεσα στις εισόδους έχουν υπολογιστεί %3 από %4 κελιά.</translation>
    </message>
    <message>
        <source>All cells are equal.</source>
        <translation>Όλα τα κελιά είναι ίσα.</translation>
    </message>
    <message>
        <source>each input stamps filter × value with stride %1; overlaps add up</source>
        <translation>κάθε είσοδος αποτυπώνει φίλτρο × τιμή, βήμα %1· αθροίζονται</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Δίσκος</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Φάκελος</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Θέση:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Προς τα πίσω</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Εμπρός</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Προς τα εμπρός</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Γονικός φάκελος</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Στον γονικό φάκελο</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Νέος φάκελος</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Δημιουργία νέου φακέλου</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Λίστα</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Προβολή ως λίστα</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Λεπτομέρειες</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Προβολή με λεπτομέρειες</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Πλευρική στήλη</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Θέσεις και σελιδοδείκτες</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Αρχεία</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Αρχεία τύπου:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Ό&amp;νομα αρχείου:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Α&amp;ποθήκευση</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ά&amp;νοιγμα</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Μετονομασία</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Διαγραφή</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Εμφάνιση &amp;κρυφών αρχείων</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Νέος φάκελος</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Νέος φάκελος</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Να διαγραφεί το «%1»;</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Ο φάκελος δεν διαγράφεται.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>Το «%1» είναι προστατευμένο.
Να διαγραφεί παρ’ όλα αυτά;</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Ο φάκελος δεν βρέθηκε.
Ελέγξτε το όνομα του φακέλου.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Το αρχείο δεν βρέθηκε.
Ελέγξτε το όνομα του αρχείου.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Πρόσφατες θέσεις</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Τροποποίηση</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Υπολογιστής</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Αναίρεση</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Επανάληψη</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Α&amp;ποκοπή</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Α&amp;ντιγραφή</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Επι&amp;κόλληση</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Επιλογή όλων</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Εντάξει</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Αντιγραφή</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Επιλογή όλων</translation>
    </message>
</context>
<context>
    <name>ResponseView</name>
    <message>
        <source>cycles per sample</source>
        <translation>κύκλοι ανά δείγμα</translation>
    </message>
    <message>
        <source>What the filter lets through</source>
        <translation>Τι αφήνει το φίλτρο να περάσει</translation>
    </message>
    <message>
        <source>Greatest gain at %1 %2: × %3.</source>
        <translation>Μέγιστη ενίσχυση στα %1 %2: × %3.</translation>
    </message>
    <message>
        <source>What lies above %1 %2 folds back at stride %3.</source>
        <translation>Ό,τι είναι πάνω από %1 %2 αναδιπλώνεται με βήμα %3.</translation>
    </message>
    <message>
        <source>folds back at stride %1</source>
        <translation>αναδιπλώνεται με βήμα %1</translation>
    </message>
</context>
<context>
    <name>RunFilm</name>
    <message>
        <source>update</source>
        <translation>ενημέρωση</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>Bottleneck</translation>
    </message>
    <message>
        <source>the same %1 of those trained on</source>
        <translation>τα ίδια %1 της εκπαίδευσης</translation>
    </message>
    <message>
        <source>the same %1 held out</source>
        <translation>τα ίδια %1 του ελέγχου</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>squared, per number, on %1 held out</source>
        <translation>τετραγωνικό, ανά αριθμό, σε %1 ελέγχου</translation>
    </message>
    <message>
        <source>turned onto PCA’s map</source>
        <translation>στραμμένος στον χάρτη της PCA</translation>
    </message>
    <message>
        <source>one number; up and down is chance</source>
        <translation>ένας αριθμός· το ύψος είναι τυχαίο</translation>
    </message>
    <message>
        <source>two numbers each</source>
        <translation>δύο αριθμοί στο καθένα</translation>
    </message>
    <message>
        <source>first components of %1 numbers</source>
        <translation>πρώτες συνιστώσες %1 αριθμών</translation>
    </message>
    <message>
        <source>%1 and %2 of %3 numbers</source>
        <translation>%1 και %2 από %3 αριθμούς</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>σφάλμα %1</translation>
    </message>
    <message>
        <source>error %1, PCA %2</source>
        <translation>σφάλμα %1, PCA %2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>PCA %1</source>
        <translation>PCA %1</translation>
    </message>
    <message>
        <source>diverged at update %1</source>
        <translation>απέκλινε στην ενημέρωση %1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>αρχικό</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>autoencoder</translation>
    </message>
    <message>
        <source>Update %1 · epoch %2 of %3</source>
        <translation>Ενημέρωση %1 · εποχή %2 από %3</translation>
    </message>
    <message>
        <source>After update %1.</source>
        <translation>Μετά την ενημέρωση %1.</translation>
    </message>
    <message>
        <source>After update %1 the mean squared error on %2 held-out samples is %3.</source>
        <translation>Μετά την ενημέρωση %1 το μέσο τετραγωνικό σφάλμα σε %2 δείγματα ελέγχου είναι %3.</translation>
    </message>
    <message>
        <source>After update %1 the mean squared error on %2 held-out samples is %3; PCA’s is %4.</source>
        <translation>Μετά την ενημέρωση %1 το μέσο τετραγωνικό σφάλμα σε %2 δείγματα ελέγχου είναι %3· της PCA είναι %4.</translation>
    </message>
    <message>
        <source>Left after aligning: %1 % of the variance.</source>
        <translation>Απομένει μετά την ευθυγράμμιση: %1 % της διασποράς.</translation>
    </message>
    <message>
        <source>%1 of the same</source>
        <translation>%1 από τις ίδιες</translation>
    </message>
    <message>
        <source>Every point of the plane is a picture; only some are digits.</source>
        <translation>Κάθε σημείο του επιπέδου είναι μια εικόνα· μόνο μερικά είναι ψηφία.</translation>
    </message>
    <message>
        <source>Latent space</source>
        <translation>Λανθάνων χώρος</translation>
    </message>
</context>
<context>
    <name>Solve</name>
    <message>
        <source>Row %1 of %2</source>
        <translation>Γραμμή %1 από %2</translation>
    </message>
    <message>
        <source>Layers for two sizes</source>
        <translation>Στρώματα για δύο μεγέθη</translation>
    </message>
    <message>
        <source>pad first</source>
        <translation>padding πριν</translation>
    </message>
    <message>
        <source>F.pad first</source>
        <translation>F.pad πριν</translation>
    </message>
    <message>
        <source>pad after</source>
        <translation>padding μετά</translation>
    </message>
    <message>
        <source>crop after</source>
        <translation>περικοπή</translation>
    </message>
    <message>
        <source>padding %1</source>
        <translation>padding %1</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>αδύνατο</translation>
    </message>
    <message>
        <source>output padding %1</source>
        <translation>output padding %1</translation>
    </message>
    <message>
        <source>size</source>
        <translation>μέγεθος</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>βήμα</translation>
    </message>
    <message>
        <source>ends of the output</source>
        <translation>άκρα της εξόδου</translation>
    </message>
    <message>
        <source>ends of the input</source>
        <translation>άκρα της εισόδου</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>padding</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>περικοπή</translation>
    </message>
    <message>
        <source>dilation %1</source>
        <translation>διαστολή %1</translation>
    </message>
    <message>
        <source>uneven</source>
        <translation>άνισα</translation>
    </message>
    <message>
        <source>input</source>
        <translation>είσοδος</translation>
    </message>
    <message>
        <source>padding that a window reads</source>
        <translation>padding που διαβάζεται</translation>
    </message>
    <message>
        <source>no window reads it</source>
        <translation>δεν διαβάζεται από καμία θέση</translation>
    </message>
    <message>
        <source>first and last window</source>
        <translation>πρώτη και τελευταία θέση</translation>
    </message>
    <message>
        <source>Which settings take %1 to %2, and back?</source>
        <translation>Ποιες ρυθμίσεις οδηγούν από %1 σε %2 και πίσω;</translation>
    </message>
    <message>
        <source>Which settings take %1 to %2?</source>
        <translation>Ποιες ρυθμίσεις οδηγούν από %1 σε %2;</translation>
    </message>
    <message>
        <source>layers: %1, settings: %2</source>
        <translation>στρώματα: %1, ρυθμίσεις: %2</translation>
    </message>
    <message>
        <source>up to size %1, stride %2</source>
        <translation>έως μέγεθος %1, βήμα %2</translation>
    </message>
    <message>
        <source>all have stride %1</source>
        <translation>όλα με βήμα %1</translation>
    </message>
    <message>
        <source>Decoder %1</source>
        <translation>Decoder %1</translation>
    </message>
    <message>
        <source>Encoder %1</source>
        <translation>Encoder %1</translation>
    </message>
    <message>
        <source>Its mirror %1</source>
        <translation>Καθρέφτης %1</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>άκρα</translation>
    </message>
    <message>
        <source>No layer up to size %1 and stride %2 takes %3 to %4.</source>
        <translation>Κανένα στρώμα έως μέγεθος %1 και βήμα %2 δεν οδηγεί από %3 σε %4.</translation>
    </message>
    <message>
        <source>The nearest that have one:</source>
        <translation>Τα πλησιέστερα που έχουν στρώμα:</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>κενά</translation>
    </message>
    <message>
        <source>even</source>
        <translation>ίσα</translation>
    </message>
    <message>
        <source>Take both from one row.</source>
        <translation>Πάρτε και τα δύο από την ίδια γραμμή.</translation>
    </message>
    <message>
        <source>A decoder with %1’s “%2” also gives %3, but shifted by one cell.</source>
        <translation>Ένας decoder με «%2» του %1 δίνει επίσης %3, αλλά μετατοπισμένα κατά ένα κελί.</translation>
    </message>
    <message>
        <source>A decoder with %1’s “%2” also gives %3, but shifted by %4 cells.</source>
        <translation>Ένας decoder με «%2» του %1 δίνει επίσης %3, αλλά μετατοπισμένα κατά %4 κελιά.</translation>
    </message>
    <message>
        <source>Row %1 of %2: size %3, stride %4, dilation %5, padding %6 + %7.</source>
        <translation>Γραμμή %1 από %2: μέγεθος %3, βήμα %4, διαστολή %5, padding %6 + %7.</translation>
    </message>
    <message>
        <source>Mirror: crop %1 + %2, stamps: %3.</source>
        <translation>Καθρέφτης: περικοπή %1 + %2, αποτυπώματα: %3.</translation>
    </message>
    <message>
        <source>padding %1 + %2, stride %3</source>
        <translation>padding %1 + %2, βήμα %3</translation>
    </message>
    <message>
        <source>The same windows also with:</source>
        <translation>Οι ίδιες θέσεις και με:</translation>
    </message>
</context>
<context>
    <name>SoundChips</name>
    <message>
        <source>example</source>
        <translation>παράδειγμα</translation>
    </message>
    <message>
        <source>own settings</source>
        <translation>δικές σας ρυθμίσεις</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>ήχος</translation>
    </message>
    <message>
        <source>own file</source>
        <translation>δικό σας αρχείο</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>φίλτρο</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>βήμα</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>βάρη</translation>
    </message>
    <message>
        <source>cutoff in Hz</source>
        <translation>αποκοπή σε Hz</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>καθυστέρηση</translation>
    </message>
</context>
<context>
    <name>SoundPainter</name>
    <message>
        <source>%1 s, %2 samples a second</source>
        <translation>%1 s, %2 δείγματα το δευτερόλεπτο</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Είσοδος</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Έξοδος</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>weights: %1</source>
        <translation>βάρη: %1</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>Φάσματα</translation>
    </message>
    <message>
        <source>before</source>
        <translation>πριν</translation>
    </message>
    <message>
        <source>after</source>
        <translation>μετά</translation>
    </message>
    <message>
        <source>what the filter lets through</source>
        <translation>τι αφήνει το φίλτρο να περάσει</translation>
    </message>
    <message>
        <source>folds back at stride %1</source>
        <translation>αναδιπλώνεται με βήμα %1</translation>
    </message>
    <message>
        <source>%1 s to %2 s of %3 s; filter size %4, stride %5.</source>
        <translation>%1 s έως %2 s από %3 s· μέγεθος φίλτρου %4, βήμα %5.</translation>
    </message>
</context>
<context>
    <name>TwinPainter</name>
    <message>
        <source>Zero insertion</source>
        <translation>Παρεμβολή μηδενικών</translation>
    </message>
    <message>
        <source>Stamping</source>
        <translation>Αποτύπωση</translation>
    </message>
    <message>
        <source>zeros between the inputs, filter turned round</source>
        <translation>μηδενικά στην είσοδο, στραμμένο φίλτρο</translation>
    </message>
    <message>
        <source>each input stamps the filter; overlaps add up</source>
        <translation>τα αποτυπώματα προστίθενται</translation>
    </message>
    <message>
        <source>With zeros between the inputs: %1</source>
        <translation>Με μηδενικά ανάμεσα στις εισόδους: %1</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>own</source>
        <translation>δικά σας</translation>
    </message>
    <message>
        <source>Own weights</source>
        <translation>Δικά σας βάρη</translation>
    </message>
</context>
<context>
    <name>hg::AeInspector</name>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Εκπαίδευση</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Ρυθμός μάθησης</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Δέσμη (batch)</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Εποχές</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Σπόρος</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ταχύτητα</translation>
    </message>
    <message>
        <source>Spreads the run over 20 seconds, slowly at first</source>
        <translation>Απλώνει την εκπαίδευση σε 20 δευτερόλεπτα, αργά στην αρχή</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Παράδειγμα</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Δικές σας ρυθμίσεις</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ενεργοποίηση</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>Bottleneck</translation>
    </message>
    <message>
        <source>Slow motion: four updates a second</source>
        <translation>Αργή κίνηση: τέσσερις ενημερώσεις το δευτερόλεπτο</translation>
    </message>
    <message>
        <source>As fast as this computer can</source>
        <translation>Όσο γρήγορα μπορεί αυτός ο υπολογιστής</translation>
    </message>
    <message>
        <source>The run stops after so many passes over the data</source>
        <translation>Η εκπαίδευση σταματά μετά από τόσα περάσματα των δεδομένων</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Απώλεια (loss)</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Βελτιστοποιητής</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Πορεία ρυθμού</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Ορμή</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Μείωση βαρών</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Αρχικά βάρη</translation>
    </message>
    <message>
        <source>Ordered code</source>
        <translation>Διατεταγμένη</translation>
    </message>
    <message>
        <source>On the code</source>
        <translation>Στο bottleneck</translation>
    </message>
    <message>
        <source>At the output</source>
        <translation>Στην έξοδο</translation>
    </message>
    <message>
        <source>Centred data</source>
        <translation>Κεντραρισμένα</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Πολώσεις (bias)</translation>
    </message>
    <message>
        <source>Adds the loss of every shorter code: the axes become the principal ones</source>
        <translation>Προσθέτει την απώλεια κάθε συντομότερης κωδικοποίησης: οι άξονες γίνονται οι κύριοι</translation>
    </message>
    <message>
        <source>The mean of the training pictures is subtracted before and added after</source>
        <translation>Ο μέσος όρος των εικόνων εκπαίδευσης αφαιρείται πριν και προστίθεται μετά</translation>
    </message>
    <message>
        <source>Own settings.</source>
        <translation>Δικές σας ρυθμίσεις.</translation>
    </message>
    <message>
        <source>%1, and back</source>
        <translation>%1 και πίσω</translation>
    </message>
    <message>
        <source>Linear takes the output, the squared error and the centring of the data with it</source>
        <translation>Η γραμμική φέρνει μαζί της γραμμική έξοδο, τετραγωνικό σφάλμα και κεντραρισμένα δεδομένα</translation>
    </message>
    <message>
        <source>batch, loss, optimiser, schedule, seed, initial weights, activation of the code</source>
        <translation>δέσμη, απώλεια, βελτιστοποιητής, πορεία ρυθμού, σπόρος, αρχικά βάρη, ενεργοποίηση του bottleneck</translation>
    </message>
    <message>
        <source>These settings wait for the next training. Or:</source>
        <translation>Οι ρυθμίσεις περιμένουν την επόμενη εκπαίδευση. Ή:</translation>
    </message>
    <message>
        <source>Keep the weights</source>
        <translation>Με τα ίδια βάρη</translation>
    </message>
    <message>
        <source>Goes on from the update shown with these settings and the weights as they are: new neurons begin silent, of a smaller code the most used numbers stay</source>
        <translation>Συνεχίζει από την ενημέρωση που φαίνεται με αυτές τις ρυθμίσεις και τα βάρη όπως είναι: οι νέοι νευρώνες αρχίζουν σιωπηλοί, από μικρότερη κωδικοποίηση μένουν οι αριθμοί που χρησιμοποιούνται πιο πολύ</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Back to the settings of the run that is there</source>
        <translation>Πίσω στις ρυθμίσεις της εκπαίδευσης που υπάρχει</translation>
    </message>
    <message>
        <source>Linear: the output, the squared error and the centring went with it</source>
        <translation>Γραμμική: μαζί άλλαξαν η έξοδος, το τετραγωνικό σφάλμα και το κεντράρισμα</translation>
    </message>
    <message>
        <source>Own layers</source>
        <translation>Δικά σας στρώματα</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>διαφέρει</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Εφαρμογή</translation>
    </message>
    <message>
        <source>Begins the training anew with these layers; what was trained stays as a curve</source>
        <translation>Αρχίζει την εκπαίδευση από την αρχή με αυτά τα στρώματα· όσα έχουν εκπαιδευτεί μένουν ως καμπύλη</translation>
    </message>
    <message>
        <source>These layers are not possible yet; the run goes on without them.</source>
        <translation>Αυτά τα στρώματα δεν γίνονται ακόμη· η εκπαίδευση συνεχίζεται χωρίς αυτά.</translation>
    </message>
    <message>
        <source>The new network applies at the next reset.</source>
        <translation>Το νέο δίκτυο ισχύει από την επόμενη επαναφορά.</translation>
    </message>
    <message>
        <source>▾ More: the layers</source>
        <translation>▾ Περισσότερα: τα στρώματα</translation>
    </message>
    <message>
        <source>▸ More: the layers</source>
        <translation>▸ Περισσότερα: τα στρώματα</translation>
    </message>
    <message>
        <source>▾ More: the training</source>
        <translation>▾ Περισσότερα: η εκπαίδευση</translation>
    </message>
    <message>
        <source>▸ More: the training</source>
        <translation>▸ Περισσότερα: η εκπαίδευση</translation>
    </message>
    <message>
        <source>Picture no.</source>
        <translation>Αρ. εικόνας</translation>
    </message>
</context>
<context>
    <name>hg::AeModel</name>
    <message numerus="yes">
        <source>Without nonlinear activations, %n numbers can do no more than PCA.</source>
        <translation>
            <numerusform>Χωρίς μη γραμμικές ενεργοποιήσεις, %n αριθμός δεν κάνει περισσότερα από την PCA.</numerusform>
            <numerusform>Χωρίς μη γραμμικές ενεργοποιήσεις, %n αριθμοί δεν κάνουν περισσότερα από την PCA.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squeeze %1 pixels into %n numbers, and rebuild them.</source>
        <translation>
            <numerusform>%1 pixel συμπιέζονται σε %n αριθμό και ανασυντίθενται.</numerusform>
            <numerusform>%1 pixel συμπιέζονται σε %n αριθμούς και ανασυντίθενται.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Έναρξη από την αρχή</translation>
    </message>
    <message>
        <source>a %1 goes in</source>
        <translation>μπαίνει ένα %1</translation>
    </message>
    <message>
        <source>no. %1 goes in</source>
        <translation>μπαίνει η αρ. %1</translation>
    </message>
    <message>
        <source>layer %1 after update %2</source>
        <translation>στρώμα %1 μετά την ενημέρωση %2</translation>
    </message>
    <message>
        <source>training: %1 %</source>
        <translation>εκπαίδευση: %1 %</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>Bottleneck</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ταχύτητα</translation>
    </message>
    <message>
        <source>Learning rate ÷ 10</source>
        <translation>Ρυθμός μάθησης ÷ 10</translation>
    </message>
    <message>
        <source>right</source>
        <translation>δεξιά</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>MDS</source>
        <translation>MDS</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ευθυγράμμιση</translation>
    </message>
    <message>
        <source>no</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Χρώματα</translation>
    </message>
    <message>
        <source>Every point of the plane is a picture; only some are digits.</source>
        <translation>Κάθε σημείο του επιπέδου είναι μια εικόνα· μόνο μερικά είναι ψηφία.</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>φόντο</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Όχι</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Πλέγμα</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Πλήθος</translation>
    </message>
    <message>
        <source>Holes</source>
        <translation>Κενά</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Διαδρομή</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>ευθεία</translation>
    </message>
    <message>
        <source>on data</source>
        <translation>στα δεδομένα</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Μεγέθη</translation>
    </message>
    <message>
        <source>Another lab has trained this network already.</source>
        <translation>Ένα άλλο εργαστήριο έχει ήδη εκπαιδεύσει αυτό το δίκτυο.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Δείξε το</translation>
    </message>
    <message>
        <source>%1 is not possible; what can be done stands there, under “More: the layers”.</source>
        <translation>%1: δεν γίνεται· τι μπορεί να γίνει το λέει εκεί, στα «Περισσότερα: τα στρώματα».</translation>
    </message>
    <message>
        <source>The new network applies at the next reset.</source>
        <translation>Το νέο δίκτυο ισχύει από την επόμενη επαναφορά.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Εφαρμογή</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>%1: the network was changed to fit these data.</source>
        <translation>%1: το δίκτυο προσαρμόστηκε σε αυτά τα δεδομένα.</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>κατηγορία %1</translation>
    </message>
    <message>
        <source>Every point of the plane is rebuilt to something; only some is like the data.</source>
        <translation>Κάθε σημείο του επιπέδου ανακατασκευάζεται σε κάτι· μόνο μερικά μοιάζουν με τα δεδομένα.</translation>
    </message>
    <message numerus="yes">
        <source>Squeeze samples into %n numbers, and rebuild them.</source>
        <translation>
            <numerusform>Παραδείγματα συμπιέζονται σε %n αριθμό και ανασυντίθενται.</numerusform>
            <numerusform>Παραδείγματα συμπιέζονται σε %n αριθμούς και ανασυντίθενται.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Squeeze %1 measures into %n numbers, and rebuild them.</source>
        <translation>
            <numerusform>%1 μετρήσεις συμπιέζονται σε %n αριθμό και ανασυντίθενται.</numerusform>
            <numerusform>%1 μετρήσεις συμπιέζονται σε %n αριθμούς και ανασυντίθενται.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::AeNumbers</name>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Ακυρώθηκε· δεν γράφτηκε τίποτα.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Αποθηκεύτηκε: %1</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Εγγραφή: %1</translation>
    </message>
</context>
<context>
    <name>hg::AeStage</name>
    <message>
        <source>Reading the data and computing their principal components…</source>
        <translation>Ανάγνωση των δεδομένων και υπολογισμός των κύριων συνιστωσών τους…</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>Μαθαίνει</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Περίπατος</translation>
    </message>
</context>
<context>
    <name>hg::AeTrainBar</name>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>● Train</source>
        <translation>● Εκπαίδευση</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>Παύση της εκπαίδευσης</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>Μία ενημέρωση</translation>
    </message>
    <message>
        <source>The optimiser changes the weights once, after one batch of pictures</source>
        <translation>Ο βελτιστοποιητής αλλάζει τα βάρη μία φορά, μετά από μία δέσμη εικόνων</translation>
    </message>
    <message>
        <source>● Continue</source>
        <translation>● Συνέχεια</translation>
    </message>
    <message>
        <source>● Continue from here</source>
        <translation>● Συνέχεια από εδώ</translation>
    </message>
    <message>
        <source>● Again</source>
        <translation>● Ξανά</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Συνέχεια</translation>
    </message>
    <message>
        <source>Trains the network</source>
        <translation>Εκπαιδεύει το δίκτυο</translation>
    </message>
    <message>
        <source>Trains what is set at the right, from the beginning; the run that was stays as a grey curve</source>
        <translation>Εκπαιδεύει από την αρχή ό,τι είναι ρυθμισμένο δεξιά· η προηγούμενη εκπαίδευση μένει ως γκρίζα καμπύλη</translation>
    </message>
    <message>
        <source>Goes on from the update shown, with what is set at the right</source>
        <translation>Συνεχίζει από την ενημέρωση που φαίνεται, με ό,τι είναι ρυθμισμένο δεξιά</translation>
    </message>
    <message>
        <source>Goes on training</source>
        <translation>Συνεχίζει την εκπαίδευση</translation>
    </message>
    <message>
        <source>Trains once more from the beginning; the run that was stays as a grey curve</source>
        <translation>Εκπαιδεύει ξανά από την αρχή· η προηγούμενη εκπαίδευση μένει ως γκρίζα καμπύλη</translation>
    </message>
    <message>
        <source>Goes on for as many epochs again</source>
        <translation>Συνεχίζει για άλλες τόσες εποχές</translation>
    </message>
    <message>
        <source>Back to the first update; the run that was stays as a grey curve</source>
        <translation>Πίσω στην πρώτη ενημέρωση· η προηγούμενη εκπαίδευση μένει ως γκρίζα καμπύλη</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Επαναφορά</translation>
    </message>
</context>
<context>
    <name>hg::BrushField</name>
    <message>
        <source>Number to paint with</source>
        <translation>Αριθμός του μολυβιού</translation>
    </message>
    <message>
        <source>The number that dragging over cells paints; with Shift or the right button, 0</source>
        <translation>Ο αριθμός που γράφεται στα κελιά όταν σύρετε πάνω τους· με Shift ή δεξί κουμπί, 0</translation>
    </message>
</context>
<context>
    <name>hg::BusyStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
</context>
<context>
    <name>hg::CheckerForm</name>
    <message>
        <source>The same decoder, three times</source>
        <translation>Ο ίδιος decoder, τρεις φορές</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικοποίηση</translation>
    </message>
    <message>
        <source>Numbers of the code</source>
        <translation>Αριθμοί της κωδικοποίησης</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Κανάλια</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Εικόνα</translation>
    </message>
    <message>
        <source>One digit</source>
        <translation>Ένα ψηφίο</translation>
    </message>
    <message>
        <source>Mean of 1,000</source>
        <translation>Μέση 1.000</translation>
    </message>
    <message>
        <source>Test digit</source>
        <translation>Ψηφίο ελέγχου</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Πρωτότυπο</translation>
    </message>
    <message>
        <source>Grid alone, × 4</source>
        <translation>Μόνο πλέγμα, × 4</translation>
    </message>
    <message>
        <source>Only what the smooth part leaves, with four times its contrast</source>
        <translation>Μόνο ό,τι αφήνει το ομαλό μέρος, με τετραπλή αντίθεση</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Εκπαίδευση</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Ενημερώσεις</translation>
    </message>
    <message>
        <source>Adam, rate</source>
        <translation>Adam, ρυθμός</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Σπόρος</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>No: %1 grey levels at update 50. Every cell gets four stamps, but four sets of weights take turns, and until training makes them agree they leave a grid.</source>
        <translation>Όχι: %1 επίπεδα γκρι στην ενημέρωση 50. Κάθε κελί παίρνει τέσσερα αποτυπώματα, αλλά τέσσερις ομάδες βαρών εναλλάσσονται, και ώσπου να συμφωνήσουν με την εκπαίδευση αφήνουν πλέγμα.</translation>
    </message>
    <message>
        <source>Predict: size 4 covers every cell equally. Is its grid zero at update 50?</source>
        <translation>Πρόβλεψη: το μέγεθος 4 καλύπτει κάθε κελί εξίσου. Είναι μηδέν το πλέγμα του στην ενημέρωση 50;</translation>
    </message>
</context>
<context>
    <name>hg::CheckerModel</name>
    <message>
        <source>Training three decoders</source>
        <translation>Εκπαίδευση τριών decoder</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>The training has run away: its numbers are no longer finite.</source>
        <translation>Η εκπαίδευση απέκλινε: οι αριθμοί της δεν είναι πια πεπερασμένοι.</translation>
    </message>
    <message>
        <source>Use the usual rate</source>
        <translation>Συνήθης ρυθμός</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>σπόρος</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>εικόνα</translation>
    </message>
    <message>
        <source>one digit</source>
        <translation>ένα ψηφίο</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>μέση</translation>
    </message>
    <message>
        <source>grid alone</source>
        <translation>μόνο πλέγμα</translation>
    </message>
    <message>
        <source>off</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>Three ways to double a picture, trained side by side from the same seed.</source>
        <translation>Τρεις τρόποι να διπλασιαστεί μια εικόνα, με κοινή εκπαίδευση από τον ίδιο σπόρο.</translation>
    </message>
</context>
<context>
    <name>hg::CheckerPage</name>
    <message>
        <source>● Train all three</source>
        <translation>● Εκπαίδευση των τριών</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>● Continue</source>
        <translation>● Συνέχεια</translation>
    </message>
    <message>
        <source>20 s a run</source>
        <translation>20 δευτ.</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Μέγιστη</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ρυθμός</translation>
    </message>
    <message>
        <source>Checkerboards: three decoders and their grids</source>
        <translation>Σκακιέρες: τρεις decoder και τα πλέγματά τους</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>Παύση της εκπαίδευσης</translation>
    </message>
    <message>
        <source>Goes on training</source>
        <translation>Συνεχίζει την εκπαίδευση</translation>
    </message>
    <message>
        <source>Trains all three from the same beginning, side by side</source>
        <translation>Εκπαιδεύει και τους τρεις από την ίδια αρχή, δίπλα δίπλα</translation>
    </message>
    <message>
        <source>trained to %1 of %2</source>
        <translation>έως %1 από %2</translation>
    </message>
</context>
<context>
    <name>hg::CheckerTimeline</name>
    <message>
        <source>Update %1 of %2</source>
        <translation>Ενημέρωση %1 από %2</translation>
    </message>
</context>
<context>
    <name>hg::ChipRow</name>
    <message>
        <source>More</source>
        <translation>Περισσότερα</translation>
    </message>
</context>
<context>
    <name>hg::ClassBars</name>
    <message numerus="yes">
        <source>and %n other classes</source>
        <translation>
            <numerusform>και %n κλάση ακόμη</numerusform>
            <numerusform>και %n κλάσεις ακόμη</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::ClassLegend</name>
    <message>
        <source>Class %1</source>
        <translation>Κλάση %1</translation>
    </message>
    <message>
        <source>Click hides the class or shows it; a double click leaves it alone</source>
        <translation>Το κλικ κρύβει ή δείχνει την κλάση· το διπλό κλικ την αφήνει μόνη</translation>
    </message>
</context>
<context>
    <name>hg::CodeNumbers</name>
    <message>
        <source>Numbers</source>
        <translation>Αριθμοί</translation>
    </message>
    <message>
        <source>Number across</source>
        <translation>Αριθμός οριζόντια</translation>
    </message>
    <message>
        <source>Number upwards</source>
        <translation>Αριθμός κατακόρυφα</translation>
    </message>
</context>
<context>
    <name>hg::CodePage</name>
    <message>
        <source>autoencoder</source>
        <translation>autoencoder</translation>
    </message>
    <message>
        <source>noise-trained</source>
        <translation>σε θόρυβο</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Whose code</source>
        <translation>Τίνος ο κώδικας</translation>
    </message>
    <message>
        <source>Codes of clean pictures, with arrows to those of the noisy ones</source>
        <translation>Κώδικες καθαρών εικόνων, με βέλη προς εκείνους των θορυβωδών</translation>
    </message>
    <message>
        <source>The map is a plane: it needs a code of two numbers.</source>
        <translation>Ο χάρτης είναι επίπεδο: θέλει κώδικα δύο αριθμών.</translation>
    </message>
    <message>
        <source>Bottleneck 2</source>
        <translation>Κώδικας 2</translation>
    </message>
</context>
<context>
    <name>hg::CompareForm</name>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>MDS</source>
        <translation>MDS</translation>
    </message>
    <message>
        <source>Digits in MDS</source>
        <translation>Ψηφία στην MDS</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Επιλογή</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Σημείο</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Λάσο</translation>
    </message>
    <message>
        <source>Drag around points on either map; Shift adds, Alt takes away, Esc clears</source>
        <translation>Σύρετε γύρω από σημεία σε οποιονδήποτε χάρτη· το Shift προσθέτει, το Alt αφαιρεί, το Esc καθαρίζει</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Χρώματα</translation>
    </message>
    <message>
        <source>Without them: how many groups do you see?</source>
        <translation>Χωρίς αυτά: πόσες ομάδες βλέπετε;</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Μόνο αυτά</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Καθαρισμός</translation>
    </message>
    <message>
        <source>Plane of the code</source>
        <translation>Επίπεδο</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>2 αριθμοί</translation>
    </message>
    <message>
        <source>The first two principal components of the codes</source>
        <translation>Οι δύο πρώτες κύριες συνιστώσες των κωδικοποιήσεων</translation>
    </message>
    <message numerus="yes">
        <source>In the lasso: %n digits</source>
        <translation>
            <numerusform>Στο λάσο: %n ψηφίο</numerusform>
            <numerusform>Στο λάσο: %n ψηφία</numerusform>
        </translation>
    </message>
    <message>
        <source>Right card</source>
        <translation>Δεξιά κάρτα</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Μεγέθη</translation>
    </message>
    <message>
        <source>Codes times a matrix, the decoder times its inverse</source>
        <translation>Οι κωδικοποιήσεις επί έναν πίνακα, ο decoder επί τον αντίστροφό του</translation>
    </message>
    <message>
        <source>The error against the size of the bottleneck</source>
        <translation>Το σφάλμα ως προς το μέγεθος του bottleneck</translation>
    </message>
    <message>
        <source>Make it true to the letter</source>
        <translation>Να ισχύσει κατά γράμμα</translation>
    </message>
    <message>
        <source>Trains with the loss of every shorter code as well: the axes become PC1 and PC2</source>
        <translation>Εκπαίδευση και με την απώλεια κάθε μικρότερης κωδικοποίησης: οι άξονες γίνονται οι PC1 και PC2</translation>
    </message>
    <message>
        <source>Equal to the letter</source>
        <translation>Ίσα κατά γράμμα</translation>
    </message>
    <message>
        <source>Not equal, but the same</source>
        <translation>Όχι ίσα, αλλά το ίδιο</translation>
    </message>
    <message>
        <source>The ordered loss has taken the freedom away: trained to the end, the two numbers are those of PCA, up to sign and length.</source>
        <translation>Η διατεταγμένη απώλεια αφαίρεσε την ελευθερία: στο τέλος της εκπαίδευσης οι δύο αριθμοί είναι εκείνοι της PCA, με άλλο ίσως πρόσημο και μήκος.</translation>
    </message>
    <message>
        <source>The two numbers of the network are not the two of PCA: any M gives the same pictures. Only the plane is settled.</source>
        <translation>Οι δύο αριθμοί του δικτύου δεν είναι οι δύο της PCA: κάθε M δίνει τις ίδιες εικόνες. Μόνο το επίπεδο είναι δεδομένο.</translation>
    </message>
    <message numerus="yes">
        <source>In the lasso: %n samples</source>
        <translation>
            <numerusform>Στο λάσο: %n παράδειγμα</numerusform>
            <numerusform>Στο λάσο: %n παραδείγματα</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::ComparedFigures</name>
    <message>
        <source>autoencoder</source>
        <translation>autoencoder</translation>
    </message>
    <message numerus="yes">
        <source>PCA, %n components</source>
        <translation>
            <numerusform>PCA, %n συνιστώσα</numerusform>
            <numerusform>PCA, %n συνιστώσες</numerusform>
        </translation>
    </message>
    <message>
        <source>stress: 0 = every distance kept</source>
        <translation>stress: 0 = όλες οι αποστάσεις διατηρούνται</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>bottleneck</translation>
    </message>
    <message>
        <source>MDS</source>
        <translation>MDS</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>error on %1 held-out digits</source>
        <translation>σφάλμα σε %1 ψηφία ελέγχου</translation>
    </message>
    <message>
        <source>squared, per pixel</source>
        <translation>τετραγωνικό, ανά pixel</translation>
    </message>
    <message>
        <source>linear autoencoder</source>
        <translation>γραμμικός autoencoder</translation>
    </message>
    <message>
        <source>error on %1 held-out samples</source>
        <translation>σφάλμα σε %1 παραδείγματα ελέγχου</translation>
    </message>
    <message>
        <source>squared, per number</source>
        <translation>τετραγωνικό, ανά αριθμό</translation>
    </message>
</context>
<context>
    <name>hg::ComparedPage</name>
    <message>
        <source>Bottleneck</source>
        <translation>Bottleneck</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Colours show the labels. &lt;b&gt;Labels were never shown to the network.&lt;/b&gt;</source>
        <translation>Τα χρώματα δείχνουν τις ετικέτες. &lt;b&gt;Το δίκτυο δεν είδε ποτέ ετικέτες.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Map of the bottleneck</source>
        <translation>Χάρτης του bottleneck</translation>
    </message>
    <message>
        <source>Map of the principal components</source>
        <translation>Χάρτης των κύριων συνιστωσών</translation>
    </message>
    <message>
        <source>the best flat view: %1% of the variance</source>
        <translation>η καλύτερη επίπεδη όψη: %1% της διασποράς</translation>
    </message>
    <message>
        <source>%1 of %2 in view</source>
        <translation>%1 από %2 ορατά</translation>
    </message>
    <message>
        <source>all that the network is trained on, on the maps</source>
        <translation>όλα με τα οποία εκπαιδεύεται το δίκτυο, στους χάρτες</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ευθυγράμμιση</translation>
    </message>
    <message>
        <source>Turns, stretches and shifts the codes onto PC1 and PC2 as well as that can be done (A)</source>
        <translation>Στρέφει, τεντώνει και μετατοπίζει τις κωδικοποιήσεις πάνω στις PC1 και PC2 όσο καλύτερα γίνεται (A)</translation>
    </message>
    <message>
        <source>From start</source>
        <translation>Από την αρχή</translation>
    </message>
    <message>
        <source>in colour the %1 of the right map; %2 more in grey</source>
        <translation>με χρώμα τα %1 του δεξιού χάρτη· %2 ακόμη με γκρι</translation>
    </message>
    <message>
        <source>aligned: %1</source>
        <translation>ευθυγρ. %1</translation>
    </message>
    <message>
        <source>1st component of the codes</source>
        <translation>1η συνιστώσα των κωδικοποιήσεων</translation>
    </message>
    <message>
        <source>2nd component of the codes</source>
        <translation>2η συνιστώσα των κωδικοποιήσεων</translation>
    </message>
    <message>
        <source>MDS</source>
        <translation>MDS</translation>
    </message>
    <message>
        <source>dimension 1</source>
        <translation>διάσταση 1</translation>
    </message>
    <message>
        <source>dimension 2</source>
        <translation>διάσταση 2</translation>
    </message>
    <message>
        <source>Map of multidimensional scaling</source>
        <translation>Χάρτης της πολυδιάστατης κλιμάκωσης (MDS)</translation>
    </message>
    <message>
        <source>these data have no plane: they vary in fewer than two directions</source>
        <translation>αυτά τα δεδομένα δεν έχουν επίπεδο: μεταβάλλονται σε λιγότερες από δύο κατευθύνσεις</translation>
    </message>
    <message>
        <source>&lt;b&gt;How many groups do you see?&lt;/b&gt; The network saw no colours either.</source>
        <translation>&lt;b&gt;Πόσες ομάδες βλέπετε;&lt;/b&gt; Ούτε το δίκτυο είδε χρώματα.</translation>
    </message>
    <message>
        <source>All classes are hidden. Click a disc to show one.</source>
        <translation>Όλες οι κλάσεις είναι κρυμμένες. Κλικ σε έναν δίσκο δείχνει μία.</translation>
    </message>
    <message>
        <source>Lasso: &lt;b&gt;%1 digits&lt;/b&gt;, outlined in both maps</source>
        <translation>Λάσο: &lt;b&gt;%1 ψηφία&lt;/b&gt;, με περίγραμμα και στους δύο χάρτες</translation>
    </message>
    <message>
        <source>Left after aligning: &lt;b&gt;%1 %&lt;/b&gt; of the variance</source>
        <translation>Απομένει μετά την ευθυγράμμιση: &lt;b&gt;%1 %&lt;/b&gt; της διασποράς</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Συνέχεια</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>the codes, turned and stretched onto PC1 and PC2</source>
        <translation>οι κωδικοποιήσεις, στραμμένες στις PC1 και PC2</translation>
    </message>
    <message>
        <source>what the two neurons say; click to decode a point</source>
        <translation>τι λένε οι 2 νευρώνες· κλικ: αποκωδικοποίηση</translation>
    </message>
    <message>
        <source>keeps distances; has no encoder, no decoder</source>
        <translation>κρατά αποστάσεις· δεν έχει encoder ούτε decoder</translation>
    </message>
    <message>
        <source>these two arrows lie on one line: it could not be undone</source>
        <translation>τα δύο βέλη είναι στην ίδια ευθεία: δεν θα μπορούσε να αναιρεθεί</translation>
    </message>
    <message>
        <source>no further: the numbers of M end at ±%1</source>
        <translation>ως εδώ: οι αριθμοί του M φτάνουν ως το ±%1</translation>
    </message>
    <message>
        <source>no further: the determinant of M ends at %1</source>
        <translation>ως εδώ: η ορίζουσα του M φτάνει ως το %1</translation>
    </message>
    <message>
        <source>M·z, decoder·M⁻¹: the same pictures</source>
        <translation>M·z, decoder·M⁻¹: ίδιες εικόνες</translation>
    </message>
    <message>
        <source>Largest change of any pixel, %1 digits: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>Η μεγαλύτερη μεταβολή κάποιου pixel, %1 ψηφία: &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The dial</source>
        <translation>Ο πίνακας M</translation>
    </message>
    <message>
        <source>Error against size</source>
        <translation>Σφάλμα και μέγεθος</translation>
    </message>
    <message>
        <source>click a size to set it</source>
        <translation>κλικ σε ένα μέγεθος για να οριστεί</translation>
    </message>
    <message>
        <source>drag an arrow: the numbers change, the points stay</source>
        <translation>σύρετε ένα βέλος: αλλάζουν οι αριθμοί, μένουν τα σημεία</translation>
    </message>
    <message>
        <source>Largest change of any number, %1 samples: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>Η μεγαλύτερη μεταβολή αριθμού, %1 παραδείγματα: &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>held-out samples on the maps</source>
        <translation>παραδείγματα ελέγχου στους χάρτες</translation>
    </message>
    <message numerus="yes">
        <source>the best flat view of the %n numbers of each code</source>
        <translation>
            <numerusform>η καλύτερη επίπεδη όψη του %n αριθμού κάθε κωδικοποίησης</numerusform>
            <numerusform>η καλύτερη επίπεδη όψη των %n αριθμών κάθε κωδικοποίησης</numerusform>
        </translation>
    </message>
    <message>
        <source>numbers %1 and %2 of the %3 of each code</source>
        <translation>οι αριθμοί %1 και %2 από τους %3 κάθε κωδικοποίησης</translation>
    </message>
    <message>
        <source>the one number of each code, along a line</source>
        <translation>ο ένας αριθμός κάθε κωδικοποίησης, πάνω σε μια ευθεία</translation>
    </message>
    <message>
        <source>Lasso: &lt;b&gt;%1 samples&lt;/b&gt;, outlined in both maps</source>
        <translation>Λάσο: &lt;b&gt;%1 παραδείγματα&lt;/b&gt;, με περίγραμμα και στους δύο χάρτες</translation>
    </message>
</context>
<context>
    <name>hg::ConvCanvas</name>
    <message>
        <source>New number</source>
        <translation>Νέος αριθμός</translation>
    </message>
    <message>
        <source>“%1” is not a number from −%2 to %2; the old one stays</source>
        <translation>Το «%1» δεν είναι αριθμός από −%2 έως %2· μένει ο παλιός</translation>
    </message>
</context>
<context>
    <name>hg::ConvExamples</name>
    <message>
        <source>Reading the examples’ sounds</source>
        <translation>Ανάγνωση των ήχων των παραδειγμάτων</translation>
    </message>
</context>
<context>
    <name>hg::ConvFiles</name>
    <message>
        <source>%1 × %2 numbers copied</source>
        <translation>Αντιγράφηκαν %1 × %2 αριθμοί</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Πρόχειρο</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Ανάγνωση: %1</translation>
    </message>
    <message>
        <source>Open as a sound</source>
        <translation>Άνοιγμα ως ήχου</translation>
    </message>
    <message>
        <source>Take the first %1</source>
        <translation>Οι πρώτοι %1</translation>
    </message>
    <message>
        <source>Take the first %1 × %1</source>
        <translation>Οι πρώτοι %1 × %1</translation>
    </message>
    <message>
        <source>Take one in %1</source>
        <translation>Ένας στους %1</translation>
    </message>
    <message>
        <source>a pooling window has no weights</source>
        <translation>μια περιοχή pooling δεν έχει βάρη</translation>
    </message>
    <message>
        <source>%1 × %2 numbers do not fit at the selected cell, where %3 × %4 are left</source>
        <translation>%1 × %2 αριθμοί δεν χωρούν από το επιλεγμένο κελί και μετά, όπου απομένουν %3 × %4</translation>
    </message>
</context>
<context>
    <name>hg::ConvInspector</name>
    <message>
        <source>Example</source>
        <translation>Παράδειγμα</translation>
    </message>
    <message>
        <source>Input and filter</source>
        <translation>Είσοδος και φίλτρο</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Μέγεθος εισόδου</translation>
    </message>
    <message>
        <source>Filter size</source>
        <translation>Μέγεθος φίλτρου</translation>
    </message>
    <message>
        <source>Direction and stride</source>
        <translation>Κατεύθυνση και βήμα</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Ευθεία</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Ανάστροφη</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Βήμα (stride)</translation>
    </message>
    <message>
        <source>Crop (padding)</source>
        <translation>Περικοπή (padding)</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Πλευρές</translation>
    </message>
    <message>
        <source>above</source>
        <translation>πάνω</translation>
    </message>
    <message>
        <source>below</source>
        <translation>κάτω</translation>
    </message>
    <message>
        <source>left</source>
        <translation>αριστ.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>δεξιά</translation>
    </message>
    <message>
        <source>Padding, %1</source>
        <translation>Padding, %1</translation>
    </message>
    <message>
        <source>Input rows</source>
        <translation>Γραμμές εισόδου</translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation>Στήλες εισόδου</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Γραμμές φίλτρου</translation>
    </message>
    <message>
        <source>Filter columns</source>
        <translation>Στήλες φίλτρου</translation>
    </message>
    <message>
        <source>Stride, rows</source>
        <translation>Βήμα, γραμμές</translation>
    </message>
    <message>
        <source>Stride, columns</source>
        <translation>Βήμα, στήλες</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Διαστολή (dilation)</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>Output padding</translation>
    </message>
    <message>
        <source>Rows and columns apart</source>
        <translation>Γραμμές, στήλες χωριστά</translation>
    </message>
    <message>
        <source>Dilation, rows</source>
        <translation>Διαστολή, γραμμές</translation>
    </message>
    <message>
        <source>Dilation, columns</source>
        <translation>Διαστολή, στήλες</translation>
    </message>
    <message>
        <source>Output padding, rows</source>
        <translation>Output padding, γραμμές</translation>
    </message>
    <message>
        <source>Output padding, columns</source>
        <translation>Output padding, στήλες</translation>
    </message>
    <message>
        <source>▾ Less</source>
        <translation>▾ Λιγότερα</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Φίλτρα</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Βάρη</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Τυχαία</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Στροφή</translation>
    </message>
    <message>
        <source>Sum 1</source>
        <translation>Άθροισμα 1</translation>
    </message>
    <message>
        <source>Turns the filter by 180°</source>
        <translation>Στρέφει το φίλτρο κατά 180°</translation>
    </message>
    <message>
        <source>Divides the weights by their sum</source>
        <translation>Διαιρεί τα βάρη με το άθροισμά τους</translation>
    </message>
    <message>
        <source>Filter in front</source>
        <translation>Φίλτρο μπροστά</translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation>Κανάλια εισόδου</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Μέσος</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Μέγιστο</translation>
    </message>
    <message>
        <source>Apply again</source>
        <translation>Ξανά</translation>
    </message>
    <message>
        <source>The output becomes the input</source>
        <translation>Η έξοδος γίνεται είσοδος</translation>
    </message>
    <message>
        <source>▸ More</source>
        <translation>▸ Περισσότερα</translation>
    </message>
    <message>
        <source>filters, weights, channels, groups, pooling, dilation, bias, activation, rules</source>
        <translation>φίλτρα, βάρη, κανάλια, ομάδες, pooling, διαστολή, πόλωση, ενεργοποίηση, κανόνες</translation>
    </message>
</context>
<context>
    <name>hg::ConvModel</name>
    <message>
        <source>Not possible: %1. The last picture that worked is shown.</source>
        <translation>Δεν γίνεται: %1. Φαίνεται η τελευταία έγκυρη εικόνα.</translation>
    </message>
    <message>
        <source>Use the nearest that works</source>
        <translation>Χρήση της πλησιέστερης δυνατής</translation>
    </message>
    <message>
        <source>The matrix cannot be turned over: %1.</source>
        <translation>Ο πίνακας δεν μπορεί να αναστραφεί: %1.</translation>
    </message>
</context>
<context>
    <name>hg::ConvStage</name>
    <message>
        <source>One scale of colours for all slices, instead of each its own</source>
        <translation>Μία κλίμακα χρωμάτων για όλες τις εικόνες, αντί για μία στην καθεμία</translation>
    </message>
    <message>
        <source>Ghost of stride 1</source>
        <translation>Σκιά του βήματος 1</translation>
    </message>
    <message>
        <source>Term by term</source>
        <translation>Όρο προς όρο</translation>
    </message>
    <message>
        <source>The table that is often printed for this example, and where it comes from</source>
        <translation>Ο πίνακας που τυπώνεται συχνά για αυτό το παράδειγμα, και από πού προέρχεται</translation>
    </message>
    <message>
        <source>Convolution: input, filter and output</source>
        <translation>Συνέλιξη: είσοδος, φίλτρο και έξοδος</translation>
    </message>
    <message>
        <source>Predict the next number or the size</source>
        <translation>Πρόβλεψη του επόμενου αριθμού ή του μεγέθους</translation>
    </message>
    <message>
        <source>The same result with zeros between the inputs and the filter turned round</source>
        <translation>Το ίδιο αποτέλεσμα με μηδενικά ανάμεσα στις εισόδους και στραμμένο φίλτρο</translation>
    </message>
    <message>
        <source>The matrix turned over: the decoder’s, with the same numbers</source>
        <translation>Ο ανάστροφος πίνακας: του decoder, με τους ίδιους αριθμούς</translation>
    </message>
    <message>
        <source>Sliding</source>
        <translation>Ολίσθηση</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>Learned filter</source>
        <translation>Μάθηση</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>Δεκτικό πεδίο</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>Αντίστροφα</translation>
    </message>
    <message>
        <source>Checkerboards</source>
        <translation>Σκακιέρες</translation>
    </message>
</context>
<context>
    <name>hg::ConvTimeline</name>
    <message>
        <source>Position %1 of %2</source>
        <translation>Θέση %1 από %2</translation>
    </message>
    <message>
        <source>Position %1 of ?</source>
        <translation>Θέση %1 από ?</translation>
    </message>
    <message>
        <source>Stamp %1 of %2, cell %3 of %4</source>
        <translation>Αποτύπωμα %1 από %2, κελί %3 από %4</translation>
    </message>
</context>
<context>
    <name>hg::DataCutForm</name>
    <message>
        <source>Data</source>
        <translation>Δεδομένα</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Κατηγορίες</translation>
    </message>
    <message>
        <source>all</source>
        <translation>όλες</translation>
    </message>
    <message>
        <source>Labels between commas, such as 3, 8; empty: all</source>
        <translation>Ετικέτες με κόμματα, π.χ. 3, 8· κενό: όλες</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Παραδείγματα</translation>
    </message>
    <message>
        <source>Samples to train on</source>
        <translation>Παραδείγματα εκπαίδευσης</translation>
    </message>
    <message>
        <source>The first so many of the training part; more than there are: all</source>
        <translation>Τα πρώτα τόσα του μέρους εκπαίδευσης· περισσότερα από όσα υπάρχουν: όλα</translation>
    </message>
    <message>
        <source>Held out, %</source>
        <translation>Έλεγχος, %</translation>
    </message>
    <message>
        <source>Held out, per cent</source>
        <translation>Μέρος ελέγχου, τοις εκατό</translation>
    </message>
    <message>
        <source>Of all samples, evenly spread; the error is measured on them</source>
        <translation>Από όλα τα παραδείγματα, ομοιόμορφα· σε αυτά μετριέται το σφάλμα</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Αριθμοί</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>όπως είναι</translation>
    </message>
    <message>
        <source>pixels 0…255</source>
        <translation>pixel 0…255</translation>
    </message>
    <message>
        <source>range → 0…1</source>
        <translation>εύρος → 0…1</translation>
    </message>
    <message>
        <source>mean 0, sd 1</source>
        <translation>μέσος 0, τ.α. 1</translation>
    </message>
    <message>
        <source>Labels in</source>
        <translation>Ετικέτες</translation>
    </message>
    <message>
        <source>Column of the labels</source>
        <translation>Στήλη των ετικετών</translation>
    </message>
    <message>
        <source>Picture side</source>
        <translation>Πλευρά εικόνας</translation>
    </message>
    <message>
        <source>Pictures are scaled to squares of this side; rows of so many numbers squared are read as pictures</source>
        <translation>Οι εικόνες κλιμακώνονται σε τετράγωνα αυτής της πλευράς· γραμμές με τόσους αριθμούς στο τετράγωνο διαβάζονται ως εικόνες</translation>
    </message>
    <message>
        <source>“%1” are no labels between commas</source>
        <translation>το «%1» δεν είναι ετικέτες με κόμματα</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>καμία στήλη</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>την πρώτη</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>την τελευταία</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>στήλη %1</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Ανάστροφες</translation>
    </message>
    <message>
        <source>Transposed pictures</source>
        <translation>Ανάστροφες εικόνες</translation>
    </message>
    <message>
        <source>Rows and columns of each picture change places: EMNIST&apos;s files hold them so</source>
        <translation>Γραμμές και στήλες κάθε εικόνας αλλάζουν θέση: έτσι τις έχουν τα αρχεία του EMNIST</translation>
    </message>
</context>
<context>
    <name>hg::DataForm</name>
    <message>
        <source>Data</source>
        <translation>Δεδομένα</translation>
    </message>
    <message numerus="yes">
        <source>%n drawings of your own</source>
        <translation>
            <numerusform>%n δικό σας σχέδιο</numerusform>
            <numerusform>%n δικά σας σχέδια</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Άνοιγμα αρχείου…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Άνοιγμα φακέλου…</translation>
    </message>
</context>
<context>
    <name>hg::DataStore</name>
    <message>
        <source>Data and PCA</source>
        <translation>Δεδομένα και PCA</translation>
    </message>
</context>
<context>
    <name>hg::DenoiseInspector</name>
    <message>
        <source>Example</source>
        <translation>Παράδειγμα</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Δικές σας ρυθμίσεις</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Θόρυβος</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>Είδος θορύβου</translation>
    </message>
    <message>
        <source>Clip to 0…1</source>
        <translation>Αποκοπή στο 0…1</translation>
    </message>
    <message>
        <source>As pictures are stored: what is darker than black becomes black</source>
        <translation>Όπως αποθηκεύονται οι εικόνες: ό,τι είναι πιο σκούρο από το μαύρο γίνεται μαύρο</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Μοντέλα</translation>
    </message>
    <message>
        <source>Code and PCA</source>
        <translation>Κώδικας, PCA</translation>
    </message>
    <message>
        <source>Numbers in the code, and components of PCA</source>
        <translation>Αριθμοί στον κώδικα και συνιστώσες της PCA</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ρυθμός</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>First digit</source>
        <translation>Πρώτο ψηφίο</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Εποχές</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Σπόρος</translation>
    </message>
    <message>
        <source>20 s</source>
        <translation>20 s</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 λεπτό</translation>
    </message>
    <message>
        <source>full</source>
        <translation>μέγιστος</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>το συνηθισμένο</translation>
    </message>
    <message>
        <source>learnt with</source>
        <translation>έμαθε με</translation>
    </message>
    <message>
        <source>Noise that the twin learns to take off</source>
        <translation>Θόρυβος που μαθαίνει να αφαιρεί το δίδυμο</translation>
    </message>
    <message>
        <source>Own settings.</source>
        <translation>Δικές σας ρυθμίσεις.</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>Γιατί αποτυγχάνει</translation>
    </message>
    <message>
        <source>Try the counter-case</source>
        <translation>Δείτε το αντίθετο</translation>
    </message>
    <message>
        <source>Back to noise as it is</source>
        <translation>Πίσω στον θόρυβο όπως είναι</translation>
    </message>
    <message>
        <source>Clip it</source>
        <translation>Αποκοπή</translation>
    </message>
    <message>
        <source>▾ More</source>
        <translation>▾ Περισσότερα</translation>
    </message>
    <message>
        <source>▸ More</source>
        <translation>▸ Περισσότερα</translation>
    </message>
    <message>
        <source>pace, network, digits, epochs, seed</source>
        <translation>ρυθμός, δίκτυο, ψηφία, εποχές, σπόρος</translation>
    </message>
    <message>
        <source>Clip the noise to 0…1, as most tutorials do, and what was learnt on clean pictures no longer helps.</source>
        <translation>Κόψτε τον θόρυβο στο 0…1, όπως τα περισσότερα παραδείγματα, και ό,τι μαθεύτηκε σε καθαρές εικόνες δεν βοηθά πια.</translation>
    </message>
    <message>
        <source>Clipped, black is %1 on average instead of 0: grey, which no clean picture has. Most tutorials train on noisy pictures instead.</source>
        <translation>Με αποκοπή το μαύρο έχει μέσο %1 αντί 0: γκρι, που δεν μαθεύτηκε. Τα συνήθη παραδείγματα εκπαιδεύουν σε θόρυβο.</translation>
    </message>
</context>
<context>
    <name>hg::DenoiseModel</name>
    <message>
        <source>Measuring</source>
        <translation>Μέτρηση</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>δεν έχει εκπαιδευτεί</translation>
    </message>
    <message>
        <source>learning: %1 %</source>
        <translation>μαθαίνει: %1 %</translation>
    </message>
    <message>
        <source>paused at update %1</source>
        <translation>παύση, ενημέρωση %1</translation>
    </message>
    <message>
        <source>has run away</source>
        <translation>έχει αποκλίνει</translation>
    </message>
    <message>
        <source>What a narrow network cannot carry, it loses: also the noise.</source>
        <translation>Ό,τι δεν χωρά σε ένα στενό δίκτυο χάνεται: και ο θόρυβος.</translation>
    </message>
    <message>
        <source>training: %1 %</source>
        <translation>εκπαίδευση: %1 %</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Θόρυβος</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Αποκοπή</translation>
    </message>
    <message>
        <source>no</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>Κώδικας</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>The training has run away: its numbers are no longer finite.</source>
        <translation>Η εκπαίδευση απέκλινε: οι αριθμοί της δεν είναι πια πεπερασμένοι.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Από την αρχή</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Ανάγνωση του αρχείου</translation>
    </message>
</context>
<context>
    <name>hg::DenoiseStage</name>
    <message>
        <source>Pictures and curves</source>
        <translation>Εικόνες και καμπύλες</translation>
    </message>
    <message>
        <source>In the code</source>
        <translation>Στον κώδικα</translation>
    </message>
    <message>
        <source>Your own noise</source>
        <translation>Δικός σας θόρυβος</translation>
    </message>
    <message>
        <source>Reading the data and computing their principal components…</source>
        <translation>Διαβάζονται τα δεδομένα και υπολογίζονται οι κύριες συνιστώσες…</translation>
    </message>
</context>
<context>
    <name>hg::DenoiseTrainBar</name>
    <message>
        <source>● Train both</source>
        <translation>● Εκπαίδευση</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>● Continue</source>
        <translation>● Συνέχεια</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>Παύση της εκπαίδευσης</translation>
    </message>
    <message>
        <source>Goes on training</source>
        <translation>Συνεχίζει την εκπαίδευση</translation>
    </message>
    <message>
        <source>Trains both networks side by side from the same beginning: one on clean pictures, one on noisy ones</source>
        <translation>Εκπαιδεύει τα δύο δίκτυα πλάι πλάι από την ίδια αρχή: το ένα σε καθαρές εικόνες, το άλλο σε θορυβώδεις</translation>
    </message>
</context>
<context>
    <name>hg::DialCard</name>
    <message>
        <source>As trained</source>
        <translation>Αρχικός</translation>
    </message>
    <message>
        <source>Turn 30°</source>
        <translation>Στροφή 30°</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Εναλλαγή</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Τέντωμα</translation>
    </message>
    <message>
        <source>PC axes</source>
        <translation>Άξονες PC</translation>
    </message>
    <message>
        <source>Turns the new codes onto PC1 and PC2; the network stays as it is</source>
        <translation>Στρέφει τις νέες κωδικοποιήσεις στους άξονες PC1 και PC2· το δίκτυο μένει όπως είναι</translation>
    </message>
    <message>
        <source>M, row %1, column %2</source>
        <translation>M, γραμμή %1, στήλη %2</translation>
    </message>
    <message>
        <source>The inverse of M</source>
        <translation>Ο αντίστροφος του M</translation>
    </message>
    <message>
        <source>code before</source>
        <translation>z πριν</translation>
    </message>
    <message>
        <source>rebuilt before</source>
        <translation>εικόνα πριν</translation>
    </message>
    <message>
        <source>rebuilt after</source>
        <translation>εικόνα μετά</translation>
    </message>
    <message>
        <source>code after M</source>
        <translation>M·z</translation>
    </message>
    <message>
        <source>Linear network, 2 numbers</source>
        <translation>Γραμμικό δίκτυο, 2 αριθμοί</translation>
    </message>
    <message>
        <source>The dial is for a linear network with a code of 2 numbers. This one bends, and its code is of size %1.</source>
        <translation>Ο πίνακας M είναι για γραμμικό δίκτυο με κωδικοποίηση 2 αριθμών. Αυτό δεν είναι γραμμικό, και η κωδικοποίησή του έχει μέγεθος %1.</translation>
    </message>
    <message>
        <source>The dial is for linear networks. This one bends: behind a bend no matrix can take back what another has done.</source>
        <translation>Ο πίνακας M είναι για γραμμικά δίκτυα. Αυτό δεν είναι γραμμικό: μετά από μη γραμμική ενεργοποίηση κανένας πίνακας δεν αναιρεί ό,τι έκανε ένας άλλος.</translation>
    </message>
    <message>
        <source>The dial turns a code of 2 numbers; this one is of size %1.</source>
        <translation>Ο πίνακας M στρέφει κωδικοποίηση 2 αριθμών· αυτή έχει μέγεθος %1.</translation>
    </message>
    <message>
        <source>Codes of four samples before and after M</source>
        <translation>Κωδικοποιήσεις τεσσάρων παραδειγμάτων πριν και μετά τον M</translation>
    </message>
</context>
<context>
    <name>hg::DialModel</name>
    <message>
        <source>Measuring the dial</source>
        <translation>Μέτρηση της μεταβολής</translation>
    </message>
</context>
<context>
    <name>hg::DigitQuestion</name>
    <message>
        <source>Which digit is it?</source>
        <translation>Ποιο ψηφίο είναι;</translation>
    </message>
    <message>
        <source>Which digit?</source>
        <translation>Ποιο ψηφίο;</translation>
    </message>
    <message>
        <source>key 0–9 or click</source>
        <translation>πλήκτρο 0–9 ή κλικ</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>Αφαίρεση της ετικέτας</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Παράλειψη (Esc)</translation>
    </message>
</context>
<context>
    <name>hg::DrawingCard</name>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Takes the last stroke back</source>
        <translation>Αναιρεί την τελευταία πινελιά</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Σβήσιμο</translation>
    </message>
    <message>
        <source>Draw here with the mouse</source>
        <translation>Σχεδιάστε εδώ με το ποντίκι</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>Πίνακας σχεδίασης</translation>
    </message>
    <message>
        <source>its code</source>
        <translation>ο κώδικας</translation>
    </message>
    <message>
        <source>How unusual?</source>
        <translation>Ασυνήθιστο;</translation>
    </message>
    <message>
        <source>Nearest in the plane</source>
        <translation>Τα κοντινότερα στο επίπεδο</translation>
    </message>
    <message>
        <source>What goes in and what is rebuilt</source>
        <translation>Η είσοδος και η ανασύνθεσή της</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>σφάλμα %1</translation>
    </message>
    <message>
        <source>These pictures are no squares: nothing can be drawn for them.</source>
        <translation>Αυτές οι εικόνες δεν είναι τετράγωνες: δεν γίνεται να σχεδιαστεί κάτι γι’ αυτές.</translation>
    </message>
    <message>
        <source>It is compared with the others when the training rests.</source>
        <translation>Θα συγκριθεί με τα άλλα μόλις σταματήσει η εκπαίδευση.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Rebuilt worse than %1% of the %2 held-out pictures.</source>
        <translation>Ανασυντίθεται χειρότερα από το %1% των %2 εικόνων ελέγχου.</translation>
    </message>
    <message>
        <source>It lands among the %1s: %2 of the %3 nearest.</source>
        <translation>Πέφτει ανάμεσα στα %1: %2 από τα %3 κοντινότερα.</translation>
    </message>
    <message>
        <source>in</source>
        <translation>είσοδος</translation>
    </message>
    <message>
        <source>out</source>
        <translation>έξοδος</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Σχέδιο</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Φύλαξη</translation>
    </message>
    <message>
        <source>Collects drawings with their labels: data to train on</source>
        <translation>Συλλέγει σχέδια με την ετικέτα τους: δεδομένα για εκπαίδευση</translation>
    </message>
    <message>
        <source>as a %1</source>
        <translation>ως %1</translation>
    </message>
    <message numerus="yes">
        <source>Train on %n kept drawings</source>
        <translation>
            <numerusform>Εκπαίδευση σε %n φυλαγμένο σχέδιο</numerusform>
            <numerusform>Εκπαίδευση σε %n φυλαγμένα σχέδια</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawings kept</source>
        <translation>
            <numerusform>Φυλάχτηκε %n σχέδιο</numerusform>
            <numerusform>Φυλάχτηκαν %n σχέδια</numerusform>
        </translation>
    </message>
    <message>
        <source>It is centred and scaled as handwritten digits are.</source>
        <translation>Κεντράρεται και κλιμακώνεται όπως τα χειρόγραφα ψηφία.</translation>
    </message>
    <message>
        <source>It lands in the class %1: %2 of the %3 nearest.</source>
        <translation>Πέφτει στην κατηγορία %1: %2 από τα %3 κοντινότερα.</translation>
    </message>
</context>
<context>
    <name>hg::ExampleBox</name>
    <message>
        <source>Own settings</source>
        <translation>Δικές σας ρυθμίσεις</translation>
    </message>
</context>
<context>
    <name>hg::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Είδος αρχείου</translation>
    </message>
    <message>
        <source>MP4 needs the program ffmpeg, which is not installed here.</source>
        <translation>Για MP4 χρειάζεται το πρόγραμμα ffmpeg, που δεν είναι εγκατεστημένο εδώ.</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Μέγεθος σε pixel</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Άλλο</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Πλάτος</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Ύψος</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Χρώματα</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ανοιχτά</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Σκούρα</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Προεπισκόπηση</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Πρόοδος</translation>
    </message>
    <message>
        <source>A picture of what is shown now.</source>
        <translation>Εικόνα όσων φαίνονται τώρα.</translation>
    </message>
    <message>
        <source>A drawing of what is shown now, sharp at every size.</source>
        <translation>Σχέδιο όσων φαίνονται τώρα, ευκρινές σε κάθε μέγεθος.</translation>
    </message>
    <message>
        <source>A page for every position, %1 in all, sharp at every size.</source>
        <translation>Μία σελίδα για κάθε θέση, %1 συνολικά, ευκρινείς σε κάθε μέγεθος.</translation>
    </message>
    <message>
        <source>The animation (%1 s), for slides and web pages.</source>
        <translation>Η κινούμενη εικόνα (%1 s), για διαφάνειες και ιστοσελίδες.</translation>
    </message>
    <message>
        <source>The animation as a film (%1 s).</source>
        <translation>Η κινούμενη εικόνα ως βίντεο (%1 s).</translation>
    </message>
    <message>
        <source>A page for every browser, also on a phone and without a network: all positions (%1), one by one.</source>
        <translation>Σελίδα για κάθε πρόγραμμα περιήγησης, και στο κινητό ή χωρίς δίκτυο: όλες οι θέσεις (%1), μία μία.</translation>
    </message>
    <message>
        <source>A file of this name exists; it will be replaced.</source>
        <translation>Υπάρχει αρχείο με αυτό το όνομα· θα αντικατασταθεί.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Αντικατάσταση</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>Το αρχείο χρειάζεται όνομα.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Δεν υπάρχει φάκελος %1.</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>Το %1 δεν είναι φάκελος.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>Το %1 είναι φάκελος.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Ακυρώθηκε· δεν γράφτηκε τίποτα.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Επιλογή</translation>
    </message>
    <message>
        <source>Saved: %1 (%2)</source>
        <translation>Αποθηκεύτηκε: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>hg::ExportJob</name>
    <message>
        <source>Exporting</source>
        <translation>Εξαγωγή</translation>
    </message>
</context>
<context>
    <name>hg::FewLabelsBar</name>
    <message>
        <source>● Train</source>
        <translation>● Εκπαίδευση</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Παύση</translation>
    </message>
    <message>
        <source>● Continue</source>
        <translation>● Συνέχεια</translation>
    </message>
    <message>
        <source>Next label (N)</source>
        <translation>Επόμενη ετικέτα (N)</translation>
    </message>
    <message>
        <source>Asks for the label of the next digit that is worth one</source>
        <translation>Ζητά την ετικέτα του επόμενου ψηφίου που την αξίζει</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>Παύση της εκπαίδευσης</translation>
    </message>
    <message>
        <source>Goes on training</source>
        <translation>Η εκπαίδευση συνεχίζεται</translation>
    </message>
    <message>
        <source>Trains the autoencoder once more, without labels, in front of you</source>
        <translation>Εκπαιδεύει ξανά τον autoencoder, χωρίς ετικέτες, μπροστά σας</translation>
    </message>
</context>
<context>
    <name>hg::FewLabelsInspector</name>
    <message>
        <source>Example</source>
        <translation>Παράδειγμα</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Δικές σας ρυθμίσεις</translation>
    </message>
    <message>
        <source>Code and PCA</source>
        <translation>Κώδικας και PCA</translation>
    </message>
    <message>
        <source>Numbers in the code, and components of PCA</source>
        <translation>Αριθμοί του κώδικα και συνιστώσες της PCA</translation>
    </message>
    <message>
        <source>Who reads</source>
        <translation>Ανάγνωση</translation>
    </message>
    <message>
        <source>Labels at random</source>
        <translation>Τυχαίες ετικέτες</translation>
    </message>
    <message>
        <source>A class</source>
        <translation>Ανά κατηγορία</translation>
    </message>
    <message>
        <source>Labels a class</source>
        <translation>Ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Χάρτης</translation>
    </message>
    <message>
        <source>Flat by</source>
        <translation>Επίπεδο με</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>MDS</source>
        <translation>MDS</translation>
    </message>
    <message>
        <source>How the codes are laid onto a plane</source>
        <translation>Πώς απλώνονται οι κώδικες σε επίπεδο</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Προτάσεις</translation>
    </message>
    <message>
        <source>Digits that are worth a label</source>
        <translation>Ψηφία που αξίζουν ετικέτα</translation>
    </message>
    <message>
        <source>Each stands in the middle of a group of codes. They come from the code, so it may profit from them.</source>
        <translation>Καθένα βρίσκεται στη μέση μιας ομάδας κωδίκων. Προέρχονται από τον κώδικα, οπότε ίσως τον ευνοούν.</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Κληρώσεις</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ρυθμός</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>Εικόνα ελέγχου</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Εποχές</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Σπόρος</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Δίκτυο</translation>
    </message>
    <message>
        <source>20 s</source>
        <translation>20 s</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 λεπτό</translation>
    </message>
    <message>
        <source>full</source>
        <translation>πλήρης</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>το συνηθισμένο</translation>
    </message>
    <message>
        <source>Own settings.</source>
        <translation>Δικές σας ρυθμίσεις.</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Πώς λέγεται</translation>
    </message>
    <message>
        <source>“Few-shot learning” in the lecture; today one says semi-supervised learning, or pretraining and a linear probe.</source>
        <translation>«Few-shot learning» στη διάλεξη· σήμερα λέγεται ημιεπιβλεπόμενη μάθηση, ή προεκπαίδευση με γραμμικό κατηγοριοποιητή.</translation>
    </message>
    <message>
        <source>Which digits to label?</source>
        <translation>Ποια ψηφία αξίζουν ετικέτα;</translation>
    </message>
    <message>
        <source>The suggested ones stand in the middle of a group. All %1 of them reach %2; as many at random, on average, %3.</source>
        <translation>Τα προτεινόμενα βρίσκονται στη μέση μιας ομάδας. Και τα %1 μαζί φτάνουν το %2· άλλα τόσα τυχαία, κατά μέσο όρο, το %3.</translation>
    </message>
    <message>
        <source>▾ More</source>
        <translation>▾ Περισσότερα</translation>
    </message>
    <message>
        <source>▸ More</source>
        <translation>▸ Περισσότερα</translation>
    </message>
    <message>
        <source>network, draws, pace, epochs, seed</source>
        <translation>δίκτυο, κληρώσεις, ρυθμός, εποχές, σπόρος</translation>
    </message>
</context>
<context>
    <name>hg::FewLabelsModel</name>
    <message>
        <source>measuring…</source>
        <translation>μέτρηση…</translation>
    </message>
    <message>
        <source>learning: %1 %</source>
        <translation>μαθαίνει: %1 %</translation>
    </message>
    <message>
        <source>has run away</source>
        <translation>απέκλινε</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>δεν έχει εκπαιδευτεί</translation>
    </message>
    <message>
        <source>Reading with few labels</source>
        <translation>Ανάγνωση με λίγες ετικέτες</translation>
    </message>
    <message>
        <source>Laying the codes onto a plane</source>
        <translation>Άπλωμα των κωδίκων σε επίπεδο</translation>
    </message>
    <message>
        <source>Looking for digits that are worth a label</source>
        <translation>Αναζήτηση ψηφίων που αξίζουν ετικέτα</translation>
    </message>
    <message>
        <source>Twenty labels are the most: remove one, or go back and label from there.</source>
        <translation>Είκοσι ετικέτες είναι το όριο: αφαιρέστε μία ή γυρίστε πίσω και συνεχίστε από εκεί.</translation>
    </message>
    <message>
        <source>Twenty clicks of yours, and what each was worth.</source>
        <translation>Είκοσι δικά σας κλικ, και τι άξιζε το καθένα.</translation>
    </message>
    <message>
        <source>An encoder that learnt without labels, and a small classifier that has only a few.</source>
        <translation>Κωδικοποιητής χωρίς ετικέτες, μικρός κατηγοριοποιητής με λίγες.</translation>
    </message>
    <message>
        <source>training: %1 %</source>
        <translation>εκπαίδευση: %1 %</translation>
    </message>
    <message>
        <source>Labels a class</source>
        <translation>Ετικέτες ανά κατηγορία</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Ανάγνωση</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>Bottleneck</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>A class of these data has fewer samples than the least number of labels.</source>
        <translation>Μια κατηγορία αυτών των δεδομένων έχει λιγότερα δείγματα από τον μικρότερο αριθμό ετικετών.</translation>
    </message>
    <message>
        <source>The training has run away: its numbers are no longer finite.</source>
        <translation>Η εκπαίδευση απέκλινε: οι αριθμοί της δεν είναι πια πεπερασμένοι.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Από την αρχή</translation>
    </message>
    <message>
        <source>Measuring was cancelled.</source>
        <translation>Η μέτρηση ακυρώθηκε.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Συνέχεια</translation>
    </message>
    <message>
        <source>paused: %1 %</source>
        <translation>σε παύση: %1 %</translation>
    </message>
    <message>
        <source>The colours would give away what every digit is: whoever labels now, labels by them.</source>
        <translation>Τα χρώματα θα αποκάλυπταν τι είναι κάθε ψηφίο: όποιος επισημειώνει τώρα, επισημειώνει με βάση αυτά.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Εμφάνιση</translation>
    </message>
</context>
<context>
    <name>hg::FewLabelsStage</name>
    <message>
        <source>Two parts</source>
        <translation>Δύο μέρη</translation>
    </message>
    <message>
        <source>Label it yourself</source>
        <translation>Δικές σας ετικέτες</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Λάθη</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Χάρτης</translation>
    </message>
    <message>
        <source>Reading the data and computing their principal components…</source>
        <translation>Ανάγνωση των δεδομένων και υπολογισμός των κύριων συνιστωσών τους…</translation>
    </message>
</context>
<context>
    <name>hg::FieldCanvas</name>
    <message>
        <source>Open layer %1</source>
        <translation>Άνοιγμα στρώματος %1</translation>
    </message>
    <message>
        <source>Open this layer</source>
        <translation>Άνοιγμα στρώματος</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>A copy of its weights and its input in the tab Sliding</source>
        <translation>Αντίγραφο των βαρών και της εισόδου του στην καρτέλα «Ολίσθηση»</translation>
    </message>
    <message>
        <source>Click: what this cell sees</source>
        <translation>Κλικ: τι βλέπει αυτό το κελί</translation>
    </message>
</context>
<context>
    <name>hg::FieldForm</name>
    <message>
        <source>Cell</source>
        <translation>Κελί</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Δοκιμή</translation>
    </message>
    <message>
        <source>Takes these layers in place of yours</source>
        <translation>Παίρνει αυτά τα στρώματα στη θέση των δικών σας</translation>
    </message>
    <message>
        <source>Take the lab’s input</source>
        <translation>Χρήση της εισόδου του εργαστηρίου</translation>
    </message>
    <message>
        <source>The stack has kept its own input until now</source>
        <translation>Τα στρώματα κρατούσαν έως τώρα τη δική τους είσοδο</translation>
    </message>
    <message>
        <source>Settings of</source>
        <translation>Ρυθμίσεις για</translation>
    </message>
    <message>
        <source>The layer whose settings follow</source>
        <translation>Το στρώμα του οποίου ακολουθούν οι ρυθμίσεις</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Ανάστροφη</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Μέγιστο</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>Causal</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>Με αριθμούς</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Διαστολή</translation>
    </message>
    <message>
        <source>Channel shown</source>
        <translation>Κανάλι που φαίνεται</translation>
    </message>
    <message>
        <source>From the network in training</source>
        <translation>Από το δίκτυο που εκπαιδεύεται</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Its convolutions from the input on, with their weights</source>
        <translation>Οι συνελίξεις του από την είσοδο και μετά, με τα βάρη τους</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Its convolutions up to the output, with their weights</source>
        <translation>Οι συνελίξεις του έως την έξοδο, με τα βάρη τους</translation>
    </message>
    <message>
        <source>Layers: size / stride</source>
        <translation>Στρώματα: μέγεθος / βήμα</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Στρώμα %1</translation>
    </message>
    <message>
        <source>Layer %1, size</source>
        <translation>Στρώμα %1, μέγεθος</translation>
    </message>
    <message>
        <source>Layer %1, stride</source>
        <translation>Στρώμα %1, βήμα</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>The last layer goes</source>
        <translation>Φεύγει το τελευταίο στρώμα</translation>
    </message>
    <message>
        <source>▾ More</source>
        <translation>▾ Περισσότερα</translation>
    </message>
    <message>
        <source>▸ More</source>
        <translation>▸ Περισσότερα</translation>
    </message>
    <message>
        <source>Padding, dilation, channel shown, the network in training</source>
        <translation>Padding, διαστολή, κανάλι που φαίνεται, το δίκτυο που εκπαιδεύεται</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>Προσθήκη στρώματος</translation>
    </message>
    <message>
        <source>Four layers at most</source>
        <translation>Έως τέσσερα στρώματα</translation>
    </message>
    <message>
        <source>Layer %1, row, column</source>
        <translation>Στρώμα %1, γραμμή, στήλη</translation>
    </message>
    <message>
        <source>%1 of %2 × %3</source>
        <translation>%1 από %2 × %3</translation>
    </message>
</context>
<context>
    <name>hg::FieldModel</name>
    <message numerus="yes">
        <source>%n layers before these are left out: they are dense, and each of their numbers sees everything.</source>
        <translation>
            <numerusform>%n στρώμα πριν από αυτά παραλείπεται: είναι πυκνό, και κάθε αριθμός του βλέπει τα πάντα.</numerusform>
            <numerusform>%n στρώματα πριν από αυτά παραλείπονται: είναι πυκνά, και κάθε αριθμός τους βλέπει τα πάντα.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers above these are left out: they are dense, and each of their numbers sees everything.</source>
        <translation>
            <numerusform>%n στρώμα πάνω από αυτά παραλείπεται: είναι πυκνό, και κάθε αριθμός του βλέπει τα πάντα.</numerusform>
            <numerusform>%n στρώματα πάνω από αυτά παραλείπονται: είναι πυκνά, και κάθε αριθμός τους βλέπει τα πάντα.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 cells are too many; up to %3 a side are shown</source>
        <translation>%1 × %2 κελιά είναι πάρα πολλά· δείχνονται έως %3 ανά πλευρά</translation>
    </message>
    <message>
        <source>Not possible. %1. The last stack that worked is shown.</source>
        <translation>Δεν γίνεται. %1. Δείχνονται τα τελευταία στρώματα που λειτουργούσαν.</translation>
    </message>
    <message>
        <source>Use the nearest that works</source>
        <translation>Χρήση του πλησιέστερου που λειτουργεί</translation>
    </message>
    <message numerus="yes">
        <source>%n layers of size %1 and stride 1 see as much.</source>
        <translation>
            <numerusform>%n στρώμα μεγέθους %1 με βήμα 1 βλέπει άλλα τόσα.</numerusform>
            <numerusform>%n στρώματα μεγέθους %1 με βήμα 1 βλέπουν άλλα τόσα.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With stride 1 everywhere these %n would see %1.</source>
        <translation>
            <numerusform>Με βήμα 1 αυτό το ένα θα έβλεπε %1.</numerusform>
            <numerusform>Με βήμα 1 παντού αυτά τα %n θα έβλεπαν %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Activations of an encoder after update %1.</source>
        <translation>Ενεργοποιήσεις ενός encoder μετά την ενημέρωση %1.</translation>
    </message>
    <message>
        <source>Activations of a decoder after update %1.</source>
        <translation>Ενεργοποιήσεις ενός decoder μετά την ενημέρωση %1.</translation>
    </message>
    <message>
        <source>Weights of a network; a layer that they do not fit averages its window.</source>
        <translation>Βάρη ενός δικτύου· όποιο στρώμα δεν ταιριάζει με αυτά παίρνει τον μέσο όρο της περιοχής του.</translation>
    </message>
    <message>
        <source>Each cell is the average of its window.</source>
        <translation>Κάθε κελί είναι ο μέσος όρος της περιοχής του.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>στρώμα</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>κλίση</translation>
    </message>
    <message>
        <source>off</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>How much of the input one number deep in the network can see.</source>
        <translation>Πόσο από την είσοδο βλέπει ένας αριθμός βαθιά μέσα στο δίκτυο.</translation>
    </message>
</context>
<context>
    <name>hg::FieldPage</name>
    <message>
        <source>Weigh by gradient</source>
        <translation>Βαρύτητα κατά κλίση</translation>
    </message>
    <message>
        <source>The input is shaded by how much each of its cells changes the chosen cell</source>
        <translation>Η είσοδος σκιάζεται κατά το πόσο κάθε κελί της αλλάζει το επιλεγμένο κελί</translation>
    </message>
    <message>
        <source>Receptive field: levels, one line of them, arithmetic</source>
        <translation>Δεκτικό πεδίο: στρώματα, μία γραμμή τους, υπολογισμός</translation>
    </message>
    <message>
        <source>Arrow keys move the cell, Shift with ↑ ↓ changes its layer.</source>
        <translation>Τα βελάκια μετακινούν το κελί, το Shift με ↑ ↓ αλλάζει στρώμα.</translation>
    </message>
</context>
<context>
    <name>hg::FieldReturn</name>
    <message>
        <source>◂ Back to the cell</source>
        <translation>◂ Πίσω στο κελί</translation>
    </message>
    <message>
        <source>A copy of layer %1 of the receptive field</source>
        <translation>Αντίγραφο στρώματος %1 του δεκτικού πεδίου</translation>
    </message>
</context>
<context>
    <name>hg::FieldTimeline</name>
    <message>
        <source>The cell of layer %1</source>
        <translation>Το κελί του στρώματος %1</translation>
    </message>
    <message>
        <source>From layer %1 down to the input</source>
        <translation>Από το στρώμα %1 έως την είσοδο</translation>
    </message>
    <message>
        <source>From layer %1 down to layer %2</source>
        <translation>Από το στρώμα %1 έως το στρώμα %2</translation>
    </message>
</context>
<context>
    <name>hg::FilmTimeline</name>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Εικόνα %1 από %2</translation>
    </message>
</context>
<context>
    <name>hg::HourglassPage</name>
    <message>
        <source>The network with one picture in it</source>
        <translation>Το δίκτυο με μία εικόνα μέσα του</translation>
    </message>
</context>
<context>
    <name>hg::InputSource</name>
    <message>
        <source>Another one</source>
        <translation>Ένα άλλο</translation>
    </message>
    <message>
        <source>Coloured pictures as three channels</source>
        <translation>Έγχρωμες εικόνες ως τρία κανάλια</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Είσοδος</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Φόρτωση…</translation>
    </message>
    <message>
        <source>Input: %1</source>
        <translation>Είσοδος: %1</translation>
    </message>
</context>
<context>
    <name>hg::LabFiles</name>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Save state</source>
        <translation>Αποθήκευση κατάστασης</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Αυτό που αποθέσατε</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Άνοιγμα φακέλου</translation>
    </message>
    <message>
        <source>Your %1</source>
        <translation>Το δικό σας %1</translation>
    </message>
</context>
<context>
    <name>hg::LabModel</name>
    <message>
        <source>Reading %1</source>
        <translation>Ανάγνωση: %1</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Πρόχειρο</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Αποθηκεύτηκε: %1</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Ο σύνδεσμος αντιγράφηκε</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Αντιγραφή ως εντολή</translation>
    </message>
    <message>
        <source>there are too many numbers for a command line; save the state and give its file to --state</source>
        <translation>οι αριθμοί είναι πάρα πολλοί για μια γραμμή εντολών· αποθηκεύστε την κατάσταση και δώστε το αρχείο της στο --state</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Η εντολή αντιγράφηκε</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Επιλογή του αρχείου…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Επιλογή του φακέλου…</translation>
    </message>
    <message>
        <source>Link copied. It names %1, which whoever follows it chooses.</source>
        <translation>Ο σύνδεσμος αντιγράφηκε. Αναφέρει το %1, που το επιλέγει όποιος τον ακολουθήσει.</translation>
    </message>
    <message>
        <source>no option takes a sound file; copy a link or save the state</source>
        <translation>καμία επιλογή δεν δέχεται αρχείο ήχου· αντιγράψτε έναν σύνδεσμο ή αποθηκεύστε την κατάσταση</translation>
    </message>
</context>
<context>
    <name>hg::LabelBoard</name>
    <message>
        <source>Measuring what few labels give</source>
        <translation>Μέτρηση: τι δίνουν λίγες ετικέτες</translation>
    </message>
</context>
<context>
    <name>hg::LabelMapPage</name>
    <message>
        <source>what they are</source>
        <translation>τι είναι</translation>
    </message>
    <message>
        <source>what is read</source>
        <translation>τι διαβάζεται</translation>
    </message>
    <message>
        <source>Colours of the points</source>
        <translation>Χρώματα των σημείων</translation>
    </message>
    <message>
        <source>Codes of test pictures, with the labelled ones</source>
        <translation>Κώδικες εικόνων ελέγχου, με όσες έχουν ετικέτα</translation>
    </message>
    <message>
        <source>wrong ones</source>
        <translation>λάθη</translation>
    </message>
</context>
<context>
    <name>hg::LabelStrip</name>
    <message>
        <source>Click: change or remove the label</source>
        <translation>Κλικ: αλλαγή ή αφαίρεση της ετικέτας</translation>
    </message>
</context>
<context>
    <name>hg::LabelTable</name>
    <message>
        <source>The code of the frozen encoder</source>
        <translation>Ο κώδικας του παγωμένου κωδικοποιητή</translation>
    </message>
    <message>
        <source>The layer before the code, of the same frozen encoder</source>
        <translation>Το στρώμα πριν από τον κώδικα, του ίδιου παγωμένου κωδικοποιητή</translation>
    </message>
    <message>
        <source>The pixels themselves</source>
        <translation>Τα ίδια τα pixel</translation>
    </message>
    <message>
        <source>As many principal components as the code has numbers</source>
        <translation>Τόσες κύριες συνιστώσες όσοι οι αριθμοί του κώδικα</translation>
    </message>
    <message>
        <source>The first layer of the network before any training</source>
        <translation>Το πρώτο στρώμα του δικτύου πριν από κάθε εκπαίδευση</translation>
    </message>
    <message>
        <source>The same network, trained on the labelled samples alone</source>
        <translation>Το ίδιο δίκτυο, εκπαιδευμένο μόνο στα δείγματα με ετικέτα</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>At 1 label a class</source>
        <translation>Με 1 ετικέτα ανά κατηγορία</translation>
    </message>
    <message>
        <source>At %1 labels a class</source>
        <translation>Με %1 ετικέτες ανά κατηγορία</translation>
    </message>
</context>
<context>
    <name>hg::LayerEditor</name>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>+ layer</source>
        <translation>+ στρώμα</translation>
    </message>
    <message>
        <source>Add a layer to the encoder</source>
        <translation>Νέο στρώμα στον encoder</translation>
    </message>
    <message>
        <source>Add a layer to the decoder</source>
        <translation>Νέο στρώμα στον decoder</translation>
    </message>
    <message>
        <source>The decoder mirrors the encoder</source>
        <translation>Ο decoder καθρεφτίζει τον encoder</translation>
    </message>
    <message>
        <source>Off: the decoder has layers of its own</source>
        <translation>Κλειστό: ο decoder έχει δικά του στρώματα</translation>
    </message>
    <message>
        <source>Save layers…</source>
        <translation>Αποθήκευση…</translation>
    </message>
    <message>
        <source>As a file that “hourglass train --model” takes</source>
        <translation>Τα στρώματα, σε αρχείο που δέχεται το «hourglass train --model»</translation>
    </message>
    <message>
        <source>Open layers…</source>
        <translation>Άνοιγμα…</translation>
    </message>
    <message>
        <source>From the description of a network, FILE.json</source>
        <translation>Στρώματα από την περιγραφή ενός δικτύου, FILE.json</translation>
    </message>
    <message>
        <source>All weights and biases</source>
        <translation>Όλα τα βάρη και οι πολώσεις</translation>
    </message>
    <message>
        <source>Decoder: mirror</source>
        <translation>Decoder: καθρέφτης</translation>
    </message>
    <message>
        <source>Decoder: its own</source>
        <translation>Decoder: δικά του</translation>
    </message>
    <message>
        <source>Open layers</source>
        <translation>Άνοιγμα στρωμάτων</translation>
    </message>
    <message>
        <source>Descriptions of networks (*.json)</source>
        <translation>Περιγραφές δικτύων (*.json)</translation>
    </message>
    <message>
        <source>Save layers</source>
        <translation>Αποθήκευση στρωμάτων</translation>
    </message>
    <message>
        <source>it is for samples of %1, and these have %2</source>
        <translation>είναι για δείγματα %1, και αυτά έχουν %2</translation>
    </message>
    <message>
        <source>no layer follows the code</source>
        <translation>κανένα στρώμα δεν ακολουθεί τον κώδικα</translation>
    </message>
    <message>
        <source>its code, layer %1, is no dense layer with a row of units</source>
        <translation>ο κώδικάς του, στρώμα %1, δεν είναι πυκνό στρώμα με μια σειρά νευρώνων</translation>
    </message>
    <message>
        <source>its code has %1 numbers; up to %2 are possible</source>
        <translation>ο κώδικάς του έχει %1 αριθμούς· γίνονται έως %2</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Άνοιξε: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Αποθηκεύτηκε: %1</translation>
    </message>
</context>
<context>
    <name>hg::LayerField</name>
    <message>
        <source>maps × height × width</source>
        <translation>χάρτες × ύψος × πλάτος</translation>
    </message>
</context>
<context>
    <name>hg::LayerRow</name>
    <message>
        <source>%1: type</source>
        <translation>%1: είδος</translation>
    </message>
    <message>
        <source>%1: activation</source>
        <translation>%1: ενεργοποίηση</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ενεργοποίηση</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: αφαίρεση</translation>
    </message>
    <message>
        <source>Remove this layer (Delete)</source>
        <translation>Αφαίρεση του στρώματος (Delete)</translation>
    </message>
    <message>
        <source>%1: move</source>
        <translation>%1: μετακίνηση</translation>
    </message>
    <message>
        <source>Drag, or Alt with ↑ ↓, to move this layer; Delete removes it</source>
        <translation>Με σύρσιμο ή Alt και ↑ ↓ το στρώμα μετακινείται· με Delete αφαιρείται</translation>
    </message>
    <message>
        <source>The code is a row of numbers: a dense layer</source>
        <translation>Ο κώδικας είναι μια σειρά αριθμών: πυκνό στρώμα</translation>
    </message>
    <message>
        <source>gives %1, the code</source>
        <translation>δίνει %1, τον κώδικα</translation>
    </message>
    <message>
        <source>gives %1</source>
        <translation>δίνει %1</translation>
    </message>
    <message numerus="yes">
        <source>%n weights</source>
        <translation>
            <numerusform>%n βάρος</numerusform>
            <numerusform>%n βάρη</numerusform>
        </translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>χωρίς βάρη</translation>
    </message>
    <message>
        <source>The nearest value that works</source>
        <translation>Η πλησιέστερη τιμή που γίνεται</translation>
    </message>
</context>
<context>
    <name>hg::LearnedCanvas</name>
    <message>
        <source>Draw here what the filter is to make of the input</source>
        <translation>Σχεδιάστε εδώ τι να δίνει το φίλτρο από την είσοδο</translation>
    </message>
    <message>
        <source>Click: the arithmetic of this weight</source>
        <translation>Κλικ: ο υπολογισμός αυτού του βάρους</translation>
    </message>
</context>
<context>
    <name>hg::LearnedForm</name>
    <message>
        <source>Wanted output</source>
        <translation>Ζητούμενη έξοδος</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Κατάβαση</translation>
    </message>
    <message>
        <source>Random start</source>
        <translation>Τυχαία αρχή</translation>
    </message>
    <message>
        <source>The filter begins with small random weights; another number gives others</source>
        <translation>Το φίλτρο αρχίζει με μικρά τυχαία βάρη· άλλος αριθμός δίνει άλλα</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Μέθοδος</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Ρυθμός μάθησης</translation>
    </message>
    <message>
        <source>Use the usual rate</source>
        <translation>Συνήθης ρυθμός</translation>
    </message>
    <message>
        <source>above %1 it flies apart</source>
        <translation>πάνω από %1 αποκλίνει</translation>
    </message>
    <message>
        <source>a blank input: any rate is as good</source>
        <translation>κενή είσοδος: κάθε ρυθμός κάνει</translation>
    </message>
    <message>
        <source>no edge: its steps do not grow with the gradient</source>
        <translation>χωρίς όριο: οι μεταβολές δεν μεγαλώνουν με την κλίση</translation>
    </message>
</context>
<context>
    <name>hg::LearnedModel</name>
    <message>
        <source>Learning the filter</source>
        <translation>Εκμάθηση του φίλτρου</translation>
    </message>
    <message>
        <source>Pooling has no weights: there is nothing to learn.</source>
        <translation>Η συγκέντρωση (pooling) δεν έχει βάρη: δεν υπάρχει τίποτα να μαθευτεί.</translation>
    </message>
    <message>
        <source>A filter is learned forward here; transposed it has the same weights.</source>
        <translation>Εδώ ένα φίλτρο μαθαίνεται ευθέως· ανάστροφο έχει τα ίδια βάρη.</translation>
    </message>
    <message>
        <source>A filter of one cell makes no edges.</source>
        <translation>Ένα φίλτρο με ένα κελί δεν δίνει ακμές.</translation>
    </message>
    <message>
        <source>This is too large to be learned while you wait.</source>
        <translation>Είναι πολύ μεγάλο για να μαθευτεί όσο περιμένετε.</translation>
    </message>
    <message>
        <source>The wanted picture has another size than the output.</source>
        <translation>Το ζητούμενο έχει άλλο μέγεθος από την έξοδο.</translation>
    </message>
    <message>
        <source>Use a filter that averages</source>
        <translation>Χρήση φίλτρου μέσου όρου</translation>
    </message>
    <message>
        <source>Use it forward</source>
        <translation>Χρήση ευθέως</translation>
    </message>
    <message>
        <source>Want what the filter makes</source>
        <translation>Ζητούμενο ό,τι δίνει το φίλτρο</translation>
    </message>
    <message>
        <source>Use a smaller part</source>
        <translation>Χρήση μικρότερου μέρους</translation>
    </message>
    <message>
        <source>The rate %1 lies above the edge %2: the error flies apart.</source>
        <translation>Ο ρυθμός %1 είναι πάνω από το όριο %2: το σφάλμα αποκλίνει.</translation>
    </message>
    <message>
        <source>At the rate %1 the error flies apart.</source>
        <translation>Με ρυθμό %1 το σφάλμα αποκλίνει.</translation>
    </message>
    <message>
        <source>Use the usual rate</source>
        <translation>Συνήθης ρυθμός</translation>
    </message>
    <message>
        <source>What the filter makes</source>
        <translation>Ό,τι δίνει το φίλτρο</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Ακμές</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Μέσος όρος</translation>
    </message>
    <message>
        <source>Own picture</source>
        <translation>Δική μου εικόνα</translation>
    </message>
    <message>
        <source>Plain descent</source>
        <translation>Απλή κατάβαση</translation>
    </message>
    <message>
        <source>Momentum .9</source>
        <translation>Ορμή 0,9</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>ρυθμός</translation>
    </message>
    <message>
        <source>%1 of the edge</source>
        <translation>%1 του ορίου</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>ζητούμενο</translation>
    </message>
    <message>
        <source>method</source>
        <translation>μέθοδος</translation>
    </message>
    <message>
        <source>start</source>
        <translation>αρχή</translation>
    </message>
    <message>
        <source>dL/dx</source>
        <translation>dL/dx</translation>
    </message>
    <message>
        <source>off</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>Nobody writes these numbers: the error moves them.</source>
        <translation>Κανείς δεν γράφει αυτούς τους αριθμούς: τους κινεί το σφάλμα.</translation>
    </message>
</context>
<context>
    <name>hg::LearnedPage</name>
    <message>
        <source>● Train</source>
        <translation>● Έναρξη εκπαίδευσης</translation>
    </message>
    <message>
        <source>● Train again</source>
        <translation>● Εκπαίδευση ξανά</translation>
    </message>
    <message>
        <source>Plays the descent from its first update: it ends within twenty seconds</source>
        <translation>Παίζει την κατάβαση από την πρώτη ενημέρωση: τελειώνει σε είκοσι δευτερόλεπτα</translation>
    </message>
    <message>
        <source>Reveal the filter</source>
        <translation>Αποκάλυψη</translation>
    </message>
    <message>
        <source>Shows the hidden filter before the end</source>
        <translation>Δείχνει το κρυφό φίλτρο πριν από το τέλος</translation>
    </message>
    <message>
        <source>Gradient dL/dw</source>
        <translation>Κλίση dL/dw</translation>
    </message>
    <message>
        <source>Gradient dL/dx</source>
        <translation>Κλίση dL/dx</translation>
    </message>
    <message>
        <source>Which gradient is shown</source>
        <translation>Ποια κλίση φαίνεται</translation>
    </message>
    <message>
        <source>Learned filter: pictures, gradient and error</source>
        <translation>Φίλτρο από εκπαίδευση: εικόνες, κλίση και σφάλμα</translation>
    </message>
</context>
<context>
    <name>hg::LearnsPage</name>
    <message>
        <source>Epochs</source>
        <translation>Εποχές</translation>
    </message>
    <message>
        <source>The error over epochs</source>
        <translation>Το σφάλμα ανά εποχή</translation>
    </message>
    <message>
        <source>Both axes logarithmic: the first updates get as much room as the last</source>
        <translation>Και οι δύο άξονες λογαριθμικοί: οι πρώτες ενημερώσεις έχουν όσο χώρο και οι τελευταίες</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>▶ Replay</source>
        <translation>▶ Επανάληψη</translation>
    </message>
    <message>
        <source>The first hundred updates, four a second (R)</source>
        <translation>Οι πρώτες εκατό ενημερώσεις, τέσσερις το δευτερόλεπτο (R)</translation>
    </message>
    <message>
        <source>Error over epochs</source>
        <translation>Σφάλμα ανά εποχή</translation>
    </message>
    <message>
        <source>per pixel, squared, on %1 held-out pictures</source>
        <translation>τετραγωνικό, ανά pixel, σε %1 εικόνες ελέγχου</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>δεν έχει εκπαιδευτεί ακόμη</translation>
    </message>
    <message>
        <source>paused at update %1</source>
        <translation>παύση στην ενημέρωση %1</translation>
    </message>
    <message>
        <source>update %1, looking back</source>
        <translation>ενημέρωση %1, πίσω στο ιστορικό</translation>
    </message>
    <message>
        <source>finished after %1 epochs</source>
        <translation>ολοκληρώθηκε μετά από %1 εποχές</translation>
    </message>
    <message>
        <source>diverged at update %1</source>
        <translation>απέκλινε στην ενημέρωση %1</translation>
    </message>
    <message>
        <source>The largest angle between the decoder’s plane and PCA’s: 0° is the same plane</source>
        <translation>Η μεγαλύτερη γωνία ανάμεσα στο επίπεδο του decoder και της PCA: 0° σημαίνει το ίδιο επίπεδο</translation>
    </message>
    <message>
        <source>%1, seed %2: %3</source>
        <translation>%1, σπόρος %2: %3</translation>
    </message>
    <message>
        <source>original</source>
        <translation>αρχικό</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>autoencoder</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>The first updates</source>
        <translation>Οι πρώτες ενημερώσεις</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>To the letter</source>
        <translation>Κατά γράμμα</translation>
    </message>
    <message>
        <source>Make it true to the letter: with the ordered loss the axes themselves become PC1 and PC2, not the plane alone</source>
        <translation>Να ισχύει κατά γράμμα: με τη διατεταγμένη απώλεια οι ίδιοι οι άξονες γίνονται PC1 και PC2, όχι μόνο το επίπεδο</translation>
    </message>
    <message>
        <source>%1 pictures a second · %2 s left</source>
        <translation>%1 εικόνες/s · μένουν %2 s</translation>
    </message>
    <message>
        <source>angle to PCA %1°</source>
        <translation>γωνία με PCA %1°</translation>
    </message>
    <message numerus="yes">
        <source>What runs of this recipe ended with after %n epochs: the blue band</source>
        <translation>
            <numerusform>Όπου κατέληξαν εκπαιδεύσεις με αυτή τη συνταγή μετά από %n εποχή: η μπλε ζώνη</numerusform>
            <numerusform>Όπου κατέληξαν εκπαιδεύσεις με αυτή τη συνταγή μετά από %n εποχές: η μπλε ζώνη</numerusform>
        </translation>
    </message>
    <message>
        <source>expected %1–%2</source>
        <translation>αναμένεται %1–%2</translation>
    </message>
    <message>
        <source>Mean errors of these eight at update %1. Click one to send it through.</source>
        <translation>Μέσα σφάλματα των οκτώ στην ενημέρωση %1. Κλικ σε μία τη στέλνει στο δίκτυο.</translation>
    </message>
    <message>
        <source>Eight held-out samples, rebuilt</source>
        <translation>Οκτώ παραδείγματα ελέγχου</translation>
    </message>
    <message>
        <source>per number, squared, on %1 held-out samples</source>
        <translation>τετραγωνικό, ανά αριθμό, σε %1 παραδείγματα ελέγχου</translation>
    </message>
    <message numerus="yes">
        <source>finished after %n epochs</source>
        <translation>
            <numerusform>ολοκληρώθηκε μετά από %n εποχή</numerusform>
            <numerusform>ολοκληρώθηκε μετά από %n εποχές</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::LineInputs</name>
    <message>
        <source>Own numbers</source>
        <translation>Δικοί σας αριθμοί</translation>
    </message>
    <message>
        <source>Open a sound…</source>
        <translation>Άνοιγμα ήχου…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Ανάγνωση: %1</translation>
    </message>
    <message>
        <source>input</source>
        <translation>είσοδος</translation>
    </message>
</context>
<context>
    <name>hg::LineInspector</name>
    <message>
        <source>Example</source>
        <translation>Παράδειγμα</translation>
    </message>
    <message>
        <source>Input and filter</source>
        <translation>Είσοδος και φίλτρο</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Είσοδος</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Filter size</source>
        <translation>Μέγεθος φίλτρου</translation>
    </message>
    <message>
        <source>Direction and stride</source>
        <translation>Κατεύθυνση και βήμα</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Ευθεία</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Ανάστροφη</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Βήμα (stride)</translation>
    </message>
    <message>
        <source>Crop (padding)</source>
        <translation>Περικοπή (padding)</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>Causal</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Αριθμοί</translation>
    </message>
    <message>
        <source>How many numbers</source>
        <translation>Πλήθος αριθμών</translation>
    </message>
    <message>
        <source>Samples a second</source>
        <translation>Δείγματα ανά δευτ.</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Διαστολή (dilation)</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>Output padding</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Παίρνει</translation>
    </message>
    <message>
        <source>What is taken from a window</source>
        <translation>Τι δίνει μια περιοχή</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Κανάλια</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Φίλτρα</translation>
    </message>
    <message>
        <source>Turn the filter round</source>
        <translation>Αντιστροφή του φίλτρου</translation>
    </message>
    <message>
        <source>Make the weights’ sum 1</source>
        <translation>Άθροισμα βαρών 1</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>Τυχαία βάρη</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>σταθμισμένο άθροισμα</translation>
    </message>
    <message>
        <source>average</source>
        <translation>μέσο όρο</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>μέγιστο</translation>
    </message>
    <message>
        <source>▾ Less</source>
        <translation>▾ Λιγότερα</translation>
    </message>
    <message>
        <source>Padding, left</source>
        <translation>Padding αριστερά</translation>
    </message>
    <message>
        <source>Padding, right</source>
        <translation>Padding δεξιά</translation>
    </message>
    <message>
        <source>▸ More: dilation, filters, rules</source>
        <translation>▸ Περισσότερα: διαστολή, φίλτρα</translation>
    </message>
    <message>
        <source>Filter shown</source>
        <translation>Φίλτρο που φαίνεται</translation>
    </message>
    <message>
        <source>What the filter lets through</source>
        <translation>Τι αφήνει το φίλτρο να περάσει</translation>
    </message>
</context>
<context>
    <name>hg::LineModel</name>
    <message>
        <source>Of the filter’s %1 weights, the middle %2 are shown.</source>
        <translation>Από τα %1 βάρη του φίλτρου φαίνονται τα %2 μεσαία.</translation>
    </message>
    <message>
        <source>The filter has %1 weights; a shorter one of its kind is shown.</source>
        <translation>Το φίλτρο έχει %1 βάρη· φαίνεται ένα πιο σύντομο του ίδιου είδους.</translation>
    </message>
    <message>
        <source>The same sum along a sound: what a filter does can be heard.</source>
        <translation>Το ίδιο άθροισμα κατά μήκος ενός ήχου: ό,τι κάνει ένα φίλτρο ακούγεται.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Κλίμακα</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Αριθμοί</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ήχος</translation>
    </message>
</context>
<context>
    <name>hg::ListenBar</name>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Ακρόαση</translation>
    </message>
    <message>
        <source>Its sound is not known: the picture came as numbers or was changed.</source>
        <translation>Ο ήχος της δεν είναι γνωστός: η εικόνα δόθηκε ως αριθμοί ή άλλαξε.</translation>
    </message>
</context>
<context>
    <name>hg::MainWindow</name>
    <message>
        <source>Start page</source>
        <translation>Αρχική σελίδα</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Write a picture, an animation or a page (Ctrl+E)</source>
        <translation>Εικόνα, κινούμενη εικόνα ή σελίδα σε αρχείο (Ctrl+E)</translation>
    </message>
    <message>
        <source>Nothing can be exported from this lab yet</source>
        <translation>Από αυτό το εργαστήριο δεν εξάγεται ακόμη τίποτα</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>▸ Present</source>
        <translation>▸ Παρουσίαση</translation>
    </message>
    <message>
        <source>Large, for an audience (F5)</source>
        <translation>Μεγάλη προβολή για το ακροατήριο (F5)</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Παρουσίαση</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Εργαστήριο</translation>
    </message>
    <message>
        <source>← Back to %1</source>
        <translation>← Πίσω: %1</translation>
    </message>
</context>
<context>
    <name>hg::MapView</name>
    <message>
        <source>Fit</source>
        <translation>Όλα</translation>
    </message>
    <message>
        <source>shows all points again; a double click does the same</source>
        <translation>δείχνει ξανά όλα τα σημεία· το ίδιο κάνει το διπλό κλικ</translation>
    </message>
</context>
<context>
    <name>hg::MdsRun</name>
    <message>
        <source>Distances of all pairs</source>
        <translation>Αποστάσεις όλων των ζευγών</translation>
    </message>
    <message>
        <source>MDS</source>
        <translation>MDS</translation>
    </message>
</context>
<context>
    <name>hg::MistakesPage</name>
    <message>
        <source>Whose mistakes</source>
        <translation>Τίνος τα λάθη</translation>
    </message>
    <message>
        <source>Which class is taken for which</source>
        <translation>Ποια κατηγορία διαβάζεται ως ποια</translation>
    </message>
    <message>
        <source>Test pictures that are read wrong</source>
        <translation>Εικόνες ελέγχου που διαβάζονται λάθος</translation>
    </message>
    <message>
        <source>%1 test pictures are read wrong; a cell of the table chooses among them</source>
        <translation>%1 εικόνες ελέγχου διαβάζονται λάθος· ένα κελί του πίνακα διαλέγει ανάμεσά τους</translation>
    </message>
</context>
<context>
    <name>hg::NumbersDialog</name>
    <message>
        <source>Save numbers</source>
        <translation>Αποθήκευση αριθμών</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Τι</translation>
    </message>
    <message>
        <source>Of which samples</source>
        <translation>Ποιων δειγμάτων</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Είδος αρχείου</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Κώδικες</translation>
    </message>
    <message>
        <source>Pictures rebuilt from them</source>
        <translation>Εικόνες που ανασυντέθηκαν</translation>
    </message>
    <message>
        <source>Codes turned onto PCA’s map</source>
        <translation>Κώδικες στραμμένοι στον χάρτη της PCA</translation>
    </message>
    <message>
        <source>PCA’s scores</source>
        <translation>Συντεταγμένες της PCA</translation>
    </message>
    <message>
        <source>Places on the MDS map</source>
        <translation>Θέσεις στον χάρτη MDS</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Ελέγχου</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Εκπαίδευσης</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Αποθήκευση…</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows of %n numbers, the label behind them, after update %2.</source>
        <translation>
            <numerusform>%1 γραμμές με %n αριθμό και την ετικέτα πίσω του, μετά την ενημέρωση %2.</numerusform>
            <numerusform>%1 γραμμές με %n αριθμούς και την ετικέτα πίσω τους, μετά την ενημέρωση %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows of %n numbers, after update %2.</source>
        <translation>
            <numerusform>%1 γραμμές με %n αριθμό, μετά την ενημέρωση %2.</numerusform>
            <numerusform>%1 γραμμές με %n αριθμούς, μετά την ενημέρωση %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::OwnPage</name>
    <message>
        <source>Scribble over it</source>
        <translation>Μουντζουρώστε το</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Πένα</translation>
    </message>
    <message>
        <source>white</source>
        <translation>άσπρη</translation>
    </message>
    <message>
        <source>black</source>
        <translation>μαύρη</translation>
    </message>
    <message>
        <source>Digit no.</source>
        <translation>Ψηφίο αρ.</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Καθαρό</translation>
    </message>
    <message>
        <source>The picture without what was scribbled</source>
        <translation>Η εικόνα χωρίς τη μουντζούρα</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Κενό</translation>
    </message>
    <message>
        <source>Draw a digit of your own</source>
        <translation>Σχεδιάστε δικό σας ψηφίο</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Κέντρο</translation>
    </message>
    <message>
        <source>Centred and scaled as the digits are that the networks have learnt</source>
        <translation>Στο κέντρο και στο μέγεθος των ψηφίων που έχουν μάθει τα δίκτυα</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Εικόνα…</translation>
    </message>
    <message>
        <source>Scribbling pad</source>
        <translation>Πίνακας για μουντζούρα</translation>
    </message>
    <message>
        <source>What each makes of it</source>
        <translation>Τι το κάνει ο καθένας</translation>
    </message>
    <message>
        <source>These pictures are no squares: nothing can be drawn.</source>
        <translation>Αυτές οι εικόνες δεν είναι τετράγωνες: δεν σχεδιάζεται τίποτα.</translation>
    </message>
    <message>
        <source>A %1 that no network has learnt.</source>
        <translation>Ένα %1 που δεν έχει μάθει κανένα δίκτυο.</translation>
    </message>
    <message>
        <source>Whatever you draw or open.</source>
        <translation>Ό,τι σχεδιάζετε ή ανοίγετε.</translation>
    </message>
</context>
<context>
    <name>hg::PaintBrush</name>
    <message>
        <source>Painting %1, the pencil’s number above. Shift or the right button: 0.</source>
        <translation>Γράφεται το %1, ο αριθμός δίπλα στο μολύβι. Shift ή δεξί κουμπί: 0.</translation>
    </message>
</context>
<context>
    <name>hg::PartsPage</name>
    <message>
        <source>An encoder without labels, a classifier with few, and how well it reads</source>
        <translation>Κωδικοποιητής χωρίς ετικέτες, κατηγοριοποιητής με λίγες, και πόσο καλά διαβάζει</translation>
    </message>
    <message>
        <source>Click: the next test picture</source>
        <translation>Κλικ: η επόμενη εικόνα ελέγχου</translation>
    </message>
    <message>
        <source>Click: so many labels a class</source>
        <translation>Κλικ: τόσες ετικέτες ανά κατηγορία</translation>
    </message>
</context>
<context>
    <name>hg::PlaneGauge</name>
    <message>
        <source>Angles to PCA’s plane</source>
        <translation>Γωνίες με το επίπεδο της PCA</translation>
    </message>
    <message>
        <source>angles to PCA’s plane</source>
        <translation>γωνίες με την PCA</translation>
    </message>
    <message>
        <source>0° is the same plane. The line below goes by powers of ten: each mark is ten times nearer to PCA’s error.</source>
        <translation>0° σημαίνει το ίδιο επίπεδο. Η γραμμή από κάτω πάει με δυνάμεις του δέκα: κάθε σημάδι είναι δέκα φορές πιο κοντά στο σφάλμα της PCA.</translation>
    </message>
    <message>
        <source>angles to PCA’s space</source>
        <translation>γωνίες με τον χώρο της PCA</translation>
    </message>
    <message>
        <source>error: PCA’s</source>
        <translation>σφάλμα: όσο η PCA</translation>
    </message>
    <message>
        <source>error: PCA’s − %1 %</source>
        <translation>σφάλμα: PCA − %1 %</translation>
    </message>
    <message>
        <source>error: PCA’s + %1 %</source>
        <translation>σφάλμα: PCA + %1 %</translation>
    </message>
    <message>
        <source>= PCA</source>
        <translation>= PCA</translation>
    </message>
    <message>
        <source>PCA − %1 %</source>
        <translation>PCA − %1 %</translation>
    </message>
    <message>
        <source>PCA + %1 %</source>
        <translation>PCA + %1 %</translation>
    </message>
</context>
<context>
    <name>hg::PredictBar</name>
    <message>
        <source>Your answer</source>
        <translation>Η απάντησή σας</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Λύση</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Επόμενο</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>Το «%1» δεν είναι αριθμός.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Είναι %1.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Σωστά.</translation>
    </message>
    <message>
        <source>Not yet: that is the window without padding.</source>
        <translation>Όχι ακόμη: αυτό δίνει η περιοχή χωρίς padding.</translation>
    </message>
    <message>
        <source>Not yet: that is with the filter turned the other way.</source>
        <translation>Όχι ακόμη: αυτό δίνει το φίλτρο στραμμένο ανάποδα.</translation>
    </message>
    <message>
        <source>Not yet: that is the next window at stride 1.</source>
        <translation>Όχι ακόμη: αυτή είναι η επόμενη θέση με βήμα 1.</translation>
    </message>
    <message>
        <source>Not yet: the bias is missing.</source>
        <translation>Όχι ακόμη: λείπει η πόλωση (bias).</translation>
    </message>
    <message>
        <source>Not yet: the activation comes last.</source>
        <translation>Όχι ακόμη: τελευταία έρχεται η ενεργοποίηση.</translation>
    </message>
    <message>
        <source>Not yet: that is with the taps close together, without dilation.</source>
        <translation>Όχι ακόμη: αυτό βγαίνει χωρίς διαστολή.</translation>
    </message>
    <message>
        <source>Not yet. Multiply cell by cell, then add everything.</source>
        <translation>Όχι ακόμη. Πολλαπλασιάστε κελί προς κελί και προσθέστε τα όλα.</translation>
    </message>
    <message>
        <source>“%1” is not a size. One whole number is asked for, such as 4.</source>
        <translation>Το «%1» δεν είναι μέγεθος. Ζητείται ένας ακέραιος, π.χ. 4.</translation>
    </message>
    <message>
        <source>“%1” is not a size. Rows × columns are asked for, such as 4 × 3.</source>
        <translation>Το «%1» δεν είναι μέγεθος. Ζητούνται γραμμές × στήλες, π.χ. 4 × 3.</translation>
    </message>
    <message>
        <source>Right: %1.</source>
        <translation>Σωστά: %1.</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Όχι ακόμη: %1</translation>
    </message>
    <message>
        <source>The rows are right. The columns not yet: %1</source>
        <translation>Οι γραμμές είναι σωστές. Οι στήλες όχι ακόμη: %1</translation>
    </message>
    <message>
        <source>The columns are right. The rows not yet: %1</source>
        <translation>Οι στήλες είναι σωστές. Οι γραμμές όχι ακόμη: %1</translation>
    </message>
    <message>
        <source>Not yet. Rows: %1</source>
        <translation>Όχι ακόμη. Γραμμές: %1</translation>
    </message>
    <message>
        <source>what is cut off has to be subtracted.</source>
        <translation>πρέπει να αφαιρεθεί ό,τι περικόπτεται.</translation>
    </message>
    <message>
        <source>that is without the padding.</source>
        <translation>αυτό βγαίνει χωρίς το padding.</translation>
    </message>
    <message>
        <source>the quotient is rounded down; a window that fits only in part does not count.</source>
        <translation>το πηλίκο στρογγυλεύεται προς τα κάτω· όπου το φίλτρο δεν χωρά ολόκληρο, δεν υπάρχει θέση.</translation>
    </message>
    <message>
        <source>dilation makes the filter reach further.</source>
        <translation>με τη διαστολή το φίλτρο καλύπτει περισσότερα κελιά.</translation>
    </message>
    <message>
        <source>the stride is taken only between the inputs, once less.</source>
        <translation>το βήμα γίνεται μόνο ανάμεσα στις εισόδους, μία φορά λιγότερο.</translation>
    </message>
    <message>
        <source>the first position counts too: + 1.</source>
        <translation>μετρά και η πρώτη θέση: + 1.</translation>
    </message>
    <message>
        <source>the output padding is missing.</source>
        <translation>λείπει το output padding.</translation>
    </message>
    <message>
        <source>that is input times stride; what the last stamp covers counts too.</source>
        <translation>αυτό είναι είσοδος επί βήμα· μετρά και όσο καλύπτει το τελευταίο αποτύπωμα.</translation>
    </message>
    <message>
        <source>that is the size at stride 1.</source>
        <translation>αυτό είναι το μέγεθος με βήμα 1.</translation>
    </message>
    <message>
        <source>rows come first, then columns.</source>
        <translation>πρώτα οι γραμμές, μετά οι στήλες.</translation>
    </message>
    <message>
        <source>put the numbers into the formula.</source>
        <translation>βάλτε τους αριθμούς στον τύπο του μεγέθους.</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>ένας αριθμός</translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation>γραμμές × στήλες</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>έξοδος %1</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>γραμμή %1, στήλη %2</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
</context>
<context>
    <name>hg::Presenter</name>
    <message>
        <source>Esc leaves</source>
        <translation>Esc: έξοδος</translation>
    </message>
</context>
<context>
    <name>hg::RowTimeline</name>
    <message>
        <source>Row %1 of %2</source>
        <translation>Γραμμή %1 από %2</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Καμία γραμμή</translation>
    </message>
</context>
<context>
    <name>hg::RowsPage</name>
    <message>
        <source>Pictures and what they are worth</source>
        <translation>Εικόνες και τι αξίζουν</translation>
    </message>
    <message>
        <source>Click: scribble over it on the tab Your own noise</source>
        <translation>Κλικ: μουντζουρώστε το στην καρτέλα «Δικός σας θόρυβος»</translation>
    </message>
</context>
<context>
    <name>hg::RulesLine</name>
    <message>
        <source>%1 of %2 numbers differ (dashed)</source>
        <translation>διαφέρουν %1 από τους %2 αριθμούς (διακεκομμένοι)</translation>
    </message>
    <message>
        <source>PyTorch refuses “same” with a stride; with the usual padding=%1, %2.</source>
        <translation>Το PyTorch δεν δέχεται «same» με βήμα· με το συνηθισμένο padding=%1, %2.</translation>
    </message>
    <message>
        <source>PyTorch refuses “same” with a stride, and the usual padding=%1 gives another size.</source>
        <translation>Το PyTorch δεν δέχεται «same» με βήμα, και το συνηθισμένο padding=%1 δίνει άλλο μέγεθος.</translation>
    </message>
    <message>
        <source>PyTorch refuses “same” with a stride; padding=%1 gives the same numbers here.</source>
        <translation>Το PyTorch δεν δέχεται «same» με βήμα· το padding=%1 δίνει εδώ τους ίδιους αριθμούς.</translation>
    </message>
    <message>
        <source>%1 refuses this: %2.</source>
        <translation>Το %1 δεν το δέχεται: %2.</translation>
    </message>
    <message>
        <source>%1 does not turn the filter, and gives another size.</source>
        <translation>Το %1 δεν στρέφει το φίλτρο, και δίνει άλλο μέγεθος.</translation>
    </message>
    <message>
        <source>%1 does not turn the filter: %2.</source>
        <translation>Το %1 δεν στρέφει το φίλτρο: %2.</translation>
    </message>
    <message>
        <source>Under the rules of %1 the output is %2 × %3.</source>
        <translation>Με τους κανόνες του %1 η έξοδος είναι %2 × %3.</translation>
    </message>
    <message>
        <source>%1 puts %2 before and %3 after: %4.</source>
        <translation>Το %1 βάζει %2 πριν και %3 μετά: %4.</translation>
    </message>
    <message>
        <source>Write as numbers</source>
        <translation>Σε αριθμούς</translation>
    </message>
    <message>
        <source>Writes the padding as numbers, on which all libraries agree</source>
        <translation>Γράφει το padding με αριθμούς, στους οποίους συμφωνούν όλες οι βιβλιοθήκες</translation>
    </message>
</context>
<context>
    <name>hg::Run</name>
    <message>
        <source>epoch %1 of %2 · update %3</source>
        <translation>εποχή %1 από %2 · ενημέρωση %3</translation>
    </message>
</context>
<context>
    <name>hg::SceneInspector</name>
    <message>
        <source>Groups</source>
        <translation>Ομάδες</translation>
    </message>
    <message>
        <source>Each group of filters sees its own channels only. The number of groups must divide both channels and filters.</source>
        <translation>Κάθε ομάδα φίλτρων βλέπει μόνο τα δικά της κανάλια. Το πλήθος των ομάδων πρέπει να διαιρεί και τα κανάλια και τα φίλτρα.</translation>
    </message>
    <message>
        <source>Each channel by itself</source>
        <translation>Κάθε κανάλι χωριστά</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>μηδενικά</translation>
    </message>
    <message>
        <source>reflection</source>
        <translation>ανάκλαση</translation>
    </message>
    <message>
        <source>edge repeated</source>
        <translation>επανάληψη άκρου</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>την άλλη πλευρά</translation>
    </message>
    <message>
        <source>Padding holds</source>
        <translation>Το padding έχει</translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation>Κανόνες</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Πόλωση (bias)</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ενεργοποίηση</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>Forward: %1 → %3 and %2 → %3
Back: output padding 0 → %1, 1 → %2</source>
        <translation>Εμπρός: %1 → %3 και %2 → %3
Πίσω: output padding 0 → %1, 1 → %2</translation>
    </message>
    <message>
        <source>Forward: %1 … %2 → %3
Back: output padding 0 → %1, %4 → %2</source>
        <translation>Εμπρός: %1 … %2 → %3
Πίσω: output padding 0 → %1, %4 → %2</translation>
    </message>
</context>
<context>
    <name>hg::SizesCard</name>
    <message>
        <source>Error against the size of the bottleneck</source>
        <translation>Σφάλμα ως προς το μέγεθος του bottleneck</translation>
    </message>
    <message>
        <source>Squared error a pixel on the held-out part. The stored table was trained on all digits to the end of the recipe; PCA is computed here.</source>
        <translation>Τετραγωνικό σφάλμα ανά pixel στο σύνολο ελέγχου. Ο αποθηκευμένος πίνακας βγήκε από εκπαίδευση σε όλα τα ψηφία ως το τέλος· η PCA υπολογίζεται εδώ.</translation>
    </message>
    <message>
        <source>Trains these settings with 1 to 64 numbers, one after the other, beside the window</source>
        <translation>Εκπαιδεύει αυτές τις ρυθμίσεις με 1 έως 64 αριθμούς, τη μία μετά την άλλη, στο παρασκήνιο</translation>
    </message>
    <message>
        <source>Autoencoder: stored table (seed 1, the network’s own recipe)</source>
        <translation>Autoencoder: αποθηκευμένος πίνακας (σπόρος 1, ρυθμίσεις του δικτύου)</translation>
    </message>
    <message>
        <source>Training: %1 of %2 sizes, %3 %</source>
        <translation>Εκπαίδευση: %1 από %2 μεγέθη, %3 %</translation>
    </message>
    <message>
        <source>PCA alone: no stored table for these settings, %1 runs</source>
        <translation>Μόνο η PCA: χωρίς αποθηκευμένο πίνακα, %1 εκπαιδεύσεις</translation>
    </message>
    <message>
        <source>Autoencoder: %1 sizes, trained here</source>
        <translation>Autoencoder: %1 μεγέθη, εκπαίδευση εδώ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Train all sizes</source>
        <translation>Όλα τα μεγέθη</translation>
    </message>
</context>
<context>
    <name>hg::SizesRun</name>
    <message>
        <source>Training every size</source>
        <translation>Εκπαίδευση όλων των μεγεθών</translation>
    </message>
</context>
<context>
    <name>hg::SizesView</name>
    <message>
        <source>numbers in the code</source>
        <translation>αριθμοί στην κωδικοποίηση</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>autoencoder</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>τώρα %1</translation>
    </message>
    <message>
        <source>this run: %1</source>
        <translation>αυτή: %1</translation>
    </message>
    <message>
        <source>autoencoder %1</source>
        <translation>autoencoder %1</translation>
    </message>
    <message>
        <source>PCA %1</source>
        <translation>PCA %1</translation>
    </message>
    <message>
        <source>size %1: %2</source>
        <translation>μέγεθος %1: %2</translation>
    </message>
</context>
<context>
    <name>hg::SolveForm</name>
    <message>
        <source>Wanted</source>
        <translation>Ζητούμενο</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Σε</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Αρχή με</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Αναζήτηση</translation>
    </message>
    <message>
        <source>Size up to</source>
        <translation>Μέγεθος έως</translation>
    </message>
    <message>
        <source>Stride up to</source>
        <translation>Βήμα έως</translation>
    </message>
    <message>
        <source>Dilation up to</source>
        <translation>Διαστολή έως</translation>
    </message>
    <message>
        <source>Odd cell before, too</source>
        <translation>Και το μονό κελί πριν</translation>
    </message>
    <message>
        <source>Also padding with one cell more before the input than after it</source>
        <translation>Και padding με ένα κελί περισσότερο πριν από την είσοδο παρά μετά</translation>
    </message>
    <message>
        <source>At the ends</source>
        <translation>Στα άκρα</translation>
    </message>
    <message>
        <source>▾ More</source>
        <translation>▾ Περισσότερα</translation>
    </message>
    <message>
        <source>▸ More</source>
        <translation>▸ Περισσότερα</translation>
    </message>
    <message>
        <source>Dilation, and padding with the odd cell before the input</source>
        <translation>Διαστολή, και padding με το μονό κελί πριν από την είσοδο</translation>
    </message>
    <message>
        <source>As the lab: %1 → %2</source>
        <translation>Όπως το εργαστήριο: %1 → %2</translation>
    </message>
    <message>
        <source>The cell that no window reads comes back in the decoder as output padding %1.</source>
        <translation>Το κελί που δεν διαβάζεται από καμία θέση επιστρέφει στον decoder ως output padding %1.</translation>
    </message>
    <message>
        <source>%1 and %2 both become %3; the decoder has to be told which of them is meant.</source>
        <translation>Το %1 και το %2 γίνονται και τα δύο %3· ο decoder πρέπει να ξέρει ποιο από τα δύο εννοείται.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Προβολή του %1</translation>
    </message>
</context>
<context>
    <name>hg::SolveModel</name>
    <message>
        <source>Encoder %1 → %2 and decoder %2 → %1 are set</source>
        <translation>Ορίστηκαν ο encoder %1 → %2 και ο decoder %2 → %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Use the usual limits</source>
        <translation>Χρήση των συνηθισμένων ορίων</translation>
    </message>
    <message>
        <source>begin with</source>
        <translation>αρχή με</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>encoder</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>decoder</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>καθρέφτης</translation>
    </message>
    <message>
        <source>off</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>size up to</source>
        <translation>μέγεθος έως</translation>
    </message>
    <message>
        <source>stride up to</source>
        <translation>βήμα έως</translation>
    </message>
    <message>
        <source>from</source>
        <translation>από</translation>
    </message>
    <message>
        <source>to</source>
        <translation>σε</translation>
    </message>
    <message>
        <source>The size formula backwards: name the sizes, get the settings.</source>
        <translation>Ο τύπος του μεγέθους αντίστροφα: δίνετε τα μεγέθη, παίρνετε τις ρυθμίσεις.</translation>
    </message>
</context>
<context>
    <name>hg::SolvePage</name>
    <message>
        <source>Show the mirror</source>
        <translation>Εμφάνιση του καθρέφτη</translation>
    </message>
    <message>
        <source>↑ ↓ choose a row</source>
        <translation>↑ ↓ επιλογή γραμμής</translation>
    </message>
    <message>
        <source>Use this pair</source>
        <translation>Χρήση του ζεύγους</translation>
    </message>
    <message>
        <source>Sets the lab to this layer and remembers its mirror (Enter)</source>
        <translation>Ορίζει στο εργαστήριο αυτό το στρώμα και κρατά τον καθρέφτη του (Enter)</translation>
    </message>
    <message>
        <source>Show the encoder</source>
        <translation>Προβολή του encoder</translation>
    </message>
    <message>
        <source>Show the decoder</source>
        <translation>Προβολή του decoder</translation>
    </message>
    <message>
        <source>Layers for two sizes</source>
        <translation>Στρώματα για δύο μεγέθη</translation>
    </message>
    <message>
        <source>In one line: Keras %1, PyTorch %2 of %3</source>
        <translation>Σε μία γραμμή κώδικα: Keras %1, PyTorch %2 από %3</translation>
    </message>
</context>
<context>
    <name>hg::SoundInspector</name>
    <message>
        <source>Sound</source>
        <translation>Ήχος</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Γεωμετρία</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Βάρη</translation>
    </message>
    <message>
        <source>Cutoff, Hz</source>
        <translation>Αποκοπή, Hz</translation>
    </message>
    <message>
        <source>Delay, samples</source>
        <translation>Καθυστ., δείγματα</translation>
    </message>
    <message>
        <source>Loudness of the echo</source>
        <translation>Ένταση της ηχούς</translation>
    </message>
    <message>
        <source>Echoes</source>
        <translation>Επαναλήψεις</translation>
    </message>
    <message>
        <source>Width, samples</source>
        <translation>Πλάτος, δείγματα</translation>
    </message>
    <message>
        <source>Tone, Hz</source>
        <translation>Τόνος, Hz</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Βήμα (stride)</translation>
    </message>
    <message>
        <source>Open a sound…</source>
        <translation>Άνοιγμα ήχου…</translation>
    </message>
    <message>
        <source>%1 (open another…)</source>
        <translation>%1 (άνοιγμα άλλου…)</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Παράδειγμα</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Δικές σας ρυθμίσεις</translation>
    </message>
</context>
<context>
    <name>hg::SoundModel</name>
    <message>
        <source>Filtering the sound</source>
        <translation>Φιλτράρισμα του ήχου</translation>
    </message>
    <message>
        <source>The last sound stays: %1.</source>
        <translation>Μένει ο προηγούμενος ήχος: %1.</translation>
    </message>
</context>
<context>
    <name>hg::SoundPlayer</name>
    <message>
        <source>Nothing can be heard: this program was built without Qt Multimedia.</source>
        <translation>Δεν υπάρχει ακρόαση: το πρόγραμμα δεν περιέχει το Qt Multimedia.</translation>
    </message>
    <message>
        <source>Nothing can be heard: the computer has no sound device.</source>
        <translation>Χωρίς ακρόαση: δεν υπάρχει συσκευή ήχου.</translation>
    </message>
    <message>
        <source>Preparing the sound</source>
        <translation>Προετοιμασία του ήχου</translation>
    </message>
</context>
<context>
    <name>hg::SoundStage</name>
    <message>
        <source>Listen to the input</source>
        <translation>Ακρόαση εισόδου</translation>
    </message>
    <message>
        <source>Listen to the output</source>
        <translation>Ακρόαση εξόδου</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Sound: input, output, filter and spectra</source>
        <translation>Ήχος: είσοδος, έξοδος, φίλτρο και φάσματα</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Υπολογισμός…</translation>
    </message>
    <message>
        <source>As numbers</source>
        <translation>Ως αριθμοί</translation>
    </message>
    <message>
        <source>Shows the samples at the playhead, up to %1 of them, as numbers under the same filter</source>
        <translation>Δείχνει τα δείγματα στη θέση αναπαραγωγής, έως %1, ως αριθμούς με το ίδιο φίλτρο</translation>
    </message>
</context>
<context>
    <name>hg::SoundTimeline</name>
    <message>
        <source>%1 s of %2 s</source>
        <translation>%1 s από %2 s</translation>
    </message>
</context>
<context>
    <name>hg::StartPage</name>
    <message>
        <source>Everything runs on this computer; nothing is sent anywhere.</source>
        <translation>Όλα τρέχουν σε αυτόν τον υπολογιστή· τίποτα δεν στέλνεται πουθενά.</translation>
    </message>
    <message>
        <source>A filter sliding over numbers</source>
        <translation>Ένα φίλτρο που ολισθαίνει πάνω σε αριθμούς</translation>
    </message>
    <message>
        <source>See what a filter does, and what a network keeps when it must squeeze.</source>
        <translation>Δείτε τι κάνει ένα φίλτρο και τι κρατά ένα δίκτυο όταν πρέπει να συμπιέσει.</translation>
    </message>
    <message>
        <source>Light or dark colours (Ctrl+D)</source>
        <translation>Ανοιχτά ή σκούρα χρώματα (Ctrl+D)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Άνοιγμα: %1</translation>
    </message>
</context>
<context>
    <name>hg::Stepper</name>
    <message>
        <source>%1: more</source>
        <translation>%1: περισσότερο</translation>
    </message>
    <message>
        <source>%1: less</source>
        <translation>%1: λιγότερο</translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3</source>
        <translation>Το «%1» δεν είναι αριθμός από %2 έως %3</translation>
    </message>
    <message>
        <source>“%1” is not a whole number from %2 to %3</source>
        <translation>Το «%1» δεν είναι ακέραιος από %2 έως %3</translation>
    </message>
</context>
<context>
    <name>hg::StrengthCurves</name>
    <message>
        <source>Measuring every strength</source>
        <translation>Μέτρηση σε κάθε ένταση</translation>
    </message>
</context>
<context>
    <name>hg::StressView</name>
    <message>
        <source>Stress by round</source>
        <translation>Stress ανά γύρο</translation>
    </message>
    <message numerus="yes">
        <source>%n rounds</source>
        <translation>
            <numerusform>%n γύρος</numerusform>
            <numerusform>%n γύροι</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hg::Transport</name>
    <message>
        <source>To the beginning (Home)</source>
        <translation>Αρχή (Home)</translation>
    </message>
    <message>
        <source>Back (←)</source>
        <translation>Προηγούμενο (←)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Παύση (Space)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Αναπαραγωγή (Space)</translation>
    </message>
    <message>
        <source>Forward (→)</source>
        <translation>Επόμενο (→)</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>Τέλος (End)</translation>
    </message>
    <message>
        <source>Place in the animation</source>
        <translation>Θέση στην αναπαραγωγή</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Ταχύτητα %1</translation>
    </message>
</context>
<context>
    <name>hg::UpdateTimeline</name>
    <message>
        <source>Update %1 of %2</source>
        <translation>Ενημέρωση %1 από %2</translation>
    </message>
</context>
<context>
    <name>hg::WalkForm</name>
    <message>
        <source>Path</source>
        <translation>Διαδρομή</translation>
    </message>
    <message>
        <source>From A</source>
        <translation>Από το A</translation>
    </message>
    <message>
        <source>to B</source>
        <translation>έως το B</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Διαδρομή</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>ευθεία</translation>
    </message>
    <message>
        <source>on data</source>
        <translation>στα δεδομένα</translation>
    </message>
    <message>
        <source>From code to code among the nearest ones, instead of straight across what has no data</source>
        <translation>Από κώδικα σε κώδικα ανάμεσα στους κοντινότερους, αντί για ευθεία μέσα από κενά</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Εικόνες</translation>
    </message>
    <message>
        <source>Pictures of the path</source>
        <translation>Εικόνες της διαδρομής</translation>
    </message>
    <message>
        <source>Take the path away</source>
        <translation>Αφαίρεση της διαδρομής</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Σημεία</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Χρώματα</translation>
    </message>
    <message>
        <source>click one…</source>
        <translation>κλικ σε ένα…</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>επιλογή…</translation>
    </message>
    <message>
        <source>a %1</source>
        <translation>ένα %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>αρ. %1</translation>
    </message>
    <message>
        <source>Beginning of the path, A</source>
        <translation>Αρχή της διαδρομής, A</translation>
    </message>
    <message>
        <source>End of the path, B</source>
        <translation>Τέλος της διαδρομής, B</translation>
    </message>
    <message>
        <source>Then click a picture on the map</source>
        <translation>Έπειτα κάντε κλικ σε μια εικόνα του χάρτη</translation>
    </message>
</context>
<context>
    <name>hg::WalkModel</name>
    <message>
        <source>Drawing what the decoder draws</source>
        <translation>Αποκωδικοποίηση του πλέγματος</translation>
    </message>
    <message>
        <source>Codes of the training pictures</source>
        <translation>Κώδικες των εικόνων εκπαίδευσης</translation>
    </message>
    <message>
        <source>Way along the data</source>
        <translation>Διαδρομή μέσα από τα δεδομένα</translation>
    </message>
    <message>
        <source>Errors of the held-out pictures</source>
        <translation>Σφάλματα των εικόνων ελέγχου</translation>
    </message>
</context>
<context>
    <name>hg::WalkPage</name>
    <message>
        <source>Latent space</source>
        <translation>Λανθάνων χώρος</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Όχι</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Πλέγμα</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Πλήθος</translation>
    </message>
    <message>
        <source>Holes</source>
        <translation>Κενά</translation>
    </message>
    <message>
        <source>Behind the points</source>
        <translation>Πίσω από τα σημεία</translation>
    </message>
    <message>
        <source>What the decoder draws there (G)</source>
        <translation>Τι σχεδιάζει εκεί ο αποκωδικοποιητής (G)</translation>
    </message>
    <message>
        <source>How many training pictures lie there (D)</source>
        <translation>Πόσες εικόνες εκπαίδευσης πέφτουν εκεί (D)</translation>
    </message>
    <message>
        <source>Where no training picture lies (H)</source>
        <translation>Όπου δεν πέφτει καμία εικόνα εκπαίδευσης (H)</translation>
    </message>
    <message>
        <source>Map of the latent space</source>
        <translation>Χάρτης του λανθάνοντος χώρου</translation>
    </message>
    <message>
        <source>Film of the path</source>
        <translation>Φιλμ της διαδρομής</translation>
    </message>
    <message>
        <source>Choose A and B</source>
        <translation>Επιλογή A και B</translation>
    </message>
    <message>
        <source>A hole is no digit</source>
        <translation>Ένα κενό δεν είναι ψηφίο</translation>
    </message>
    <message>
        <source>The decoder answers everywhere, also where none of the %1 training pictures lies. What it draws there it has made up: &lt;b&gt;an autoencoder is not a generator.&lt;/b&gt;</source>
        <translation>Ο αποκωδικοποιητής απαντά παντού, ακόμη και όπου δεν πέφτει καμία από τις %1 εικόνες εκπαίδευσης. Ό,τι σχεδιάζει εκεί το έχει επινοήσει: &lt;b&gt;ο autoencoder δεν είναι γεννήτρια.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Click the picture where the path begins: A.</source>
        <translation>Κάντε κλικ στην εικόνα όπου αρχίζει η διαδρομή: A.</translation>
    </message>
    <message>
        <source>Click the picture where the path ends: B.</source>
        <translation>Κάντε κλικ στην εικόνα όπου τελειώνει η διαδρομή: B.</translation>
    </message>
    <message numerus="yes">
        <source>drag anywhere; the other %n numbers stay at those of picture %1</source>
        <translation>
            <numerusform>σύρετε οπουδήποτε· ο άλλος %n αριθμός μένει όπως στην εικόνα %1</numerusform>
            <numerusform>σύρετε οπουδήποτε· οι άλλοι %n αριθμοί μένουν όπως στην εικόνα %1</numerusform>
        </translation>
    </message>
    <message>
        <source>behind the points: what the decoder draws there; drag anywhere to ask it</source>
        <translation>στο φόντο: τι σχεδιάζει εκεί ο αποκωδικοποιητής· σύρετε οπουδήποτε για να τον ρωτήσετε</translation>
    </message>
    <message>
        <source>behind the points: how many of the %1 training pictures lie there</source>
        <translation>στο φόντο: πόσες από τις %1 εικόνες εκπαίδευσης πέφτουν εκεί</translation>
    </message>
    <message>
        <source>the training pictures are counted when the training rests</source>
        <translation>οι εικόνες εκπαίδευσης μετρώνται μόλις σταματήσει η εκπαίδευση</translation>
    </message>
    <message>
        <source>hatched: none of the %1 training pictures lies there; what is drawn is made up</source>
        <translation>διαγραμμισμένα: δεν πέφτει εκεί καμία από τις %1 εικόνες εκπαίδευσης· ό,τι φαίνεται είναι επινοημένο</translation>
    </message>
    <message>
        <source>every place is a picture: drag anywhere to ask the decoder</source>
        <translation>κάθε θέση είναι μια εικόνα: σύρετε οπουδήποτε για να ρωτήσετε τον αποκωδικοποιητή</translation>
    </message>
    <message>
        <source>no data here</source>
        <translation>χωρίς δεδομένα εδώ</translation>
    </message>
    <message>
        <source>From A to B in a straight line</source>
        <translation>Από το A στο B σε ευθεία</translation>
    </message>
    <message>
        <source>From A to B through the data</source>
        <translation>Από το A στο B μέσα από τα δεδομένα</translation>
    </message>
    <message>
        <source>No way through the data joins A and B: straight</source>
        <translation>Καμία διαδρομή στα δεδομένα δεν ενώνει A και B: ευθεία</translation>
    </message>
    <message>
        <source>From A to B, straight until the training rests</source>
        <translation>Από το A στο B, ευθεία ώσπου να σταματήσει η εκπαίδευση</translation>
    </message>
    <message>
        <source>From A to B; looking through the data…</source>
        <translation>Από το A στο B· αναζήτηση στα δεδομένα…</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>σχέδιο</translation>
    </message>
    <message>
        <source>A path between two pictures</source>
        <translation>Μια διαδρομή ανάμεσα σε δύο εικόνες</translation>
    </message>
    <message>
        <source>below: training pictures there</source>
        <translation>κάτω: εικόνες εκπαίδευσης εκεί</translation>
    </message>
    <message>
        <source>A hole has no data</source>
        <translation>Ένα κενό δεν έχει δεδομένα</translation>
    </message>
</context>
<context>
    <name>hg::WrongPictures</name>
    <message>
        <source>Click: through the network, on the tab Two parts</source>
        <translation>Κλικ: μέσα από το δίκτυο, στην καρτέλα «Δύο μέρη»</translation>
    </message>
</context>
<context>
    <name>hg::YourselfPage</name>
    <message>
        <source>Points</source>
        <translation>Σημεία</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Περιοχές</translation>
    </message>
    <message>
        <source>What lies behind the points</source>
        <translation>Τι βρίσκεται πίσω από τα σημεία</translation>
    </message>
    <message>
        <source>Codes of digits without labels</source>
        <translation>Κώδικες ψηφίων χωρίς ετικέτα</translation>
    </message>
    <message>
        <source>Score of every feature</source>
        <translation>Σκορ κάθε χαρακτηριστικού</translation>
    </message>
    <message>
        <source>Labels that were given</source>
        <translation>Ετικέτες που δόθηκαν</translation>
    </message>
    <message>
        <source>%1 digits without labels</source>
        <translation>%1 ψηφία χωρίς ετικέτα</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Από την αρχή</translation>
    </message>
    <message>
        <source>Takes all labels away; Ctrl+Z brings them back</source>
        <translation>Αφαιρεί όλες τις ετικέτες· το Ctrl+Z τις επαναφέρει</translation>
    </message>
    <message>
        <source>click a point, type its digit</source>
        <translation>κλικ σε ένα σημείο, έπειτα το ψηφίο του</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 labelled&lt;/b&gt; of at most %2</source>
        <translation>&lt;b&gt;%1 με ετικέτα&lt;/b&gt;, έως %2</translation>
    </message>
    <message>
        <source>Real labels</source>
        <translation>Πραγματικές ετικέτες</translation>
    </message>
    <message>
        <source>Real labels: what each digit is, as the colour of its point</source>
        <translation>Πραγματικές ετικέτες: τι είναι κάθε ψηφίο, ως χρώμα του σημείου του</translation>
    </message>
</context>
</TS>
