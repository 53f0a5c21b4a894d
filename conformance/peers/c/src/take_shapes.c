#include "neutral.h"

static bool is_one_of(mw_text_t name, const char *const *fields, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (mw_text_equal(name, mw_text_of(fields[i]))) return true;
  return false;
}

bool peer_open_object(peer_request_t *in, const mw_json_node_t *node, const char *const *fields,
                      size_t count) {
  if (node->type != MW_JSON_OBJECT) return peer_refuse_request(in, "an object is needed");
  for (size_t i = 0; i < node->count; i++)
    if (!is_one_of(node->members[i].name, fields, count))
      return peer_refuse_request(in, "a member is not of its type");
  return true;
}

const mw_json_node_t *peer_member(peer_request_t *in, const mw_json_node_t *object, const char *name) {
  (void)in;
  return mw_json_find(object, name);
}

bool peer_open_list(peer_request_t *in, const mw_json_node_t *node) {
  return node->type == MW_JSON_ARRAY || peer_refuse_request(in, "an array is needed");
}

bool peer_open_array(peer_request_t *in, const mw_json_node_t *node, size_t size) {
  if (!peer_open_list(in, node)) return false;
  if (node->count == size) return true;
  return peer_refuse(in, node->count < size ? MW_CODEC_OUT_OF_RANGE : MW_CODEC_TOO_LONG,
                     "has another size than its type");
}

bool peer_open_entry(peer_request_t *in, const mw_json_node_t *node) {
  return (node->type == MW_JSON_ARRAY && node->count == 2) ||
         peer_refuse_request(in, "a key and a value are needed");
}

bool peer_open_case(peer_request_t *in, const mw_json_node_t *node, mw_text_t *name,
                    const mw_json_node_t **value) {
  static const char *const fields[] = {"case", "value"};
  if (!peer_open_object(in, node, fields, 2)) return false;
  const mw_json_node_t *const given = mw_json_find(node, "case");
  *value = mw_json_find(node, "value");
  if (given == NULL || given->type != MW_JSON_STRING)
    return peer_refuse_request(in, "the name of a case is needed");
  *name = given->text;
  return true;
}

bool peer_take_unit(peer_request_t *in, const mw_json_node_t *node) {
  return node == NULL || peer_open_object(in, node, NULL, 0);
}

bool peer_find_number(const mw_json_node_t *node, const peer_number_t *members, size_t count,
                      uint64_t *number) {
  if (node->type != MW_JSON_STRING) return false;
  for (size_t i = 0; i < count; i++) {
    if (!mw_text_equal(node->text, mw_text_of(members[i].name))) continue;
    *number = members[i].number;
    return true;
  }
  return false;
}

const char *peer_find_name(const peer_number_t *members, size_t count, uint64_t number) {
  for (size_t i = 0; i < count; i++)
    if (members[i].number == number) return members[i].name;
  return NULL;
}

static bool is_integer(mw_text_t text) {
  const size_t sign = text.size > 0 && text.data[0] == '-';
  for (size_t i = sign; i < text.size; i++)
    if (text.data[i] < '0' || text.data[i] > '9') return false;
  return text.size > sign;
}

bool peer_may_be_number(peer_request_t *in, const mw_json_node_t *node, unsigned bits) {
  if (node->type != MW_JSON_STRING || (bits > 32 && is_integer(node->text))) return true;
  return peer_refuse(in, MW_CODEC_UNKNOWN_VARIANT, "is not a name that its type has");
}

/** A bit that no flag has; false if there may be none within the type. */
static bool find_unnamed_bit(const peer_number_t *flags, size_t count, uint64_t *bit) {
  uint64_t named = 0;
  for (size_t i = 0; i < count; i++)
    named |= UINT64_C(1) << flags[i].number;
  for (*bit = 0; *bit < 64 && (named >> *bit & 1) != 0;)
    ++*bit;
  // All the bits of some integer have names: it could be this one.
  return *bit != 8 && *bit != 16 && *bit != 32 && *bit != 64;
}

bool peer_take_flags(peer_request_t *in, const mw_json_node_t *node, const peer_number_t *flags, size_t count,
                     uint64_t *out) {
  *out = 0;
  if (!peer_open_list(in, node)) return false;
  for (size_t i = 0; i < node->count; i++) {
    uint64_t bit;
    if (node->items[i].type != MW_JSON_STRING) return peer_refuse_request(in, "names of flags are needed");
    // A name that is not known becomes a bit without a name, for the encoder to refuse.
    if (!peer_find_number(&node->items[i], flags, count, &bit) && !find_unnamed_bit(flags, count, &bit))
      return peer_refuse(in, MW_CODEC_UNKNOWN_FLAG, "has no flag of that name");
    if ((*out >> bit & 1) != 0) return peer_refuse_request(in, "a flag is there twice");
    *out |= UINT64_C(1) << bit;
  }
  return true;
}
