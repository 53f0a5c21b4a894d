/** One library a file: each message is checked, then timed. */
#ifndef LIBRARIES_H
#define LIBRARIES_H

#include "content.h"

#ifdef __cplusplus
extern "C" {
#endif

void time_meshwright(const content_t *content);
void time_protobuf(const content_t *content);
void time_flatbuffers(const content_t *content);
void time_yyjson(const content_t *content);

/** protobuf-c reads its values from protobuf's bytes. */
void time_protobuf_c(const char *message, mw_bytes_t bytes);

/** The messages that are made in many sizes: what a byte costs must not grow. */
void time_growth(const char *folder);

#ifdef __cplusplus
}
#endif

#endif
