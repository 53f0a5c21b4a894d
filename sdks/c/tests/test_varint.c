#include "reader.h"

#include "check.h"
#include "writer.h"

static mw_codec_error_kind_t read(const char *bytes, size_t size, uint64_t max, uint64_t *value) {
  mw_codec_error_t error = {.kind = MW_CODEC_NO_REFUSAL};
  mw_decoding_t decoding;
  mw_decode_begin(&decoding, (const uint8_t *)bytes, size, NULL, 1, 0, &error);
  mw_decode_end(&decoding, mw_read_varint(&decoding.reader, max, value), "Varint");
  return error.kind;
}

static void test_reading(void) {
  uint64_t value;
  CHECK(read("\x7f", 1, UINT16_MAX, &value) == MW_CODEC_NO_REFUSAL && value == 127);
  CHECK(read("\xff\xff\x03", 3, UINT16_MAX, &value) == MW_CODEC_NO_REFUSAL && value == UINT16_MAX);
  CHECK(read("\x80\x80\x04", 3, UINT16_MAX, &value) == MW_CODEC_OUT_OF_RANGE);
  CHECK(read("", 0, UINT16_MAX, &value) == MW_CODEC_TRUNCATED);
  CHECK(read("\x80", 1, UINT16_MAX, &value) == MW_CODEC_TRUNCATED);
  CHECK(read("\x80\x00", 2, UINT16_MAX, &value) == MW_CODEC_NON_CANONICAL);
  CHECK(read("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10, UINT64_MAX, &value) == MW_CODEC_NO_REFUSAL &&
        value == UINT64_MAX);
  CHECK(read("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10, UINT64_MAX, &value) == MW_CODEC_OUT_OF_RANGE);
  CHECK(read("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", 10, UINT64_MAX, &value) == MW_CODEC_OUT_OF_RANGE);
  CHECK(read("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00", 10, UINT64_MAX, &value) == MW_CODEC_NON_CANONICAL);
  CHECK(read("\x80\x80\x80\x80\x80\x80\x80\x80\x80", 9, UINT64_MAX, &value) == MW_CODEC_TRUNCATED);
}

static void test_zigzag(void) {
  CHECK(mw_zigzag(0) == 0 && mw_zigzag(-1) == 1 && mw_zigzag(1) == 2);
  CHECK(mw_zigzag(INT64_MIN) == UINT64_MAX && mw_zigzag(INT64_MAX) == UINT64_MAX - 1);
  CHECK(mw_unzigzag(UINT64_MAX) == INT64_MIN && mw_unzigzag(3) == -2);
}

/** A window whose size needs more bytes than were kept for it is moved up. */
static void test_wide_window(void) {
  mw_buffer_t buffer;
  mw_writer_t w;
  mw_written_window_t window;
  mw_buffer_init(&buffer, NULL);
  mw_encode_begin(&w, &buffer, NULL);
  CHECK(mw_begin_window(&w, MW_PREFIX_VARINT_U64, &window));
  for (int i = 0; i < 300; i++)
    CHECK(mw_write_u8(&w, (uint8_t)i));
  CHECK(mw_end_window(&w, &window, 0, UINT64_MAX));
  CHECK(mw_encode_end(&w, true, SIZE_MAX, "Window") == MW_OK);
  CHECK(buffer.size == 302 && buffer.data[0] == 0xac && buffer.data[1] == 2 && buffer.data[2] == 0 &&
        buffer.data[301] == 43);
  mw_buffer_free(&buffer);
}

int main(void) {
  test_reading();
  test_zigzag();
  test_wide_window();
  return CHECK_RESULT();
}
