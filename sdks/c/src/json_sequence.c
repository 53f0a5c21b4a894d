#include "json_reader.h"

static bool open_sequence(mw_reader_t *r, uint8_t open, uint8_t close, uint64_t max,
                          mw_json_sequence_t *sequence) {
  if (!mw_json_expect(r, open)) return false;
  sequence->start = r->at - 1;
  sequence->count = 0;
  sequence->max = max;
  sequence->close = close;
  return true;
}

bool mw_json_open_list(mw_reader_t *r, uint64_t max, mw_json_sequence_t *sequence) {
  return open_sequence(r, '[', ']', max, sequence);
}

bool mw_json_open_map(mw_reader_t *r, uint64_t max, mw_json_sequence_t *sequence) {
  return open_sequence(r, '{', '}', max, sequence);
}

bool mw_json_next(mw_reader_t *r, mw_json_sequence_t *sequence, bool *more) {
  uint8_t next;
  if (!mw_json_peek(r, &next)) {
    /* Whatever follows an opening bracket belongs to the first element. */
    return sequence->count == 0 && sequence->close == ']' && mw_in_item(&r->failure, 0);
  }
  *more = next != sequence->close;
  if (!*more) {
    r->at++;
    return true;
  }
  if (sequence->count > 0 && !mw_json_expect(r, ',')) return false;
  if (sequence->count == sequence->max) {
    return mw_refuse(r, MW_CODEC_TOO_LONG, sequence->start,
                     "has more than the %llu elements that are allowed", (unsigned long long)sequence->max);
  }
  sequence->count++;
  return true;
}

bool mw_json_close(mw_reader_t *r, const mw_json_sequence_t *sequence, uint64_t min) {
  return sequence->count >= min ||
         mw_refuse_size(r, sequence->start, sequence->count, min, sequence->max, "elements");
}

size_t mw_json_find_name(const mw_json_name_t *names, size_t count, const uint8_t *token, size_t size) {
  for (size_t i = 0; i < count; i++)
    if (names[i].size == size && memcmp(names[i].token, token, size) == 0) return i;
  return MW_JSON_NO_NAME;
}

static bool find_name(mw_reader_t *r, const mw_json_name_t *names, size_t count, const uint8_t *token,
                      size_t size, size_t *out) {
  *out = mw_json_find_name(names, count, token, size);
  return *out != MW_JSON_NO_NAME ||
         mw_refuse(r, MW_CODEC_UNKNOWN_VARIANT, token, "is not a name that its type has");
}

bool mw_json_read_name(mw_reader_t *r, const mw_json_name_t *names, size_t count, size_t *out) {
  const uint8_t *token;
  size_t size;
  return mw_json_read_token(r, &token, &size) && find_name(r, names, count, token, size, out);
}

bool mw_json_read_name_key(mw_reader_t *r, const mw_json_name_t *names, size_t count, size_t index,
                           size_t *out) {
  const uint8_t *token;
  size_t size;
  if (!mw_json_read_token(r, &token, &size)) return false;
  return find_name(r, names, count, token, size, out) || mw_in_key(&r->failure, index);
}

static bool read_flag(mw_reader_t *r, const mw_json_name_t *names, const uint8_t *bits, size_t count,
                      uint64_t *flags) {
  const uint8_t *token;
  size_t size;
  if (!mw_json_read_token(r, &token, &size)) return false;
  const size_t found = mw_json_find_name(names, count, token, size);
  if (found == MW_JSON_NO_NAME)
    return mw_refuse(r, MW_CODEC_UNKNOWN_FLAG, token, "is not a name that its type has");
  const uint64_t flag = UINT64_C(1) << bits[found];
  if ((*flags & flag) != 0) return mw_refuse(r, MW_CODEC_DUPLICATE_KEY, token, "is there twice");
  if (*flags > flag)
    return mw_refuse(r, MW_CODEC_NON_CANONICAL, token, "must stand before the flag before it");
  *flags |= flag;
  return true;
}

bool mw_json_read_flags(mw_reader_t *r, const mw_json_name_t *names, const uint8_t *bits, size_t count,
                        uint64_t *out) {
  mw_json_sequence_t sequence;
  *out = 0;
  if (!mw_json_open_list(r, UINT64_MAX, &sequence)) return false;
  for (bool more;;) {
    if (!mw_json_next(r, &sequence, &more)) return false;
    if (!more) return true;
    if (!read_flag(r, names, bits, count, out)) return mw_in_item(&r->failure, sequence.count - 1);
  }
}
