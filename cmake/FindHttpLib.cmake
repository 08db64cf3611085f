# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# HttpLib::HttpLib, cpp-httplib as Debian packages it: a header and a library compiled with TLS and zlib, no CMake files.
# The definitions have to be those the library was compiled with, or its classes have another layout.
find_path(HttpLib_INCLUDE_DIR httplib.h)
find_library(HttpLib_LIBRARY cpp-httplib)
find_path(HttpLib_BROTLI_INCLUDE_DIR brotli/decode.h)
mark_as_advanced(HttpLib_INCLUDE_DIR HttpLib_LIBRARY HttpLib_BROTLI_INCLUDE_DIR)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(HttpLib REQUIRED_VARS HttpLib_LIBRARY HttpLib_INCLUDE_DIR)

if(HttpLib_FOUND AND NOT TARGET HttpLib::HttpLib)
    find_package(OpenSSL REQUIRED)
    find_package(ZLIB REQUIRED)
    find_package(Threads REQUIRED)
    add_library(HttpLib::HttpLib UNKNOWN IMPORTED)
    set_target_properties(HttpLib::HttpLib PROPERTIES IMPORTED_LOCATION "${HttpLib_LIBRARY}")
    target_include_directories(HttpLib::HttpLib INTERFACE "${HttpLib_INCLUDE_DIR}")
    target_compile_definitions(HttpLib::HttpLib INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT)
    target_link_libraries(HttpLib::HttpLib INTERFACE OpenSSL::SSL OpenSSL::Crypto ZLIB::ZLIB Threads::Threads)
    if(HttpLib_BROTLI_INCLUDE_DIR)
        target_compile_definitions(HttpLib::HttpLib INTERFACE CPPHTTPLIB_BROTLI_SUPPORT)
    endif()
endif()
