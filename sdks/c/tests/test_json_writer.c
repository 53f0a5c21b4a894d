/* What the JSON writer refuses though neutral JSON has no word for it, or no message holds such a value. */
#include "json_writer.h"

#include "check.h"

typedef bool write_t(mw_writer_t *w);

static void check(write_t *write, const char *expected, mw_codec_error_kind_t kind) {
  mw_buffer_t buffer;
  mw_writer_t w;
  mw_codec_error_t error = {.kind = MW_CODEC_NO_REFUSAL};
  mw_buffer_init(&buffer, NULL);
  mw_encode_begin(&w, &buffer, &error);
  const bool written = write(&w);
  const mw_status_t status = mw_encode_end(&w, written, SIZE_MAX, "Value");
  CHECK(status == (expected != NULL ? MW_OK : MW_REFUSED));
  CHECK(error.kind == kind);
  if (expected == NULL) CHECK(error.offset == MW_NO_OFFSET);
  if (expected != NULL)
    CHECK(buffer.size == strlen(expected) && memcmp(buffer.data, expected, buffer.size) == 0);
  mw_buffer_free(&buffer);
}

static bool write_value(mw_writer_t *w) {
  return mw_json_write_value(w, mw_text_of("{\"a\":1}"));
}

static bool write_two_values(mw_writer_t *w) {
  return mw_json_write_value(w, mw_text_of("{}[]"));
}

static bool write_half_a_value(mw_writer_t *w) {
  return mw_json_write_value(w, mw_text_of("[1"));
}

static bool write_ill_formed(mw_writer_t *w) {
  return mw_json_write_text(w, 0, UINT64_MAX, NULL, mw_text_of("a\xff"));
}

static void test_free_json_and_text(void) {
  check(write_value, "{\"a\":1}", MW_CODEC_NO_REFUSAL);
  check(write_two_values, NULL, MW_CODEC_TRAILING_BYTES);
  check(write_half_a_value, NULL, MW_CODEC_TRUNCATED);
  check(write_ill_formed, NULL, MW_CODEC_INVALID_UTF8);
}

#define DEFINE_WITHIN(name, form, min, max, value)                                                           \
  static bool name(mw_writer_t *w) {                                                                         \
    return mw_json_write_##form(w, min, max, value);                                                         \
  }

DEFINE_WITHIN(write_least, signed, -3, 3, -3)
DEFINE_WITHIN(write_greatest, signed, -3, 3, 3)
DEFINE_WITHIN(write_below, signed, -3, 3, -4)
DEFINE_WITHIN(write_above, signed, -3, 3, 4)
DEFINE_WITHIN(write_least_f32, f32_within, -0.5F, 0.5F, -0.5F)
DEFINE_WITHIN(write_greatest_f32, f32_within, -0.5F, 0.5F, 0.5F)
DEFINE_WITHIN(write_below_f32, f32_within, -0.5F, 0.5F, -0.75F)
DEFINE_WITHIN(write_above_f32, f32_within, -0.5F, 0.5F, 0.75F)

static void test_bounds(void) {
  check(write_least, "-3", MW_CODEC_NO_REFUSAL);
  check(write_greatest, "3", MW_CODEC_NO_REFUSAL);
  check(write_below, NULL, MW_CODEC_OUT_OF_RANGE);
  check(write_above, NULL, MW_CODEC_OUT_OF_RANGE);
  check(write_least_f32, "-0.5", MW_CODEC_NO_REFUSAL);
  check(write_greatest_f32, "0.5", MW_CODEC_NO_REFUSAL);
  check(write_below_f32, NULL, MW_CODEC_OUT_OF_RANGE);
  check(write_above_f32, NULL, MW_CODEC_OUT_OF_RANGE);
}

int main(void) {
  test_free_json_and_text();
  test_bounds();
  return CHECK_RESULT();
}
