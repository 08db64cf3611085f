# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

set(CPACK_PACKAGE_NAME watchdesk)
set(CPACK_PACKAGE_VENDOR "The Watchdesk authors")
set(CPACK_PACKAGE_CONTACT "The Watchdesk authors <authors@watchdesk.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop console for Microsoft Defender for Endpoint")
set(CPACK_PACKAGE_DESCRIPTION
    "Watchdesk shows devices, alerts and indicators side by side with the alerts
of other products, finds the process behind each of them, hunts with KQL and
responds with a dry run, a reason and an audit log. It works offline with what
was loaded before, and has a lab tenant for learning.")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSES/GPL-3.0-or-later.txt")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_GENERATOR DEB TGZ)
if(WIN32)
    set(CPACK_GENERATOR NSIS ZIP)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libqt6svg6) # for its plugin, which no program links
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, gnome-keyring | kwalletmanager, uap-core")
if(duckdb_library)
    get_filename_component(duckdb_folder "${duckdb_library}" DIRECTORY)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${duckdb_folder}")
endif()

include(CPack)
