# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# One function per kind of target, so that a folder's CMakeLists.txt is ten lines.

# One precompiled header for all targets, since all are compiled with the same flags. It is named as it is included, not by
# its path, so that a compiler cache serves every clone.
add_library(watchdesk_precompiled STATIC "${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp")
target_link_libraries(watchdesk_precompiled PRIVATE Qt6::Core tl::expected watchdesk_build_flags)
target_include_directories(watchdesk_precompiled PRIVATE "${CMAKE_SOURCE_DIR}")
target_precompile_headers(watchdesk_precompiled PRIVATE [["cmake/precompiled.h"]])
set_target_properties(watchdesk_precompiled PROPERTIES AUTOMOC OFF AUTORCC OFF)

# watchdesk_add_library(name SOURCES ... [PUBLIC libs...] [PRIVATE libs...])
# Defines watchdesk_<name>, alias Watchdesk::<name>. Includes are written from the repository's root: "app/base/error.h".
function(watchdesk_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target watchdesk_${name})
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(Watchdesk::${name} ALIAS ${target})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} watchdesk_build_flags)
    target_precompile_headers(${target} REUSE_FROM watchdesk_precompiled)
endfunction()

# watchdesk_add_executable(name SOURCES ... LINKS ...)
function(watchdesk_add_executable name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} watchdesk_build_flags)
    target_precompile_headers(${name} REUSE_FROM watchdesk_precompiled)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
endfunction()

# watchdesk_add_test(tst_name LABELS unit|kql|ui|lab|real|bench SOURCES ... LINKS ...)
# A Qt Test program run headless by CTest from the repository's root; WATCHDESK_TEST_DATA is the folder of the test's own files.
function(watchdesk_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test watchdesk_build_flags)
    target_precompile_headers(${name} REUSE_FROM watchdesk_precompiled)
    target_compile_definitions(${name} PRIVATE
        WATCHDESK_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}" WATCHDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties(${name} PROPERTIES
        LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
