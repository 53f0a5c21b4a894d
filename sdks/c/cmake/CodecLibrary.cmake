# Builds the codec library of one spec, static and shared, from `src` (the runtime) and `generated`, and installs it for find_package
# and pkg-config. Targets: NAME (shared) and NAME-static; NAME::NAME and NAME::NAME-static are what other projects link, installed or not.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(CODEC_LIBRARY_DIR "${CMAKE_CURRENT_LIST_DIR}")

# A spec with very long paths says so here.
include("${CMAKE_CURRENT_SOURCE_DIR}/generated/settings.cmake" OPTIONAL)

if(CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
  set(CODEC_WARNINGS -Wall -Wextra -Wpedantic)
  if(CODEC_WARNINGS_AS_ERRORS)
    list(APPEND CODEC_WARNINGS -Werror)
  endif()
endif()

# Everything that the library and its tests compile with.
function(codec_settings target)
  target_compile_features(${target} PUBLIC c_std_11)
  target_compile_options(${target} PRIVATE ${CODEC_WARNINGS})
  target_include_directories(
    ${target}
    PUBLIC "$<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>"
           "$<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/generated/include>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>"
    PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/src" "${CMAKE_CURRENT_SOURCE_DIR}/generated/src")
  if(CODEC_PATH_CAPACITY)
    target_compile_definitions(${target} PUBLIC MW_CODEC_PATH_CAPACITY=${CODEC_PATH_CAPACITY})
  endif()
  set_target_properties(${target} PROPERTIES C_EXTENSIONS OFF C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
endfunction()

function(add_codec_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/*.c generated/src/*.c)
  add_library(${name}-objects OBJECT ${sources})
  codec_settings(${name}-objects)
  foreach(kind SHARED STATIC)
    set(target ${name})
    if(kind STREQUAL STATIC)
      set(target ${name}-static)
    endif()
    add_library(${target} ${kind} $<TARGET_OBJECTS:${name}-objects>)
    add_library(${name}::${target} ALIAS ${target})
    codec_settings(${target})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} LINKER_LANGUAGE C)
  endforeach()
  set_target_properties(${name} PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
  install_codec_library(${name})
endfunction()

function(install_codec_library name)
  install(DIRECTORY include/ generated/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(TARGETS ${name} ${name}-static EXPORT ${name}-targets)
  set(package "${CMAKE_INSTALL_LIBDIR}/cmake/${name}")
  install(EXPORT ${name}-targets FILE ${name}-config.cmake NAMESPACE ${name}:: DESTINATION ${package})
  set(version "${CMAKE_CURRENT_BINARY_DIR}/${name}-config-version.cmake")
  write_basic_package_version_file("${version}" COMPATIBILITY SameMinorVersion)
  install(FILES "${version}" DESTINATION ${package})
  set(CODEC_LIBRARY_NAME ${name})
  # Relative, so that the installed folder can be anywhere.
  file(RELATIVE_PATH CODEC_PREFIX_FROM_PC "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  set(CODEC_CFLAGS "")
  if(CODEC_PATH_CAPACITY)
    set(CODEC_CFLAGS "-DMW_CODEC_PATH_CAPACITY=${CODEC_PATH_CAPACITY}")
  endif()
  configure_file("${CODEC_LIBRARY_DIR}/codec.pc.in" ${name}.pc @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endfunction()
