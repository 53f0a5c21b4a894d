/** Where encoders write. */
#ifndef MESHWRIGHT_BUFFER_H
#define MESHWRIGHT_BUFFER_H

#include <stddef.h>
#include <stdint.h>

#include <meshwright/allocator.h>
#include <meshwright/view.h>

MW_BEGIN_DECLS

/** `size` bytes at `data` are yours to read. Encoders append; on failure `size` and those bytes stay as they were. */
typedef struct mw_buffer {
  uint8_t *data;
  size_t size;
  size_t capacity;
  /** NULL: fixed memory of the caller's. */
  const mw_allocator_t *allocator;
} mw_buffer_t;

/** An empty buffer that grows; takes nothing yet. `allocator` may be NULL for malloc. */
MW_API void mw_buffer_init(mw_buffer_t *buffer, const mw_allocator_t *allocator);

/**
 * A buffer in the caller's memory; an encoder that needs more answers `MW_NO_MEMORY`. Scratch memory for sorting an unsorted
 * map and for checking free JSON comes from malloc; nothing else does.
 */
MW_API void mw_buffer_init_fixed(mw_buffer_t *buffer, void *memory, size_t capacity);

/** Forgets the content and keeps the memory. */
static inline void mw_buffer_clear(mw_buffer_t *buffer) {
  buffer->size = 0;
}

/** Gives the memory back; the buffer is as after `mw_buffer_init`. May be called again. */
MW_API void mw_buffer_free(mw_buffer_t *buffer);

/** Appends bytes as they are. False, with the buffer unchanged, when there is no room. */
MW_API bool mw_buffer_append(mw_buffer_t *buffer, const void *bytes, size_t size);

/** The content, valid until the buffer changes. */
static inline mw_bytes_t mw_buffer_bytes(const mw_buffer_t *buffer) {
  mw_bytes_t bytes;
  bytes.data = buffer->data;
  bytes.size = buffer->size;
  return bytes;
}

MW_END_DECLS

#endif
