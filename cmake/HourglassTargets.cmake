# Warnings and sanitizers that every target of ours carries, and the shorthand for core's folders and for tests.

add_library(hg_options INTERFACE)
target_include_directories(hg_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(hg_options INTERFACE
    -Wall -Wextra -Wpedantic -Wno-missing-field-initializers -Wconversion -Wno-sign-conversion -Wshadow -Wold-style-cast -Wdouble-promotion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wcast-align)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlapping copies in std::string's own operator+ from -O3 on (its bug 105651).
    target_compile_options(hg_options INTERFACE -Wno-restrict)
endif()
if(HOURGLASS_WERROR)
    target_compile_options(hg_options INTERFACE -Werror)
endif()

if(HOURGLASS_SANITIZER STREQUAL "asan")
    set(flags -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1 -g1)
elseif(HOURGLASS_SANITIZER STREQUAL "tsan")
    set(flags -fsanitize=thread -fno-omit-frame-pointer -O1 -g1)
endif()
if(HOURGLASS_FUZZ)
    set(HOURGLASS_SANITIZER fuzz)
    set(flags -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1 -g1)
endif()
if(HOURGLASS_SANITIZER)
    add_compile_options(${flags})
    add_link_options(${flags})
endif()

# hg_core_library(<folder> SOURCES … [USES <others' libraries>]): one library a folder of core, linked along its arrows: to its
# users too where its headers have them, else to itself alone. A folder of headers alone becomes an INTERFACE library.
function(hg_arrows folder)
    cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES" ${ARGN})
    foreach(kind HEADERS SOURCES)
        list(FILTER ARG_${kind} INCLUDE REGEX "^core/.")
        list(TRANSFORM ARG_${kind} REPLACE "^core/" "hg_")
        set_property(GLOBAL PROPERTY HG_${kind}_${folder} ${ARG_${kind}})
    endforeach()
endfunction()
include(${CMAKE_CURRENT_LIST_DIR}/HourglassArrows.cmake)
function(hg_core_library folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
    get_property(public GLOBAL PROPERTY HG_HEADERS_core/${folder})
    get_property(private GLOBAL PROPERTY HG_SOURCES_core/${folder})
    if(ARG_SOURCES)
        add_library(hg_${folder} STATIC ${ARG_SOURCES})
        target_link_libraries(hg_${folder} PUBLIC ${public} PRIVATE hg_options ${private} ${ARG_USES})
        target_include_directories(hg_${folder} PUBLIC ${PROJECT_SOURCE_DIR})
    else()
        add_library(hg_${folder} INTERFACE)
        target_link_libraries(hg_${folder} INTERFACE ${public})
        target_include_directories(hg_${folder} INTERFACE ${PROJECT_SOURCE_DIR})
    endif()
endfunction()

# hg_find_library(<target> <header> <library>): a library that comes without a CMake package, as an imported target.
function(hg_find_library target header library)
    find_path(HG_${library}_INCLUDE_DIR ${header})
    find_library(HG_${library}_LIBRARY ${library})
    if(NOT HG_${library}_INCLUDE_DIR OR NOT HG_${library}_LIBRARY)
        message(FATAL_ERROR "The library ${library} with its header ${header} is needed (./dev names the package)")
    endif()
    add_library(${target} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${HG_${library}_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${HG_${library}_INCLUDE_DIR})
endfunction()

# hg_precompile(<target> <kind>): compiles the headers that most files of this kind include once for all targets of the kind,
# whose definitions that Qt's headers read must be the same.
set(HG_HEADERS_OF_CORE_TESTS <QTest> <QDir> <QFile> <QTemporaryDir> <algorithm> <array> <cmath> <functional> <map> <memory>
    <numeric> <optional> <random> <span> <string> <variant> <vector>)
set(HG_HEADERS_OF_WINDOW <QAction> <QApplication> <QComboBox> <QFile> <QLabel> <QLayout> <QLineEdit> <QMouseEvent> <QPainter>
    <QPainterPath> <QPushButton> <QTimer> <QWidget> <algorithm> <array> <cmath> <functional> <memory> <numeric> <optional>
    <span> <string> <variant> <vector>)
set(HG_HEADERS_OF_COMMANDS <QString> <nlohmann/json.hpp> <algorithm> <cmath> <iostream> <map> <memory> <optional> <span> <string>
    <variant> <vector>)
set(HG_HEADERS_OF_WINDOW_TESTS <QTest> <QTemporaryDir> ${HG_HEADERS_OF_WINDOW})
function(hg_precompile target kind)
    if(NOT HOURGLASS_PCH)
        return()
    endif()
    get_property(owner GLOBAL PROPERTY HG_PCH_${kind})
    if(owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    else()
        target_precompile_headers(${target} PRIVATE ${HG_HEADERS_OF_${kind}})
        set_property(GLOBAL PROPERTY HG_PCH_${kind} ${target})
    endif()
endfunction()

# hg_add_test(<name> LINKS …): one executable a subject, found by ctest under its name, labelled by its folder.
function(hg_add_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    get_filename_component(label ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE hg_options Qt6::Test ${ARG_LINKS})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    if(label STREQUAL "core")
        hg_precompile(${name} CORE_TESTS)
    elseif("hourglass_ui" IN_LIST ARG_LINKS)
        hg_precompile(${name} WINDOW_TESTS)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${label}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()

# hg_isa_sources(<target> <sources>): compiles each source once for every instruction set and adds the objects to the
# target. The sources include neither Eigen nor the standard library's templates and keep everything inside
# HG_ISA_NAMESPACE: an inline function compiled for one set and chosen by the linker for all would be an illegal
# instruction on an older machine. The test isa_objects holds them to it.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    set(HG_X86_64_SETS ON)
    # Lines that will be written are fetched as such (PREFETCHW): the levels do not promise it, but every processor of
    # v3 takes it, the first of them as an instruction that does nothing.
    set(HG_V3_FLAGS -march=x86-64-v3 -mprfchw)
    set(HG_V4_FLAGS -march=x86-64-v4 -mprfchw -mprefer-vector-width=512)
endif()
function(hg_isa_objects target set flags)
    set(objects ${target}_${set})
    add_library(${objects} OBJECT ${ARGN})
    target_link_libraries(${objects} PRIVATE hg_options)
    target_compile_definitions(${objects} PRIVATE HG_ISA_NAMESPACE=isa_${set})
    target_compile_options(${objects} PRIVATE -O3 -ffp-contract=fast -fno-math-errno -fno-trapping-math
        -fno-exceptions -fno-rtti -U_GLIBCXX_ASSERTIONS ${flags})
    if(HOURGLASS_SANITIZER)
        target_compile_options(${objects} PRIVATE -O1)
    endif()
    set_target_properties(${objects} PROPERTIES AUTOMOC OFF)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:${objects}>)
    set_property(GLOBAL APPEND PROPERTY HG_ISA_OBJECTS ${objects})
endfunction()
function(hg_isa_sources target)
    hg_isa_objects(${target} baseline "" ${ARGN})
    if(HG_X86_64_SETS)
        hg_isa_objects(${target} v3 "${HG_V3_FLAGS}" ${ARGN})
        hg_isa_objects(${target} v4 "${HG_V4_FLAGS}" ${ARGN})
        target_compile_definitions(${target} PRIVATE HG_X86_64_SETS)
    endif()
endfunction()
# hg_vnni_sources(<target> <sources>): the same for what x86-64-v4 leaves out, products of bytes added in one
# instruction (AVX-512 VNNI).
function(hg_vnni_sources target)
    if(HG_X86_64_SETS)
        hg_isa_objects(${target} v4_vnni "${HG_V4_FLAGS};-mavx512vnni" ${ARGN})
    endif()
endfunction()
