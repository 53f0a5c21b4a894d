#include <meshwright/buffer.h>

#include <string.h>

#include "buffer_room.h"

enum { FIRST_CAPACITY = 64 };

void mw_buffer_init(mw_buffer_t *buffer, const mw_allocator_t *allocator) {
  memset(buffer, 0, sizeof *buffer);
  buffer->allocator = allocator != NULL ? allocator : mw_default_allocator();
}

void mw_buffer_init_fixed(mw_buffer_t *buffer, void *memory, size_t capacity) {
  buffer->data = (uint8_t *)memory;
  buffer->size = 0;
  buffer->capacity = capacity;
  buffer->allocator = NULL;
}

void mw_buffer_free(mw_buffer_t *buffer) {
  buffer->size = 0;
  if (buffer->allocator == NULL || buffer->data == NULL) return;
  buffer->allocator->release(buffer->allocator->context, buffer->data, buffer->capacity);
  buffer->data = NULL;
  buffer->capacity = 0;
}

bool mw_buffer_reserve(mw_buffer_t *buffer, size_t used, size_t size) {
  if (buffer->capacity - used >= size) return true;
  if (buffer->allocator == NULL || size > SIZE_MAX - used) return false;
  size_t capacity = buffer->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : buffer->capacity;
  while (capacity < used + size)
    capacity = capacity > SIZE_MAX / 2 ? SIZE_MAX : capacity * 2;
  uint8_t *larger = (uint8_t *)buffer->allocator->allocate(buffer->allocator->context, capacity);
  if (larger == NULL) return false;
  if (used != 0) memcpy(larger, buffer->data, used);
  if (buffer->data != NULL)
    buffer->allocator->release(buffer->allocator->context, buffer->data, buffer->capacity);
  buffer->data = larger;
  buffer->capacity = capacity;
  return true;
}

bool mw_buffer_append(mw_buffer_t *buffer, const void *bytes, size_t size) {
  if (size == 0) return true;
  if (!mw_buffer_reserve(buffer, buffer->size, size)) return false;
  memcpy(buffer->data + buffer->size, bytes, size);
  buffer->size += size;
  return true;
}
