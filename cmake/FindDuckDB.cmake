# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# DuckDB::DuckDB, the C API of DuckDB (duckdb.h). A copy on the system is preferred to the one in CMAKE_PREFIX_PATH.
find_path(DuckDB_INCLUDE_DIR duckdb.h PATHS /usr/local/include /usr/include NO_DEFAULT_PATH)
find_library(DuckDB_LIBRARY duckdb PATHS /usr/local /usr PATH_SUFFIXES lib lib64 "lib/${CMAKE_LIBRARY_ARCHITECTURE}"
    NO_DEFAULT_PATH)
if(NOT DuckDB_INCLUDE_DIR OR NOT DuckDB_LIBRARY)
    # Both from one place: a header of one version and a library of another would be an accident.
    unset(DuckDB_INCLUDE_DIR CACHE)
    unset(DuckDB_LIBRARY CACHE)
    find_path(DuckDB_INCLUDE_DIR duckdb.h)
    find_library(DuckDB_LIBRARY duckdb)
endif()
mark_as_advanced(DuckDB_INCLUDE_DIR DuckDB_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(DuckDB
    REQUIRED_VARS DuckDB_LIBRARY DuckDB_INCLUDE_DIR
    REASON_FAILURE_MESSAGE "./dev setup fetches it into the folder WATCHDESK_DEPS")

if(DuckDB_FOUND AND NOT TARGET DuckDB::DuckDB)
    add_library(DuckDB::DuckDB SHARED IMPORTED)
    target_include_directories(DuckDB::DuckDB INTERFACE "${DuckDB_INCLUDE_DIR}")
    if(WIN32)
        set_target_properties(DuckDB::DuckDB PROPERTIES IMPORTED_IMPLIB "${DuckDB_LIBRARY}")
    else()
        set_target_properties(DuckDB::DuckDB PROPERTIES
            IMPORTED_LOCATION "${DuckDB_LIBRARY}" IMPORTED_SONAME libduckdb.so)
    endif()
endif()
