/** A reader of ordinary JSON (RFC 8259), for the free JSON inside messages and for whatever stands around them. */
#ifndef MESHWRIGHT_JSON_H
#define MESHWRIGHT_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include <meshwright/arena.h>
#include <meshwright/error.h>
#include <meshwright/view.h>

MW_BEGIN_DECLS

typedef enum mw_json_type {
  MW_JSON_NULL,
  MW_JSON_FALSE,
  MW_JSON_TRUE,
  MW_JSON_NUMBER,
  MW_JSON_STRING,
  MW_JSON_ARRAY,
  MW_JSON_OBJECT
} mw_json_type_t;

/** How deep a document may nest. */
#define MW_JSON_MAX_DEPTH 1024

struct mw_json_member;

/** One value of a parsed document; lives in the arena. */
typedef struct mw_json_node {
  mw_json_type_t type;
  /**
   * String: its characters, unescaped. Number: its digits as written. Half a surrogate pair, which JSON can write and UTF-8 cannot,
   * becomes the three bytes that UTF-8 would have for it, so that whoever checks the text refuses it.
   */
  mw_text_t text;
  /** Array: its elements. */
  const struct mw_json_node *items;
  /** Object: its members in order of appearance. */
  const struct mw_json_member *members;
  /** Of `items` or `members`. */
  size_t count;
} mw_json_node_t;

typedef struct mw_json_member {
  mw_text_t name;
  mw_json_node_t value;
} mw_json_member_t;

/**
 * Parses one value; white space around it is allowed, repeated names are kept. Nests at most MW_JSON_MAX_DEPTH deep. The tree and its unescaped
 * texts live in the arena, the other texts in the input. The error (may be NULL) has no path.
 */
MW_API mw_status_t mw_json_parse(const char *text, size_t size, mw_arena_t *arena, mw_json_node_t *root,
                                 mw_codec_error_t *error);

/** The value of the first member of that name; NULL when there is none or `object` is no object. */
MW_API const mw_json_node_t *mw_json_find(const mw_json_node_t *object, const char *name);

MW_END_DECLS

#endif
