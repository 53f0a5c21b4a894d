#include <meshwright/socket_address.h>

#include <stdio.h>
#include <string.h>

#include "hex.h"

enum { V6_GROUPS = 8, V6_SIZE = 16, V4_SIZE = 4 };

static unsigned group_of(const uint8_t *octets, int index) {
  return (unsigned)octets[2 * index] << 8 | octets[2 * index + 1];
}

static char *write_v4(const uint8_t *octets, char *to) {
  return to + sprintf(to, "%u.%u.%u.%u", octets[0], octets[1], octets[2], octets[3]);
}

/** The longest run of two or more zero groups, the first of equals; its length is 0 if there is none. */
static void find_gap(const uint8_t *octets, int *start, int *length) {
  *start = 0;
  *length = 0;
  for (int from = 0; from < V6_GROUPS; from++) {
    int to = from;
    while (to < V6_GROUPS && group_of(octets, to) == 0)
      to++;
    if (to - from >= 2 && to - from > *length) {
      *start = from;
      *length = to - from;
    }
  }
}

static char *write_groups(const uint8_t *octets, int from, int to, char *out) {
  for (int i = from; i < to; i++)
    out += sprintf(out, i > from ? ":%x" : "%x", group_of(octets, i));
  return out;
}

static char *write_v6(const uint8_t *octets, char *to) {
  static const uint8_t mapped[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (memcmp(octets, mapped, sizeof mapped) == 0) {
    to += sprintf(to, "::ffff:");
    return write_v4(octets + sizeof mapped, to);
  }
  int gap, length;
  find_gap(octets, &gap, &length);
  if (length == 0) return write_groups(octets, 0, V6_GROUPS, to);
  to = write_groups(octets, 0, gap, to);
  to += sprintf(to, "::");
  return write_groups(octets, gap + length, V6_GROUPS, to);
}

size_t mw_format_socket_address(const mw_socket_address_t *address,
                                char text[MW_SOCKET_ADDRESS_TEXT_CAPACITY]) {
  char *to = text;
  if (address->is_v6) *to++ = '[';
  to = address->is_v6 ? write_v6(address->octets, to) : write_v4(address->octets, to);
  if (address->is_v6) *to++ = ']';
  to += sprintf(to, ":%u", address->port);
  return (size_t)(to - text);
}

/** Digits up to `max_digits` of them, in [*at, end); false for none, or a number above `max`. */
static bool parse_decimal(const char **at, const char *end, size_t max_digits, unsigned max,
                          unsigned *value) {
  const char *const start = *at;
  *value = 0;
  while (*at != end && **at >= '0' && **at <= '9') {
    *value = *value * 10 + (unsigned)(**at - '0');
    if (*value > max || (size_t)(*at - start) == max_digits) return false;
    ++*at;
  }
  return *at != start;
}

static bool parse_v4(const char *at, const char *end, uint8_t *octets) {
  for (int i = 0; i < V4_SIZE; i++) {
    unsigned value;
    if (i > 0 && (at == end || *at++ != '.')) return false;
    if (!parse_decimal(&at, end, 3, 255, &value)) return false;
    octets[i] = (uint8_t)value;
  }
  return at == end;
}

static bool parse_group(const char *at, const char *end, uint8_t *octets) {
  unsigned value = 0;
  if (at == end || end - at > 4) return false;
  for (; at != end; at++) {
    const int digit = mw_hex_value(*at);
    if (digit < 0) return false;
    value = value << 4 | (unsigned)digit;
  }
  octets[0] = (uint8_t)(value >> 8);
  octets[1] = (uint8_t)value;
  return true;
}

/** Groups joined by colons, at most as many as fit; perhaps an IPv4 address in the place of the last two. */
static bool parse_groups(const char *at, const char *end, bool may_end_in_v4, uint8_t *octets, size_t *size) {
  *size = 0;
  if (at == end) return true;
  for (;;) {
    const char *colon = (const char *)memchr(at, ':', (size_t)(end - at));
    const char *const group_end = colon != NULL ? colon : end;
    if (*size + 2 > V6_SIZE) return false;
    if (colon == NULL && may_end_in_v4 && *size + V4_SIZE <= V6_SIZE && parse_v4(at, end, octets + *size)) {
      *size += V4_SIZE;
    } else if (parse_group(at, group_end, octets + *size)) {
      *size += 2;
    } else {
      return false;
    }
    if (colon == NULL) return true;
    at = colon + 1;
  }
}

/** The first `::` in [at, end), or NULL. */
static const char *find_gap_text(const char *at, const char *end) {
  for (; end - at >= 2; at++)
    if (at[0] == ':' && at[1] == ':') return at;
  return NULL;
}

static bool parse_v6(const char *at, const char *end, uint8_t *octets) {
  uint8_t tail[V6_SIZE];
  size_t head_size, tail_size;
  const char *const gap = find_gap_text(at, end);
  if (gap == NULL) return parse_groups(at, end, true, octets, &head_size) && head_size == V6_SIZE;
  if (!parse_groups(at, gap, false, octets, &head_size) ||
      !parse_groups(gap + 2, end, true, tail, &tail_size))
    return false;
  /* The gap stands for at least one group. */
  if (head_size + tail_size > V6_SIZE - 2) return false;
  memset(octets + head_size, 0, V6_SIZE - head_size - tail_size);
  memcpy(octets + V6_SIZE - tail_size, tail, tail_size);
  return true;
}

bool mw_parse_socket_address(const char *text, size_t size, mw_socket_address_t *address) {
  const char *const end = text + size;
  memset(address, 0, sizeof *address);
  address->is_v6 = size > 0 && text[0] == '[';
  const char *const host = text + address->is_v6;
  const char *const host_end =
      size > 0 ? (const char *)memchr(host, address->is_v6 ? ']' : ':', (size_t)(end - host)) : NULL;
  if (host_end == NULL) return false;
  const char *port = host_end + address->is_v6;
  if (port == end || *port++ != ':') return false;
  unsigned number;
  if (!parse_decimal(&port, end, SIZE_MAX, UINT16_MAX, &number) || port != end) return false;
  address->port = (uint16_t)number;
  return address->is_v6 ? parse_v6(host, host_end, address->octets)
                        : parse_v4(host, host_end, address->octets);
}
