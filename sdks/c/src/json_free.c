#include "json_keys.h"

#include "float_digits.h"
#include "json_scan.h"
#include "sort.h"

bool mw_json_add_key(mw_reader_t *r, mw_json_keys_t *keys, const uint8_t *token, size_t size) {
  void *items = keys->items;
  if (!mw_make_room(r, &items, keys->count, &keys->capacity, sizeof *keys->items)) return false;
  keys->items = (mw_json_name_t *)items;
  keys->items[keys->count].token = (const char *)token;
  keys->items[keys->count++].size = size;
  return true;
}

/** Equal names stand together, the first in the input first. */
static int compare_names(const void *a, const void *b, uintptr_t context) {
  const mw_json_name_t *left = (const mw_json_name_t *)a, *right = (const mw_json_name_t *)b;
  (void)context;
  const int order = mw_compare_bytes(left->token, left->size, right->token, right->size);
  return order != 0 ? order : (left->token > right->token) - (left->token < right->token);
}

const uint8_t *mw_json_drop_keys(mw_json_keys_t *keys, size_t from) {
  const size_t count = keys->count - from;
  const char *first = NULL;
  keys->count = from;
  if (count < 2) return NULL;
  mw_json_name_t *const names = keys->items + from;
  mw_sort(names, count, sizeof *names, compare_names, 0);
  for (size_t i = 1; i < count; i++) {
    const bool repeats =
        names[i].size == names[i - 1].size && memcmp(names[i].token, names[i - 1].token, names[i].size) == 0;
    if (repeats && (first == NULL || names[i].token < first)) first = names[i].token;
  }
  return (const uint8_t *)first;
}

static bool skip_members(mw_reader_t *r, mw_json_keys_t *keys) {
  for (;;) {
    const uint8_t *token;
    size_t size;
    uint8_t next;
    if (!mw_json_read_token(r, &token, &size) || !mw_json_add_key(r, keys, token, size) ||
        !mw_json_expect(r, ':') || !mw_json_skip_value(r, keys) || !mw_json_peek(r, &next))
      return false;
    if (next == '}') {
      r->at++;
      return true;
    }
    if (!mw_json_expect(r, ',')) return false;
  }
}

static bool skip_object(mw_reader_t *r, mw_json_keys_t *keys) {
  const size_t from = keys->count;
  uint8_t next;
  r->at++;
  if (!mw_json_peek(r, &next)) return false;
  if (next == '}') {
    r->at++;
    return true;
  }
  const bool read = skip_members(r, keys);
  if (!read && r->failure.status == MW_NO_MEMORY) return false;
  const uint8_t *repeated = mw_json_drop_keys(keys, from);
  /* It was met before whatever else was found. */
  if (repeated != NULL)
    return mw_refuse(r, MW_CODEC_DUPLICATE_KEY, repeated, "has this name twice in one object");
  return read;
}

static bool skip_array(mw_reader_t *r, mw_json_keys_t *keys) {
  uint8_t next;
  r->at++;
  if (!mw_json_peek(r, &next)) return false;
  if (next == ']') {
    r->at++;
    return true;
  }
  for (;;) {
    if (!mw_json_skip_value(r, keys) || !mw_json_peek(r, &next)) return false;
    if (next == ']') {
      r->at++;
      return true;
    }
    if (!mw_json_expect(r, ',')) return false;
  }
}

bool mw_json_skip_value(mw_reader_t *r, mw_json_keys_t *keys) {
  uint8_t first;
  if (!mw_json_peek(r, &first)) return false;
  if (first == '{' || first == '[') {
    if (!mw_enter(r)) return false;
    const bool read = first == '{' ? skip_object(r, keys) : skip_array(r, keys);
    mw_leave(r);
    return read;
  }
  const uint8_t *token;
  size_t size;
  if (first == '"') return mw_json_read_token(r, &token, &size);
  if (first == 't' || first == 'f') {
    bool ignored;
    return mw_json_read_bool(r, &ignored);
  }
  if (first == 'n') {
    bool present;
    return mw_json_read_present(r, &present);
  }
  if (!mw_json_read_number(r, &token, &size)) return false;
  if (mw_is_json_number((const char *)token, size)) return true;
  return mw_refuse(r, MW_CODEC_MALFORMED, token, "is not a number as JSON writes them");
}

bool mw_json_read_value(mw_reader_t *r, mw_text_t *out) {
  const mw_arena_mark_t mark = mw_arena_mark(r->arena);
  const uint8_t *const start = r->at;
  mw_json_keys_t keys = {NULL, 0, 0};
  if (!mw_json_skip_value(r, &keys)) return false;
  mw_arena_rewind(r->arena, mark);
  out->data = (const char *)start;
  out->size = (size_t)(r->at - start);
  return true;
}
