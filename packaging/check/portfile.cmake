# cmake -P portfile.cmake PORTFILE: reads a portfile, with the functions that vcpkg would bring as empty
# ones.
foreach(name vcpkg_download_distfile vcpkg_extract_source_archive vcpkg_execute_required_process
        vcpkg_fixup_pkgconfig vcpkg_install_copyright)
    cmake_language(EVAL CODE "function(${name})\nendfunction()")
endforeach()
set(CURRENT_PACKAGES_DIR "${CMAKE_CURRENT_BINARY_DIR}/packages")
math(EXPR last "${CMAKE_ARGC} - 1")
include("${CMAKE_ARGV${last}}")
