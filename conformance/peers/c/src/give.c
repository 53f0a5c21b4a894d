#include "neutral.h"

#include <inttypes.h>
#include <meshwright/float_text.h>
#include <meshwright/socket_address.h>
#include <stdio.h>

bool peer_give_literal(mw_buffer_t *to, const char *text) {
  return mw_buffer_append(to, text, strlen(text));
}

static bool give_character(mw_buffer_t *to, char character) {
  char escape[8] = {character};
  if (character == '"' || character == '\\')
    snprintf(escape, sizeof escape, "\\%c", character);
  else if ((unsigned char)character < 0x20)
    snprintf(escape, sizeof escape, "\\u%04x", (unsigned)character);
  return peer_give_literal(to, escape);
}

bool peer_give_text(mw_buffer_t *to, mw_text_t text) {
  if (!peer_give_literal(to, "\"")) return false;
  for (size_t i = 0; i < text.size; i++)
    if (!give_character(to, text.data[i])) return false;
  return peer_give_literal(to, "\"");
}

bool peer_give_bool(mw_buffer_t *to, bool value) {
  return peer_give_literal(to, value ? "true" : "false");
}

bool peer_give_unsigned(mw_buffer_t *to, unsigned bits, uint64_t value) {
  char text[32];
  snprintf(text, sizeof text, bits > 32 ? "\"%" PRIu64 "\"" : "%" PRIu64, value);
  return peer_give_literal(to, text);
}

bool peer_give_signed(mw_buffer_t *to, unsigned bits, int64_t value) {
  char text[32];
  snprintf(text, sizeof text, bits > 32 ? "\"%" PRId64 "\"" : "%" PRId64, value);
  return peer_give_literal(to, text);
}

bool peer_give_float(mw_buffer_t *to, double value) {
  char text[MW_FLOAT_TEXT_CAPACITY];
  mw_format_f64(value, text);
  return peer_give_literal(to, "\"") && peer_give_literal(to, text) && peer_give_literal(to, "\"");
}

bool peer_give_fixed_bytes(mw_buffer_t *to, const uint8_t *bytes, size_t size) {
  static const char digits[] = "0123456789abcdef";
  if (!peer_give_literal(to, "\"")) return false;
  for (size_t i = 0; i < size; i++) {
    const char pair[] = {digits[bytes[i] >> 4], digits[bytes[i] & 15], '\0'};
    if (!peer_give_literal(to, pair)) return false;
  }
  return peer_give_literal(to, "\"");
}

bool peer_give_bytes(mw_buffer_t *to, mw_bytes_t bytes) {
  return peer_give_fixed_bytes(to, bytes.data, bytes.size);
}

bool peer_give_duration(mw_buffer_t *to, mw_duration_t value) {
  return peer_give_literal(to, "{\"secs\":") && peer_give_unsigned(to, 64, value.secs) &&
         peer_give_literal(to, ",\"nanos\":") && peer_give_unsigned(to, 32, value.nanos) &&
         peer_give_literal(to, "}");
}

bool peer_give_socket_address(mw_buffer_t *to, const mw_socket_address_t *value) {
  char text[MW_SOCKET_ADDRESS_TEXT_CAPACITY];
  mw_format_socket_address(value, text);
  return peer_give_text(to, mw_text_of(text));
}

bool peer_give_flags(mw_buffer_t *to, const peer_number_t *flags, size_t count, uint64_t value) {
  size_t given = 0;
  if (!peer_give_literal(to, "[")) return false;
  for (size_t i = 0; i < count; i++) {
    if ((value >> flags[i].number & 1) == 0) continue;
    if (!peer_give_separator(to, given++) || !peer_give_text(to, mw_text_of(flags[i].name))) return false;
  }
  return peer_give_literal(to, "]");
}

bool peer_give_unknown_bytes(mw_buffer_t *to, mw_bytes_t bytes, bool *first) {
  return bytes.size == 0 || (peer_give_key(to, "$unknown", first) && peer_give_bytes(to, bytes));
}

bool peer_give_unknown_members(mw_buffer_t *to, mw_bytes_t members, bool *first) {
  const mw_text_t text = {(const char *)members.data, members.size};
  return members.size == 0 || (peer_give_key(to, "$unknown", first) && peer_give_text(to, text));
}

bool peer_give_key(mw_buffer_t *to, const char *name, bool *first) {
  const bool separated = *first || peer_give_literal(to, ",");
  *first = false;
  return separated && peer_give_text(to, mw_text_of(name)) && peer_give_literal(to, ":");
}

bool peer_give_separator(mw_buffer_t *to, size_t index) {
  return index == 0 || peer_give_literal(to, ",");
}
