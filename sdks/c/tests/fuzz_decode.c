/* A libFuzzer target: the first byte chooses the message, the rest is decoded. */
#include "round_trip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0) return 0;
  const mw_bytes_t bytes = {data + 1, size - 1};
  check_bytes(&sample_roots[data[0] % sample_root_count], bytes);
  return 0;
}
