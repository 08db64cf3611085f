# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Re2::Re2, the regular expressions of KQL. Debian's package has no CMake files, vcpkg's does.
find_package(re2 CONFIG QUIET)
if(TARGET re2::re2)
    set(Re2_LIBRARY re2::re2)
    get_target_property(Re2_INCLUDE_DIR re2::re2 INTERFACE_INCLUDE_DIRECTORIES)
else()
    find_path(Re2_INCLUDE_DIR re2/re2.h)
    find_library(Re2_LIBRARY re2)
    mark_as_advanced(Re2_INCLUDE_DIR Re2_LIBRARY)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Re2 REQUIRED_VARS Re2_LIBRARY Re2_INCLUDE_DIR)

if(Re2_FOUND AND NOT TARGET Re2::Re2)
    find_package(Threads REQUIRED)
    add_library(Re2::Re2 INTERFACE IMPORTED)
    target_include_directories(Re2::Re2 INTERFACE "${Re2_INCLUDE_DIR}")
    target_link_libraries(Re2::Re2 INTERFACE "${Re2_LIBRARY}" Threads::Threads)
endif()
