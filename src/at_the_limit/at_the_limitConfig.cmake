# find_package(at_the_limit) defines the target at_the_limit::at_the_limit. Without OpenMP it works on one thread.
find_package(OpenMP QUIET COMPONENTS CXX)
if(NOT OpenMP_CXX_FOUND AND NOT at_the_limit_FIND_QUIETLY)
    message(STATUS "at_the_limit uses one thread, because CMake finds no OpenMP for ${CMAKE_CXX_COMPILER}")
endif()
include("${CMAKE_CURRENT_LIST_DIR}/at_the_limitTarget.cmake")
