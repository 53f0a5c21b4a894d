#ifndef MESHWRIGHT_SORT_H
#define MESHWRIGHT_SORT_H

#include <stddef.h>
#include <stdint.h>

/** Below 0, 0 or above 0; `context` is what the caller passed. */
typedef int (*mw_compare_t)(const void *a, const void *b, uintptr_t context);

/** Sorts `count` elements of `size` bytes (at most 16) in place, in n log n steps whatever they are. Not stable. */
void mw_sort(void *items, size_t count, size_t size, mw_compare_t compare, uintptr_t context);

#endif
