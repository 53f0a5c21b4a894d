/* Bounds and reserved bytes of values by themselves: in messages, most stand in runs of fixed size, which have code of their own. */
#include "reader.h"

#include "check.h"
#include "writer.h"

#define DEFINE_ROUND_TRIP(form, type)                                                                        \
  /** The kinds of what the writer and the reader refuse, which must be the same. */                         \
  static mw_codec_error_kind_t pass_##form(type min, type max, type value) {                                 \
    mw_buffer_t buffer;                                                                                      \
    mw_writer_t w;                                                                                           \
    mw_decoding_t decoding;                                                                                  \
    mw_codec_error_t refused = {.kind = MW_CODEC_NO_REFUSAL}, error = {.kind = MW_CODEC_NO_REFUSAL};         \
    type read = 0;                                                                                           \
    mw_buffer_init(&buffer, NULL);                                                                           \
    mw_encode_begin(&w, &buffer, &refused);                                                                  \
    mw_encode_end(&w, mw_write_##form##_within(&w, min, max, value), SIZE_MAX, "Value");                     \
    buffer.size = 0;                                                                                         \
    mw_encode_begin(&w, &buffer, NULL);                                                                      \
    CHECK(mw_encode_end(&w, mw_write_##form(&w, value), SIZE_MAX, "Value") == MW_OK);                        \
    mw_decode_begin(&decoding, buffer.data, buffer.size, NULL, 1, 0, &error);                                \
    mw_decode_end(&decoding, mw_read_##form##_within(&decoding.reader, min, max, &read), "Value");           \
    CHECK(error.kind == refused.kind && read == value);                                                      \
    mw_decode_begin(&decoding, buffer.data, buffer.size - 1, NULL, 1, 0, &error);                            \
    mw_decode_end(&decoding, mw_read_##form##_within(&decoding.reader, min, max, &read), "Value");           \
    CHECK(error.kind == MW_CODEC_TRUNCATED);                                                                 \
    mw_buffer_free(&buffer);                                                                                 \
    return refused.kind;                                                                                     \
  }                                                                                                          \
  static void test_##form(void) {                                                                            \
    CHECK(pass_##form(1, 3, 1) == MW_CODEC_NO_REFUSAL && pass_##form(1, 3, 3) == MW_CODEC_NO_REFUSAL);       \
    CHECK(pass_##form(1, 3, 0) == MW_CODEC_OUT_OF_RANGE && pass_##form(1, 3, 4) == MW_CODEC_OUT_OF_RANGE);   \
  }

DEFINE_ROUND_TRIP(u16le, uint16_t)
DEFINE_ROUND_TRIP(f32le, float)

static mw_codec_error_kind_t read_reserved(const char *bytes, size_t size) {
  mw_codec_error_t error = {.kind = MW_CODEC_NO_REFUSAL};
  mw_decoding_t decoding;
  mw_decode_begin(&decoding, (const uint8_t *)bytes, size, NULL, 1, 0, &error);
  mw_decode_end(&decoding, mw_read_reserved(&decoding.reader, 2), "Reserved");
  return error.kind;
}

static void test_reserved(void) {
  CHECK(read_reserved("\0\0", 2) == MW_CODEC_NO_REFUSAL);
  CHECK(read_reserved("\0\1", 2) == MW_CODEC_NON_CANONICAL);
  CHECK(read_reserved("\0", 1) == MW_CODEC_TRUNCATED);
}

int main(void) {
  test_u16le();
  test_f32le();
  test_reserved();
  return CHECK_RESULT();
}
