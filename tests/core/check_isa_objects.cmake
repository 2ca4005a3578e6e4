# No weak symbol may leave the objects that are compiled for several instruction sets: the linker would keep one copy
# for everybody, perhaps one that this machine cannot run.
string(REPLACE "|" ";" OBJECTS "${OBJECTS}")
foreach(object ${OBJECTS})
    execute_process(COMMAND ${NM} --defined-only ${object} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "[0-9a-f]+ [WVuvwi] [^\n]+" shared "${symbols}")
    list(FILTER shared EXCLUDE REGEX "(asan|tsan|ubsan|DW\\.ref)")
    if(shared)
        message(FATAL_ERROR "${object} shares: ${shared}")
    endif()
endforeach()
