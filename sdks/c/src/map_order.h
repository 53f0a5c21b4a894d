/** The order in which an encoder writes a map's entries. */
#ifndef MESHWRIGHT_MAP_ORDER_H
#define MESHWRIGHT_MAP_ORDER_H

#include "sort.h"
#include "writer.h"

typedef struct mw_map_order {
  const char *entries;
  size_t stride;
  /** NULL if the entries stand in order already, each key once. */
  const void **sorted;
} mw_map_order_t;

/** Entries begin with their keys; `compare` compares two of those, `context` being what it wants to know. */
bool mw_order_map(mw_writer_t *w, const void *entries, size_t count, size_t stride, mw_compare_t compare,
                  uintptr_t context, mw_map_order_t *order);

static inline const void *mw_entry_at(const mw_map_order_t *order, size_t index) {
  return order->sorted != NULL ? order->sorted[index] : order->entries + index * order->stride;
}

/** A key that equals the one before it. */
static inline bool mw_refuse_repeated_key(mw_writer_t *w) {
  return mw_refuse_value(w, MW_CODEC_DUPLICATE_KEY, "is the key before it again");
}

/* Comparisons of keys; the context of fixed bytes is their size. */
int mw_compare_u8_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_u16_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_u32_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_u64_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_i8_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_i16_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_i32_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_i64_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_bool_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_text_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_bytes_keys(const void *a, const void *b, uintptr_t context);
int mw_compare_fixed_keys(const void *a, const void *b, uintptr_t context);

#endif
