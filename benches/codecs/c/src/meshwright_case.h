/** Times one message type of the codecs under test; each type has functions of its own. */
#ifndef MESHWRIGHT_CASE_H
#define MESHWRIGHT_CASE_H

#include <string.h>

#include "measure.h"

#define MESHWRIGHT_TIMING(name, op, size, grows)                                                             \
  (timing_t) {                                                                                               \
    .library = "meshwright", .version = MESHWRIGHT_VERSION, .message = name, .operation = op, .bytes = size, \
    .growth = grows                                                                                          \
  }

#define TIME_MESHWRIGHT(name, type, bytes_value, grows)                                                      \
  do {                                                                                                       \
    const mw_bytes_t input = bytes_value;                                                                    \
    mw_arena_t kept;                                                                                         \
    mw_arena_init(&kept, NULL, 0);                                                                           \
    codec_bench_##type##_t value;                                                                            \
    require(codec_bench_##type##_decode(input.data, input.size, &kept, &value, NULL) == MW_OK, "meshwright", \
            name, "cannot be decoded");                                                                      \
    mw_buffer_t reused;                                                                                      \
    mw_buffer_init(&reused, NULL);                                                                           \
    require(codec_bench_##type##_encode(&value, &reused, NULL) == MW_OK && reused.size == input.size &&      \
                memcmp(reused.data, input.data, input.size) == 0,                                            \
            "meshwright", name, "is not given back");                                                        \
    MEASURE(MESHWRIGHT_TIMING(name, "encode", input.size, grows), {                                          \
      mw_buffer_t buffer;                                                                                    \
      mw_buffer_init(&buffer, NULL);                                                                         \
      CONSUME(&value);                                                                                       \
      CONSUME(codec_bench_##type##_encode(&value, &buffer, NULL));                                           \
      mw_buffer_free(&buffer);                                                                               \
    });                                                                                                      \
    MEASURE(MESHWRIGHT_TIMING(name, "encode_reused", input.size, grows), {                                   \
      mw_buffer_clear(&reused);                                                                              \
      CONSUME(&value);                                                                                       \
      CONSUME(codec_bench_##type##_encode(&value, &reused, NULL));                                           \
    });                                                                                                      \
    MEASURE(MESHWRIGHT_TIMING(name, "decode", input.size, grows), {                                          \
      mw_arena_t arena;                                                                                      \
      codec_bench_##type##_t decoded;                                                                        \
      mw_arena_init(&arena, NULL, 0);                                                                        \
      CONSUME(codec_bench_##type##_decode(input.data, input.size, &arena, &decoded, NULL));                  \
      CONSUME(&decoded);                                                                                     \
      mw_arena_free(&arena);                                                                                 \
    });                                                                                                      \
    mw_buffer_free(&reused);                                                                                 \
    mw_arena_free(&kept);                                                                                    \
  } while (0)

#endif
