# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# MaxMindDb::MaxMindDb, the reader of IP location databases. Debian's package has no CMake files, vcpkg's does.
find_package(maxminddb CONFIG QUIET)
if(TARGET maxminddb::maxminddb)
    set(MaxMindDb_LIBRARY maxminddb::maxminddb)
    get_target_property(MaxMindDb_INCLUDE_DIR maxminddb::maxminddb INTERFACE_INCLUDE_DIRECTORIES)
else()
    find_path(MaxMindDb_INCLUDE_DIR maxminddb.h)
    find_library(MaxMindDb_LIBRARY maxminddb)
    mark_as_advanced(MaxMindDb_INCLUDE_DIR MaxMindDb_LIBRARY)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(MaxMindDb REQUIRED_VARS MaxMindDb_LIBRARY MaxMindDb_INCLUDE_DIR)

if(MaxMindDb_FOUND AND NOT TARGET MaxMindDb::MaxMindDb)
    add_library(MaxMindDb::MaxMindDb INTERFACE IMPORTED)
    target_include_directories(MaxMindDb::MaxMindDb INTERFACE "${MaxMindDb_INCLUDE_DIR}")
    target_link_libraries(MaxMindDb::MaxMindDb INTERFACE "${MaxMindDb_LIBRARY}")
endif()
