#include <meshwright/arena.h>

#include <stdint.h>
#include <stdlib.h>

#include "arena_scope.h"
#include "check.h"

/** Counts what is out, and gives no more than `allowed` at once. */
typedef struct ledger {
  size_t out;
  size_t calls;
  size_t allowed;
} ledger_t;

static void *counted_allocate(void *context, size_t size) {
  ledger_t *ledger = (ledger_t *)context;
  ledger->calls++;
  if (ledger->out + size > ledger->allowed) return NULL;
  ledger->out += size;
  return malloc(size);
}

static void counted_release(void *context, void *memory, size_t size) {
  ledger_t *ledger = (ledger_t *)context;
  ledger->out -= size;
  free(memory);
}

static void test_alignment_and_bound(void) {
  mw_arena_t arena;
  mw_arena_init(&arena, NULL, 100);
  CHECK(mw_arena_allocate(&arena, 1, 1) != NULL);
  void *const aligned = mw_arena_allocate(&arena, 8, 8);
  CHECK(aligned != NULL && (uintptr_t)aligned % 8 == 0);
  CHECK(mw_arena_allocate(&arena, 200, 1) == NULL);
  CHECK(mw_arena_allocate(&arena, 80, 1) != NULL);
  CHECK(mw_arena_allocate(&arena, 80, 1) == NULL);
  mw_arena_reset(&arena);
  CHECK(mw_arena_allocate(&arena, 80, 1) != NULL);
  mw_arena_free(&arena);
  mw_arena_free(&arena);
}

static void test_reuse(void) {
  ledger_t ledger = {0, 0, SIZE_MAX};
  const mw_allocator_t allocator = {counted_allocate, counted_release, &ledger};
  mw_arena_t arena;
  mw_arena_init(&arena, &allocator, 0);
  for (int i = 0; i < 50; i++)
    CHECK(mw_arena_allocate(&arena, 1000, 8) != NULL);
  mw_arena_reset(&arena);
  const size_t calls = ledger.calls;
  for (int i = 0; i < 20; i++)
    CHECK(mw_arena_allocate(&arena, 1000, 8) != NULL);
  CHECK(ledger.calls == calls);
  mw_arena_free(&arena);
  CHECK(ledger.out == 0);
}

static void test_rewind(void) {
  ledger_t ledger = {0, 0, SIZE_MAX};
  const mw_allocator_t allocator = {counted_allocate, counted_release, &ledger};
  mw_arena_t arena;
  mw_arena_init(&arena, &allocator, 0);
  char *const kept = (char *)mw_arena_allocate(&arena, 4, 1);
  memcpy(kept, "kept", 4);
  const mw_arena_mark_t mark = mw_arena_mark(&arena);
  const size_t out = ledger.out;
  CHECK(mw_arena_allocate(&arena, 100000, 1) != NULL);
  mw_arena_rewind(&arena, mark);
  CHECK(ledger.out == out && arena.used == 4 && memcmp(kept, "kept", 4) == 0);
  mw_arena_free(&arena);
}

static void test_fixed(void) {
  uint64_t memory[4];
  mw_arena_t arena;
  mw_arena_init_fixed(&arena, memory, sizeof memory);
  CHECK(mw_arena_allocate(&arena, 32, 8) == (void *)memory);
  CHECK(mw_arena_allocate(&arena, 1, 1) == NULL);
  mw_arena_reset(&arena);
  CHECK(mw_arena_allocate(&arena, 8, 8) == (void *)memory);
  mw_arena_free(&arena);
}

static void test_growth(void) {
  mw_arena_t arena;
  mw_arena_init(&arena, NULL, 0);
  void *items = NULL;
  size_t capacity = 0;
  for (uint32_t i = 0; i < 1000; i++) {
    if (i == capacity) CHECK(mw_arena_grow(&arena, &items, i, &capacity, sizeof i));
    ((uint32_t *)items)[i] = i;
    if (i % 100 == 0) CHECK(mw_arena_allocate(&arena, 1, 1) != NULL);
  }
  for (uint32_t i = 0; i < 1000; i++)
    CHECK(((uint32_t *)items)[i] == i);
  mw_arena_free(&arena);
}

static void test_failing_allocator(void) {
  ledger_t ledger = {0, 0, 2000};
  const mw_allocator_t allocator = {counted_allocate, counted_release, &ledger};
  mw_arena_t arena;
  mw_arena_init(&arena, &allocator, 0);
  CHECK(mw_arena_allocate(&arena, 100, 8) != NULL);
  CHECK(mw_arena_allocate(&arena, 5000, 8) == NULL);
  CHECK(mw_arena_allocate(&arena, SIZE_MAX - 8, 8) == NULL);
  CHECK(mw_arena_allocate(&arena, 100, 8) != NULL);
  mw_arena_free(&arena);
  CHECK(ledger.out == 0);
}

int main(void) {
  test_alignment_and_bound();
  test_reuse();
  test_rewind();
  test_fixed();
  test_growth();
  test_failing_allocator();
  return CHECK_RESULT();
}
