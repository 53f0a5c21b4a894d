/** Where arenas and buffers get their memory from. */
#ifndef MESHWRIGHT_ALLOCATOR_H
#define MESHWRIGHT_ALLOCATOR_H

#include <stddef.h>

#include <meshwright/export.h>

MW_BEGIN_DECLS

/** Memory functions of the caller's choice; must outlive whatever was made with it. */
typedef struct mw_allocator {
  /** At least `size` bytes (never 0), aligned for any type; NULL when there are none. */
  void *(*allocate)(void *context, size_t size);
  /** `memory` came from `allocate` with that `size`. */
  void (*release)(void *context, void *memory, size_t size);
  void *context;
} mw_allocator_t;

/** malloc and free of the C library. */
MW_API const mw_allocator_t *mw_default_allocator(void);

MW_END_DECLS

#endif
