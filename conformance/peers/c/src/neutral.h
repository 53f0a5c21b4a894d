/** Neutral JSON: values as the peer protocol writes them, read from requests and appended to answers. */
#ifndef PEER_NEUTRAL_H
#define PEER_NEUTRAL_H

#include <string.h>

#include "request.h"

/* Taking a value from a request; false after recording what is wrong. A node is never NULL, unless that is said. */

bool peer_take_bool(peer_request_t *in, const mw_json_node_t *node, bool *out);
bool peer_take_u8(peer_request_t *in, const mw_json_node_t *node, uint8_t *out);
bool peer_take_u16(peer_request_t *in, const mw_json_node_t *node, uint16_t *out);
bool peer_take_u32(peer_request_t *in, const mw_json_node_t *node, uint32_t *out);
bool peer_take_u64(peer_request_t *in, const mw_json_node_t *node, uint64_t *out);
bool peer_take_i8(peer_request_t *in, const mw_json_node_t *node, int8_t *out);
bool peer_take_i16(peer_request_t *in, const mw_json_node_t *node, int16_t *out);
bool peer_take_i32(peer_request_t *in, const mw_json_node_t *node, int32_t *out);
bool peer_take_i64(peer_request_t *in, const mw_json_node_t *node, int64_t *out);
bool peer_take_f32(peer_request_t *in, const mw_json_node_t *node, float *out);
bool peer_take_f64(peer_request_t *in, const mw_json_node_t *node, double *out);
bool peer_take_text(peer_request_t *in, const mw_json_node_t *node, mw_text_t *out);
bool peer_take_bytes(peer_request_t *in, const mw_json_node_t *node, mw_bytes_t *out);
bool peer_take_fixed_bytes(peer_request_t *in, const mw_json_node_t *node, size_t size, uint8_t *out);
bool peer_take_duration(peer_request_t *in, const mw_json_node_t *node, mw_duration_t *out);
bool peer_take_socket_address(peer_request_t *in, const mw_json_node_t *node, mw_socket_address_t *out);

/* What is not part of the value may be left out of a request, and is checked where it is given. */
bool peer_take_unsigned_constant(peer_request_t *in, const mw_json_node_t *node, unsigned bits,
                                 uint64_t expected);
bool peer_take_signed_constant(peer_request_t *in, const mw_json_node_t *node, unsigned bits,
                               int64_t expected);
bool peer_take_constant(peer_request_t *in, const mw_json_node_t *node, bool text, const char *expected,
                        size_t size);
bool peer_take_zeros(peer_request_t *in, const mw_json_node_t *node, size_t size);

/* What an open structure keeps; the node may be NULL. */
bool peer_take_unknown_bytes(peer_request_t *in, const mw_json_node_t *node, mw_bytes_t *out);
bool peer_take_unknown_members(peer_request_t *in, const mw_json_node_t *node, mw_bytes_t *out);

/** An object with no other members than these `count`. */
bool peer_open_object(peer_request_t *in, const mw_json_node_t *node, const char *const *fields,
                      size_t count);
/** NULL if it is not there. */
const mw_json_node_t *peer_member(peer_request_t *in, const mw_json_node_t *object, const char *name);
bool peer_open_list(peer_request_t *in, const mw_json_node_t *node);
/** An array of exactly `size` elements. */
bool peer_open_array(peer_request_t *in, const mw_json_node_t *node, size_t size);
/** A key and a value. */
bool peer_open_entry(peer_request_t *in, const mw_json_node_t *node);
/** `{"case": name, "value": …}`; `*value` is NULL where it is left out. */
bool peer_open_case(peer_request_t *in, const mw_json_node_t *node, mw_text_t *name,
                    const mw_json_node_t **value);
/** Of a case without content: nothing, or an empty object. */
bool peer_take_unit(peer_request_t *in, const mw_json_node_t *node);

/** A name for a number, or for a bit of that number. */
typedef struct peer_number {
  const char *name;
  uint64_t number;
} peer_number_t;

bool peer_find_number(const mw_json_node_t *node, const peer_number_t *members, size_t count,
                      uint64_t *number);
const char *peer_find_name(const peer_number_t *members, size_t count, uint64_t number);
/** Whether a member of an enum may be given by its number; text that is no number is the name of none. */
bool peer_may_be_number(peer_request_t *in, const mw_json_node_t *node, unsigned bits);
bool peer_take_flags(peer_request_t *in, const mw_json_node_t *node, const peer_number_t *flags, size_t count,
                     uint64_t *out);

/* Giving a value in an answer; false when memory is out. */

bool peer_give_literal(mw_buffer_t *to, const char *text);
bool peer_give_text(mw_buffer_t *to, mw_text_t text);
bool peer_give_bool(mw_buffer_t *to, bool value);
/** Above 32 bits as text, since not every reader of JSON keeps such numbers. */
bool peer_give_unsigned(mw_buffer_t *to, unsigned bits, uint64_t value);
bool peer_give_signed(mw_buffer_t *to, unsigned bits, int64_t value);
bool peer_give_float(mw_buffer_t *to, double value);
bool peer_give_bytes(mw_buffer_t *to, mw_bytes_t bytes);
bool peer_give_fixed_bytes(mw_buffer_t *to, const uint8_t *bytes, size_t size);
bool peer_give_duration(mw_buffer_t *to, mw_duration_t value);
bool peer_give_socket_address(mw_buffer_t *to, const mw_socket_address_t *value);
bool peer_give_flags(mw_buffer_t *to, const peer_number_t *flags, size_t count, uint64_t value);
bool peer_give_unknown_bytes(mw_buffer_t *to, mw_bytes_t bytes, bool *first);
bool peer_give_unknown_members(mw_buffer_t *to, mw_bytes_t members, bool *first);
/** `"name":`, with a comma before it unless it is the first. */
bool peer_give_key(mw_buffer_t *to, const char *name, bool *first);
bool peer_give_separator(mw_buffer_t *to, size_t index);

#endif
