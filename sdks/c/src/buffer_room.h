#ifndef MESHWRIGHT_BUFFER_ROOM_H
#define MESHWRIGHT_BUFFER_ROOM_H

#include <meshwright/buffer.h>

/** Makes room for `size` bytes behind the first `used` ones, which are kept; false when there is none. */
bool mw_buffer_reserve(mw_buffer_t *buffer, size_t used, size_t size);

#endif
