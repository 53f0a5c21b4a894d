#include <meshwright/allocator.h>

#include <stdlib.h>

static void *heap_allocate(void *context, size_t size) {
  (void)context;
  return malloc(size);
}

static void heap_release(void *context, void *memory, size_t size) {
  (void)context;
  (void)size;
  free(memory);
}

const mw_allocator_t *mw_default_allocator(void) {
  static const mw_allocator_t heap = {heap_allocate, heap_release, NULL};
  return &heap;
}
