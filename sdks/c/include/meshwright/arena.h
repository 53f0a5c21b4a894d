/** The memory of decoded values: lists, maps, boxed values and unescaped text. Freed all at once. */
#ifndef MESHWRIGHT_ARENA_H
#define MESHWRIGHT_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include <meshwright/allocator.h>

MW_BEGIN_DECLS

struct mw_arena_block;

/** Not thread-safe; use one for each thread. The members are the library's own. */
typedef struct mw_arena {
  const mw_allocator_t *allocator;
  struct mw_arena_block *block;
  char *at;
  char *end;
  size_t used;
  size_t limit;
  bool limited;
} mw_arena_t;

/**
 * An empty arena; takes nothing yet. `allocator` may be NULL for malloc. `max_bytes` bounds what it hands out until the next reset; 0
 * leaves the bound to each decoder, which allows a multiple of its input that is enough for every valid value of the type.
 */
MW_API void mw_arena_init(mw_arena_t *arena, const mw_allocator_t *allocator, size_t max_bytes);

/** An arena in memory of the caller's that never asks for more; `memory` must outlive it. */
MW_API void mw_arena_init_fixed(mw_arena_t *arena, void *memory, size_t size);

/** Invalidates everything handed out, keeping one block for reuse: decoding in a loop then allocates nothing. */
MW_API void mw_arena_reset(mw_arena_t *arena);

/** Gives all memory back; the arena is as after `mw_arena_init`. May be called again. */
MW_API void mw_arena_free(mw_arena_t *arena);

/** `size` bytes aligned to `alignment` (a power of two, at most 16), not cleared; NULL when the bound is met or memory is out. */
MW_API void *mw_arena_allocate(mw_arena_t *arena, size_t size, size_t alignment);

MW_END_DECLS

#endif
