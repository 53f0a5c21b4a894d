#include "json_object.h"

#include "json_keys.h"

static bool was_seen(const mw_json_object_t *object, size_t member) {
  return (object->seen[member / 64] >> (member % 64) & 1) != 0;
}

static void mark_seen(mw_json_object_t *object, size_t member) {
  object->seen[member / 64] |= UINT64_C(1) << (member % 64);
  object->next = member + 1;
}

bool mw_json_open_object(mw_reader_t *r, mw_json_object_t *object) {
  object->first = true;
  return mw_json_expect(r, '{');
}

static bool is_token(mw_json_name_t name, const uint8_t *token, size_t size) {
  return name.size == size && memcmp(name.token, token, size) == 0;
}

static size_t find_member(const mw_json_object_t *object, const uint8_t *token, size_t size) {
  for (size_t i = 0; i < object->count; i++)
    if (is_token(object->keys[i].name, token, size)) return i;
  return MW_JSON_NO_NAME;
}

/** Refuses a known key that is out of place: again, or after a later one. */
static bool refuse_known(mw_reader_t *r, const mw_json_object_t *object, size_t member, const uint8_t *key) {
  if (was_seen(object, member))
    mw_note_input(r, MW_CODEC_DUPLICATE_KEY, key, "is there twice");
  else
    mw_note_input(r, MW_CODEC_NON_CANONICAL, key, "must stand before the members before it");
  return mw_in_field(&r->failure, object->keys[member].field);
}

static bool refuse_tag_again(mw_reader_t *r, const mw_json_object_t *object, const uint8_t *key) {
  mw_note_input(r, MW_CODEC_DUPLICATE_KEY, key, "is there twice");
  return mw_in_field(&r->failure, object->tag_field);
}

/** At the closing brace. */
static bool end_object(mw_reader_t *r, const mw_json_object_t *object) {
  for (size_t i = object->jumped ? 0 : object->next; i < object->count; i++) {
    if (!object->keys[i].required || was_seen(object, i)) continue;
    mw_note_input(r, MW_CODEC_MISSING_FIELD, r->at, "is missing");
    return mw_in_field(&r->failure, object->keys[i].field);
  }
  r->at++;
  return true;
}

/** One member of which the key is at the reader, all known ones being over. */
static bool read_unknown_member(mw_reader_t *r, const mw_json_object_t *object, mw_json_keys_t *keys) {
  const uint8_t *key;
  size_t size;
  if (!mw_json_read_token(r, &key, &size)) return false;
  const size_t member = find_member(object, key, size);
  if (member != MW_JSON_NO_NAME) return refuse_known(r, object, member, key);
  if (is_token(object->tag, key, size)) return refuse_tag_again(r, object, key);
  return mw_json_add_key(r, keys, key, size) && mw_json_expect(r, ':') && mw_json_skip_value(r, keys);
}

static bool read_unknown_members(mw_reader_t *r, const mw_json_object_t *object, mw_json_keys_t *keys,
                                 mw_bytes_t *unknown) {
  unknown->data = r->at;
  for (;;) {
    uint8_t next;
    if (!read_unknown_member(r, object, keys) || !mw_json_peek(r, &next)) return false;
    if (next == '}') {
      unknown->size = (size_t)(r->at - unknown->data);
      return end_object(r, object);
    }
    if (!mw_json_expect(r, ',')) return false;
  }
}

static bool read_unknown(mw_reader_t *r, const mw_json_object_t *object, mw_bytes_t *unknown) {
  const mw_arena_mark_t mark = mw_arena_mark(r->arena);
  mw_json_keys_t keys = {NULL, 0, 0};
  const bool read = read_unknown_members(r, object, &keys, unknown);
  if (!read && r->failure.status == MW_NO_MEMORY) return false;
  const uint8_t *repeated = mw_json_drop_keys(&keys, 0);
  /* It was met before whatever else was found. */
  if (repeated != NULL) return mw_refuse(r, MW_CODEC_DUPLICATE_KEY, repeated, "is there twice");
  if (read) mw_arena_rewind(r->arena, mark);
  return read;
}

/** The usual case: the key of one of the members that may come next, as it is canonically written. */
static size_t match_next(const mw_reader_t *r, const mw_json_object_t *object) {
  for (size_t i = object->next; i < object->count; i++) {
    const mw_json_name_t name = object->keys[i].name;
    if (mw_left(r) > name.size && memcmp(r->at, name.token, name.size) == 0 && r->at[name.size] == ':')
      return i;
    if (object->keys[i].required) break;
  }
  return MW_JSON_NO_NAME;
}

/** Any other key. By itself, so that the usual case has little to put aside. */
MW_COLD static bool read_key(mw_reader_t *r, mw_json_object_t *object, mw_bytes_t *unknown, size_t *member) {
  const uint8_t *key;
  size_t size;
  object->jumped = true;
  if (!mw_json_read_token(r, &key, &size)) return false;
  *member = find_member(object, key, size);
  if (*member == MW_JSON_NO_NAME) {
    if (is_token(object->tag, key, size)) return refuse_tag_again(r, object, key);
    if (unknown == NULL)
      return mw_refuse(r, MW_CODEC_UNKNOWN_FIELD, key, "has a member that its type does not have");
    r->at = key;
    *member = MW_JSON_END;
    return read_unknown(r, object, unknown);
  }
  if (*member < object->next) return refuse_known(r, object, *member, key);
  mark_seen(object, *member);
  return mw_json_expect(r, ':');
}

