/** Integers and floats as bytes, on any machine; compilers make one load or store of each. */
#ifndef MESHWRIGHT_WIRE_H
#define MESHWRIGHT_WIRE_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static inline uint8_t mw_load_u8(const uint8_t *at) {
  return at[0];
}

static inline uint16_t mw_load_u16le(const uint8_t *at) {
  return (uint16_t)(at[0] | at[1] << 8);
}

static inline uint32_t mw_load_u32le(const uint8_t *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint64_t mw_load_u64le(const uint8_t *at) {
  return (uint64_t)mw_load_u32le(at) | (uint64_t)mw_load_u32le(at + 4) << 32;
}

static inline uint16_t mw_load_u16be(const uint8_t *at) {
  return (uint16_t)(at[0] << 8 | at[1]);
}

static inline uint32_t mw_load_u32be(const uint8_t *at) {
  return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | (uint32_t)at[3];
}

static inline uint64_t mw_load_u64be(const uint8_t *at) {
  return (uint64_t)mw_load_u32be(at) << 32 | (uint64_t)mw_load_u32be(at + 4);
}

static inline void mw_store_u8(uint8_t *at, uint8_t value) {
  at[0] = value;
}

static inline void mw_store_u16le(uint8_t *at, uint16_t value) {
  at[0] = (uint8_t)value;
  at[1] = (uint8_t)(value >> 8);
}

static inline void mw_store_u32le(uint8_t *at, uint32_t value) {
  mw_store_u16le(at, (uint16_t)value);
  mw_store_u16le(at + 2, (uint16_t)(value >> 16));
}

static inline void mw_store_u64le(uint8_t *at, uint64_t value) {
  mw_store_u32le(at, (uint32_t)value);
  mw_store_u32le(at + 4, (uint32_t)(value >> 32));
}

static inline void mw_store_u16be(uint8_t *at, uint16_t value) {
  at[0] = (uint8_t)(value >> 8);
  at[1] = (uint8_t)value;
}

static inline void mw_store_u32be(uint8_t *at, uint32_t value) {
  mw_store_u16be(at, (uint16_t)(value >> 16));
  mw_store_u16be(at + 2, (uint16_t)value);
}

static inline void mw_store_u64be(uint8_t *at, uint64_t value) {
  mw_store_u32be(at, (uint32_t)(value >> 32));
  mw_store_u32be(at + 4, (uint32_t)value);
}

/** Signed integers have the bytes of the unsigned ones. */
#define MW_DEFINE_SIGNED(form, type, unsigned_form, unsigned_type)                                           \
  static inline type mw_load_##form(const uint8_t *at) {                                                     \
    return (type)mw_load_##unsigned_form(at);                                                                \
  }                                                                                                          \
  static inline void mw_store_##form(uint8_t *at, type value) {                                              \
    mw_store_##unsigned_form(at, (unsigned_type)value);                                                      \
  }

MW_DEFINE_SIGNED(i8, int8_t, u8, uint8_t)
MW_DEFINE_SIGNED(i16le, int16_t, u16le, uint16_t)
MW_DEFINE_SIGNED(i32le, int32_t, u32le, uint32_t)
MW_DEFINE_SIGNED(i64le, int64_t, u64le, uint64_t)
MW_DEFINE_SIGNED(i16be, int16_t, u16be, uint16_t)
MW_DEFINE_SIGNED(i32be, int32_t, u32be, uint32_t)
MW_DEFINE_SIGNED(i64be, int64_t, u64be, uint64_t)

static inline float mw_f32_of_bits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static inline double mw_f64_of_bits(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

#define MW_F32_NAN UINT32_C(0x7fc00000)
#define MW_F64_NAN UINT64_C(0x7ff8000000000000)

/** The bits to write: every NaN becomes the one that is canonical. */
static inline uint32_t mw_f32_bits(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return value != value ? MW_F32_NAN : bits;
}

static inline uint64_t mw_f64_bits(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return value != value ? MW_F64_NAN : bits;
}

/** A NaN that is not the canonical one; tested before converting, which may change it. */
static inline bool mw_f32_is_stray(uint32_t bits) {
  return (bits & UINT32_C(0x7fffffff)) > UINT32_C(0x7f800000) && bits != MW_F32_NAN;
}

static inline bool mw_f64_is_stray(uint64_t bits) {
  return (bits & UINT64_C(0x7fffffffffffffff)) > UINT64_C(0x7ff0000000000000) && bits != MW_F64_NAN;
}

static inline bool mw_all_zero(const uint8_t *at, size_t size) {
  uint8_t any = 0;
  for (size_t i = 0; i < size; i++)
    any |= at[i];
  return any == 0;
}

/** How a size before a value is written; `MW_PREFIX_REST`: not at all, the value takes the rest of its window. */
typedef enum mw_prefix {
  MW_PREFIX_REST,
  MW_PREFIX_U8,
  MW_PREFIX_U16LE,
  MW_PREFIX_U32LE,
  MW_PREFIX_U64LE,
  MW_PREFIX_U16BE,
  MW_PREFIX_U32BE,
  MW_PREFIX_U64BE,
  MW_PREFIX_VARINT_U16,
  MW_PREFIX_VARINT_U32,
  MW_PREFIX_VARINT_U64
} mw_prefix_t;

/** The greatest nanoseconds of a duration. */
#define MW_MAX_NANOS 999999999

/** The longest varint of 64 bits. */
#define MW_VARINT_MAX_SIZE 10

/** The deepest that self-containing values and free JSON may nest. */
#define MW_MAX_DEPTH 64

#endif
