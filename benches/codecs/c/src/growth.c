#include <dirent.h>
#include <stdlib.h>

#include "libraries.h"
#include "meshwright_case.h"

static bool begins_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

static void time_file(const char *folder, const char *name) {
  const mw_bytes_t bytes = read_file(folder, name);
  if (begins_with(name, "GrowthBytes-"))
    TIME_MESHWRIGHT("GrowthBytes", growth_bytes, bytes, true);
  else if (begins_with(name, "GrowthText-"))
    TIME_MESHWRIGHT("GrowthText", growth_text, bytes, true);
  else if (begins_with(name, "GrowthNumbers-"))
    TIME_MESHWRIGHT("GrowthNumbers", growth_numbers, bytes, true);
  else if (begins_with(name, "GrowthDocument-"))
    TIME_MESHWRIGHT("GrowthDocument", growth_document, bytes, true);
  else
    require(false, "growth", name, "is no known message");
  free((void *)bytes.data);
}

void time_growth(const char *folder) {
  DIR *const files = opendir(folder);
  require(files != NULL, "growth", folder, "cannot be listed");
  for (const struct dirent *file; (file = readdir(files)) != NULL;)
    if (file->d_name[0] != '.') time_file(folder, file->d_name);
  closedir(files);
}
