#include <meshwright/json.h>

#include "check.h"

static mw_status_t parse(const char *text, mw_arena_t *arena, mw_json_node_t *root) {
  return mw_json_parse(text, strlen(text), arena, root, NULL);
}

static void test_values(void) {
  mw_arena_t arena;
  mw_json_node_t root;
  mw_arena_init(&arena, NULL, 0);
  CHECK(parse(" {\"a\" : [1, -2.5e3, true, null], \"b\\u0041\":\"\\ud83d\\ude00\\/\" }\n", &arena, &root) ==
        MW_OK);
  CHECK(root.type == MW_JSON_OBJECT && root.count == 2);
  const mw_json_node_t *const list = mw_json_find(&root, "a");
  CHECK(list != NULL && list->count == 4 && mw_text_equal(list->items[1].text, mw_text_of("-2.5e3")));
  CHECK(list->items[2].type == MW_JSON_TRUE && list->items[3].type == MW_JSON_NULL);
  const mw_json_node_t *const text = mw_json_find(&root, "bA");
  CHECK(text != NULL && mw_text_equal(text->text, mw_text_of("\xf0\x9f\x98\x80/")));
  CHECK(mw_json_find(&root, "c") == NULL && mw_json_find(list, "a") == NULL);
  mw_arena_free(&arena);
}

static void test_lone_surrogates(void) {
  mw_arena_t arena;
  mw_json_node_t root;
  mw_arena_init(&arena, NULL, 0);
  CHECK(parse("\"\\ud800\"", &arena, &root) == MW_OK && mw_text_equal(root.text, mw_text_of("\xed\xa0\x80")));
  CHECK(parse("\"\\udc00x\\ud800\\n\"", &arena, &root) == MW_OK && root.text.size == 8);
  mw_arena_free(&arena);
}

static void test_refusals(void) {
  static const struct {
    const char *text;
    mw_codec_error_kind_t kind;
    size_t offset;
  } cases[] = {
      {"", MW_CODEC_TRUNCATED, 0},
      {"[1,", MW_CODEC_TRUNCATED, 3},
      {"[1,]", MW_CODEC_MALFORMED, 3},
      {"{\"a\":1,}", MW_CODEC_MALFORMED, 7},
      {"{\"a\" 1}", MW_CODEC_MALFORMED, 5},
      {"\"a", MW_CODEC_TRUNCATED, 0},
      {"01", MW_CODEC_MALFORMED, 0},
      {"tru", MW_CODEC_MALFORMED, 0},
      {"1 2", MW_CODEC_TRAILING_BYTES, 2},
      {"\"\\q\"", MW_CODEC_MALFORMED, 0},
      {"\"\xff\"", MW_CODEC_INVALID_UTF8, 1},
      {"[1 2]", MW_CODEC_MALFORMED, 3},
  };
  mw_arena_t arena;
  mw_json_node_t root;
  mw_codec_error_t error;
  mw_arena_init(&arena, NULL, 0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    CHECK(mw_json_parse(cases[i].text, strlen(cases[i].text), &arena, &root, &error) == MW_REFUSED);
    CHECK(error.kind == cases[i].kind && error.offset == cases[i].offset);
  }
  static char deep[MW_JSON_MAX_DEPTH + 1];
  memset(deep, '[', sizeof deep);
  CHECK(mw_json_parse(deep, sizeof deep, &arena, &root, &error) == MW_REFUSED &&
        error.kind == MW_CODEC_TOO_DEEP);
  mw_arena_free(&arena);
}

int main(void) {
  test_values();
  test_lone_surrogates();
  test_refusals();
  return CHECK_RESULT();
}
