#include "map_order.h"

#include "check.h"

typedef struct entry {
  uint32_t key;
  uint32_t value;
} entry_t;

static void check_order(const entry_t *entries, size_t count, const char *expected) {
  char text[64] = "";
  mw_buffer_t buffer;
  mw_writer_t w;
  mw_map_order_t order;
  mw_buffer_init(&buffer, NULL);
  mw_encode_begin(&w, &buffer, NULL);
  CHECK(mw_order_map(&w, entries, count, sizeof *entries, mw_compare_u32_keys, 0, &order));
  for (size_t i = 0; i < count; i++)
    snprintf(text + strlen(text), sizeof text - strlen(text), "%u ",
             (unsigned)((const entry_t *)mw_entry_at(&order, i))->key);
  CHECK_TEXT(text, expected);
  CHECK(mw_encode_end(&w, true, SIZE_MAX, "Map") == MW_OK);
  mw_buffer_free(&buffer);
}

static void test_bytes_compare(void) {
  const mw_text_t a = {"a", 1}, ab = {"ab", 2}, high = {"\xc3\xa9", 2}, none = {NULL, 0};
  CHECK(mw_compare_text_keys(&a, &ab, 0) < 0);
  CHECK(mw_compare_text_keys(&high, &ab, 0) > 0);
  CHECK(mw_compare_text_keys(&none, &a, 0) < 0);
  CHECK(mw_compare_text_keys(&none, &none, 0) == 0);
}

int main(void) {
  const entry_t sorted[] = {{1, 0}, {2, 0}, {2, 1}, {UINT32_MAX, 0}};
  const entry_t mixed[] = {{9, 0}, {3, 0}, {7, 0}, {3, 1}, {0, 0}, {8, 0}};
  check_order(NULL, 0, "");
  check_order(sorted, 4, "1 2 2 4294967295 ");
  check_order(mixed, 6, "0 3 3 7 8 9 ");
  test_bytes_compare();
  return CHECK_RESULT();
}