bool mw_json_next_member(mw_reader_t *r, mw_json_object_t *object, mw_bytes_t *unknown, size_t *member) {
  uint8_t next;
  if (!mw_json_peek(r, &next)) return false;
  if (next == '}') {
    *member = MW_JSON_END;
    return end_object(r, object);
  }
  if (!object->first && !mw_json_expect(r, ',')) return false;
  object->first = false;
  *member = match_next(r, object);
  if (*member == MW_JSON_NO_NAME) return read_key(r, object, unknown, member);
  r->at += object->keys[*member].name.size + 1;
  mark_seen(object, *member);
  return true;
}

bool mw_json_end_members(mw_reader_t *r, mw_json_object_t *object) {
  size_t member;
  return mw_json_next_member(r, object, NULL, &member);
}

bool mw_json_check_unknown(mw_reader_t *r, const mw_json_member_key_t *keys, size_t count,
                           const mw_json_member_key_t *tag) {
  mw_json_keys_t names = {NULL, 0, 0};
  bool read;
  do {
    const uint8_t *key;
    size_t size;
    read = mw_json_read_token(r, &key, &size);
    for (size_t i = 0; read && i < count; i++) {
      if (!is_token(keys[i].name, key, size)) continue;
      mw_note_input(r, MW_CODEC_DUPLICATE_KEY, key, "is a member that its type has");
      read = mw_in_field(&r->failure, keys[i].field);
    }
    if (read && tag != NULL && is_token(tag->name, key, size)) {
      mw_note_input(r, MW_CODEC_DUPLICATE_KEY, key, "is the tag, which is there already");
      read = mw_in_field(&r->failure, tag->field);
    }
    read = read && mw_json_add_key(r, &names, key, size) && mw_json_expect(r, ':') &&
           mw_json_skip_value(r, &names);
  } while (read && r->at != r->end && (read = mw_json_expect(r, ',')));
  const uint8_t *repeated = mw_json_drop_keys(&names, 0);
  if (repeated != NULL) return mw_refuse(r, MW_CODEC_DUPLICATE_KEY, repeated, "is there twice");
  return read;
}

bool mw_json_open_tagged(mw_reader_t *r, mw_json_name_t tag, const char *tag_field,
                         const mw_json_name_t *names, size_t count, size_t *found) {
  uint8_t next;
  *found = MW_JSON_NO_NAME;
  if (!mw_json_expect(r, '{') || !mw_json_peek(r, &next)) return false;
  const uint8_t *key = r->at;
  size_t size = 0;
  if (next != '}' && !mw_json_read_token(r, &key, &size)) return false;
  if (!is_token(tag, key, size)) {
    mw_note_input(r, MW_CODEC_MISSING_FIELD, key, "must be the first member");
    return mw_in_field(&r->failure, tag_field);
  }
  return mw_json_expect(r, ':') && mw_json_read_name(r, names, count, found);
}

static bool refuse_form(mw_reader_t *r, const uint8_t *at, bool unit) {
  return mw_refuse(r, MW_CODEC_MALFORMED, at,
                   unit ? "is a case without content" : "is a case that needs its content");
}

bool mw_json_open_external(mw_reader_t *r, const mw_json_name_t *names, const bool *units, size_t count,
                           size_t *found) {
  uint8_t next;
  if (!mw_json_peek(r, &next)) return false;
  const bool is_object = next != '"';
  if (is_object) {
    if (!mw_json_expect(r, '{') || !mw_json_peek(r, &next)) return false;
    if (next == '}') return mw_refuse(r, MW_CODEC_MISSING_FIELD, r->at, "has no case");
  }
  const uint8_t *const name = r->at;
  if (!mw_json_read_name(r, names, count, found)) return false;
  if (units[*found] == is_object) return refuse_form(r, name, is_object);
  return !is_object || mw_json_expect(r, ':');
}

bool mw_json_close_external(mw_reader_t *r) {
  uint8_t next;
  if (!mw_json_peek(r, &next)) return false;
  if (next == '}') {
    r->at++;
    return true;
  }
  const uint8_t *key;
  size_t size;
  if (!mw_json_expect(r, ',') || !mw_json_read_token(r, &key, &size)) return false;
  return mw_refuse(r, MW_CODEC_UNKNOWN_FIELD, key, "has a second case");
}

/** A member of an adjacently tagged union, or its end, after its tag and, if `has_content`, its content. */
static bool next_adjacent(mw_reader_t *r, const mw_json_adjacent_t *names, bool wants_content,
                          bool has_content, bool *more) {
  uint8_t next;
  if (!mw_json_peek(r, &next)) return false;
  *more = next != '}';
  if (!*more) {
    if (wants_content) return mw_refuse(r, MW_CODEC_MISSING_FIELD, r->at, "has no content");
    r->at++;
    return true;
  }
  const uint8_t *key;
  size_t size;
  if (!mw_json_expect(r, ',') || !mw_json_read_token(r, &key, &size)) return false;
  const bool is_content = is_token(names->content, key, size);
  if (is_token(names->tag, key, size) || (is_content && has_content))
    return mw_refuse(r, MW_CODEC_DUPLICATE_KEY, key, "is there twice");
  if (!is_content || !wants_content)
    return mw_refuse(r, MW_CODEC_UNKNOWN_FIELD, key, "has a member that its type does not have");
  return mw_json_expect(r, ':');
}

bool mw_json_open_adjacent(mw_reader_t *r, const mw_json_adjacent_t *names, const mw_json_name_t *cases,
                           const bool *units, size_t count, size_t *found) {
  bool more;
  if (!mw_json_open_tagged(r, names->tag, names->tag_field, cases, count, found)) return false;
  return units[*found] || next_adjacent(r, names, true, false, &more);
}

bool mw_json_close_adjacent(mw_reader_t *r, const mw_json_adjacent_t *names, bool unit) {
  bool more;
  return next_adjacent(r, names, false, !unit, &more);
}
