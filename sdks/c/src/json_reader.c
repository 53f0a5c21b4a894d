#include "json_reader.h"

#include "json_object.h"
#include "utf8.h"

bool mw_json_begin(mw_reader_t *r) {
  const size_t valid = mw_utf8_valid_prefix(r->at, mw_left(r));
  return valid == mw_left(r) ||
         mw_refuse(r, MW_CODEC_INVALID_UTF8, r->at + valid, "is not UTF-8 from its byte %zu on", valid);
}

void mw_json_note_place(mw_reader_t *r) {
  if (r->at == r->end)
    mw_note_input(r, MW_CODEC_TRUNCATED, r->at, "ends too early");
  else if (mw_json_is_space(*r->at))
    mw_note_input(r, MW_CODEC_NON_CANONICAL, r->at, "has white space");
  else
    mw_json_refuse_token(r);
}

/** `true`, `false` or `null`, of which the first character is there. */
static bool read_word(mw_reader_t *r, const char *word) {
  const size_t size = strlen(word);
  size_t same = 0;
  while (same < size && same < mw_left(r) && r->at[same] == (uint8_t)word[same])
    same++;
  if (same == size) {
    r->at += size;
    return true;
  }
  if (same == mw_left(r)) return mw_refuse(r, MW_CODEC_TRUNCATED, r->at, "is the beginning of %s", word);
  return mw_json_refuse_token(r);
}

bool mw_json_read_bool(mw_reader_t *r, bool *out) {
  uint8_t first;
  if (!mw_json_peek(r, &first)) return false;
  *out = first != 'f';
  return read_word(r, *out ? "true" : "false");
}

bool mw_json_read_present(mw_reader_t *r, bool *present) {
  uint8_t first;
  if (!mw_json_peek(r, &first)) return false;
  *present = first != 'n';
  return *present || read_word(r, "null");
}

bool mw_json_read_duration(mw_reader_t *r, mw_duration_t *out) {
  static const mw_json_member_key_t keys[] = {{{"\"secs\"", 6}, "secs", true},
                                              {{"\"nanos\"", 7}, "nanos", true}};
  uint64_t seen[1] = {0};
  mw_json_object_t object = {.keys = keys, .count = 2, .seen = seen};
  size_t member;
  if (!mw_json_open_object(r, &object)) return false;
  for (;;) {
    if (!mw_json_next_member(r, &object, NULL, &member)) return false;
    if (member == MW_JSON_END) return true;
    const bool read = member == 0 ? mw_json_read_u64(r, 0, UINT64_MAX, &out->secs)
                                  : mw_json_read_u32(r, 0, MW_MAX_NANOS, &out->nanos);
    if (!read) return mw_in_field(&r->failure, keys[member].field);
  }
}
