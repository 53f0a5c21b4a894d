#include <meshwright/arena.h>

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "arena_scope.h"

enum {
  FIRST_BLOCK_SIZE = 1024,
  FIRST_GROWTH_COUNT = 4,
  /** Of the strictest member that a value can have. */
  VALUE_ALIGNMENT = sizeof(uint64_t)
};

/** Blocks form a stack; the newest is the one in use. A fixed arena has none. */
struct mw_arena_block {
  struct mw_arena_block *previous;
  size_t size;
  alignas(max_align_t) char memory[];
};

void mw_arena_init(mw_arena_t *arena, const mw_allocator_t *allocator, size_t max_bytes) {
  memset(arena, 0, sizeof *arena);
  arena->allocator = allocator != NULL ? allocator : mw_default_allocator();
  arena->limited = max_bytes != 0;
  arena->limit = arena->limited ? max_bytes : SIZE_MAX;
}

void mw_arena_init_fixed(mw_arena_t *arena, void *memory, size_t size) {
  memset(arena, 0, sizeof *arena);
  arena->at = (char *)memory;
  /* Nothing may be added to a null pointer, not even 0. */
  arena->end = size > 0 ? arena->at + size : arena->at;
  arena->limit = size;
  arena->limited = true;
}

static void release_block(mw_arena_t *arena) {
  struct mw_arena_block *block = arena->block;
  arena->block = block->previous;
  arena->allocator->release(arena->allocator->context, block, sizeof *block + block->size);
}

static void enter_block(mw_arena_t *arena, char *at) {
  arena->at = at;
  arena->end = arena->block != NULL ? arena->block->memory + arena->block->size : NULL;
}

void mw_arena_reset(mw_arena_t *arena) {
  if (arena->allocator == NULL) {
    if (arena->used > 0) arena->at -= arena->used;
  } else if (arena->block != NULL) {
    /* The newest block is the largest. */
    struct mw_arena_block *newest = arena->block;
    arena->block = newest->previous;
    while (arena->block != NULL)
      release_block(arena);
    newest->previous = NULL;
    arena->block = newest;
    enter_block(arena, newest->memory);
  }
  arena->used = 0;
}

void mw_arena_free(mw_arena_t *arena) {
  if (arena->allocator == NULL) {
    mw_arena_reset(arena);
    return;
  }
  while (arena->block != NULL)
    release_block(arena);
  enter_block(arena, NULL);
  arena->used = 0;
}

/** A block for at least `size` bytes; twice the last one if the bound allows. */
static bool add_block(mw_arena_t *arena, size_t size) {
  const size_t allowed = arena->limit - arena->used;
  size_t wanted =
      arena->block != NULL && arena->block->size < SIZE_MAX / 4 ? arena->block->size * 2 : FIRST_BLOCK_SIZE;
  if (wanted > allowed) wanted = allowed;
  if (wanted < size) wanted = size;
  if (wanted > SIZE_MAX - sizeof(struct mw_arena_block)) return false;
  struct mw_arena_block *block =
      (struct mw_arena_block *)arena->allocator->allocate(arena->allocator->context, sizeof *block + wanted);
  if (block == NULL) return false;
  block->previous = arena->block;
  block->size = wanted;
  arena->block = block;
  enter_block(arena, block->memory);
  return true;
}

static size_t padding(const char *at, size_t alignment) {
  return (size_t)(-(uintptr_t)at & (alignment - 1));
}

void *mw_arena_allocate(mw_arena_t *arena, size_t size, size_t alignment) {
  size_t skipped = padding(arena->at, alignment);
  const size_t left = (size_t)(arena->end - arena->at);
  if (arena->at == NULL || left < skipped || left - skipped < size) {
    if (arena->allocator == NULL) return NULL;
    if (size > arena->limit - arena->used || !add_block(arena, size)) return NULL;
    skipped = 0;
  }
  if (skipped + size > arena->limit - arena->used) return NULL;
  char *memory = arena->at + skipped;
  arena->at = memory + size;
  arena->used += skipped + size;
  return memory;
}

void mw_arena_rewind(mw_arena_t *arena, mw_arena_mark_t mark) {
  if (arena->allocator != NULL) {
    while (arena->block != mark.block)
      release_block(arena);
    enter_block(arena, mark.at);
  }
  arena->at = mark.at;
  arena->used = mark.used;
}

void *mw_arena_array(mw_arena_t *arena, size_t count, size_t size) {
  if (count == 0 || count > SIZE_MAX / size) return NULL;
  return mw_arena_allocate(arena, count * size, VALUE_ALIGNMENT);
}

bool mw_arena_grow(mw_arena_t *arena, void **items, size_t count, size_t *capacity, size_t size) {
  const size_t added = *capacity != 0 ? *capacity : FIRST_GROWTH_COUNT;
  if (added > SIZE_MAX / 2 / size) return false;
  const bool is_last = *items != NULL && (char *)*items + count * size == arena->at;
  if (is_last && (size_t)(arena->end - arena->at) >= added * size &&
      added * size <= arena->limit - arena->used) {
    arena->at += added * size;
    arena->used += added * size;
    *capacity += added;
    return true;
  }
  void *larger = mw_arena_array(arena, *capacity + added, size);
  if (larger == NULL) return false;
  if (count != 0) memcpy(larger, *items, count * size);
  *items = larger;
  *capacity += added;
  return true;
}
