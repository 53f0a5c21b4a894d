#include "json_scan.h"

#include <string.h>

#include "hex.h"

enum { HIGH_SURROGATE = 0xd800, LOW_SURROGATE = 0xdc00, SURROGATE_MASK = 0xfc00, UNICODE_ESCAPE_SIZE = 6 };

/** The character that `\c` stands for; 0 for none. */
static char short_escape(uint8_t c) {
  switch (c) {
  case '"':
  case '\\':
  case '/':
    return (char)c;
  case 'b':
    return '\b';
  case 'f':
    return '\f';
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case 't':
    return '\t';
  default:
    return 0;
  }
}

/** The four digits behind `\u`. */
static mw_json_fault_t scan_unit(const uint8_t *at, const uint8_t *end, uint32_t *unit) {
  *unit = 0;
  for (int i = 0; i < 4; i++, at++) {
    if (at == end) return MW_JSON_UNFINISHED;
    const int value = mw_hex_value((char)*at);
    if (value < 0) return MW_JSON_MALFORMED;
    *unit = *unit << 4 | (uint32_t)value;
  }
  return MW_JSON_SOUND;
}

static bool is_high(uint32_t unit) {
  return (unit & SURROGATE_MASK) == HIGH_SURROGATE;
}

static bool is_low(uint32_t unit) {
  return (unit & SURROGATE_MASK) == LOW_SURROGATE;
}

static size_t utf8_size(uint32_t character) {
  return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

/** Whether `\u` is how this character has to be written, with the digits in lower case. */
static bool is_canonical_unit(uint32_t unit, const uint8_t *digits) {
  static const char shorter[] = "\b\f\n\r\t";
  if (unit >= 0x20 || (unit != 0 && strchr(shorter, (int)unit) != NULL)) return false;
  return digits[3] < 'A' || digits[3] > 'F';
}

/** The second half of a pair whose first half was just read; `*at` is behind the first. */
static mw_json_fault_t scan_second_half(const uint8_t **at, const uint8_t *end, uint32_t *character,
                                        bool *found) {
  *found = false;
  if (*at == end) return MW_JSON_UNFINISHED;
  if (**at != '\\') return MW_JSON_SOUND;
  if (*at + 1 == end) return MW_JSON_UNFINISHED;
  if ((*at)[1] != 'u') return MW_JSON_SOUND;
  uint32_t low;
  const mw_json_fault_t fault = scan_unit(*at + 2, end, &low);
  if (fault != MW_JSON_SOUND) return fault;
  if (!is_low(low)) return MW_JSON_SOUND;
  *character = 0x10000 + ((*character - HIGH_SURROGATE) << 10) + (low - LOW_SURROGATE);
  *at += UNICODE_ESCAPE_SIZE;
  *found = true;
  return MW_JSON_SOUND;
}

/** One escape, `*at` at its backslash and afterwards behind it. */
static mw_json_fault_t scan_escape(const uint8_t **at, const uint8_t *end, mw_json_string_t *string,
                                   uint32_t *character) {
  const uint8_t *const start = *at;
  if (start + 1 == end) return MW_JSON_UNFINISHED;
  if (start[1] != 'u') {
    *character = (uint8_t)short_escape(start[1]);
    if (*character == 0) return MW_JSON_MALFORMED;
    string->non_canonical |= start[1] == '/';
    *at = start + 2;
    return MW_JSON_SOUND;
  }
  mw_json_fault_t fault = scan_unit(start + 2, end, character);
  if (fault != MW_JSON_SOUND) return fault;
  *at = start + UNICODE_ESCAPE_SIZE;
  string->non_canonical |= !is_canonical_unit(*character, start + 2);
  bool paired = false;
  if (is_high(*character)) {
    fault = scan_second_half(at, end, character, &paired);
    if (fault != MW_JSON_SOUND) return fault;
  }
  string->lone_surrogate |= !paired && (is_high(*character) || is_low(*character));
  return MW_JSON_SOUND;
}

mw_json_fault_t mw_json_scan_string(const uint8_t *at, const uint8_t *end, bool pairs_only,
                                    mw_json_string_t *string, const uint8_t **after) {
  memset(string, 0, sizeof *string);
  string->content = ++at;
  for (;;) {
    const uint8_t *const plain = at;
    at = mw_json_skip_plain(at, end);
    string->unescaped_size += (size_t)(at - plain);
    if (at == end) return MW_JSON_UNFINISHED;
    if (*at == '"') {
      string->size = (size_t)(at - string->content);
      *after = at + 1;
      return MW_JSON_SOUND;
    }
    if (*at != '\\') return MW_JSON_MALFORMED;
    uint32_t character;
    string->escaped = true;
    const mw_json_fault_t fault = scan_escape(&at, end, string, &character);
    if (fault != MW_JSON_SOUND) return fault;
    if (pairs_only && string->lone_surrogate) return MW_JSON_MALFORMED;
    string->unescaped_size += utf8_size(character);
  }
}

static char *write_utf8(uint32_t character, char *out) {
  const size_t size = utf8_size(character);
  static const uint8_t leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
  for (size_t i = size; i-- > 1; character >>= 6)
    out[i] = (char)(0x80 | (character & 0x3f));
  out[0] = (char)(leads[size] | character);
  return out + size;
}

void mw_json_unescape(const mw_json_string_t *string, char *out) {
  const uint8_t *at = string->content;
  const uint8_t *const end = at + string->size;
  mw_json_string_t ignored = *string;
  while (at != end) {
    if (*at != '\\') {
      *out++ = (char)*at++;
      continue;
    }
    uint32_t character = 0;
    /* Sound, but for half a pair at the very end, which is complete as far as it goes. */
    (void)scan_escape(&at, end, &ignored, &character);
    out = write_utf8(character, out);
  }
}

const uint8_t *mw_json_number_end(const uint8_t *at, const uint8_t *end) {
  while (at != end &&
         ((*at >= '0' && *at <= '9') || *at == '-' || *at == '+' || *at == '.' || *at == 'e' || *at == 'E'))
    at++;
  return at;
}
