#include <meshwright/buffer.h>

#include "check.h"

static void test_growing(void) {
  mw_buffer_t buffer;
  mw_buffer_init(&buffer, NULL);
  CHECK(mw_buffer_append(&buffer, NULL, 0) && buffer.data == NULL);
  for (int i = 0; i < 1000; i++)
    CHECK(mw_buffer_append(&buffer, "abc", 3));
  CHECK(buffer.size == 3000 && memcmp(buffer.data + 2997, "abc", 3) == 0);
  mw_buffer_clear(&buffer);
  CHECK(mw_buffer_bytes(&buffer).size == 0);
  mw_buffer_free(&buffer);
  mw_buffer_free(&buffer);
}

static void test_fixed(void) {
  char memory[4];
  mw_buffer_t buffer;
  mw_buffer_init_fixed(&buffer, memory, sizeof memory);
  CHECK(mw_buffer_append(&buffer, "abc", 3));
  CHECK(!mw_buffer_append(&buffer, "de", 2));
  CHECK(buffer.size == 3);
  CHECK(mw_buffer_append(&buffer, "d", 1));
  CHECK(memcmp(memory, "abcd", 4) == 0);
}

int main(void) {
  test_growing();
  test_fixed();
  return CHECK_RESULT();
}
