/** Values that every spec shares: views of text and bytes, lists of simple values, durations, socket addresses. */
#ifndef MESHWRIGHT_VIEW_H
#define MESHWRIGHT_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <meshwright/export.h>

MW_BEGIN_DECLS

/** Bytes that somebody else owns; `data` may be NULL when `size` is 0. */
typedef struct mw_bytes {
  const uint8_t *data;
  size_t size;
} mw_bytes_t;

/**
 * UTF-8 text that somebody else owns: `size` bytes, not terminated; NUL is an ordinary character. A decoder's views point into
 * the input, or into the arena where the text had to be unescaped.
 */
typedef struct mw_text {
  const char *data;
  size_t size;
} mw_text_t;

/** Seconds and nanoseconds (0 to 999,999,999). */
typedef struct mw_duration {
  uint64_t secs;
  uint32_t nanos;
} mw_duration_t;

/** An IPv4 address in `octets[0..4]`, or an IPv6 address in all sixteen, in network order; the port in host order. */
typedef struct mw_socket_address {
  bool is_v6;
  uint8_t octets[16];
  uint16_t port;
} mw_socket_address_t;

/** A view of a terminated string, without its terminator. */
static inline mw_text_t mw_text_of(const char *terminated) {
  mw_text_t text;
  text.data = terminated;
  text.size = strlen(terminated);
  return text;
}

static inline bool mw_bytes_equal(mw_bytes_t a, mw_bytes_t b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool mw_text_equal(mw_text_t a, mw_text_t b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/** `count` elements that somebody else owns; `items` may be NULL when `count` is 0. */
#define MW_DECLARE_LIST(name, element)                                                                       \
  typedef struct name {                                                                                      \
    const element *items;                                                                                    \
    size_t count;                                                                                            \
  } name##_t

MW_DECLARE_LIST(mw_u8_list, uint8_t);
MW_DECLARE_LIST(mw_u16_list, uint16_t);
MW_DECLARE_LIST(mw_u32_list, uint32_t);
MW_DECLARE_LIST(mw_u64_list, uint64_t);
MW_DECLARE_LIST(mw_i8_list, int8_t);
MW_DECLARE_LIST(mw_i16_list, int16_t);
MW_DECLARE_LIST(mw_i32_list, int32_t);
MW_DECLARE_LIST(mw_i64_list, int64_t);
MW_DECLARE_LIST(mw_f32_list, float);
MW_DECLARE_LIST(mw_f64_list, double);
MW_DECLARE_LIST(mw_bool_list, bool);
MW_DECLARE_LIST(mw_text_list, mw_text_t);
MW_DECLARE_LIST(mw_bytes_list, mw_bytes_t);
MW_DECLARE_LIST(mw_duration_list, mw_duration_t);
MW_DECLARE_LIST(mw_socket_address_list, mw_socket_address_t);

MW_END_DECLS

#endif
