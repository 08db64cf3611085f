# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Everything is found, nothing is fetched: `./dev setup` installs packages and fills WATCHDESK_DEPS.
if(NOT DEFINED ENV{WATCHDESK_DEPS})
    list(APPEND CMAKE_PREFIX_PATH "$ENV{HOME}/.cache/watchdesk/deps")
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent Gui Network Svg Test Widgets Charts LinguistTools)
find_package(tl-expected REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(DuckDB REQUIRED)
find_package(Re2 REQUIRED)
find_package(HttpLib REQUIRED)
find_package(KF6SyntaxHighlighting QUIET)
if(NOT KF6SyntaxHighlighting_FOUND)
    find_package(KF5SyntaxHighlighting QUIET)
endif()

# Optional: without it the editors and viewers have the lexer's own colours.
add_library(watchdesk_syntax_highlighting INTERFACE)
add_library(Watchdesk::SyntaxHighlighting ALIAS watchdesk_syntax_highlighting)
if(TARGET KF6::SyntaxHighlighting)
    target_link_libraries(watchdesk_syntax_highlighting INTERFACE KF6::SyntaxHighlighting)
elseif(TARGET KF5::SyntaxHighlighting)
    target_link_libraries(watchdesk_syntax_highlighting INTERFACE KF5::SyntaxHighlighting)
else()
    message(STATUS "KSyntaxHighlighting not found: the editors use the lexer's colours alone")
endif()
if(TARGET KF6::SyntaxHighlighting OR TARGET KF5::SyntaxHighlighting)
    target_compile_definitions(watchdesk_syntax_highlighting INTERFACE WATCHDESK_HAVE_SYNTAX_HIGHLIGHTING)
endif()
