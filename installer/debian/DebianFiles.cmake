# SPDX-FileCopyrightText: 2026 The Watchdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What Debian's policy wants of every package: copyright, changelog and a manual page for each program.
install(FILES debian/copyright DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/watchdesk")

find_program(GZIP_PROGRAM gzip)
mark_as_advanced(GZIP_PROGRAM)
if(GZIP_PROGRAM)
    function(install_gzipped source name destination)
        set(packed "${CMAKE_CURRENT_BINARY_DIR}/${name}.gz")
        add_custom_command(OUTPUT "${packed}" DEPENDS "${source}" VERBATIM
            COMMAND sh -c "\"$1\" -9nc \"$2\" > \"$3\"" -- "${GZIP_PROGRAM}" "${source}" "${packed}")
        add_custom_target(gzip_${name} ALL DEPENDS "${packed}")
        install(FILES "${packed}" DESTINATION "${destination}")
    endfunction()
    foreach(page IN ITEMS watchdesk.1 watchdeskctl.1)
        install_gzipped("${CMAKE_CURRENT_SOURCE_DIR}/${page}" ${page} "${CMAKE_INSTALL_MANDIR}/man1")
    endforeach()
    install_gzipped("${CMAKE_CURRENT_SOURCE_DIR}/debian/changelog" changelog "${CMAKE_INSTALL_DATADIR}/doc/watchdesk")
endif()
