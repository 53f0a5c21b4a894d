/**
 * Times Meshwright's C codecs beside other libraries on the same content: `codecs-bench CONTENT_DIR [--quick]`.
 * The content is read with Meshwright; every other library's values are made from that, and each library must give back what it was given
 * before it is timed.
 */
#include <stdio.h>
#include <string.h>

#include "libraries.h"
#include "measure.h"

int main(int argc, char **argv) {
  const char *folder = NULL;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--quick") == 0)
      measure_quickly();
    else
      folder = argv[i];
  }
  require(folder != NULL, "usage", "codecs-bench", "CONTENT_DIR [--quick]");

  static content_t content;
  read_content(&content, folder);
  time_meshwright(&content);
  time_protobuf(&content);
  time_flatbuffers(&content);
  time_yyjson(&content);

  char growth[4096];
  snprintf(growth, sizeof growth, "%s/growth", folder);
  time_growth(growth);
  return 0;
}
