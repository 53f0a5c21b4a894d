#include <meshwright/json.h>

#include "float_digits.h"
#include "json_reader.h"
#include "json_scan.h"

/** A member takes 64 bytes of tree and at least 5 of text, and growing lists leave their shorter selves behind. */
enum {
  TREE_MEMORY_FACTOR = 64,
  /** Lists that are begun have room for a few elements at once. */
  TREE_ALLOWANCE = MW_JSON_MAX_DEPTH * 512
};

static bool parse_value(mw_reader_t *r, mw_json_node_t *node);

/** The next character that is not white space. */
static bool skip_space(mw_reader_t *r, uint8_t *next) {
  while (r->at != r->end && mw_json_is_space(*r->at))
    r->at++;
  if (r->at == r->end) return mw_refuse(r, MW_CODEC_TRUNCATED, r->at, "ends too early");
  *next = *r->at;
  return true;
}

static bool parse_text(mw_reader_t *r, mw_text_t *text) {
  mw_json_string_t string;
  const uint8_t *after;
  switch (mw_json_scan_string(r->at, r->end, false, &string, &after)) {
  case MW_JSON_UNFINISHED:
    return mw_refuse(r, MW_CODEC_TRUNCATED, r->at, "is a string that does not end");
  case MW_JSON_MALFORMED:
    return mw_refuse(r, MW_CODEC_MALFORMED, r->at,
                     "is a string with a bad escape or a raw control character");
  case MW_JSON_SOUND:
    break;
  }
  r->at = after;
  text->data = (const char *)string.content;
  text->size = string.unescaped_size;
  if (!string.escaped) return true;
  char *unescaped = (char *)mw_arena_allocate(r->arena, text->size, 1);
  if (unescaped == NULL) return mw_fail_memory(&r->failure);
  mw_json_unescape(&string, unescaped);
  text->data = unescaped;
  return true;
}

/** After an opening bracket or an element: `*more` unless the closing one stands here, which is consumed. */
static bool parse_separator(mw_reader_t *r, uint8_t close, size_t count, bool *more) {
  uint8_t next;
  if (!skip_space(r, &next)) return false;
  *more = next != close;
  if (!*more) {
    r->at++;
    return true;
  }
  if (count == 0) return true;
  if (next != ',') return mw_json_refuse_token(r);
  r->at++;
  return skip_space(r, &next);
}

static bool parse_array(mw_reader_t *r, mw_json_node_t *node) {
  void *items = NULL;
  size_t capacity = 0;
  for (bool more;; node->count++) {
    if (!parse_separator(r, ']', node->count, &more)) return false;
    if (!more) break;
    mw_json_node_t item;
    if (!parse_value(r, &item) || !mw_make_room(r, &items, node->count, &capacity, sizeof item)) return false;
    ((mw_json_node_t *)items)[node->count] = item;
  }
  node->items = (const mw_json_node_t *)items;
  return true;
}

static bool parse_member(mw_reader_t *r, mw_json_member_t *member) {
  uint8_t next;
  if (*r->at != '"') return mw_json_refuse_token(r);
  if (!parse_text(r, &member->name) || !skip_space(r, &next)) return false;
  if (next != ':') return mw_json_refuse_token(r);
  r->at++;
  return parse_value(r, &member->value);
}

static bool parse_object(mw_reader_t *r, mw_json_node_t *node) {
  void *members = NULL;
  size_t capacity = 0;
  for (bool more;; node->count++) {
    if (!parse_separator(r, '}', node->count, &more)) return false;
    if (!more) break;
    mw_json_member_t member;
    if (!parse_member(r, &member) || !mw_make_room(r, &members, node->count, &capacity, sizeof member))
      return false;
    ((mw_json_member_t *)members)[node->count] = member;
  }
  node->members = (const mw_json_member_t *)members;
  return true;
}

static bool parse_nested(mw_reader_t *r, mw_json_node_t *node) {
  if (r->depth == MW_JSON_MAX_DEPTH) {
    return mw_refuse(r, MW_CODEC_TOO_DEEP, r->at, "is nested deeper than %d levels", MW_JSON_MAX_DEPTH);
  }
  r->depth++;
  r->at++;
  const bool parsed = node->type == MW_JSON_ARRAY ? parse_array(r, node) : parse_object(r, node);
  r->depth--;
  return parsed;
}

static bool parse_number(mw_reader_t *r, mw_json_node_t *node) {
  const uint8_t *const end = mw_json_number_end(r->at, r->end);
  node->text.data = (const char *)r->at;
  node->text.size = (size_t)(end - r->at);
  if (!mw_is_json_number(node->text.data, node->text.size)) return mw_json_refuse_token(r);
  r->at = end;
  return true;
}

static bool parse_word(mw_reader_t *r, const char *word) {
  const size_t size = strlen(word);
  if (mw_left(r) < size || memcmp(r->at, word, size) != 0) return mw_json_refuse_token(r);
  r->at += size;
  return true;
}

static mw_json_type_t type_of(uint8_t first) {
  switch (first) {
  case '{':
    return MW_JSON_OBJECT;
  case '[':
    return MW_JSON_ARRAY;
  case '"':
    return MW_JSON_STRING;
  case 't':
    return MW_JSON_TRUE;
  case 'f':
    return MW_JSON_FALSE;
  case 'n':
    return MW_JSON_NULL;
  default:
    return MW_JSON_NUMBER;
  }
}

static bool parse_value(mw_reader_t *r, mw_json_node_t *node) {
  uint8_t first;
  if (!skip_space(r, &first)) return false;
  memset(node, 0, sizeof *node);
  node->type = type_of(first);
  switch (node->type) {
  case MW_JSON_OBJECT:
  case MW_JSON_ARRAY:
    return parse_nested(r, node);
  case MW_JSON_STRING:
    return parse_text(r, &node->text);
  case MW_JSON_NUMBER:
    return parse_number(r, node);
  case MW_JSON_NULL:
    return parse_word(r, "null");
  case MW_JSON_TRUE:
    return parse_word(r, "true");
  case MW_JSON_FALSE:
    break;
  }
  return parse_word(r, "false");
}

mw_status_t mw_json_parse(const char *text, size_t size, mw_arena_t *arena, mw_json_node_t *root,
                          mw_codec_error_t *error) {
  mw_decoding_t decoding;
  mw_reader_t *r = &decoding.reader;
  mw_decode_begin(&decoding, (const uint8_t *)text, size, arena, TREE_MEMORY_FACTOR, TREE_ALLOWANCE, error);
  const bool parsed = mw_json_begin(r) && parse_value(r, root);
  while (parsed && r->at != r->end && mw_json_is_space(*r->at))
    r->at++;
  return mw_decode_end(&decoding, parsed, "JSON");
}

const mw_json_node_t *mw_json_find(const mw_json_node_t *object, const char *name) {
  if (object == NULL || object->type != MW_JSON_OBJECT) return NULL;
  for (size_t i = 0; i < object->count; i++)
    if (mw_text_equal(object->members[i].name, mw_text_of(name))) return &object->members[i].value;
  return NULL;
}
