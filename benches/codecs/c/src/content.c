#include "content.h"

#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

mw_bytes_t read_file(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  require(file != NULL, "content", path, "cannot be opened");
  fseek(file, 0, SEEK_END);
  const long size = ftell(file);
  rewind(file);
  require(size > 0, "content", path, "is empty");
  uint8_t *data = malloc((size_t)size);
  require(data != NULL && fread(data, 1, (size_t)size, file) == (size_t)size, "content", path, "cannot be read");
  fclose(file);
  return (mw_bytes_t){data, (size_t)size};
}

#define READ(type, name)                                                                                     \
  do {                                                                                                       \
    const mw_bytes_t bytes = read_file(folder, type ".bin");                                              \
    content->name##_bytes = bytes;                                                                           \
    const mw_status_t status =                                                                               \
        codec_bench_##name##_decode(bytes.data, bytes.size, &arena, &content->name, &error);                 \
    require(status == MW_OK, "content", type, error.message);                                             \
  } while (0)

void read_content(content_t *content, const char *folder) {
  mw_codec_error_t error;
  /* Kept to the end. */
  static mw_arena_t arena;
  mw_arena_init(&arena, NULL, 0);
  READ("PacketHeader", packet_header);
  READ("MachineReport", machine_report);
  READ("Order", order);
  READ("Profile", profile);
  READ("SampleArray", sample_array);
  READ("Drawing", drawing);
  READ("Invoice", invoice);
  READ("Inventory", inventory);
}
