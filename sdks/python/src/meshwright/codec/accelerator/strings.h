/* JSON strings, in canonical spelling only. */
#ifndef MESHWRIGHT_STRINGS_H
#define MESHWRIGHT_STRINGS_H

#include "writing.h"

/* What stands between the quotes. */
typedef struct {
  const uint8_t *from;
  size_t size;
  int escaped;
} mw_token;

#define MW_EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Which of eight bytes are a quote, a backslash or a control character, by their high bits; the lowest is certain, those above it are not. */
MW_INLINE uint64_t mw_specials(const uint8_t *from) {
  uint64_t bytes;
  memcpy(&bytes, from, sizeof bytes);
  const uint64_t quote = bytes ^ MW_EVERY_BYTE('"'), backslash = bytes ^ MW_EVERY_BYTE('\\');
  const uint64_t found = ((quote - MW_EVERY_BYTE(1)) & ~quote) |
                         ((backslash - MW_EVERY_BYTE(1)) & ~backslash) |
                         ((bytes - MW_EVERY_BYTE(0x20)) & ~bytes);
  return found & MW_EVERY_BYTE(0x80);
}

/* The first byte that does not stand for itself, or the end. */
MW_INLINE const uint8_t *mw_plain(const uint8_t *at, const uint8_t *end) {
  for (; end - at >= 8; at += 8) {
    const uint64_t found = mw_specials(at);
    if (found == 0) continue;
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return at + (__builtin_ctzll(found) >> 3);
#else
    break;
#endif
  }
  while (at < end && *at >= 0x20 && *at != '"' && *at != '\\')
    at++;
  return at;
}

/* The character of an escape with one letter; 0 for other letters. */
MW_INLINE uint8_t mw_short_escape(uint8_t letter) {
  switch (letter) {
  case '"':
    return '"';
  case '\\':
    return '\\';
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

MW_INLINE uint8_t mw_short_letter(uint8_t character) {
  switch (character) {
  case '"':
    return '"';
  case '\\':
    return '\\';
  case '\b':
    return 'b';
  case '\f':
    return 'f';
  case '\n':
    return 'n';
  case '\r':
    return 'r';
  case '\t':
    return 't';
  default:
    return 0;
  }
}

MW_INLINE int mw_hex_digit(uint8_t letter) {
  return letter >= '0' && letter <= '9'   ? letter - '0'
         : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                                          : -1;
}

/* The size of the escape at `at`, which is a backslash, and its character; 0 unless it is spelt canonically. */
MW_SHARED size_t mw_escape(const uint8_t *at, const uint8_t *end, uint8_t *character) {
  if (end - at < 2) return 0;
  if ((*character = mw_short_escape(at[1])) != 0) return 2;
  if (end - at < 6 || memcmp(at, "\\u00", 4) != 0) return 0;
  const int high = mw_hex_digit(at[4]), low = mw_hex_digit(at[5]);
  if (high < 0 || high > 1 || low < 0) return 0;
  *character = (uint8_t)(high << 4 | low);
  return mw_short_letter(*character) == 0 ? 6 : 0;
}

/* Passes a string. */
MW_INLINE int mw_string(mw_reader *r, mw_token *token) {
  const uint8_t *at = r->at;
  if (at >= r->end || *at != '"') return 0;
  token->from = ++at;
  token->escaped = 0;
  for (;;) {
    at = mw_plain(at, r->end);
    if (at >= r->end) return 0;
    if (*at == '"') break;
    uint8_t character;
    const size_t size = *at == '\\' ? mw_escape(at, r->end, &character) : 0;
    if (size == 0) return 0;
    token->escaped = 1;
    at += size;
  }
  token->size = (size_t)(at - token->from);
  r->at = at + 1;
  return 1;
}

/* What a token says, for PyMem_Free if it had escapes; NULL without memory. */
MW_SHARED uint8_t *mw_unescape(const mw_token *token, size_t *size) {
  uint8_t *text = PyMem_Malloc(token->size);
  if (text == NULL) return NULL;
  const uint8_t *at = token->from, *end = token->from + token->size;
  uint8_t *to = text;
  while (at < end) {
    if (*at == '\\')
      at += mw_escape(at, end, to++);
    else
      *to++ = *at++;
  }
  *size = (size_t)(to - text);
  return text;
}

/* The str of a token, with its size in bytes within bounds, and of a pattern. */
MW_INLINE PyObject *mw_text_within(const uint8_t *from, size_t size, uint64_t low, uint64_t high,
                                   const mw_pattern *pattern) {
  if (size < low || size > high || (pattern != NULL && !mw_matches(pattern, from, size))) return NULL;
  return mw_text(from, size);
}

MW_SHARED PyObject *mw_escaped_text(const mw_token *token, uint64_t low, uint64_t high,
                                    const mw_pattern *pattern) {
  size_t size;
  uint8_t *plain = mw_unescape(token, &size);
  if (plain == NULL) return NULL;
  PyObject *text = mw_text_within(plain, size, low, high, pattern);
  PyMem_Free(plain);
  return text;
}

MW_INLINE PyObject *mw_json_text(mw_reader *r, uint64_t low, uint64_t high, const mw_pattern *pattern) {
  mw_token token;
  if (!mw_string(r, &token)) return NULL;
  return token.escaped ? mw_escaped_text(&token, low, high, pattern)
                       : mw_text_within(token.from, token.size, low, high, pattern);
}

MW_SHARED int mw_write_escaped(mw_writer *w, const uint8_t *at, const uint8_t *end) {
  for (;;) {
    const uint8_t *plain = mw_plain(at, end);
    if (!mw_raw(w, at, (size_t)(plain - at))) return 0;
    if (plain == end) return 1;
    static const char DIGITS[] = "0123456789abcdef";
    const uint8_t letter = mw_short_letter(*plain);
    const char escape[6] = {
        '\\', letter != 0 ? (char)letter : 'u', '0', '0', DIGITS[*plain >> 4], DIGITS[*plain & 15]};
    if (!mw_raw(w, escape, letter != 0 ? 2 : 6)) return 0;
    at = plain + 1;
  }
}

MW_INLINE int mw_write_string(mw_writer *w, PyObject *value, uint64_t low, uint64_t high,
                              const mw_pattern *pattern) {
  Py_ssize_t size;
  const uint8_t *text = (const uint8_t *)mw_utf8(value, low, high, pattern, &size);
  if (text == NULL) return 0;
  const uint8_t *end = text + size;
  if (mw_plain(text, end) != end)
    return mw_raw(w, "\"", 1) && mw_write_escaped(w, text, end) && mw_raw(w, "\"", 1);
  uint8_t *to = mw_room(w, (size_t)size + 2);
  if (to == NULL) return 0;
  to[0] = to[size + 1] = '"';
  memcpy(to + 1, text, (size_t)size);
  return 1;
}

#endif
