#include "sort.h"

#include <string.h>

static void swap(char *a, char *b, size_t size) {
  char kept[16];
  memcpy(kept, a, size);
  memcpy(a, b, size);
  memcpy(b, kept, size);
}

/** Moves the element at `parent` down until no child is greater. */
static void sift(char *items, size_t parent, size_t count, size_t size, mw_compare_t compare,
                 uintptr_t context) {
  for (size_t child; (child = 2 * parent + 1) < count; parent = child) {
    if (child + 1 < count && compare(items + child * size, items + (child + 1) * size, context) < 0) child++;
    if (compare(items + parent * size, items + child * size, context) >= 0) return;
    swap(items + parent * size, items + child * size, size);
  }
}

/* A heap sort: no memory of its own, and no input that makes it slow. */
void mw_sort(void *items, size_t count, size_t size, mw_compare_t compare, uintptr_t context) {
  char *const bytes = (char *)items;
  for (size_t i = count / 2; i-- > 0;)
    sift(bytes, i, count, size, compare, context);
  for (size_t end = count; end-- > 1;) {
    swap(bytes, bytes + end * size, size);
    sift(bytes, 0, end, size, compare, context);
  }
}
