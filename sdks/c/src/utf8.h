#ifndef MESHWRIGHT_UTF8_H
#define MESHWRIGHT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/** How many bytes at the start are well-formed UTF-8 (RFC 3629): `size` if all are. */
size_t mw_utf8_valid_prefix(const uint8_t *bytes, size_t size);

#endif
