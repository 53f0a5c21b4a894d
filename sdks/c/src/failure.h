/** Records a refusal where it is found; the path is put together on the way back to the root, never on success. */
#ifndef MESHWRIGHT_FAILURE_H
#define MESHWRIGHT_FAILURE_H

#include <stdarg.h>
#include <stdbool.h>

#include <meshwright/error.h>

#if defined(__GNUC__)
#define MW_COLD __attribute__((cold, noinline))
#define MW_PRINTF(text, arguments) __attribute__((format(printf, text, arguments)))
#define MW_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define MW_ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define MW_COLD
#define MW_PRINTF(text, arguments)
#define MW_LIKELY(condition) (condition)
#define MW_ALWAYS_INLINE inline
#endif

typedef struct mw_failure {
  mw_status_t status;
  /** NULL if the caller does not want to know. */
  mw_codec_error_t *error;
  /** The path so far fills the end of the error's room, from here on. */
  size_t path_at;
} mw_failure_t;

/** Starts a refusal, with an empty path; `format` says what is wrong with the value, such as "needs 8 bytes". */
MW_COLD void mw_note_refusal(mw_failure_t *failure, mw_codec_error_kind_t kind, size_t offset,
                             const char *format, va_list arguments);

/** Puts one step before the path: a field's name, or a position with what stands behind it. */
MW_COLD void mw_note_field(mw_failure_t *failure, const char *name);
MW_COLD void mw_note_position(mw_failure_t *failure, size_t index, const char *suffix);

/* These answer false, so that a codec can return what they answer. */

static inline bool mw_fail_memory(mw_failure_t *failure) {
  failure->status = MW_NO_MEMORY;
  return false;
}

static inline bool mw_in_field(mw_failure_t *failure, const char *name) {
  mw_note_field(failure, name);
  return false;
}

static inline bool mw_in_item(mw_failure_t *failure, size_t index) {
  mw_note_position(failure, index, "");
  return false;
}

static inline bool mw_in_key(mw_failure_t *failure, size_t index) {
  mw_note_position(failure, index, ".key");
  return false;
}

static inline bool mw_in_value(mw_failure_t *failure, size_t index) {
  mw_note_position(failure, index, ".value");
  return false;
}

/** At the root, with the type's name for the message: moves the path to its place, and answers the status. */
MW_COLD mw_status_t mw_fail_finish(mw_failure_t *failure, const char *type);

#endif
