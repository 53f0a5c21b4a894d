/** The parts of the codec library that every spec shares. The messages themselves are in the generated headers beside it. */
#ifndef MESHWRIGHT_CODEC_H
#define MESHWRIGHT_CODEC_H

#include <meshwright/allocator.h>
#include <meshwright/arena.h>
#include <meshwright/buffer.h>
#include <meshwright/error.h>
#include <meshwright/view.h>

#endif
