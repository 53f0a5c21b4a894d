#include "failure.h"

#include <stdio.h>
#include <string.h>

const char *mw_codec_error_kind_name(mw_codec_error_kind_t kind) {
  static const char *const names[] = {
      "no_refusal",   "truncated",       "trailing_bytes", "bad_constant",  "out_of_range",
      "invalid_utf8", "unknown_variant", "unknown_flag",   "non_canonical", "duplicate_key",
      "too_long",     "too_deep",        "malformed",      "missing_field", "unknown_field",
  };
  return (size_t)kind < sizeof names / sizeof *names ? names[kind] : names[0];
}

void mw_note_refusal(mw_failure_t *failure, mw_codec_error_kind_t kind, size_t offset, const char *format,
                     va_list arguments) {
  failure->status = MW_REFUSED;
  mw_codec_error_t *error = failure->error;
  if (error == NULL) return;
  error->kind = kind;
  error->offset = offset;
  failure->path_at = MW_CODEC_PATH_CAPACITY - 1;
  error->path[failure->path_at] = '\0';
  vsnprintf(error->message, sizeof error->message, format, arguments);
}

static void prepend(mw_failure_t *failure, const char *text, size_t size) {
  if (size > failure->path_at) size = failure->path_at;
  failure->path_at -= size;
  memcpy(failure->error->path + failure->path_at, text, size);
}

static bool wants_path(const mw_failure_t *failure) {
  return failure->error != NULL && failure->status == MW_REFUSED;
}

/** What separates a step from the path behind it. */
static const char *separator(const mw_failure_t *failure) {
  const char next = failure->error->path[failure->path_at];
  return next != '\0' && next != '[' ? "." : "";
}

void mw_note_field(mw_failure_t *failure, const char *name) {
  if (!wants_path(failure)) return;
  prepend(failure, ".", strlen(separator(failure)));
  prepend(failure, name, strlen(name));
}

void mw_note_position(mw_failure_t *failure, size_t index, const char *suffix) {
  if (!wants_path(failure)) return;
  char text[48];
  const int size = snprintf(text, sizeof text, "[%zu]%s%s", index, suffix, separator(failure));
  prepend(failure, text, (size_t)size);
}

mw_status_t mw_fail_finish(mw_failure_t *failure, const char *type) {
  mw_codec_error_t *error = failure->error;
  if (error == NULL) return failure->status;
  if (failure->status == MW_NO_MEMORY) {
    error->kind = MW_CODEC_NO_REFUSAL;
    error->offset = MW_NO_OFFSET;
    error->path[0] = '\0';
    snprintf(error->message, sizeof error->message, "%s: out of memory, or at the bound that was set", type);
    return failure->status;
  }
  memmove(error->path, error->path + failure->path_at, MW_CODEC_PATH_CAPACITY - failure->path_at);
  char detail[MW_CODEC_MESSAGE_CAPACITY];
  memcpy(detail, error->message, sizeof detail);
  const char *dot = error->path[0] != '\0' && error->path[0] != '[' ? "." : "";
  /* The path may be far longer than a message; the detail is what must not be cut. */
  const size_t room = sizeof error->message - strlen(detail) - 3;
  const int subject = snprintf(error->message, room, "%s%s%s", type, dot, error->path);
  if (subject < 0 || (size_t)subject >= room) snprintf(error->message, room, "%s", type);
  strcat(error->message, " ");
  strcat(error->message, detail);
  return failure->status;
}
