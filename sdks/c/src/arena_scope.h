/** What codecs do with an arena beyond the public functions: arrays, growth, and going back. */
#ifndef MESHWRIGHT_ARENA_SCOPE_H
#define MESHWRIGHT_ARENA_SCOPE_H

#include <meshwright/arena.h>

#include <stdint.h>

/** A point to go back to. */
typedef struct mw_arena_mark {
  struct mw_arena_block *block;
  char *at;
  size_t used;
} mw_arena_mark_t;

static inline mw_arena_mark_t mw_arena_mark(const mw_arena_t *arena) {
  const mw_arena_mark_t mark = {arena->block, arena->at, arena->used};
  return mark;
}

/** Gives up everything that was handed out since. */
void mw_arena_rewind(mw_arena_t *arena, mw_arena_mark_t mark);

/** For an arena without a bound of its own: allows `bytes` more than are used now. */
static inline void mw_arena_allow(mw_arena_t *arena, size_t bytes) {
  if (arena->limited) return;
  arena->limit = bytes < SIZE_MAX - arena->used ? arena->used + bytes : SIZE_MAX;
}

/** `count` elements of `size` bytes; NULL also when `count` is 0. */
void *mw_arena_array(mw_arena_t *arena, size_t count, size_t size);

/** Doubles an array that is full, in place if nothing came after it; false when memory is out. */
bool mw_arena_grow(mw_arena_t *arena, void **items, size_t count, size_t *capacity, size_t size);

#endif
