#include "map_order.h"

#include "arena_scope.h"
#include "reader.h"

typedef struct comparison {
  mw_compare_t compare;
  uintptr_t context;
} comparison_t;

static int compare_pointers(const void *a, const void *b, uintptr_t context) {
  const comparison_t *how = (const comparison_t *)context;
  return how->compare(*(const void *const *)a, *(const void *const *)b, how->context);
}

bool mw_order_map(mw_writer_t *w, const void *entries, size_t count, size_t stride, mw_compare_t compare,
                  uintptr_t context, mw_map_order_t *order) {
  order->entries = (const char *)entries;
  order->stride = stride;
  order->sorted = NULL;
  size_t ordered = 1;
  while (ordered < count &&
         compare(mw_entry_at(order, ordered - 1), mw_entry_at(order, ordered), context) < 0)
    ordered++;
  if (ordered >= count) return true;
  const void **sorted = (const void **)mw_arena_array(mw_scratch(w), count, sizeof *sorted);
  if (sorted == NULL) return mw_fail_memory(&w->failure);
  for (size_t i = 0; i < count; i++)
    sorted[i] = order->entries + i * stride;
  const comparison_t how = {compare, context};
  mw_sort(sorted, count, sizeof *sorted, compare_pointers, (uintptr_t)&how);
  order->sorted = sorted;
  return true;
}

#define DEFINE_COMPARISON(name, type)                                                                        \
  int mw_compare_##name##_keys(const void *a, const void *b, uintptr_t context) {                            \
    const type left = *(const type *)a, right = *(const type *)b;                                            \
    (void)context;                                                                                           \
    return (left > right) - (left < right);                                                                  \
  }

DEFINE_COMPARISON(u8, uint8_t)
DEFINE_COMPARISON(u16, uint16_t)
DEFINE_COMPARISON(u32, uint32_t)
DEFINE_COMPARISON(u64, uint64_t)
DEFINE_COMPARISON(i8, int8_t)
DEFINE_COMPARISON(i16, int16_t)
DEFINE_COMPARISON(i32, int32_t)
DEFINE_COMPARISON(i64, int64_t)
DEFINE_COMPARISON(bool, bool)

int mw_compare_text_keys(const void *a, const void *b, uintptr_t context) {
  const mw_text_t *left = (const mw_text_t *)a, *right = (const mw_text_t *)b;
  (void)context;
  return mw_compare_bytes(left->data, left->size, right->data, right->size);
}

int mw_compare_bytes_keys(const void *a, const void *b, uintptr_t context) {
  const mw_bytes_t *left = (const mw_bytes_t *)a, *right = (const mw_bytes_t *)b;
  (void)context;
  return mw_compare_bytes(left->data, left->size, right->data, right->size);
}

int mw_compare_fixed_keys(const void *a, const void *b, uintptr_t context) {
  return memcmp(a, b, context);
}
