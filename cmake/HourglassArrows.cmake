# Every arrow between our folders, in one list: each row names folders of rows above it only, so that no circle is possible.
# hg_core_library links what a folder of core has here; the test `arrows` (tests/core/check_arrows.cmake) refuses an
# #include without an arrow. HEADERS is what a folder's headers and sources may include, SOURCES what its sources alone may.
# A folder stands for all below it; ui/labs/* is a row for each lab.
#
# hg_arrows(<folder> [HEADERS <folders>] [SOURCES <folders>]) is defined by who reads this list.

hg_arrows(core/util)
hg_arrows(core/tensor     HEADERS core/util)
hg_arrows(core/kernels)
hg_arrows(core/conv       HEADERS core/tensor core/util)
hg_arrows(core/audio      HEADERS core/conv core/tensor core/util)
hg_arrows(core/nn         HEADERS core/conv core/tensor core/util)
hg_arrows(core/engine     HEADERS core/nn core/kernels core/tensor core/util)
hg_arrows(core/io         HEADERS core/tensor core/util)
hg_arrows(core/data       HEADERS core/io core/tensor core/util)
hg_arrows(core/embed      HEADERS core/kernels core/tensor core/util)
hg_arrows(core/train      HEADERS core/engine core/nn core/tensor core/util)
hg_arrows(core/model_file HEADERS core/train core/engine core/nn core/io core/tensor core/util SOURCES core/conv)
hg_arrows(core/eval       HEADERS core/train core/engine core/nn core/data core/io core/embed core/kernels core/tensor core/util
                          SOURCES core/model_file)
hg_arrows(core/lab        HEADERS core/train core/engine core/nn core/audio core/data core/conv core/tensor core/util SOURCES core/io)
hg_arrows(core/session    HEADERS core/lab core/data core/io core/tensor core/util
                          SOURCES core/model_file core/train core/nn core/conv)

# Of ui only export and pictures are libraries of their own; its other rooms are held to their arrows by the test alone.
hg_arrows(ui/export       HEADERS core/util)
hg_arrows(ui/pictures     HEADERS core/io core/tensor core/util)
hg_arrows(ui/theme        HEADERS core/util ui/export)
hg_arrows(ui/painters     HEADERS core ui/theme)
hg_arrows(ui/widgets      HEADERS core ui/painters ui/theme)
hg_arrows(ui/runs         HEADERS core ui/export ui/widgets ui/theme)
hg_arrows(ui/lab          HEADERS core ui/runs ui/widgets ui/painters ui/pictures ui/export ui/theme)
hg_arrows(ui/shell        HEADERS core ui/lab ui/runs ui/widgets ui/painters ui/pictures ui/export ui/theme)
hg_arrows(ui/labs/*       HEADERS core ui/lab ui/runs ui/widgets ui/painters ui/pictures ui/export ui/theme)
hg_arrows(ui/labs         HEADERS core ui/labs/* ui/lab)

hg_arrows(app/cli         HEADERS core ui/painters ui/pictures ui/export ui/theme SOURCES ui/lab ui/labs/* ui/runs ui/widgets)
hg_arrows(app             HEADERS core ui app/cli)
