# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

option(BUILD_TESTING "Build the tests" ON)
option(WATCHDESK_WERROR "Treat warnings as errors (CI does)" OFF)
option(WATCHDESK_FUZZ "Build the programs for libFuzzer; takes clang" OFF)
option(WATCHDESK_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# ccache has to be told that a precompiled header's time stamp does not matter.
find_program(CCACHE_PROGRAM ccache)
mark_as_advanced(CCACHE_PROGRAM)
if(CCACHE_PROGRAM AND NOT WIN32)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE_PROGRAM}")
endif()

# What every Watchdesk target is compiled with; linked privately by watchdesk_add_library() and friends.
add_library(watchdesk_build_flags INTERFACE)
target_compile_definitions(watchdesk_build_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_DEPRECATED_WARNINGS)
if(MSVC)
    target_compile_options(watchdesk_build_flags INTERFACE /W4 /utf-8 $<$<BOOL:${WATCHDESK_WERROR}>:/WX>)
else()
    target_compile_options(watchdesk_build_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${WATCHDESK_WERROR}>:-Werror>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(watchdesk_build_flags INTERFACE -fpch-preprocess) # ccache reads the header's name from it
endif()

# A linker that is quicker than the system's, if there is one.
find_program(LLD_PROGRAM NAMES ld.lld)
find_program(MOLD_PROGRAM NAMES mold)
mark_as_advanced(LLD_PROGRAM MOLD_PROGRAM)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND LLD_PROGRAM)
    target_link_options(watchdesk_build_flags INTERFACE -fuse-ld=lld)
elseif(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND MOLD_PROGRAM)
    target_link_options(watchdesk_build_flags INTERFACE -fuse-ld=mold)
endif()

# Qt 6.4 asserts in its headers that the context of QFuture::then() still lives; without assertions the continuation is dropped
# and its future cancelled, which is what we rely on when a view is closed (ADR 1). So there are none in Debug either.
target_compile_definitions(watchdesk_build_flags INTERFACE $<$<CONFIG:Debug>:QT_NO_DEBUG>)

if(WATCHDESK_SANITIZE)
    target_compile_options(watchdesk_build_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(watchdesk_build_flags INTERFACE -fsanitize=address,undefined)
endif()

if(WATCHDESK_FUZZ)
    target_compile_options(watchdesk_build_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
