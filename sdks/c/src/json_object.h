/** Members of JSON objects, in the order that their type declares. */
#ifndef MESHWRIGHT_JSON_OBJECT_H
#define MESHWRIGHT_JSON_OBJECT_H

#include "json_reader.h"

typedef struct mw_json_member_key {
  mw_json_name_t name;
  /** As paths spell it. */
  const char *field;
  bool required;
} mw_json_member_key_t;

/** An object being read. The caller gives room for one bit a member. */
typedef struct mw_json_object {
  const mw_json_member_key_t *keys;
  size_t count;
  uint64_t *seen;
  /** Members before this one are over. */
  size_t next;
  /** One of them was looked for by name, so that required ones may have been passed over. */
  bool jumped;
  /** No comma is due: the brace or an internal tag stands before. */
  bool first;
  /** An internal tag that was read, to be told when it comes again; else empty. */
  mw_json_name_t tag;
  const char *tag_field;
} mw_json_object_t;

#define MW_JSON_SEEN_WORDS(count) (((count) + 63) / 64)

/** What `mw_json_next_member` answers at the closing brace. */
#define MW_JSON_END SIZE_MAX

/** The opening brace of an object of `count` members. */
bool mw_json_open_object(mw_reader_t *r, mw_json_object_t *object);

/**
 * The next member's position, with the reader behind its colon, or MW_JSON_END behind the closing brace. Members that are not known are
 * refused if `unknown` is NULL; else they are checked, and `unknown` becomes their text.
 */
bool mw_json_next_member(mw_reader_t *r, mw_json_object_t *object, mw_bytes_t *unknown, size_t *member);

/** The closing brace of an object of which no more members are known. */
bool mw_json_end_members(mw_reader_t *r, mw_json_object_t *object);

/** The reader's text is members that no key names, nor `tag` unless it is NULL, as an open object keeps them. */
bool mw_json_check_unknown(mw_reader_t *r, const mw_json_member_key_t *keys, size_t count,
                           const mw_json_member_key_t *tag);

/**
 * The opening brace and the tag of an object, the name of one of `count` cases. The other members follow.
 * MW_JSON_NO_NAME is found where it refuses.
 */
bool mw_json_open_tagged(mw_reader_t *r, mw_json_name_t tag, const char *tag_field,
                         const mw_json_name_t *names, size_t count, size_t *found);

/**
 * A case by its name: a string for a unit, or an object of one member, left open behind the colon. `units` says which cases are units;
 * the other ones are closed after their content.
 */
bool mw_json_open_external(mw_reader_t *r, const mw_json_name_t *names, const bool *units, size_t count,
                           size_t *found);
bool mw_json_close_external(mw_reader_t *r);

typedef struct mw_json_adjacent {
  mw_json_name_t tag;
  mw_json_name_t content;
  const char *tag_field;
} mw_json_adjacent_t;

/** A tag, and then the content unless the case is a unit, left open behind the content's colon. Units are closed as well. */
bool mw_json_open_adjacent(mw_reader_t *r, const mw_json_adjacent_t *names, const mw_json_name_t *cases,
                           const bool *units, size_t count, size_t *found);
bool mw_json_close_adjacent(mw_reader_t *r, const mw_json_adjacent_t *names, bool unit);

#endif
