/*
 * Writes the starting corpus of the fuzzer: each line of standard input is a message's name and hex, separated by a space; the file made
 * of it, in the folder named by the argument, begins with the byte that the fuzzer chooses the message by.
 */
#include <stdio.h>
#include <stdlib.h>

#include "samples.h"

static size_t find_root(const char *name) {
  size_t i = 0;
  while (i < sample_root_count && strcmp(sample_roots[i].name, name) != 0)
    i++;
  return i;
}

static bool write_input(const char *folder, size_t number, size_t root, const char *hex) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%zu", folder, number);
  FILE *const file = fopen(path, "wb");
  if (file == NULL) return false;
  fputc((int)root, file);
  for (unsigned byte; sscanf(hex, "%2x", &byte) == 1; hex += 2)
    fputc((int)byte, file);
  return fclose(file) == 0;
}

int main(int count, char **arguments) {
  static char name[256], hex[1 << 20];
  size_t number = 0;
  if (count != 2 || sample_root_count > 256) return EXIT_FAILURE;
  for (int read; (read = scanf("%255s %1048575s", name, hex)) != EOF;) {
    const size_t root = find_root(name);
    if (read != 2 || root == sample_root_count) continue;
    if (!write_input(arguments[1], number++, root, hex)) return EXIT_FAILURE;
  }
  printf("%zu starting inputs\n", number);
  return EXIT_SUCCESS;
}
