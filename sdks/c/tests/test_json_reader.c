/* The checks that no message of this project's own spec reaches; the others are in the vectors. */
#include "json_object.h"

#include "check.h"

/** Reads `text` as a whole window with one of the readers below. */
typedef bool (*read_t)(mw_reader_t *r);

static void check(read_t read, const char *text, mw_codec_error_kind_t kind, size_t offset) {
  mw_arena_t arena;
  mw_decoding_t decoding;
  mw_codec_error_t error = {.kind = MW_CODEC_NO_REFUSAL, .offset = 0};
  mw_arena_init(&arena, NULL, 0);
  mw_decode_begin(&decoding, (const uint8_t *)text, strlen(text), &arena, 64, 4096, &error);
  const mw_status_t status =
      mw_decode_end(&decoding, mw_json_begin(&decoding.reader) && read(&decoding.reader), "Text");
  CHECK(status == (kind == MW_CODEC_NO_REFUSAL ? MW_OK : MW_REFUSED));
  if (error.kind != kind || error.offset != offset) {
    fprintf(stderr, "%s: %s at %zu\n", text, mw_codec_error_kind_name(error.kind), error.offset);
    CHECK(false);
  }
  mw_arena_free(&arena);
}

static bool read_base64(mw_reader_t *r) {
  mw_bytes_t bytes;
  return mw_json_read_base64(r, 0, 4, &bytes);
}

static bool read_value(mw_reader_t *r) {
  mw_text_t value;
  return mw_json_read_value(r, &value);
}

static bool read_constant_hex(mw_reader_t *r) {
  return mw_json_read_constant_hex(r, "\"00ff\"", 6);
}

static void test_base64(void) {
  check(read_base64, "\"\"", MW_CODEC_NO_REFUSAL, 0);
  check(read_base64, "\"AQID\"", MW_CODEC_NO_REFUSAL, 0);
  check(read_base64, "\"AQ==\"", MW_CODEC_NO_REFUSAL, 0);
  check(read_base64, "\"AR==\"", MW_CODEC_NON_CANONICAL, 0);
  check(read_base64, "\"AQ=\"", MW_CODEC_MALFORMED, 0);
  check(read_base64, "\"A===\"", MW_CODEC_MALFORMED, 0);
  check(read_base64, "\"=AAA\"", MW_CODEC_MALFORMED, 0);
  check(read_base64, "\"A\\u0051==\"", MW_CODEC_NON_CANONICAL, 0);
  check(read_base64, "\"AQIDBAUG\"", MW_CODEC_TOO_LONG, 0);
}

static void test_free_json(void) {
  check(read_value, "{\"a\":1,\"b\":{\"a\":[01]}}", MW_CODEC_MALFORMED, 17);
  check(read_value, "{\"a\":1,\"b\":2,\"a\":3,\"b\":4}", MW_CODEC_DUPLICATE_KEY, 13);
  /* The name that is there twice stands before what else is wrong. */
  check(read_value, "{\"a\":1,\"a\":[x", MW_CODEC_DUPLICATE_KEY, 7);
  check(read_value, "{\"a\":1,\"b\":[x,\"a\":2}", MW_CODEC_MALFORMED, 12);
  check(read_value, "[1, 2]", MW_CODEC_NON_CANONICAL, 3);
  check(read_value, "\"\\ud83d\\ude00\"", MW_CODEC_NON_CANONICAL, 0);
  check(read_value, "\"\\ud83d\"", MW_CODEC_MALFORMED, 0);
  check(read_value, "\"\\ud83d", MW_CODEC_TRUNCATED, 0);
  check(read_value, "[nul", MW_CODEC_TRUNCATED, 1);
  check(read_value, "[1", MW_CODEC_TRUNCATED, 1);
  /* What numbers are made of begins none of them, though the input ends behind it. */
  check(read_value, "[e", MW_CODEC_MALFORMED, 1);
}

/** Sorting bounds the time, however many names there are and in whatever order. */
static void test_many_names(void) {
  enum { NAMES = 60000 };
  static char text[NAMES * 11 + 2];
  size_t size = 0;
  text[size++] = '{';
  for (int i = 0; i < NAMES; i++)
    size += (size_t)snprintf(text + size, sizeof text - size, "%s\"%05d\":0", i > 0 ? "," : "", NAMES - i);
  text[size++] = '}';
  text[size] = '\0';
  check(read_value, text, MW_CODEC_NO_REFUSAL, 0);
}

static void test_constant_hex(void) {
  check(read_constant_hex, "\"00ff\"", MW_CODEC_NO_REFUSAL, 0);
  check(read_constant_hex, "\"00fe\"", MW_CODEC_BAD_CONSTANT, 0);
  check(read_constant_hex, "\"00FF\"", MW_CODEC_NON_CANONICAL, 0);
  check(read_constant_hex, "\"00f\"", MW_CODEC_MALFORMED, 0);
}

int main(void) {
  test_base64();
  test_free_json();
  test_many_names();
  test_constant_hex();
  return CHECK_RESULT();
}
