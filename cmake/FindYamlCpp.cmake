# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# YamlCpp::YamlCpp; the target of yaml-cpp's own files has another name since 0.8.
find_package(yaml-cpp CONFIG QUIET)
if(TARGET yaml-cpp::yaml-cpp)
    set(YamlCpp_LIBRARY yaml-cpp::yaml-cpp)
elseif(TARGET yaml-cpp)
    set(YamlCpp_LIBRARY yaml-cpp)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(YamlCpp REQUIRED_VARS YamlCpp_LIBRARY)

if(YamlCpp_FOUND AND NOT TARGET YamlCpp::YamlCpp)
    add_library(YamlCpp::YamlCpp INTERFACE IMPORTED)
    target_link_libraries(YamlCpp::YamlCpp INTERFACE "${YamlCpp_LIBRARY}")
endif()
