/** Socket addresses as text, `1.2.3.4:80` or `[2001:db8::1]:80` (RFC 5952). */
#ifndef MESHWRIGHT_SOCKET_ADDRESS_H
#define MESHWRIGHT_SOCKET_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include <meshwright/view.h>

MW_BEGIN_DECLS

/** Enough for every address, terminator included. */
#define MW_SOCKET_ADDRESS_TEXT_CAPACITY 56

/** Writes the canonical text, terminated, and returns its length. */
MW_API size_t mw_format_socket_address(const mw_socket_address_t *address,
                                       char text[MW_SOCKET_ADDRESS_TEXT_CAPACITY]);

/** Reads an address in any spelling that can be read, canonical or not; false when it is none. Zones are not read. */
MW_API bool mw_parse_socket_address(const char *text, size_t size, mw_socket_address_t *address);

MW_END_DECLS

#endif
